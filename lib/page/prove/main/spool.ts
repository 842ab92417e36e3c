import { apply, hasOwn, now, quote } from '../../probe/main/natives';

/** What was sent, ready to be handed over as JSON. */
interface Entry {
  url: string;
  time: number;
  /** Bytes have one character each; null: there is none, or nobody could read it. */
  body: string | null;
  isBytes: boolean;
  /** Bytes that were not read; where their number is not known, one. */
  unseen: number;
}

/** The taps' memory until somebody asks: bounded in entries and in characters. */
export interface Spool {
  /** A text, or nothing. */
  text(url: string, body: string | null): void;
  /** Bytes with one character each. */
  bytes(url: string, body: string): void;
  /** Bytes that have to be waited for. */
  later(url: string, body: Promise<string>): void;
  /** A body that nobody can read without taking it from whom it is meant for. */
  unread(url: string): void;
  /** Hands over everything that is complete, as JSON, and forgets it. */
  take(): string;
  /** Forgets everything, and keeps nothing any more. */
  stop(): void;
  /** Bodies are not even to be read. */
  isStopped(): boolean;
}

const NEVER_OVER = Number.MAX_SAFE_INTEGER;

export const MOST_ENTRIES = 5_000;
export const MOST_CHARACTERS = 16_000_000;

/** The page's own `then` may be another by the time that a body is read. */
const { then } = Promise.prototype;

export function createSpool(): Spool {
  let entries: Entry[] = [];
  let characters = 0;
  let waiting = 0;
  let dropped = 0;
  let stopped = false;

  const add = (entry: Entry): void => {
    if (stopped) return;
    const { body } = entry;
    if (entries.length >= MOST_ENTRIES) {
      dropped++;
      return;
    }
    const length = body === null ? 0 : body.length;
    const fits = characters + length <= MOST_CHARACTERS;
    if (fits) characters += length;
    // The last index, by its own name: `push` is the page's to rewrite.
    entries[entries.length] = fits
      ? entry
      : { ...entry, body: null, unseen: entry.unseen + length };
  };

  return {
    isStopped: () => stopped,
    stop() {
      stopped = true;
      entries = [];
    },
    text: (url, body) => add({ url, time: now(), body, isBytes: false, unseen: 0 }),
    bytes: (url, body) => add({ url, time: now(), body, isBytes: true, unseen: 0 }),
    // It may still go on when canaries are planted, whenever it began.
    unread: (url) => add({ url, time: NEVER_OVER, body: null, isBytes: false, unseen: 1 }),
    later(url, body) {
      const time = now();
      waiting++;
      const done = (text: string | null): void => {
        waiting--;
        add({ url, time, body: text, isBytes: true, unseen: text === null ? 1 : 0 });
      };
      apply(then, body, [done, () => done(null)]);
    },
    take() {
      let json = '';
      for (let i = 0; i < entries.length; i++) {
        const entry = hasOwn(entries, i) ? entries[i] : undefined;
        if (entry === undefined) continue;
        const { url, time, body, isBytes, unseen } = entry;
        const text = body === null ? 'null' : quote(body);
        json += json === '' ? '' : ',';
        json += `{"url":${quote(url)},"time":${time},"body":${text},"isBytes":${isBytes},"unseen":${unseen}}`;
      }
      const answer = `{"waiting":${waiting},"dropped":${dropped},"sent":[${json}]}`;
      entries = [];
      characters = 0;
      dropped = 0;
      return answer;
    },
  };
}

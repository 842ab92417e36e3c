/** Letters of one named value, as they came in one after another. */
interface Stream {
  text: string;
  /** Where in the text the pieces of each request begin. */
  readonly from: { readonly at: number; readonly request: string }[];
}

export interface TypedText {
  readonly receiver: string;
  readonly text: string;
  /** The request that a place of the text came with. */
  requestAt(at: number): string;
}

/**
 * Puts together what is sent key by key: a recorder or a key logger that sends a letter, or a few,
 * under the same name again and again, over as many requests as it likes.
 */
export class TypedStreams {
  readonly #streams = new Map<string, Stream>();

  add(text: string, receiver: string, request: string): void {
    if (!text.includes('"')) {
      for (const [, name = '', value = ''] of text.matchAll(PARAMETER)) {
        this.#put(name, value, receiver, request);
      }
      return;
    }
    for (const [, name = '', value = ''] of text.matchAll(PAIR))
      this.#put(name, value, receiver, request);
    for (const [, name = '', code = ''] of text.matchAll(CODE)) {
      this.#put(name, String.fromCharCode(Number(code)), receiver, request);
    }
  }

  *texts(): Generator<TypedText> {
    for (const [key, { text, from }] of this.#streams) {
      const receiver = key.slice(0, key.indexOf('\n'));
      yield {
        receiver,
        text,
        requestAt: (at) => from.findLast((mark) => mark.at <= at)?.request ?? '',
      };
    }
  }

  #put(name: string, value: string, receiver: string, request: string): void {
    if (CONTROL_KEYS.has(value)) return;
    // Single letters by themselves: among them, longer values are something else.
    if (value.length === 1) this.#append(`${receiver}\nkey\n${name}`, value, request);
    this.#append(`${receiver}\npiece\n${name}`, value, request);
  }

  #append(key: string, value: string, request: string): void {
    let stream = this.#streams.get(key);
    if (!stream) {
      if (this.#streams.size >= MOST_STREAMS) return;
      stream = { text: '', from: [] };
      this.#streams.set(key, stream);
    }
    if (stream.text.length > MOST_LETTERS) return;
    if (stream.from.at(-1)?.request !== request)
      stream.from.push({ at: stream.text.length, request });
    stream.text += value;
  }
}

const MOST_STREAMS = 2000;
const MOST_LETTERS = 100_000;

/** Longer pieces are long enough to be found by themselves. */
const PAIR = /"([\w.-]{1,40})"\s{0,3}:\s{0,3}"([^"\\]{1,7})"/g;
const PARAMETER = /(?<=^|[?&])([\w.[\]-]{1,40})=([\w@.+ -]{1,7})(?=&|$)/gm;
const CODE = /"(\w{0,20}(?:[cC]ode|which|[kK]ey))"\s{0,3}:\s{0,3}(\d{2,3})(?!\d)/g;
const CONTROL_KEYS = new Set([
  'Shift',
  'Enter',
  'Tab',
  'Alt',
  'Meta',
  'Escape',
  'Control',
  'Delete',
  'Home',
  'End',
]);

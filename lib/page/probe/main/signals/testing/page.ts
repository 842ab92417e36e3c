import type { ReadSignal, SignalPage } from '../contract';

/** What was noted of one signal: its states, its note and its details. */
export interface Noted {
  readonly states: Record<string, string | undefined>;
  readonly note: string;
  readonly details?: Record<string, unknown>;
}

/** A page with these globals and cookies, both of which a test may change between two looks. */
export function fakePage(globals: Record<string, unknown>, cookies: Record<string, string> = {}) {
  const noted: Noted[] = [];
  const page: SignalPage = {
    globals,
    cookie: (name) => cookies[name] ?? null,
    note(_, states, note, details) {
      // As they are now: a reader goes on writing into its own.
      noted.push({ states: { ...states }, note, ...(details && { details: { ...details } }) });
    },
  };
  return {
    page,
    cookies,
    globals,
    noted,
    last: () => noted.at(-1),
    /** Begins to read, and looks once. */
    open(read: ReadSignal): () => void {
      const look = read(page);
      look();
      return look;
    },
  };
}

/**
 * Long work, cut into steps: a generator that yields after each bounded piece. Whoever runs it decides
 * whether others get a turn in between.
 */
export type Steps<T> = Generator<void, T>;

/** Does all of it at once. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

export interface TurnPorts {
  readonly signal?: AbortSignal | undefined;
  /** Lets the event loop answer messages and fire timers. */
  readonly nextTurn?: () => Promise<void>;
  /** Milliseconds. */
  readonly now?: () => number;
}

/** Milliseconds of work between two turns. With the step that ends it, well under 50. */
export const SLICE_MS = 10;

/** Does it in slices, between which others get their turn. Rejects where the signal aborts. */
export async function inTurns<T>(
  steps: Steps<T>,
  { signal, nextTurn = byTimer, now = () => performance.now() }: TurnPorts = {},
): Promise<T> {
  let since = now();
  for (;;) {
    signal?.throwIfAborted();
    const step = steps.next();
    if (step.done) return step.value;
    if (now() - since < SLICE_MS) continue;
    await nextTurn();
    since = now();
  }
}

/** Rows of columns that one step goes through: about a millisecond. */
export const ROWS_A_STEP = 32_768;

/**
 * Calls `work` with the next rows, and yields after them.
 *
 * @param rows - Of a step; fewer where more is done for a row than to read and write numbers.
 */
export function* byRows(
  length: number,
  work: (from: number, to: number) => void,
  rows = ROWS_A_STEP,
): Steps<void> {
  for (let from = 0; from < length; from += rows) {
    work(from, Math.min(length, from + rows));
    yield;
  }
}

const byTimer = (): Promise<void> => new Promise((resume) => setTimeout(resume));

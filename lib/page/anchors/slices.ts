import { createYield } from '../scan/slices';

/** Lets the page have its turn whenever a slice is used up. */
export interface Pauses {
  /** There is something to wait for when the slice is over; null: go on. */
  take(): Promise<void> | null;
  /** The same after a step of some milliseconds. */
  takeNow(): Promise<void> | null;
  /** Milliseconds of the longest slice so far. */
  readonly longest: number;
}

/** Main-thread time between two pauses; with the step that ends it, under 10 ms. */
const SLICE_MS = 6;

/** Steps between two looks at the clock. A step takes one to twenty microseconds. */
const PER_LOOK = 16;

export function createPauses(signal?: AbortSignal): Pauses {
  const yieldToPage = createYield();
  let since = performance.now();
  let steps = 0;
  let longest = 0;
  function takeNow(): Promise<void> | null {
    const spent = performance.now() - since;
    longest = Math.max(longest, spent);
    if (spent < SLICE_MS) return null;
    return yieldToPage().then(() => {
      signal?.throwIfAborted();
      since = performance.now();
    });
  }

  return {
    take: () => (++steps % PER_LOOK === 0 ? takeNow() : null),
    takeNow,
    get longest() {
      return longest;
    },
  };
}

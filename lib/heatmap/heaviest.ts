import { byRows, type Steps } from '../core/steps';

/**
 * The rows with the largest counts, largest first; of equal ones the earlier row first. All of them, in
 * their own order, where there are no more than `most`. What is no number, or not more than nothing, is
 * none of them. One pass with a heap of those that lead (Knuth, vol. 3, 5.2.3), where a sort of a million
 * rows would take half a second.
 */
export function* heaviestRows(
  counts: Float64Array,
  length: number,
  most: number,
  isWanted: (row: number) => boolean = () => true,
): Steps<number[]> {
  /** The weakest on top. */
  const heap: number[] = [];
  let isFull = false;
  const countOf = (row: number | undefined): number => (row === undefined ? 0 : (counts[row] ?? 0));
  const isWeaker = (a: number, b: number): boolean => {
    const difference = countOf(a) - countOf(b);
    return difference < 0 || (difference === 0 && a > b);
  };
  yield* byRows(length, (from, to) => {
    for (let row = from; row < to; row++) {
      const count = counts[row] ?? 0;
      if (!(count > 0) || count === Number.POSITIVE_INFINITY || !isWanted(row)) continue;
      if (heap.length < most) push(heap, row, isWeaker);
      else {
        isFull = true;
        if (count > countOf(heap[0])) replace(heap, row, isWeaker);
      }
    }
  });
  return heap.sort((a, b) => (isFull ? countOf(b) - countOf(a) : 0) || a - b);
}

type Compare = (a: number, b: number) => boolean;

function push(heap: number[], row: number, isWeaker: Compare): void {
  let at = heap.push(row) - 1;
  while (at > 0) {
    const up = (at - 1) >> 1;
    const parent = heap[up] ?? 0;
    if (!isWeaker(row, parent)) break;
    heap[at] = parent;
    at = up;
  }
  heap[at] = row;
}

function replace(heap: number[], row: number, isWeaker: Compare): void {
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    const right = heap[child + 1];
    if (right !== undefined && isWeaker(right, heap[child] ?? 0)) child += 1;
    const weakest = heap[child];
    if (weakest === undefined || !isWeaker(weakest, row)) break;
    heap[at] = weakest;
    at = child;
  }
  heap[at] = row;
}

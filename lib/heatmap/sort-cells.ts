import { byRows, type Steps } from '../core/steps';
import { type Cells, copyRows } from './cells';

/**
 * The same cells in columns: page cells first, then fixed ones, each ascending by y. Sorts in steps, and without a comparator: rows of equal y stay in their order. A float's bits, turned
 * so that they ascend with it, are sorted by eleven bits at a time (radix sort, Knuth, vol. 3, 5.2.5).
 */
export function* sortSteps(cells: Cells): Steps<Cells> {
  const { length } = cells;
  const keys = new Uint32Array(length);
  const bits = new Uint32Array(cells.y.buffer, cells.y.byteOffset, length);
  let isSorted = true;
  yield* byRows(length, (from, to) => {
    for (let i = from; i < to; i++) {
      const raw = bits[i] ?? 0;
      const key = raw >= 0x80000000 ? 0xffffffff - raw : raw + 0x80000000;
      keys[i] = key;
      if (i === 0) continue;
      const before = cells.fixed[i - 1] ?? 0;
      const own = cells.fixed[i] ?? 0;
      if (own < before || (own === before && key < (keys[i - 1] ?? 0))) isSorted = false;
    }
  });
  if (isSorted) return cells;
  let order = new Uint32Array(length);
  let next = new Uint32Array(length);
  for (let i = 0; i < length; i++) order[i] = i;
  yield;
  for (const digitOf of DIGITS) {
    yield* sortBy((row) => digitOf(keys[row] ?? 0), order, next);
    [order, next] = [next, order];
  }
  yield* sortBy((row) => (cells.fixed[row] === 0 ? 0 : 1), order, next);
  return yield* copyRows(cells, next, length);
}

const DIGITS = [
  (key: number): number => key & 0x7ff,
  (key: number): number => (key >>> 11) & 0x7ff,
  (key: number): number => key >>> 22,
];

/** One pass: rows of one digit come together, in the order that they had. */
function* sortBy(
  digitOf: (row: number) => number,
  from: Uint32Array,
  to: Uint32Array,
): Steps<void> {
  const places = new Uint32Array(2049);
  yield* byRows(from.length, (first, end) => {
    for (let i = first; i < end; i++) {
      const digit = digitOf(from[i] ?? 0) + 1;
      places[digit] = (places[digit] ?? 0) + 1;
    }
  });
  for (let digit = 1; digit < places.length; digit++) {
    places[digit] = (places[digit] ?? 0) + (places[digit - 1] ?? 0);
  }
  yield* byRows(from.length, (first, end) => {
    for (let i = first; i < end; i++) {
      const row = from[i] ?? 0;
      const digit = digitOf(row);
      const place = places[digit] ?? 0;
      to[place] = row;
      places[digit] = place + 1;
    }
  });
}

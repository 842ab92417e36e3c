import { byRows, type Steps } from '../../core/steps';
import { type Cells, selectSteps } from '../cells';

/** Places with what was counted there: squares of the page, or of the boxes of elements. */
export interface Places {
  readonly cells: Cells;
  /** The element that a square is in the box of, as a number that stands for its selectors; null: the page. */
  readonly anchors: Float64Array | null;
  /** What else was told of each square, as a percentile: not compared, and shown again as it was. */
  readonly values?: Float64Array | undefined;
}

/**
 * Whether only where it is was remembered of a place, since it was not shown: of those that were, at
 * least k people are counted.
 */
export const isLeftOut = ({ people }: Cells, row: number): boolean => people[row] === 0;

/** Places with nothing but where they are of those that are hidden (1, by row); buffers of their own. */
export function* blankHidden(
  { cells, anchors, values }: Places,
  hidden: Uint8Array,
): Steps<Places> {
  const kept = {
    ...cells,
    count: cells.count.slice(),
    people: cells.people.slice(),
  };
  const left = values?.slice();
  yield* byRows(cells.length, (from, to) => {
    for (let row = from; row < to; row++) {
      if (hidden[row] !== 1) continue;
      kept.count[row] = kept.people[row] = 0;
      if (left !== undefined) left[row] = 0;
    }
  });
  return { cells: kept, anchors, values: left };
}

/**
 * Places that were shown and that at least `k` people stand behind, with buffers of their own: `k` may
 * have been lower when they were shown.
 *
 * @param k - At least 1, so that none is among them that was left out.
 */
export function* placesOfAtLeast(k: number, { cells, anchors, values }: Places): Steps<Places> {
  const isKept = (row: number): boolean => (cells.people[row] ?? 0) >= k;
  const left = yield* selectSteps(cells, isKept);
  const leftOf = (column: Float64Array) => selectColumn(column, isKept, left.length);
  return {
    cells: left,
    anchors: anchors && (yield* leftOf(anchors)),
    values: values && (yield* leftOf(values)),
  };
}

/** Whether both hold the same numbers in the same order. */
export function* samePlaces(a: Places, b: Places): Steps<boolean> {
  const [one, other] = [a.cells, b.cells];
  const pairs: readonly (readonly [Column, Column])[] = [
    [one.x, other.x],
    [one.y, other.y],
    [one.size, other.size],
    [one.count, other.count],
    [one.people, other.people],
    [one.fixed, other.fixed],
    [a.anchors ?? NONE, b.anchors ?? NONE],
    [a.values ?? NONE, b.values ?? NONE],
  ];
  for (const [left, right] of pairs) {
    if (left.length !== right.length) return false;
    let isSame = true;
    yield* byRows(left.length, (from, to) => {
      for (let i = from; i < to && isSame; i++) isSame = left[i] === right[i];
    });
    if (!isSame) return false;
  }
  return true;
}

/** Sum of all counts. */
export function* countIn({ cells }: Places): Steps<number> {
  let all = 0;
  yield* byRows(cells.length, (from, to) => {
    for (let row = from; row < to; row++) all += cells.count[row] ?? 0;
  });
  return all;
}

/** Share of all counts that lie in hidden places, 0 to 1. */
export function* shareOfHidden({ cells }: Places, hidden: Uint8Array): Steps<number> {
  let all = 0;
  let out = 0;
  yield* byRows(cells.length, (from, to) => {
    for (let row = from; row < to; row++) {
      const count = cells.count[row] ?? 0;
      all += count;
      if (hidden[row] === 1) out += count;
    }
  });
  return all > 0 ? out / all : 0;
}

type Column = Float32Array | Float64Array | Uint8Array;

const NONE = new Float64Array(0);

function* selectColumn(
  column: Float64Array,
  isKept: (row: number) => boolean,
  length: number,
): Steps<Float64Array> {
  const left = new Float64Array(length);
  let at = 0;
  yield* byRows(column.length, (from, to) => {
    for (let row = from; row < to; row++) {
      if (!isKept(row)) continue;
      left[at] = column[row] ?? 0;
      at += 1;
    }
  });
  return left;
}

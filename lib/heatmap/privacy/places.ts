import { byRows, type Steps } from '../../core/steps';
import { selectSteps } from '../cells';
import type { Places } from './squares';

/** Places without those that are hidden (1, by row), with buffers of their own. */
export function* withoutHidden(
  { cells, anchors, values }: Places,
  hidden: Uint8Array,
): Steps<Places> {
  const left = yield* selectSteps(cells, (row) => hidden[row] !== 1);
  const leftOf = (column: Float64Array) => selectColumn(column, hidden, left.length);
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
  hidden: Uint8Array,
  length: number,
): Steps<Float64Array> {
  const left = new Float64Array(length);
  let at = 0;
  yield* byRows(column.length, (from, to) => {
    for (let row = from; row < to; row++) {
      if (hidden[row] === 1) continue;
      left[at] = column[row] ?? 0;
      at += 1;
    }
  });
  return left;
}

import { byRows, type Steps } from '../core/steps';
import type { Cells } from './cells';

/** Which squares of several sizes lie in which. */
export interface SquaresAround {
  /** Rows by size, the smallest squares first. */
  readonly bySize: readonly (readonly number[])[];
  /** Rows of the larger squares that hold the centre of this one, from small to large. */
  of(row: number): number[];
}

/** Null: all are of one size, so that none lies in another. */
export function* squaresAround(cells: Cells): Steps<SquaresAround | null> {
  const { length, size } = cells;
  const rows = new Map<number, number[]>();
  yield* byRows(length, (from, to) => {
    for (let row = from; row < to; row++) {
      const edge = size[row] ?? 0;
      const same = rows.get(edge);
      if (same === undefined) rows.set(edge, [row]);
      else same.push(row);
    }
  });
  if (rows.size < 2) return null;
  const edges = [...rows.keys()].sort((a, b) => a - b);
  const [smallest = 0] = edges;
  const larger = new Map<string, number>();
  const take = (from: number, to: number): void => {
    for (let row = from; row < to; row++) {
      if ((size[row] ?? 0) > smallest) larger.set(nameAt(cells, row), row);
    }
  };
  yield* byRows(length, take, ROWS_WITH_NAMES);

  function of(part: number): number[] {
    const found: number[] = [];
    for (const edge of edges) {
      if (edge <= (size[part] ?? 0)) continue;
      for (const step of STEPS_AROUND) {
        const row = larger.get(nameAt(cells, part, edge, step));
        if (row !== undefined && holds(cells, row, part)) found.push(row);
      }
    }
    return found;
  }

  return { bySize: edges.map((edge) => rows.get(edge) ?? []), of };
}

/** Does something with each of these rows, for which those around are sought. */
export function* eachOf(rows: readonly number[], work: (row: number) => void): Steps<void> {
  const some = (from: number, to: number): void => rows.slice(from, to).forEach(work);
  yield* byRows(rows.length, some, ROWS_LOOKED_AROUND);
}

/** Rows of a step that each get a name, and those that several are sought for: a millisecond or two. */
const ROWS_WITH_NAMES = 4_096;
const ROWS_LOOKED_AROUND = 128;

/** Where a source's squares do not begin at the corner of the page, a part may lie in the next step. */
const STEPS_AROUND = [-1, 0, 1].flatMap((column) =>
  [-1, 0, 1].map((line) => [column, line] as const),
);

function nameAt(
  { x, y, size, fixed }: Cells,
  row: number,
  edge = size[row] ?? 0,
  [column, line]: readonly [number, number] = [0, 0],
): string {
  const at = (place: number, off: number) => Math.floor(place / edge) + off;
  return `${at(x[row] ?? 0, column)} ${at(y[row] ?? 0, line)} ${edge} ${fixed[row]}`;
}

function holds({ x, y, size }: Cells, row: number, part: number): boolean {
  const half = (size[row] ?? 0) / 2;
  const isIn = (of: Float32Array) => Math.abs((of[part] ?? 0) - (of[row] ?? 0)) < half;
  return isIn(x) && isIn(y);
}

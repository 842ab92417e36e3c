import { byRows, type Steps } from '../core/steps';
import type { Cells } from './cells';

/**
 * Squares of which a part is left out: a row `x, y, size, fixed` (1: stays with the viewport) for each,
 * one after the other. What is shown of such a square is what its parts left, so that it is not all that
 * is there.
 */
export type TornSquares = Float64Array<ArrayBuffer>;

export const NONE_TORN: TornSquares = new Float64Array(0);

/** The squares that stay, and hold the centre of a smaller one that does not (`isLeft`, by row). */
export function* tornSquares(cells: Cells, isLeft: (row: number) => boolean): Steps<TornSquares> {
  const { length, size } = cells;
  const sizes = new Set<number>();
  const left: number[] = [];
  yield* byRows(length, (from, to) => {
    for (let row = from; row < to; row++) {
      sizes.add(size[row] ?? 0);
      if (isLeft(row)) left.push(row);
    }
  });
  if (left.length === 0 || sizes.size < 2) return NONE_TORN;
  const smallest = [...sizes].reduce((least, edge) => Math.min(least, edge));
  const large = new Map<string, number>();
  const take = (from: number, to: number): void => {
    for (let row = from; row < to; row++) {
      if ((size[row] ?? 0) > smallest && !isLeft(row)) large.set(nameAt(cells, row), row);
    }
  };
  yield* byRows(length, take, ROWS_WITH_NAMES);
  const torn = new Set<number>();
  const lookAround = (part: number): void => {
    for (const edge of sizes) {
      if (edge <= (size[part] ?? 0)) continue;
      for (const around of AROUND) {
        const row = large.get(nameAt(cells, part, edge, around));
        if (row !== undefined && holds(cells, row, part)) torn.add(row);
      }
    }
  };
  const look = (from: number, to: number): void => left.slice(from, to).forEach(lookAround);
  yield* byRows(left.length, look, ROWS_LOOKED_AROUND);
  return Float64Array.from(
    [...torn].flatMap((row) =>
      [cells.x, cells.y, cells.size, cells.fixed].map((column) => column[row] ?? 0),
    ),
  );
}

/** Whether a cell is one of them. */
export function tornTest(torn: TornSquares): (cell: Place) => boolean {
  const names = new Set<string>();
  for (let i = 0; i < torn.length; i += 4) names.add(torn.subarray(i, i + 4).join(' '));
  return ({ x, y, size, fixed }) => names.has([x, y, size, fixed ? 1 : 0].join(' '));
}

export function bothTorn(a: TornSquares, b: TornSquares): TornSquares {
  const both = new Float64Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** Rows of a step that each get a name, and those that several are sought for: a millisecond or two. */
const ROWS_WITH_NAMES = 4_096;
const ROWS_LOOKED_AROUND = 128;

interface Place {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly fixed: boolean;
}

/** Where a source's squares do not begin at the corner of the page, a part may lie in the next step. */
const AROUND = [-1, 0, 1].flatMap((column) => [-1, 0, 1].map((line) => [column, line] as const));

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

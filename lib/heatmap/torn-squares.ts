import { byRows, type Steps } from '../core/steps';
import type { Cells } from './cells';
import { eachOf, squaresAround } from './squares-around';

/**
 * Squares of which a part is left out: a row `x, y, size, fixed` (1: stays with the viewport) for each,
 * one after the other. What is shown of such a square is what its parts left, so that it is not all that
 * is there.
 */
export type TornSquares = Float64Array<ArrayBuffer>;

export const NONE_TORN: TornSquares = new Float64Array(0);

/** The squares that stay, and hold the centre of a smaller one that does not (`isLeft`, by row). */
export function* tornSquares(cells: Cells, isLeft: (row: number) => boolean): Steps<TornSquares> {
  const left: number[] = [];
  yield* byRows(cells.length, (from, to) => {
    for (let row = from; row < to; row++) if (isLeft(row)) left.push(row);
  });
  const around = left.length === 0 ? null : yield* squaresAround(cells);
  if (around === null) return NONE_TORN;
  const torn = new Set<number>();
  yield* eachOf(left, (part) => {
    for (const row of around.of(part)) if (!isLeft(row)) torn.add(row);
  });
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

interface Place {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly fixed: boolean;
}

import { type Cells, cellAt } from '../cells';

interface Counted {
  readonly count: number;
  /** At least as many distinct people stand behind the count. */
  readonly people: number;
}

/** A square that both maps show. */
export interface CommonSquare {
  /** Centre and edge, CSS px at the width of the first. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly fixed: boolean;
  readonly a: Counted;
  readonly b: Counted;
}

interface Given {
  readonly cells: Cells;
  readonly viewportWidth: number;
}

/**
 * Brings two maps to squares that both have: the larger of the two where their sizes differ, with what
 * the other shows within. The people of several cells are no sum; the most of one cell is a lower bound,
 * with which a difference is called one later rather than sooner.
 */
export function commonGrid(a: Given, b: Given): { squares: CommonSquare[]; left: number } {
  const scale = b.viewportWidth > 0 ? a.viewportWidth / b.viewportWidth : 1;
  const rowsA = rowsOf(a.cells, 1);
  const rowsB = rowsOf(b.cells, scale);
  const size = Math.max(largest(rowsA), largest(rowsB));
  const squares = new Map<string, { place: Place; a: Row[]; b: Row[] }>();
  const sort = (rows: readonly Row[], side: 'a' | 'b'): void => {
    for (const row of rows) {
      const place = placeOf(row, size);
      const key = `${place.column} ${place.row} ${row.fixed}`;
      const square = squares.get(key) ?? { place, a: [], b: [] };
      square[side].push(row);
      squares.set(key, square);
    }
  };
  sort(rowsA, 'a');
  sort(rowsB, 'b');
  const both = [...squares.values()].flatMap((square) => splitWherePossible(square, size));
  const squaresOfBoth = both.filter((one) => one.a.count > 0 && one.b.count > 0);
  return { squares: squaresOfBoth, left: both.length - squaresOfBoth.length };
}

interface Row extends Counted {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly fixed: boolean;
}

interface Place {
  readonly column: number;
  readonly row: number;
  readonly fixed: boolean;
}

function rowsOf(cells: Cells, scale: number): Row[] {
  return Array.from({ length: cells.length }, (_, i) => cellAt(cells, i))
    .filter(({ count, people }) => count > 0 && people > 0 && Number.isFinite(count))
    .map((row) => ({ ...row, x: row.x * scale }));
}

const largest = (rows: readonly Row[]): number =>
  rows.reduce((most, { size }) => Math.max(most, size), 1);

const placeOf = ({ x, y, fixed }: Row, size: number): Place => ({
  column: Math.floor(x / size),
  row: Math.floor(y / size),
  fixed,
});

/** Halves a square as long as everything in it is smaller: both maps keep the detail they share. */
function splitWherePossible(
  { place, a, b }: { place: Place; a: readonly Row[]; b: readonly Row[] },
  size: number,
): CommonSquare[] {
  const half = size / 2;
  const isFiner = [...a, ...b].every((row) => row.size <= half * SLACK);
  if (!isFiner || a.length === 0 || b.length === 0) {
    const at = { x: (place.column + 0.5) * size, y: (place.row + 0.5) * size, size };
    return [{ ...at, fixed: place.fixed, a: counted(a), b: counted(b) }];
  }
  return [0, 1, 2, 3].flatMap((quarter) => {
    const column = place.column * 2 + (quarter % 2);
    const row = place.row * 2 + (quarter >> 1);
    const isIn = (one: Row) =>
      Math.floor(one.x / half) === column && Math.floor(one.y / half) === row;
    const [inA, inB] = [a.filter(isIn), b.filter(isIn)];
    if (inA.length === 0 && inB.length === 0) return [];
    return splitWherePossible({ place: { column, row, fixed: place.fixed }, a: inA, b: inB }, half);
  });
}

/** Sizes are kept with 24 bits. */
const SLACK = 1.000_001;

const counted = (rows: readonly Row[]): Counted => ({
  count: rows.reduce((sum, { count }) => sum + count, 0),
  people: rows.reduce((most, { people }) => Math.max(most, people), 0),
});

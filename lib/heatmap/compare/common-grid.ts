import { type Cells, cellAt } from '../cells';
import { NONE_TORN, type TornSquares, tornTest } from '../torn-squares';

interface Counted {
  readonly count: number;
  /** Distinct people; null where they are in several cells, whose people are no sum. */
  readonly people: number | null;
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
  /** Of these not all is shown; absent: there is none. */
  readonly torn?: TornSquares | undefined;
  readonly viewportWidth: number;
}

/**
 * Brings two maps to squares that both have: the larger of the two where their sizes differ, with what
 * the other shows within, if that is all of the square. Of a square with a part that is left out, what is
 * shown is not all: it is not compared, since B would be called different for what A hides.
 *
 * @returns The squares, and the number of those that one of the two does not show, or not all of.
 */
export function commonGrid(a: Given, b: Given): { squares: CommonSquare[]; left: number } {
  const scale = b.viewportWidth > 0 ? a.viewportWidth / b.viewportWidth : 1;
  const rowsA = rowsOf(a, 1);
  const rowsB = rowsOf(b, scale);
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
  const shared = both.filter((square) => square !== null);
  return { squares: shared, left: both.length - shared.length };
}

interface Row {
  readonly count: number;
  readonly people: number;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly fixed: boolean;
  /** A part of it is left out, so it is not all that is there. */
  readonly isTorn: boolean;
}

interface Place {
  readonly column: number;
  readonly row: number;
  readonly fixed: boolean;
}

function rowsOf({ cells, torn = NONE_TORN }: Given, scale: number): Row[] {
  const isTorn = tornTest(torn);
  return Array.from({ length: cells.length }, (_, i) => cellAt(cells, i))
    .filter(({ count, people, size }) => [count, people, size].every(isUsable))
    .map((row) => ({ ...row, isTorn: isTorn(row), x: row.x * scale }));
}

const isUsable = (value: number): boolean => Number.isFinite(value) && value > 0;

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
): (CommonSquare | null)[] {
  if (a.length === 0 || b.length === 0) return [null];
  const half = size / 2;
  const isFiner = half >= SMALLEST && [...a, ...b].every((row) => row.size <= half * SLACK);
  if (!isFiner) {
    if (!covers(a, size) || !covers(b, size)) return [null];
    const [alone] = a.length === 1 ? a : b.length === 1 ? b : [];
    // Where a source's steps do not begin at the corner of the page, its own place is the true one.
    const { x, y } = alone ?? { x: (place.column + 0.5) * size, y: (place.row + 0.5) * size };
    const at = { x, y, size };
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

/** Below this nobody aims, CSS px. */
const SMALLEST = 4;

/**
 * Whether all of a square is shown. A row that holds others is what they leave, so it and they are all of
 * it; where one of them is left out, it covers nothing, and what is shown of it tells nothing of the whole.
 */
function covers(rows: readonly Row[], size: number): boolean {
  const largestFirst = rows.toSorted((a, b) => b.size - a.size);
  const whole: Row[] = [];
  let area = 0;
  for (const row of largestFirst) {
    if (row.isTorn) return false;
    if (whole.some((larger) => holds(larger, row))) continue;
    whole.push(row);
    area += row.size ** 2;
  }
  return area >= 0.99 * size ** 2;
}

const holds = (larger: Row, { x, y, size }: Row): boolean =>
  larger.size > size &&
  Math.abs(x - larger.x) < larger.size / 2 &&
  Math.abs(y - larger.y) < larger.size / 2;

function counted(rows: readonly Row[]): Counted {
  const count = rows.reduce((sum, row) => sum + row.count, 0);
  const people = rows.length === 1 ? (rows[0]?.people ?? null) : null;
  // Whoever is counted has clicked: more people than clicks contradict themselves.
  return { count, people: people !== null && people <= count ? people : null };
}

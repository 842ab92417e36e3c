import type { Cells } from '../cells';
import type { Pace } from './pace';

/** Places with what was counted there: squares of the page, or of the boxes of elements. */
export interface Places {
  readonly cells: Cells;
  /** The element that a square is in the box of, as a number that stands for its selectors; null: the page. */
  readonly anchors: Float64Array | null;
  /** What else was told of each square, as a percentile: not compared, and shown again as it was. */
  readonly values?: Float64Array | undefined;
}

/** A square: its edges across as shares of the viewport's width, those down in CSS px. */
export interface Square {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly fixed: boolean;
}

/** What an answer shows in a square. */
export interface Sum {
  /** How many of its squares lie in it; 0: nothing, so nobody can add or subtract it. */
  squares: number;
  clicks: number;
  /** People of the square in it that has the most, and of all of them together. */
  most: number;
  people: number;
  /** Whether what is shown is all of the square. */
  isWhole: boolean;
}

/** Squares by place. */
export interface SquareIndex {
  readonly length: number;
  squareAt(row: number): Square;
  /** Rows of the squares that lie in this one. */
  rowsWithin(square: Square): number[];
  /** Writes to `into` what lies in the square and is not hidden (1 in `hidden`, by row). */
  sumWithin(square: Square, hidden: Uint8Array | null, into: Sum): void;
  /** Whether one of the squares is this very one, at whatever width. */
  has(square: Square): boolean;
}

/** Edges of the buckets that squares are sought in, as a square's: those of a common square are best. */
export interface Buckets {
  readonly across: number;
  readonly down: number;
}

/** A number for each element, the same for all answers that are compared. */
export type Slots = Map<number, number>;

/**
 * Across, a place is a share of the width: the same cells asked for at another width are the same cells,
 * though their positions in px differ. Two squares with the same centre are the same place even where
 * their edges differ, since some sources give a cell of one share of the width a size in px.
 *
 * Squares are sought by hash of the bucket that their centre is in; it takes 8 bytes a square and no sorting.
 */
export async function indexSquares(
  { cells, anchors }: Places,
  viewportWidth: number,
  { across, down }: Buckets,
  slots: Slots,
  pace: Pace,
): Promise<SquareIndex> {
  const { length } = cells;
  const tops = anchors && (await topsOf(anchors, slots, pace));
  const middleX = (row: number): number => (cells.x[row] ?? 0) / viewportWidth;
  const middleY = (row: number): number => (cells.y[row] ?? 0) + (tops ? (tops[row] ?? 0) : 0);
  const mask = 2 ** Math.ceil(Math.log2(Math.max(2, length))) - 1;
  const heads = new Int32Array(mask + 1).fill(-1);
  const nexts = new Int32Array(length);
  const hash = (column: number, line: number): number =>
    (Math.imul(column, 73_856_093) ^ Math.imul(line, 19_349_663)) & mask;
  for (let row = 0; row < length; row++) {
    const at = hash(Math.floor(middleX(row) / across), Math.floor(middleY(row) / down));
    nexts[row] = heads[at] ?? -1;
    heads[at] = row;
    if (row % OFTEN === 0) await pace();
  }

  function squareAt(row: number): Square {
    const half = (cells.size[row] ?? 0) / 2;
    const [x, y] = [middleX(row), middleY(row)];
    const fixed = cells.fixed[row] === 1;
    const wide = half / viewportWidth;
    return { left: x - wide, right: x + wide, top: y - half, bottom: y + half, fixed };
  }

  /** How a square lies to another: 0 not in it, 1 in it, 2 it is the same place. */
  function placeIn(square: Square, row: number): 0 | 1 | 2 {
    if ((cells.fixed[row] === 1) !== square.fixed) return 0;
    const high = cells.size[row] ?? 0;
    const wide = high / viewportWidth;
    const [x, y] = [middleX(row), middleY(row)];
    const width = square.right - square.left;
    const height = square.bottom - square.top;
    const offX = Math.abs(x - (square.left + square.right) / 2);
    const offY = Math.abs(y - (square.top + square.bottom) / 2);
    const isCentred =
      offX <= SLACK * Math.min(wide, width) && offY <= SLACK * Math.min(high, height);
    if (isCentred && high < 2 * height && height < 2 * high) return 2;
    const fitsAcross = offX + wide / 2 <= width * (0.5 + SLACK);
    return fitsAcross && offY + high / 2 <= height * (0.5 + SLACK) ? 1 : 0;
  }

  /** Visits the squares in this one until `visit` says true. */
  function visit(square: Square, see: (row: number, how: 1 | 2) => boolean): void {
    const [first, last] = [Math.floor(square.left / across), Math.floor(square.right / across)];
    const [upper, lower] = [Math.floor(square.top / down), Math.floor(square.bottom / down)];
    // Of a square over more buckets than there are squares, all are looked through.
    if ((last - first + 1) * (lower - upper + 1) > length) {
      for (let row = 0; row < length; row++) {
        const how = placeIn(square, row);
        if (how !== 0 && see(row, how)) return;
      }
      return;
    }
    for (let line = upper; line <= lower; line++) {
      for (let column = first; column <= last; column++) {
        for (let row = heads[hash(column, line)] ?? -1; row >= 0; row = nexts[row] ?? -1) {
          // Buckets may share a place in the table; a square is seen from its own alone.
          if (Math.floor(middleX(row) / across) !== column) continue;
          if (Math.floor(middleY(row) / down) !== line) continue;
          const how = placeIn(square, row);
          if (how !== 0 && see(row, how)) return;
        }
      }
    }
  }

  return {
    length,
    squareAt,
    rowsWithin(square) {
      const rows: number[] = [];
      visit(square, (row) => {
        rows.push(row);
        return false;
      });
      return rows;
    },
    sumWithin(square, hidden, into) {
      into.squares = into.clicks = into.most = into.people = 0;
      into.isWhole = false;
      let area = 0;
      visit(square, (row, how) => {
        if (hidden !== null && hidden[row] === 1) return false;
        // The place itself is all of it; at another width its neighbours may lie in it too.
        if (into.isWhole && how !== 2) return false;
        if (how === 2 && !into.isWhole) into.squares = into.clicks = into.most = into.people = 0;
        const people = cells.people[row] ?? 0;
        into.squares++;
        into.clicks += cells.count[row] ?? 0;
        into.most = Math.max(into.most, people);
        into.people += people;
        if (how === 2) into.isWhole = true;
        area += (cells.size[row] ?? 0) ** 2 / viewportWidth;
        return false;
      });
      const whole = (square.right - square.left) * (square.bottom - square.top);
      if (area >= WHOLE * whole) into.isWhole = true;
    },
    has(square) {
      let isThere = false;
      visit(square, (_, how) => {
        isThere = how === 2;
        return isThere;
      });
      return isThere;
    },
  };
}

/** Buckets as large as the common square of these. */
export function bucketsFor({ cells, anchors }: Places, viewportWidth: number): Buckets {
  if (anchors !== null) return { across: 1, down: SLOT };
  const step = Math.max(1, Math.floor(cells.length / 200));
  const sizes: number[] = [];
  for (let row = 0; row < cells.length; row += step) sizes.push(cells.size[row] ?? 0);
  const middle = sizes.sort((a, b) => a - b)[sizes.length >> 1] ?? 0;
  const size = middle > 0 ? middle : 1;
  return { across: size / viewportWidth, down: size };
}

export const emptySum = (): Sum => ({ squares: 0, clicks: 0, most: 0, people: 0, isWhole: false });

/** Elements lie one below the other, so far apart that no square reaches into the next. */
const SLOT = 4;

async function topsOf(anchors: Float64Array, slots: Slots, pace: Pace): Promise<Float64Array> {
  const tops = new Float64Array(anchors.length);
  for (let row = 0; row < anchors.length; row++) {
    const anchor = anchors[row] ?? 0;
    const slot = slots.get(anchor) ?? slots.size;
    slots.set(anchor, slot);
    tops[row] = slot * SLOT;
    if (row % OFTEN === 0) await pace();
  }
  return tops;
}

/** Rows between two looks at the clock. */
const OFTEN = 4_096;

/** Positions are kept with 24 bits, so edges that are the same may differ a little. */
const SLACK = 0.01;

const WHOLE = 0.99;

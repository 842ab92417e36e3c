import type { Pace } from './pace';
import { isLeftOut, type Places } from './places';

/** A square: its edges across as shares of the viewport's width, those down in CSS px. */
export interface Square {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly fixed: boolean;
}

/**
 * Squares by place. They lie in one another or apart. A square and those inside it are together all that
 * is there: where parts of it are shown beside it, it holds what they leave.
 */
export interface SquareIndex {
  readonly length: number;
  /** 1 for each square that was left out when the answer was shown; null: none was. */
  readonly leftOut: Uint8Array | null;
  squareAt(row: number): Square;
  /** Its height. */
  edgeAt(row: number): number;
  countAt(row: number): number;
  peopleAt(row: number): number;
  /** The whole boxes of the elements; none where places are of the page. */
  readonly boxes: readonly Square[];
  /** Rows of the squares that lie in this one, hidden or not. */
  rowsWithin(square: Square): number[];
  /**
   * Writes to `into` the rows of the square itself and those inside it that are not hidden (1, by row).
   * Squares of its own size that lie in it, as they may at another width, count where it is not one of the
   * squares itself.
   */
  partsOf(square: Square, hidden: Uint8Array | null, into: number[]): void;
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
  const boxes = [...new Set(tops)].map((top) => boxAt(top));
  const middleX = (row: number): number => (cells.x[row] ?? 0) / viewportWidth;
  const middleY = (row: number): number => (cells.y[row] ?? 0) + (tops ? (tops[row] ?? 0) : 0);
  const mask = 2 ** Math.ceil(Math.log2(Math.max(2, length))) - 1;
  const heads = new Int32Array(mask + 1).fill(-1);
  const nexts = new Int32Array(length);
  const hash = (column: number, line: number): number =>
    (Math.imul(column, 73_856_093) ^ Math.imul(line, 19_349_663)) & mask;
  let leftOut: Uint8Array | null = null;
  for (let row = 0; row < length; row++) {
    if (isLeftOut(cells, row)) {
      leftOut ??= new Uint8Array(length);
      leftOut[row] = 1;
    }
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

  const beside: number[] = [];
  return {
    length,
    leftOut,
    squareAt,
    boxes,
    edgeAt: (row) => cells.size[row] ?? 0,
    countAt: (row) => cells.count[row] ?? 0,
    peopleAt: (row) => cells.people[row] ?? 0,
    rowsWithin(square) {
      const rows: number[] = [];
      visit(square, (row) => {
        rows.push(row);
        return false;
      });
      return rows;
    },
    partsOf(square, hidden, into) {
      into.length = beside.length = 0;
      const edge = square.bottom - square.top;
      let isThere = false;
      visit(square, (row, how) => {
        if (hidden?.[row] === 1) return false;
        isThere ||= how === 2;
        const isPart = how === 2 || (cells.size[row] ?? 0) <= edge * (0.5 + SLACK);
        (isPart ? into : beside).push(row);
        return false;
      });
      // One by one: a source may give more of them than a call takes arguments.
      if (!isThere) for (const row of beside) into.push(row);
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
  if (anchors !== null) return { across: 1 / 8, down: 1 / 8 };
  const step = Math.max(1, Math.floor(cells.length / 200));
  const sizes: number[] = [];
  for (let row = 0; row < cells.length; row += step) sizes.push(cells.size[row] ?? 0);
  const middle = sizes.sort((a, b) => a - b)[sizes.length >> 1] ?? 0;
  const size = middle > 0 ? middle : 1;
  return { across: size / viewportWidth, down: size };
}

/** Elements lie one below the other, so far apart that no square reaches into the next. */
const SLOT = 4;

const boxAt = (top: number): Square => ({ left: 0, right: 1, top, bottom: top + 1, fixed: false });

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

import type { Cells } from '../cells';

/** A shown square: its edges across as shares of the viewport's width, those down in CSS px. */
export interface Square {
  /** Row in the cells that it was made of. */
  readonly row: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly fixed: boolean;
  readonly count: number;
  readonly people: number;
}

/** Squares by place. */
export interface SquareIndex {
  readonly squares: readonly Square[];
  /** The squares that lie in this one, itself included where it is one of them. */
  within(square: Square): readonly Square[];
}

/**
 * Across, a place is a share of the width: the same cells asked for at another width are the same cells,
 * though their positions in px differ.
 */
export function indexSquares(cells: Cells, viewportWidth: number): SquareIndex {
  const squares: Square[] = [];
  const buckets = new Map<string, Square[]>();
  for (let i = 0; i < cells.length; i++) {
    const square = squareOf(cells, i, viewportWidth);
    squares.push(square);
    const key = bucketOf(square.fixed, middle(square.top, square.bottom));
    const bucket = buckets.get(key);
    if (bucket === undefined) buckets.set(key, [square]);
    else bucket.push(square);
  }
  for (const bucket of buckets.values()) bucket.sort((a, b) => a.left - b.left);
  return { squares, within: (square) => findWithin(buckets, square) };
}

/** Share of a square that others within it cover, where they do not overlap. */
export function coverOf(square: Square, within: readonly Square[]): number {
  return within.reduce((sum, other) => sum + areaOf(other), 0) / areaOf(square);
}

function squareOf(cells: Cells, row: number, viewportWidth: number): Square {
  const half = (cells.size[row] ?? 0) / 2;
  const x = cells.x[row] ?? 0;
  const y = cells.y[row] ?? 0;
  return {
    row,
    left: (x - half) / viewportWidth,
    right: (x + half) / viewportWidth,
    top: y - half,
    bottom: y + half,
    fixed: cells.fixed[row] === 1,
    count: cells.count[row] ?? 0,
    people: cells.people[row] ?? 0,
  };
}

/** Height of a bucket, CSS px: that of a common cell, so that few are looked through. */
const BUCKET = 20;

const bucketOf = (fixed: boolean, y: number): string => `${fixed} ${Math.floor(y / BUCKET)}`;

const middle = (a: number, b: number): number => (a + b) / 2;

const areaOf = ({ left, right, top, bottom }: Square): number => (right - left) * (bottom - top);

/** Positions are kept with 24 bits, so edges that are the same may differ a little. */
const SLACK = 0.01;

function findWithin(buckets: ReadonlyMap<string, readonly Square[]>, square: Square): Square[] {
  const across = (square.right - square.left) * SLACK;
  const down = (square.bottom - square.top) * SLACK;
  const found: Square[] = [];
  const last = Math.floor(square.bottom / BUCKET);
  for (let row = Math.floor(square.top / BUCKET); row <= last; row++) {
    const bucket = buckets.get(bucketOf(square.fixed, row * BUCKET)) ?? [];
    for (let i = firstFrom(bucket, square.left - across); i < bucket.length; i++) {
      const other = bucket[i];
      if (other === undefined || other.left > square.right) break;
      const isIn =
        other.right <= square.right + across &&
        other.top >= square.top - down &&
        other.bottom <= square.bottom + down;
      if (isIn) found.push(other);
    }
  }
  return found;
}

function firstFrom(sorted: readonly Square[], left: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const half = (low + high) >> 1;
    if ((sorted[half]?.left ?? 0) < left) low = half + 1;
    else high = half;
  }
  return low;
}

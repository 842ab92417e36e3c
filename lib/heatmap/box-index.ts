import type { ElementBox } from '../protocol/heat';

/** Finds what lies under a point. */
export interface BoxIndex {
  /** Position in the list of the smallest box around the point, or -1. */
  find(x: number, y: number): number;
}

/** Edge of a square of the index, CSS px. */
const SQUARE = 64;

/** Squares at most: a page of 10,000 × 100,000 px. Boxes beyond it are cut off. */
const MOST_SQUARES = 250_000;

/**
 * Sorts the boxes of one kind into squares, smallest first. A square that one box covers whole takes
 * no larger ones, so a page full of nested boxes costs no more than its smallest.
 */
export function createBoxIndex(boxes: readonly ElementBox[], fixed: boolean): BoxIndex {
  const order = [...boxes.keys()]
    .filter((i) => boxes[i]?.fixed === fixed && areaOf(boxes[i]) > 0)
    .sort((a, b) => areaOf(boxes[a]) - areaOf(boxes[b]) || b - a);
  const frame = frameOf(order.map((i) => boxes[i]?.box ?? NONE));
  const squares: number[][] = Array.from({ length: frame.columns * frame.rows }, () => []);
  const covered = new Uint8Array(squares.length);
  for (const i of order) {
    const box = boxes[i]?.box ?? NONE;
    forSquares(frame, box, (square, whole) => {
      if (covered[square] === 1) return;
      squares[square]?.push(i);
      if (whole) covered[square] = 1;
    });
  }
  return {
    find(x, y) {
      const column = Math.floor((x - frame.left) / SQUARE);
      const row = Math.floor((y - frame.top) / SQUARE);
      if (!(column >= 0 && column < frame.columns && row >= 0 && row < frame.rows)) return -1;
      for (const i of squares[row * frame.columns + column] ?? []) {
        const [left, top, width, height] = boxes[i]?.box ?? NONE;
        if (x >= left && x < left + width && y >= top && y < top + height) return i;
      }
      return -1;
    },
  };
}

type Box = ElementBox['box'];

const NONE: Box = [0, 0, 0, 0];

const areaOf = (element: ElementBox | undefined): number =>
  element === undefined ? 0 : Math.max(0, element.box[2]) * Math.max(0, element.box[3]);

interface Frame {
  readonly left: number;
  readonly top: number;
  readonly columns: number;
  readonly rows: number;
}

function frameOf(boxes: readonly Box[]): Frame {
  if (boxes.length === 0) return { left: 0, top: 0, columns: 0, rows: 0 };
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const [x, y, width, height] of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  left = Math.max(left, -FARTHEST);
  top = Math.max(top, -FARTHEST);
  const columns = Math.min(Math.ceil((right - left) / SQUARE), MOST_SQUARES);
  const rows = Math.min(Math.ceil((bottom - top) / SQUARE), Math.floor(MOST_SQUARES / columns));
  return { left, top, columns: Math.max(columns, 0), rows: Math.max(rows, 0) };
}

/** Pages hide things far off to the left; nobody clicks there. */
const FARTHEST = 5_000;

function forSquares(
  { left, top, columns, rows }: Frame,
  [x, y, width, height]: Box,
  visit: (square: number, whole: boolean) => void,
): void {
  const firstColumn = Math.max(0, Math.floor((x - left) / SQUARE));
  const lastColumn = Math.min(columns - 1, Math.floor((x + width - left) / SQUARE));
  const firstRow = Math.max(0, Math.floor((y - top) / SQUARE));
  const lastRow = Math.min(rows - 1, Math.floor((y + height - top) / SQUARE));
  for (let row = firstRow; row <= lastRow; row++) {
    const tall = top + row * SQUARE >= y && top + (row + 1) * SQUARE <= y + height;
    for (let column = firstColumn; column <= lastColumn; column++) {
      const wide = left + column * SQUARE >= x && left + (column + 1) * SQUARE <= x + width;
      visit(row * columns + column, tall && wide);
    }
  }
}

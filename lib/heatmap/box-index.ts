import type { ElementBox } from '../protocol/heat';

/** Finds what lies under a point. */
export interface BoxIndex {
  /** Position in the list of the smallest box around the point, or -1. */
  find(x: number, y: number): number;
}

/** Part of the plane, CSS px. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Edge of a square of the index, CSS px. In huge areas squares are larger. */
const SQUARE = 64;

const MOST_SQUARES = 100_000;

/**
 * Sorts the boxes of one kind into the squares of an area, smallest first. A square that one box
 * covers whole takes no larger ones, so a page of nested boxes costs no more than its smallest.
 * The area is where one will look: a box that lies miles beside the page cannot make it larger.
 */
export function createBoxIndex(boxes: readonly ElementBox[], fixed: boolean, area: Area): BoxIndex {
  const order = [...boxes.keys()]
    .filter((i) => boxes[i]?.fixed === fixed && areaOf(boxes[i]) > 0)
    .sort((a, b) => areaOf(boxes[a]) - areaOf(boxes[b]) || b - a);
  const frame = frameOf(area);
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
      const column = Math.floor((x - frame.left) / frame.edge);
      const row = Math.floor((y - frame.top) / frame.edge);
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
  readonly edge: number;
  readonly columns: number;
  readonly rows: number;
}

function frameOf({ left, top, right, bottom }: Area): Frame {
  if (!(right >= left && bottom >= top)) return { left: 0, top: 0, edge: 1, columns: 0, rows: 0 };
  let edge = SQUARE;
  const count = (length: number) => Math.floor(length / edge) + 1;
  while (count(right - left) * count(bottom - top) > MOST_SQUARES) edge *= 2;
  return { left, top, edge, columns: count(right - left), rows: count(bottom - top) };
}

function forSquares(
  { left, top, edge, columns, rows }: Frame,
  [x, y, width, height]: Box,
  visit: (square: number, whole: boolean) => void,
): void {
  const firstColumn = Math.max(0, Math.floor((x - left) / edge));
  const lastColumn = Math.min(columns - 1, Math.floor((x + width - left) / edge));
  const firstRow = Math.max(0, Math.floor((y - top) / edge));
  const lastRow = Math.min(rows - 1, Math.floor((y + height - top) / edge));
  for (let row = firstRow; row <= lastRow; row++) {
    const tall = top + row * edge >= y && top + (row + 1) * edge <= y + height;
    for (let column = firstColumn; column <= lastColumn; column++) {
      const wide = left + column * edge >= x && left + (column + 1) * edge <= x + width;
      visit(row * columns + column, tall && wide);
    }
  }
}

import type { Unit } from '../protocol/heat-kinds';
import type { Cells } from './cells';
import { hasUnit, wilsonMargin } from './elements';
import { roundCount, roundShare } from './rounding';

/** A part of the page, or, where `fixed`, of the viewport. CSS px: `[left, top, width, height]`. */
export interface HeatBox {
  /** Which of the things asked about it belongs to. */
  readonly target: number;
  readonly fixed: boolean;
  readonly box: readonly [number, number, number, number];
}

export interface Heat {
  /** Share of all shown clicks, 0 to 1. */
  readonly share: number;
  /** Half-width of the 95 % interval of the share; null where nobody was counted, or clicks alone. */
  readonly margin: number | null;
}

/**
 * Heat on things that may lie in each other: a cell counts for every target whose boxes hold its
 * centre, and once for a target that has several such boxes. (`rankSteps` gives a cell to the
 * smallest box alone.) Null: a target without a box, which is not to be seen.
 *
 * Where clicks alone are known there is no interval: one person may be all of them.
 *
 * Cells are sorted into squares first, so that the cost is that of the cells under the boxes.
 */
export function heatInBoxes(
  cells: Cells,
  boxes: readonly HeatBox[],
  targets: number,
  scaleX: number,
  unit: Unit,
): (Heat | null)[] {
  const onPage = squaresOf(cells, false, scaleX);
  const onViewport = squaresOf(cells, true, scaleX);
  const counted = new Int32Array(cells.length).fill(-1);
  const clicks: (number | null)[] = new Array(targets).fill(null);
  let total = 0;
  let observations = 0;
  for (let i = 0; i < cells.length; i++) {
    const count = Math.max(0, cells.count[i] ?? 0);
    total += count;
    observations += Math.max(0, Math.min(cells.people[i] ?? 0, count));
  }
  // By target, so that one stamp a cell tells whether it was counted for this target already.
  for (const { target, fixed, box } of boxes.toSorted((a, b) => a.target - b.target)) {
    if (target < 0 || target >= targets) continue;
    let sum = clicks[target] ?? 0;
    for (const i of within(fixed ? onViewport : onPage, box)) {
      const x = (cells.x[i] ?? 0) * scaleX;
      const y = cells.y[i] ?? 0;
      const [left, top, width, height] = box;
      const isIn = x >= left && x < left + width && y >= top && y < top + height;
      if (!isIn || counted[i] === target) continue;
      counted[i] = target;
      sum += Math.max(0, cells.count[i] ?? 0);
    }
    clicks[target] = sum;
  }
  return clicks.map((sum) => {
    if (sum === null || total === 0) return null;
    const share = roundShare(sum, total);
    const margin = hasUnit(unit) ? wilsonMargin(share, roundCount(observations)) : null;
    return { share, margin };
  });
}

/** Edge of a square, CSS px. */
const SQUARE = 128;

type Squares = ReadonlyMap<string, readonly number[]>;

function squaresOf(cells: Cells, fixed: boolean, scaleX: number): Squares {
  const squares = new Map<string, number[]>();
  for (let i = 0; i < cells.length; i++) {
    if ((cells.fixed[i] === 1) !== fixed) continue;
    const key = keyOf(squareOf((cells.x[i] ?? 0) * scaleX), squareOf(cells.y[i] ?? 0));
    const there = squares.get(key);
    if (there) there.push(i);
    else squares.set(key, [i]);
  }
  return squares;
}

function* within(squares: Squares, [left, top, width, height]: HeatBox['box']): Generator<number> {
  const columns = squareOf(left + width) - squareOf(left) + 1;
  const rows = squareOf(top + height) - squareOf(top) + 1;
  if (!(columns > 0 && rows > 0)) return;
  // A box of a whole long page has more squares than there are with cells in them.
  if (columns * rows > squares.size) {
    for (const cells of squares.values()) yield* cells;
    return;
  }
  for (let column = 0; column < columns; column++) {
    for (let row = 0; row < rows; row++) {
      yield* squares.get(keyOf(squareOf(left) + column, squareOf(top) + row)) ?? [];
    }
  }
}

const squareOf = (px: number): number => Math.floor(px / SQUARE);
const keyOf = (column: number, row: number): string => `${column} ${row}`;

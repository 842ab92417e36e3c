import { effectiveK } from '../../heatmap/anonymity';
import { type Cell, type Cells, cellAt, toCells } from '../../heatmap/cells';

interface Level {
  readonly size: number;
  readonly cells: Cells;
}

/**
 * The finest squares that at least k people stand behind; where none of a square's parts has so many,
 * the square itself. A square that has parts which are shown is not shown: what is left of it would
 * be a number about few.
 *
 * @param levels - Finest first, squares of each counted from the page's corner.
 */
export function mergeLevels(levels: readonly Level[], k: number): Cells {
  const least = effectiveK(k);
  const kept: Cell[] = [];
  for (const { size, cells } of levels) {
    // Parts of squares of this size that are shown already.
    const covered = new Set(kept.map((cell) => squareOf(cell, size)));
    for (let row = 0; row < cells.length; row++) {
      const cell = cellAt(cells, row);
      if (cell.people >= least && !covered.has(squareOf(cell, size))) kept.push(cell);
    }
  }
  return toCells(kept);
}

const squareOf = ({ x, y, fixed }: Cell, size: number): string =>
  `${Math.floor(x / size)},${Math.floor(y / size)},${fixed}`;

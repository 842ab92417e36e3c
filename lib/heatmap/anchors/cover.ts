import type { ElementBox } from '../../protocol/heat';
import type { Tolerance } from './snap';

/** How likely a click is at a place, by what can be clicked there. */
export interface Cover {
  /** By how much a click is likelier here than by chance, in nats; 0: nothing is there. CSS px. */
  at(x: number, y: number): number;
}

/** Edges of a square of the cover, CSS px. */
const ACROSS = 4;
const DOWN = 6;
const MOST_SQUARES = 4_000_000;

/** What covers a whole part of the page says nothing about where in it a click belongs, CSS px. */
const TALLEST = 480;

/** Height that a click may as well have come from by chance, CSS px: as far as parts are sought. */
const BY_CHANCE = 960;

/** The most that is told apart, in nats. */
const MOST = 8;

/**
 * Lays the boxes out as likelihoods. A click on something small says more than one on something large,
 * which chance would have hit as well: it counts by the logarithm of how dense clicks are in a box
 * against none. Clicks lie around the middle, with a spread of a quarter of the box each way (the
 * effective width of Fitts' law, MacKenzie 1992, section 3.4: 4.13 standard deviations).
 *
 * @returns null where there is nothing to click, or too large a page to lay out
 */
export function coverOf(
  boxes: readonly ElementBox[],
  isFixed: boolean,
  step: Tolerance,
): Cover | null {
  const page = boxes.filter(({ fixed, interactive }) => fixed === isFixed && interactive !== false);
  const right = Math.max(0, ...page.map(({ box }) => box[0] + box[2]));
  const bottom = Math.max(0, ...page.map(({ box }) => box[1] + box[3]));
  const columns = Math.ceil(right / ACROSS) + 1;
  const rows = Math.ceil(bottom / DOWN) + 1;
  if (page.length === 0 || !(columns * rows <= MOST_SQUARES)) return null;
  const squares = new Uint8Array(columns * rows);
  for (const { box } of page) lay({ squares, columns, rows }, box, step, right * BY_CHANCE);
  return {
    at(x, y) {
      const column = Math.floor(x / ACROSS);
      const row = Math.floor(y / DOWN);
      const isOn = column >= 0 && column < columns && row >= 0 && row < rows;
      return isOn ? ((squares[row * columns + column] ?? 0) / 255) * MOST : 0;
    },
  };
}

interface Squares {
  readonly squares: Uint8Array;
  readonly columns: number;
  readonly rows: number;
}

/** Of boxes over each other the likeliest counts. */
function lay(
  { squares, columns, rows }: Squares,
  [left, top, width, height]: ElementBox['box'],
  step: Tolerance,
  byChance: number,
): void {
  if (!(width > 0 && height > 0) || height > TALLEST) return;
  const down = bell(height, step.y);
  const across = bell(width, step.x);
  const peak = byChance / (down.side * across.side);
  const lastRow = Math.min(rows - 1, Math.floor((top + height + step.y) / DOWN));
  const lastColumn = Math.min(columns - 1, Math.floor((left + width + step.x) / ACROSS));
  for (let row = Math.max(0, Math.floor((top - step.y) / DOWN)); row <= lastRow; row++) {
    const inRow = peak * down.at((row + 0.5) * DOWN - top);
    for (
      let column = Math.max(0, Math.floor((left - step.x) / ACROSS));
      column <= lastColumn;
      column++
    ) {
      const value = Math.log1p(inRow * across.at((column + 0.5) * ACROSS - left));
      const square = row * columns + column;
      const told = Math.min(255, Math.round((255 * value) / MOST));
      if ((squares[square] ?? 0) < told) squares[square] = told;
    }
  }
}

/** Where in a side a click is told to be: its own spread, and that of what the source rounds. */
function bell(side: number, step: number) {
  const variance = (side / 4) ** 2 + step ** 2 / 3;
  return {
    /** The side of a box with this spread. */
    side: 4 * Math.sqrt(variance),
    at: (px: number): number => Math.exp(-((px - side / 2) ** 2) / (2 * variance)),
  };
}

import { HushmapError } from '../../core/errors';
import { createCellColumns } from '../cell-columns';
import type { PlacedHeat } from '../contract';
import { readPoints } from './response';

/** Edge of a cell, CSS px: as fine as the other sources, and coarse enough for clicks to meet. */
const SIZE = 16;

/** CSS px. */
interface Page {
  readonly width: number;
  readonly height: number;
}

/** Single clicks into cells of 16 px, while rows arrive. */
export interface Bins {
  add(rows: readonly unknown[], first: number): void;
  finish(): Pick<PlacedHeat, 'cells' | 'gridErrorX' | 'gridErrorY' | 'unusable'>;
}

/**
 * Lays clicks on a page of this width and height. A click beyond the page is left out and counted,
 * and so is one at exactly 0, 0: that is what OpenReplay makes of a click whose place it does not know.
 */
export function createBins(page: Page, host: string): Bins {
  const counts = new Map<number, number>();
  const columns = Math.ceil(page.width / SIZE);
  let unusable = 0;
  return {
    add(rows, first) {
      for (const { normalizedX, normalizedY } of readPoints(rows, first, host)) {
        const isKnown = normalizedX !== 0 || normalizedY !== 0;
        if (!isKnown || !isPercent(normalizedX) || !isPercent(normalizedY)) {
          unusable += 1;
          continue;
        }
        const bin = binOf(normalizedY, page.height) * columns + binOf(normalizedX, page.width);
        counts.set(bin, (counts.get(bin) ?? 0) + 1);
      }
    },
    finish() {
      if (unusable > 0 && counts.size === 0) {
        throw new HushmapError('source.badShape', [host, 'data.0']);
      }
      const cells = createCellColumns(Math.max(counts.size, 1));
      for (const [bin, count] of counts) {
        const x = ((bin % columns) + 0.5) * SIZE;
        const y = (Math.floor(bin / columns) + 0.5) * SIZE;
        // All that OpenReplay knows: k counts clicks here, and the unit says so.
        cells.add(x, y, SIZE, count, count, false);
      }
      return { cells: cells.finish(), gridErrorX: SIZE / 2, gridErrorY: SIZE / 2, unusable };
    },
  };
}

const isPercent = (value: number | null): value is number =>
  value !== null && value >= 0 && value <= 100;

/** The cell that a percentage of a length lies in; the very end belongs to the last one. */
const binOf = (percent: number, length: number): number =>
  Math.min(Math.floor((percent * length) / 100 / SIZE), Math.ceil(length / SIZE) - 1);

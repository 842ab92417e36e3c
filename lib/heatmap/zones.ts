import type { Unit } from '../protocol/heat-kinds';
import { effectiveK } from './anonymity';
import { type Cells, cellAt } from './cells';
import { wilsonMargin } from './elements';
import { roundCount } from './rounding';

/** A part of the page, or, where `fixed`, of the viewport. CSS px: `[left, top, width, height]`. */
export interface ZoneBox {
  readonly fixed: boolean;
  readonly box: readonly [number, number, number, number];
}

export interface Zone {
  /** Clicks, rounded. */
  readonly count: number;
  /** Share of all shown clicks, 0 to 1, and half the width of its 95 % interval; null: the unit is clicks. */
  readonly share: number;
  readonly margin: number | null;
  /** Distinct people: at least the most of one cell, at most all cells together; both rounded. */
  readonly leastPeople: number;
  readonly mostPeople: number;
}

/**
 * Sums the shown cells whose centres lie in a picked section; a cell in several of its boxes counts once.
 *
 * Nobody counted the people of the section: one person may be in several cells. They are at least those of
 * its fullest cell, so a section with one cell of k people has k, and no more than all together. A section
 * that is all but a part of a larger one can be subtracted from it; what is left are then cells that k
 * people stand behind each, since nothing else is summed.
 *
 * The interval is Wilson's (1927); its unit is one person in one cell, as in `rankElements`.
 *
 * @param cells - Cells that may be shown; any under k are left out here as well.
 * @param scaleX - Turns a cell's x into CSS px of the page as it is now.
 * @returns null where no cell of the section may be shown.
 */
export function sumZone(
  cells: Cells,
  boxes: readonly ZoneBox[],
  k: number,
  scaleX: number,
  unit: Unit,
): Zone | null {
  const least = effectiveK(k);
  let all = 0;
  let observations = 0;
  let count = 0;
  let leastPeople = 0;
  let mostPeople = 0;
  for (let i = 0; i < cells.length; i++) {
    const cell = cellAt(cells, i);
    if (!(cell.count > 0) || !(cell.people >= least)) continue;
    if (!Number.isFinite(cell.count) || !Number.isFinite(cell.people)) continue;
    all += cell.count;
    observations += Math.min(cell.people, cell.count);
    const x = cell.x * scaleX;
    if (!boxes.some((box) => box.fixed === cell.fixed && isIn(x, cell.y, box.box))) continue;
    count += cell.count;
    leastPeople = Math.max(leastPeople, cell.people);
    mostPeople += cell.people;
  }
  if (count === 0) return null;
  const share = count / all;
  return {
    count: roundCount(count),
    share,
    margin: unit === 'clicks' ? null : wilsonMargin(share, observations),
    leastPeople: roundCount(leastPeople),
    mostPeople: roundCount(mostPeople),
  };
}

const isIn = (x: number, y: number, [left, top, width, height]: ZoneBox['box']): boolean =>
  x >= left && x < left + width && y >= top && y < top + height;

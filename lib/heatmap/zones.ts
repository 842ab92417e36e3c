import type { Unit } from '../protocol/heat-kinds';
import { effectiveK, usable } from './anonymity';
import type { Cells } from './cells';
import { wilsonMargin } from './elements';
import { ceilCount, floorCount, roundCount, roundShare } from './rounding';

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
  /** Distinct people: at least the most of one cell, at most all cells together; rounded down and up. */
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
 * The interval is Wilson's (1927); its unit is one person in one cell, as in `rankSteps`.
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
  const isInZone = insideOf(boxes);
  let all = 0;
  let observations = 0;
  let count = 0;
  let leastPeople = 0;
  let mostPeople = 0;
  for (let i = 0; i < cells.length; i++) {
    const clicks = usable(cells.count[i]);
    const people = usable(cells.people[i]);
    if (clicks === 0 || people < least) continue;
    all += clicks;
    observations += Math.min(people, clicks);
    if (!isInZone((cells.x[i] ?? 0) * scaleX, cells.y[i] ?? 0, cells.fixed[i] === 1)) continue;
    count += clicks;
    leastPeople = Math.max(leastPeople, people);
    mostPeople += people;
  }
  if (count === 0) return null;
  const share = roundShare(count, all);
  return {
    count: roundCount(count),
    share,
    margin: unit === 'clicks' ? null : wilsonMargin(share, roundCount(observations)),
    leastPeople: floorCount(leastPeople, least),
    mostPeople: ceilCount(mostPeople),
  };
}

/** Whether a place lies in one of the boxes: on the page, or on the viewport where it is `fixed`. */
export function insideOf(
  boxes: readonly ZoneBox[],
): (x: number, y: number, fixed: boolean) => boolean {
  return (x, y, fixed) =>
    boxes.some((each) => {
      const [left, top, width, height] = each.box;
      if (each.fixed !== fixed) return false;
      return x >= left && x < left + width && y >= top && y < top + height;
    });
}

/** Cells where they lie on the page as it is now, as `place` says, from where they were recorded. */
export function placeCells(
  cells: Cells,
  place: (x: number, y: number, fixed: boolean) => readonly [x: number, y: number],
): Cells {
  const x = new Float32Array(cells.length);
  const y = new Float32Array(cells.length);
  for (let i = 0; i < cells.length; i++) {
    const at = place(cells.x[i] ?? 0, cells.y[i] ?? 0, cells.fixed[i] === 1);
    x[i] = at[0];
    y[i] = at[1];
  }
  return { ...cells, x, y };
}

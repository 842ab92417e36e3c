import { byRows, type Steps } from '../core/steps';
import type { ElementBox, Provenance, RankedElement } from '../protocol/heat';
import { type Area, createBoxIndex } from './box-index';
import type { Cells } from './cells';
import { floorCount, roundCount, roundShare } from './rounding';

export interface RankedElements {
  /** Most clicked first; elements without clicks are left out. */
  readonly elements: RankedElement[];
  /** Share of all shown clicks that lie on no listed element, 0 to 1. */
  readonly unplaced: number;
  /** Cells that belong to a listed element, and those that do not. */
  readonly placedCells: number;
  readonly otherCells: number;
  /** People (or sessions) in one cell each, all together: what the intervals rest on. */
  readonly observations: number;
}

/** Position of the box that a place belongs to, or -1. CSS px of the page now. */
export type Find = (x: number, y: number, fixed: boolean) => number;

/** Finds the smallest box around a place of these cells. */
export function finderOf(cells: Cells, boxes: readonly ElementBox[], scaleX: number): Find {
  const onPage = createBoxIndex(boxes, false, areaOf(cells, false, scaleX));
  const onViewport = createBoxIndex(boxes, true, areaOf(cells, true, scaleX));
  return (x, y, fixed) => (fixed ? onViewport : onPage).find(x, y);
}

/**
 * Counts the shown clicks by element. A cell belongs to the smallest box that its centre lies in (of
 * equal ones, the last listed, which lies on top); fixed cells belong to fixed boxes alone.
 *
 * `scaleX` turns a cell's x, given at the recorded width, into CSS px of the page as it is now.
 * Shares are those of rounded counts. Without a `unit`, and where clicks alone are known, the margin is null: one person may be them all.
 */
export function* rankSteps(
  cells: Cells,
  boxes: readonly ElementBox[],
  scaleX: number,
  unit: Provenance['unit'] | null = 'people',
  find: Find = finderOf(cells, boxes, scaleX),
): Steps<RankedElements> {
  const counts = new Float64Array(boxes.length);
  const people = new Float64Array(boxes.length);
  let total = 0;
  let placed = 0;
  let observations = 0;
  let cellsPlaced = 0;
  let cellsInAll = 0;
  yield* byRows(
    cells.length,
    (from, to) => {
      for (let i = from; i < to; i++) {
        const count = cells.count[i] ?? 0;
        if (!(count > 0)) continue;
        total += count;
        cellsInAll++;
        observations += Math.min(cells.people[i] ?? 0, count);
        const box = find((cells.x[i] ?? 0) * scaleX, cells.y[i] ?? 0, cells.fixed[i] === 1);
        if (box < 0) continue;
        counts[box] = (counts[box] ?? 0) + count;
        people[box] = Math.max(people[box] ?? 0, cells.people[i] ?? 0);
        placed += count;
        cellsPlaced++;
      }
    },
    SOUGHT_A_STEP,
  );
  const ranked = [...counts.keys()]
    .filter((i) => (counts[i] ?? 0) > 0)
    .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0));
  return {
    elements: ranked.flatMap((i) => {
      const box = boxes[i];
      if (box === undefined) return [];
      const share = roundShare(counts[i] ?? 0, total);
      return [
        {
          ref: box.ref,
          label: box.label,
          role: box.role,
          count: roundCount(counts[i] ?? 0),
          share,
          margin: hasUnit(unit) ? wilsonMargin(share, roundCount(observations)) : null,
          people: floorCount(people[i] ?? 0, 1),
          fixed: box.fixed,
          box: box.box,
        },
      ];
    }),
    unplaced: roundShare(total - placed, total),
    placedCells: cellsPlaced,
    otherCells: cellsInAll - cellsPlaced,
    observations,
  };
}

/** Cells of one step: to seek the element of each takes tens of times as long as to add it up. */
const SOUGHT_A_STEP = 4_096;

/** Whether what was counted is somebody, so that a share has an interval. */
export const hasUnit = (unit: Provenance['unit'] | null): boolean =>
  unit === 'people' || unit === 'sessions';

/** Where the cells of one kind lie, on the page as it is now. */
function areaOf(cells: Cells, fixed: boolean, scaleX: number): Area {
  const area = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (let i = 0; i < cells.length; i++) {
    if ((cells.fixed[i] === 1) !== fixed) continue;
    const x = (cells.x[i] ?? 0) * scaleX;
    const y = cells.y[i] ?? 0;
    if (x < area.left) area.left = x;
    if (x > area.right) area.right = x;
    if (y < area.top) area.top = y;
    if (y > area.bottom) area.bottom = y;
  }
  return area;
}

/**
 * Half-width of the 95 % score interval of a share (Wilson 1927).
 *
 * An observation is one person (or session) in one cell: somebody who clicks one spot ten times says
 * no more than once that it matters. The same person in two cells counts twice, as the source gives
 * no more, so the margin is a little too narrow where people click all over the page.
 */
export function wilsonMargin(share: number, observations: number): number | null {
  if (!(observations > 0)) return null;
  const spread = (share * (1 - share)) / observations + Z_95 ** 2 / (4 * observations ** 2);
  return (Z_95 * Math.sqrt(spread)) / (1 + Z_95 ** 2 / observations);
}

/** 97.5th percentile of the normal distribution. */
export const Z_95 = 1.959964;

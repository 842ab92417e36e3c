import type { Unit } from '../../protocol/heat-kinds';
import type { AnchoredCells } from '../anchored';
import { type ComparedElement, compareSums, type Sums } from './compare-elements';
import { areTested } from './compare-maps';

/** One of two maps by element, and the element of the page that each of its anchors has found. */
export interface AnchoredSide {
  readonly cells: AnchoredCells;
  readonly unit: Unit;
  /** Anchor → index of the element, the same in both sides; an anchor that found none is not in it. */
  readonly elements: ReadonlyMap<number, number>;
}

/**
 * Elements of a page in two maps that are given by element (`compareElements`). Anchors that name the
 * same element are one. What was found on neither side still counts among all visits.
 *
 * @param length - How many elements there are.
 */
export function compareAnchored(
  a: AnchoredSide,
  b: AnchoredSide,
  length: number,
): ComparedElement[] {
  return compareSums(sumsOf(a, length), sumsOf(b, length), areTested(a.unit, b.unit));
}

function sumsOf({ cells, elements }: AnchoredSide, length: number): Sums {
  const clicks = new Float64Array(length);
  const visits = new Float64Array(length);
  let allClicks = 0;
  let allVisits = 0;
  for (let i = 0; i < cells.length; i++) {
    const count = cells.count[i] ?? 0;
    if (!(count > 0)) continue;
    const people = Math.min(Math.max(0, cells.people[i] ?? 0), count);
    allClicks += count;
    allVisits += people;
    const element = elements.get(cells.anchor[i] ?? -1);
    if (element === undefined) continue;
    clicks[element] = (clicks[element] ?? 0) + count;
    visits[element] = (visits[element] ?? 0) + people;
  }
  return { clicks, visits, allClicks, allVisits };
}

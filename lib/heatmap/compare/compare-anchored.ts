import type { Unit } from '../../protocol/heat-kinds';
import type { AnchoredCells } from '../anchored';
import { type ComparedElement, compareSums, type Sums, sumBy } from './compare-elements';
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

const sumsOf = ({ cells, elements }: AnchoredSide, length: number): Sums =>
  sumBy(cells, length, (i) => elements.get(cells.anchor[i] ?? -1) ?? -1);

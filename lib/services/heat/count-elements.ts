import { inTurns } from '../../core/steps';
import { registerSteps } from '../../heatmap/anchors/register';
import { placeOf, type Shift } from '../../heatmap/anchors/shifts';
import { createSnap, isWithinBand, type Snap, toleranceOf } from '../../heatmap/anchors/snap';
import { type RankedElements, rankSteps } from '../../heatmap/elements';
import type { Reanchored, ShiftsTold } from '../../protocol/heat';
import type { Parsed } from '../../protocol/messages';
import type { StoredMap } from './ports';

/** How far parts of the page, and of what stays with the viewport, have moved. */
export interface Shifts {
  readonly page: ShiftsTold;
  readonly fixed: ShiftsTold;
}

/**
 * Counts clicks by element. Within the band that they were recorded in, a click belongs to the
 * element beneath it, as exactly as its source knows places, and the overlay is told how far parts of
 * the page have moved, to draw it there. Sample heat was laid on the elements from the start.
 *
 * @param known - How parts have moved, where it was found from more of the same map's cells
 */
export async function countByElement(
  map: StoredMap,
  { boxes, scaleX }: Pick<Parsed<'overlay.elements'>, 'boxes' | 'scaleX'>,
  known?: Shifts,
): Promise<
  RankedElements & {
    readonly reanchored: Reanchored | null;
    readonly shifts: Shifts | null;
  }
> {
  const { find, shifts } = await elementFinder(map, boxes, scaleX, known);
  const { unit } = map.summary.provenance;
  const ranked = await inTurns(rankSteps(map.cells, boxes, scaleX, unit, find));
  if (shifts === null) return { ...ranked, reanchored: null, shifts };
  const { placedCells: anchored, otherCells: kept } = ranked;
  return {
    ...ranked,
    reanchored: { anchored, kept, registered: shifts.page.length + shifts.fixed.length > 0 },
    shifts,
  };
}

/**
 * How the clicks of a map find their elements; without `find`: the smallest box around a place.
 *
 * @param scaleX CSS px of the recorded width to CSS px of the page now
 */
export async function elementFinder(
  { cells, summary: { provenance } }: StoredMap,
  boxes: Parsed<'overlay.elements'>['boxes'],
  scaleX: number,
  known?: Shifts,
): Promise<{ readonly find: Snap | undefined; readonly shifts: Shifts | null }> {
  const { kind, viewportWidth } = provenance;
  if (kind === 'sample' || !isWithinBand(scaleX)) return { find: undefined, shifts: null };
  const width = viewportWidth * scaleX;
  const step = toleranceOf(provenance, width);
  const shiftsOf = async (fixed: boolean): Promise<ShiftsTold> =>
    told(await inTurns(registerSteps(cells, boxes, scaleX, { fixed, width, step })));
  const shifts = known ?? { page: await shiftsOf(false), fixed: await shiftsOf(true) };
  const snap = createSnap(boxes, step);
  const find: Snap = (x, y, fixed) =>
    snap(...placeOf(fixed ? shifts.fixed : shifts.page, x, y), fixed);
  return { find, shifts };
}

const told = (shifts: readonly Shift[]): ShiftsTold =>
  shifts.map((shift) => ({ ...shift, across: [...shift.across] }));

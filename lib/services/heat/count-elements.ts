import { placeOf, registerCells, type Shift } from '../../heatmap/anchors/register';
import { createSnap, isWithinBand, toleranceOf } from '../../heatmap/anchors/snap';
import { rankElements } from '../../heatmap/elements';
import type { Reanchored } from '../../protocol/heat';
import type { Parsed } from '../../protocol/messages';
import type { StoredMap } from './ports';

/** How far parts of the page, and of what stays with the viewport, have moved. */
export interface Shifts {
  readonly page: Shift[];
  readonly fixed: Shift[];
}

/**
 * Counts clicks by element. Within the band that they were recorded in, a click belongs to the
 * element beneath it, as exactly as its source knows places, and the overlay is told how far parts of
 * the page have moved, to draw it there. Sample heat was laid on the elements from the start.
 *
 * @param known - How parts have moved, where it was found from more of the same map's cells
 */
export function countByElement(
  { cells, summary: { provenance } }: StoredMap,
  { boxes, scaleX }: Pick<Parsed<'overlay.elements'>, 'boxes' | 'scaleX'>,
  known?: Shifts,
): ReturnType<typeof rankElements> & {
  readonly reanchored: Reanchored | null;
  readonly shifts: Shifts | null;
} {
  const { unit, kind, viewportWidth } = provenance;
  if (kind === 'sample' || !isWithinBand(scaleX)) {
    return { ...rankElements(cells, boxes, scaleX, unit), reanchored: null, shifts: null };
  }
  const width = viewportWidth * scaleX;
  const shifts = known ?? {
    page: [...registerCells(cells, boxes, scaleX, { fixed: false, width })],
    fixed: [...registerCells(cells, boxes, scaleX, { fixed: true, width })],
  };
  const snap = createSnap(boxes, toleranceOf(provenance, width));
  const ranked = rankElements(cells, boxes, scaleX, unit, (x, y, fixed) =>
    snap(...placeOf(fixed ? shifts.fixed : shifts.page, x, y), fixed),
  );
  const { placedCells: anchored, otherCells: kept } = ranked;
  return {
    ...ranked,
    reanchored: { anchored, kept, registered: shifts.page.length + shifts.fixed.length > 0 },
    shifts,
  };
}

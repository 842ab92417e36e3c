import { placeOf } from '../../heatmap/anchors/shifts';
import { type Cells, emptyCells, selectCells } from '../../heatmap/cells';
import { insideOf, placeCells, sumZone } from '../../heatmap/zones';
import type { AnchoredReport } from '../../protocol/anchor-messages';
import type { ElementBox } from '../../protocol/heat';
import type { PickedZone, ZoneTold } from '../../protocol/zones';
import type { Shifts } from './count-elements';
import type { StoredMap } from './ports';

/** What lies in each picked section, of cells that lie where they are on the page now. */
export function countZones(
  { summary }: StoredMap,
  placed: Cells,
  zones: readonly ZoneTold[],
): PickedZone[] {
  const { k, provenance } = summary;
  return zones.map(({ ref, label, role, boxes }) => {
    const heat = sumZone(placed, boxes, k, 1, provenance.unit);
    return { ref, label, role, visible: boxes.length > 0, heat };
  });
}

/** Cells by place, on the page as it is now: stretched to its width, and moved with its parts. */
export function placedOnPage({ cells }: StoredMap, scaleX: number, shifts: Shifts | null): Cells {
  return placeCells(cells, (x, y, fixed) =>
    shifts === null ? [x * scaleX, y] : placeOf(fixed ? shifts.fixed : shifts.page, x * scaleX, y),
  );
}

/** Cells by element, where their elements are; those of elements that were not told lie nowhere. */
export function placedOnElements(
  { cells }: NonNullable<StoredMap['anchored']>,
  found: AnchoredReport['found'],
): Cells {
  const byAnchor = new Map(found.map((each) => [each.anchor, each]));
  const placed = emptyCells(cells.length);
  for (let i = 0; i < cells.length; i++) {
    const element = byAnchor.get(cells.anchor[i] ?? -1);
    const [left, top, width, height] = element?.box ?? NOWHERE;
    placed.x[i] = left + (cells.x[i] ?? 0) * width;
    placed.y[i] = top + (cells.y[i] ?? 0) * height;
    placed.count[i] = cells.count[i] ?? 0;
    placed.people[i] = cells.people[i] ?? 0;
    placed.fixed[i] = element?.fixed ? 1 : 0;
  }
  return placed;
}

const NOWHERE = [Number.NaN, Number.NaN, 0, 0] as const;

/** Elements whose middle lies in a section. */
export function elementsIn<T extends Pick<ElementBox, 'box' | 'fixed'>>(
  elements: readonly T[],
  { boxes }: ZoneTold,
): T[] {
  const isIn = insideOf(boxes);
  return elements.filter(({ box: [left, top, width, height], fixed }) =>
    isIn(left + width / 2, top + height / 2, fixed),
  );
}

/** Rows of `placed` that lie in a section. */
export function rowsIn(placed: Cells, { boxes }: ZoneTold): number[] {
  const isIn = insideOf(boxes);
  const rows: number[] = [];
  for (let i = 0; i < placed.length; i++) {
    if (isIn(placed.x[i] ?? 0, placed.y[i] ?? 0, placed.fixed[i] === 1)) rows.push(i);
  }
  return rows;
}

/** The cells of these rows. */
export function cellsOf(cells: Cells, rows: readonly number[]): Cells {
  const kept = new Set(rows);
  return selectCells(cells, (i) => kept.has(i));
}

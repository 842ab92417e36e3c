import { type AnchoredSide, compareAnchored } from '../../../heatmap/compare/compare-anchored';
import {
  type ComparedElement,
  compareElements,
  type PlacedSide,
} from '../../../heatmap/compare/compare-elements';
import type { Side } from '../../../heatmap/compare/compare-maps';
import type { AnchoredReport } from '../../../protocol/anchor-messages';
import type { ElementBox, RankedElement } from '../../../protocol/heat';
import type { ComparedHeatElement } from '../../../protocol/heat-comparison';
import { elementFinder } from '../count-elements';
import type { StoredMap } from '../ports';
import { testedUnit } from '../tested-unit';

export const sideOf = (map: StoredMap): Side => ({
  cells: map.cells,
  torn: map.torn,
  unit: testedUnit(map),
  viewportWidth: map.summary.provenance.viewportWidth,
});

/** Rows of elements in two maps by place. Each side's places go to elements as in its own map. */
export async function tableByPlace(
  a: StoredMap,
  b: StoredMap,
  { boxes, scaleX }: { readonly boxes: ElementBox[]; readonly scaleX: number },
): Promise<ComparedHeatElement[]> {
  // What was told is of B's width; the page now is as wide for both.
  const width = scaleX * b.summary.provenance.viewportWidth;
  const recorded = a.summary.provenance.viewportWidth;
  const scaleA = Math.abs(width - recorded) <= 1 ? 1 : width / recorded;
  const placed = async (map: StoredMap, scale: number): Promise<PlacedSide> => ({
    ...sideOf(map),
    scale,
    find: (await elementFinder(map, boxes, scale)).find,
  });
  const rows = compareElements(await placed(a, scaleA), await placed(b, scaleX), boxes);
  return named(rows, boxes);
}

type Told = Pick<AnchoredReport, 'found'>;

/** Rows of elements in two maps by element, joined by what the page has found for either. */
export function tableByElement(
  a: { readonly map: StoredMap; readonly told: Told },
  b: { readonly map: StoredMap; readonly told: Told },
): ComparedHeatElement[] {
  const elements: Omit<RankedElement, 'count' | 'share' | 'margin'>[] = [];
  const known = new Map<number, number>();
  const sideWith = ({ map, told }: typeof a): AnchoredSide | null => {
    if (map.anchored === null) return null;
    const found = told.found.map((each): [number, number] => {
      const at = known.get(each.ref) ?? elements.push(each) - 1;
      known.set(each.ref, at);
      return [each.anchor, at];
    });
    const unit = testedUnit(map);
    return { cells: map.anchored.cells, unit, elements: new Map(found) };
  };
  const [inA, inB] = [sideWith(a), sideWith(b)];
  if (inA === null || inB === null) return [];
  return named(compareAnchored(inA, inB, elements.length), elements);
}

type Named = Pick<ComparedHeatElement, 'ref' | 'label' | 'role' | 'fixed' | 'box'>;

function named(rows: readonly ComparedElement[], of: readonly Named[]): ComparedHeatElement[] {
  return rows.slice(0, MOST_ROWS).flatMap(({ box: at, ...row }) => {
    const element = of[at];
    if (element === undefined) return [];
    const { ref, label, role, fixed, box } = element;
    return [{ ref, label, role, fixed, box, ...row }];
  });
}

/** As many as the table of elements has. */
const MOST_ROWS = 1_000;

import type { AnchoredCells } from '../../heatmap/anchored';
import { finderOf } from '../../heatmap/elements';
import type { ElementBox } from '../../protocol/heat';
import type { Anchor } from '../../protocol/heat-kinds';
import { elementFinder } from './count-elements';
import type { StoredMap } from './ports';

export interface Counts {
  readonly clicks: number;
  /** Summed over cells: who is in two of them counts twice. */
  readonly people: number;
}

/** An element as it is known: on the page, or by how its source names it. */
export type ByElement =
  | Pick<ElementBox, 'ref' | 'label' | 'role'>
  | { readonly selectors: readonly string[] };

export type CountsByElement = ReadonlyMap<
  string,
  { readonly element: ByElement; readonly counts: Counts }
>;

/** Counts of a map by place, in the boxes of the page's elements. Not rounded: not to be shown. */
export async function countsByBox(
  map: StoredMap,
  boxes: readonly ElementBox[],
  viewportWidth: number,
): Promise<CountsByElement> {
  const { viewportWidth: recorded } = map.summary.provenance;
  const scaleX = Math.abs(viewportWidth - recorded) <= 1 ? 1 : viewportWidth / recorded;
  const { find: finder } = await elementFinder(map, [...boxes], scaleX);
  const find = finder ?? finderOf(map.cells, boxes, scaleX);
  const { x, y, fixed, count, people, length } = map.cells;
  const sums = boxes.map(() => ({ clicks: 0, people: 0 }));
  for (let i = 0; i < length; i++) {
    const sum = sums[find((x[i] ?? 0) * scaleX, y[i] ?? 0, fixed[i] === 1)];
    if (sum === undefined) continue;
    sum.clicks += count[i] ?? 0;
    sum.people += people[i] ?? 0;
  }
  return new Map(
    boxes.flatMap(({ ref, label, role }, i) => {
      const counts = sums[i];
      if (counts === undefined || counts.clicks === 0) return [];
      return [[String(ref), { element: { ref, label, role }, counts }]];
    }),
  );
}

/** Counts of a map by element, by the selectors that name it. */
export function countsBySelectors({
  anchors,
  cells,
}: {
  readonly anchors: readonly Anchor[];
  readonly cells: AnchoredCells;
}): CountsByElement {
  const sums = anchors.map(() => ({ clicks: 0, people: 0 }));
  for (let i = 0; i < cells.length; i++) {
    const sum = sums[cells.anchor[i] ?? 0];
    if (sum === undefined) continue;
    sum.clicks += cells.count[i] ?? 0;
    sum.people += cells.people[i] ?? 0;
  }
  return new Map(
    anchors.flatMap(({ selectors }, i) => {
      const counts = sums[i];
      return counts === undefined
        ? []
        : [[selectors.join('\n'), { element: { selectors }, counts }]];
    }),
  );
}

import { STRIDE } from '../../heatmap/packed';
import type { AnchoredReport } from '../../protocol/anchor-messages';
import type { Places } from '../anchors/places';
import { labelOf, roleOf } from './labels';
import type { ElementRefs } from './refs';
import type { PickedZones } from './zones';

/** Elements that are named: as many as the table shows. */
const MOST_NAMED = 1_000;

const MOST_TOLD = 100_000;

interface Given {
  readonly mapId: string;
  /** By anchor. */
  readonly found: readonly (Element | null)[];
  readonly cells: readonly Float32Array[];
  readonly places: Places;
  /** Anchor of each item of `places`. */
  readonly numbers: readonly number[];
  readonly view: Window;
  readonly refs: ElementRefs;
  readonly redact: (text: string) => string;
  readonly zones: Pick<PickedZones, 'told'>;
}

/** What the background has to know of the elements, to count clicks by them. */
export function anchoredReport(given: Given): AnchoredReport {
  const told = foundIn(given);
  return { ...told, zones: given.zones.told(told.found) };
}

function foundIn(given: Given): AnchoredReport {
  const { mapId, found, cells, places, numbers, view, refs, redact } = given;
  const hidden: number[] = [];
  const seen: { readonly anchor: number; readonly item: number; readonly count: number }[] = [];
  numbers.forEach((anchor, item) => {
    if (places.seen(item) === null) hidden.push(anchor);
    else seen.push({ anchor, item, count: countOf(cells[anchor]) });
  });
  seen.sort((a, b) => b.count - a.count);
  return {
    mapId,
    found: seen.slice(0, MOST_NAMED).flatMap(({ anchor, item }) => {
      const element = found[anchor];
      const rect = places.seen(item)?.rect;
      if (!element || rect === undefined) return [];
      const fixed = places.isFixed(item);
      const left = rect.left + (fixed ? 0 : view.scrollX);
      const top = rect.top + (fixed ? 0 : view.scrollY);
      return [
        {
          anchor,
          ref: refs.of(element),
          label: labelOf(element, redact),
          role: roleOf(element),
          fixed,
          box: [
            round(left),
            round(top),
            round(rect.right - rect.left),
            round(rect.bottom - rect.top),
          ] as const,
        },
      ];
    }),
    missing: [...found.keys()].filter((anchor) => found[anchor] === null).slice(0, MOST_TOLD),
    hidden: hidden.slice(0, MOST_TOLD),
  };
}

function countOf(cells: Float32Array | undefined): number {
  let count = 0;
  for (let i = STRIDE - 1; i < (cells?.length ?? 0); i += STRIDE) count += cells?.[i] ?? 0;
  return count;
}

const round = (px: number): number => Math.round(px * 10) / 10;

import { type Message, message } from '../../../core/message';
import { type BandSide, compareBands } from '../../../heatmap/compare/compare-bands';
import type { ComparedHeatBands } from '../../../protocol/heat-comparison';
import type { StoredMap } from '../ports';
import { testedUnit } from '../tested-unit';

/** What was found in two maps of bands; and the largest difference that is called one, 0 to 1. */
export function comparedBands(
  a: StoredMap,
  b: StoredMap,
): ComparedHeatBands & { readonly isTested: boolean; readonly most: number } {
  const [inA, inB] = [sideOf(a), sideOf(b)];
  const { bands, left, isTested } = compareBands(inA, inB);
  const most = bands.reduce(
    (max, { isDifferent, difference }) => (isDifferent ? Math.max(max, Math.abs(difference)) : max),
    0,
  );
  const { measure, depth } = inA.bands;
  return { measure, depth, rows: [...bands], left, isTested, most };
}

/** Why nothing is called different, beyond what holds for maps of any form; and what depth is given in. */
export function bandNotes(a: StoredMap, b: StoredMap): Message[] {
  const notes: Message[] = [];
  for (const remark of MANY_TIMES) {
    const isSaid = [a, b].some((map) => says(map, remark));
    if (isSaid) notes.push(message(`heat.compare.note.${remark}`));
  }
  if ([a, b].some(({ counted }) => !counted)) notes.push(message('heat.compare.note.rounded'));
  if (a.summary.bands?.measure === 'seconds') notes.push(message('heat.compare.note.time'));
  return notes;
}

/**
 * Where a source says that somebody may have been counted several times, as page views are, its number is
 * not one of people, whatever it is held to k by.
 */
const MANY_TIMES = ['pageViews', 'reachedTwice'] as const;

const says = ({ summary: { provenance } }: StoredMap, remark: (typeof MANY_TIMES)[number]) =>
  provenance.remarks.some(({ id }) => id === `source.remark.${remark}`);

function sideOf(map: StoredMap): BandSide {
  const { summary, counted = null } = map;
  const bands = counted ?? summary.bands ?? NOTHING;
  const isMany = MANY_TIMES.some((remark) => says(map, remark));
  const unit = isMany ? 'clicks' : testedUnit(map);
  return { bands, isExact: counted !== null, unit, k: summary.k };
}

const NOTHING: BandSide['bands'] = {
  ...{ measure: 'reached', depth: 'px', bands: [], people: 0, fold: null },
};

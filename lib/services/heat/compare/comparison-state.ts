import { sha256Hex } from '../../../core/sha256';
import type { MapSummary } from '../../../protocol/heat';
import type { HeatComparison } from '../../../protocol/heat-comparison';

/** A comparison whose other side is not there yet. */
export function begin(a: MapSummary, what: HeatComparison['with']): HeatComparison {
  return {
    status: 'loading',
    with: what,
    id: '',
    a: a.mapId,
    edition: editionOf(a),
    b: null,
    reason: null,
    notes: [],
    isTested: false,
    places: null,
    bands: null,
    most: 0,
    tiles: [],
    elements: null,
  };
}

/** Whether it is answered already. What was refused or has failed is asked again. */
export const isSameQuestion = (before: HeatComparison, begun: HeatComparison): boolean =>
  before.status === 'shown' &&
  before.edition === begun.edition &&
  JSON.stringify(before.with) === JSON.stringify(begun.with);

/** The same two answers have the same difference. */
export const idOf = (a: MapSummary, b: MapSummary): string =>
  PREFIX + sha256Hex(`${editionOf(a)}\n${editionOf(b)}`).slice(0, 32);

export const isComparisonId = (mapId: string): boolean => mapId.startsWith(PREFIX);

const PREFIX = 'compare_';

/** A map keeps its id for a day; its answer may be fetched again, or held to a higher k. */
const editionOf = ({ mapId, k, provenance }: MapSummary): string =>
  [mapId, provenance.fetchedAt, k].join(' ');

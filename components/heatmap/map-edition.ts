import type { MapSummary } from '../../lib/protocol/heat';

/**
 * Which answer a map is. The same question keeps its map's id, and may be answered anew, or be held to a
 * higher k: what was said of the old answer is not of this one.
 */
export const editionOf = (summary: MapSummary | null): string =>
  summary === null ? '' : [summary.mapId, summary.provenance.fetchedAt, summary.k].join(' ');

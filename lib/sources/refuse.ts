import { HushmapError } from '../core/errors';
import type { SourceAbilities } from '../protocol/heat';
import type { FilterKind, HeatFilters } from '../protocol/heat-kinds';
import type { HeatQuery } from '../protocol/sources';

/**
 * Throws `source.cannot` where a question goes beyond what a source can tell. A filter that is left
 * out in silence would show a map of other people than those that were asked for. The band of widths
 * is not looked at: it comes with every question, and a source that knows no widths says so.
 */
export function refuseBeyond(abilities: SourceAbilities, query: HeatQuery, host: string): void {
  const isKnown = abilities.maps.some(({ map, by }) => map === query.map && by === query.by);
  const canFilter = filtersOf(query.filters).every((kind) => abilities.filters.includes(kind));
  if (!isKnown || !canFilter) throw new HushmapError('source.cannot', [host]);
}

/** The filters that are set. */
function filtersOf(filters: HeatFilters): FilterKind[] {
  const kinds: FilterKind[] = [];
  if (filters.device !== 'all') kinds.push('device');
  if (filters.withoutTestAccounts) kinds.push('testAccounts');
  if (filters.withoutNoise) kinds.push('noise');
  if (filters.cohorts.length > 0) kinds.push('cohorts');
  if (filters.segment.trim() !== '') kinds.push('segment');
  if (filters.pattern !== null) kinds.push('pattern');
  return kinds;
}

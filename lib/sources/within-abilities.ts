import { HushmapError } from '../core/errors';
import type { SourceAbilities } from '../protocol/heat';
import type { FilterKind } from '../protocol/heat-kinds';
import type { HeatQuery } from '../protocol/sources';

/** Throws `source.cannot` where a question asks for a map or a filter that the source does not know. */
export function refuseBeyond(abilities: SourceAbilities, query: HeatQuery, name: string): void {
  const knowsMap = abilities.maps.some(({ map, by }) => map === query.map && by === query.by);
  const knowsFilters = filtersOf(query).every((filter) => abilities.filters.includes(filter));
  if (!knowsMap || !knowsFilters) throw new HushmapError('source.cannot', [name]);
}

/** The filters that a question sets. The band is always given, so it is no wish of somebody's. */
function filtersOf({ filters }: HeatQuery): FilterKind[] {
  const asked: FilterKind[] = [];
  if (filters.device !== 'all') asked.push('device');
  if (filters.withoutTestAccounts) asked.push('testAccounts');
  if (filters.withoutNoise) asked.push('noise');
  if (filters.cohorts.length > 0) asked.push('cohorts');
  if (filters.segment !== '') asked.push('segment');
  if (filters.pattern !== null) asked.push('pattern');
  return asked;
}

import * as v from 'valibot';
import { type HeatFilters, HeatFiltersSchema, NO_FILTERS } from '../../lib/protocol/heat-kinds';

/** Ids of cohorts as people type them, with commas or spaces; null: something else stands there. */
export function cohortsOf(typed: string): number[] | null {
  const parts = typed.split(/[\s,;]+/).filter((part) => part !== '');
  const cohorts = parts.map((part) => (/^\d{1,12}$/.test(part) ? Number(part) : Number.NaN));
  return v.is(HeatFiltersSchema.entries.cohorts, cohorts) ? cohorts : null;
}

/** How many filters are set. */
export function countSet(filters: HeatFilters): number {
  // The fields of a value of exactly this type.
  const fields = Object.keys(NO_FILTERS) as (keyof HeatFilters)[];
  return fields.filter(
    (field) => JSON.stringify(filters[field]) !== JSON.stringify(NO_FILTERS[field]),
  ).length;
}

import type { HeatFilters } from '../protocol/heat-kinds';
import { redactText } from './redact-text';

/** Filters as they may be kept and shown: somebody's own words may name somebody. */
export function redactFilters(filters: HeatFilters): HeatFilters {
  const { segment, pattern } = filters;
  return {
    ...filters,
    segment: redactText(segment),
    pattern: pattern === null ? null : redactText(pattern),
  };
}

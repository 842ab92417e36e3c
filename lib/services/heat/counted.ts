import type { HeatFilters } from '../../protocol/heat-kinds';
import type { Counted } from '../../sources/contract';
import { ALL_WIDTHS } from '../../sources/widths';
import type { AskedFor } from './guarded-answers';

/**
 * Whose clicks an answer counts, for the guard: by what its source really filters, not by what was asked
 * for. Two answers with clicks in common must not pass for two about different people, nor the same
 * answer twice for two.
 */
export const whoIsCounted = (
  { widths, device }: Counted,
  filters: HeatFilters,
): Pick<AskedFor, 'band' | 'filters'> => ({
  band: widths ?? ALL_WIDTHS,
  filters: { ...filters, device },
});

import { atOnce, type Steps } from '../core/steps';
import { type Cells, selectSteps } from './cells';

/** People that must stand behind a cell before it is shown. */
export const DEFAULT_K = 11;

export interface AnonymousCells {
  /** The cells that at least k people stand behind, in their order. */
  readonly cells: Cells;
  /** Share of all clicks that lay in dropped cells, 0 to 1. */
  readonly dropped: number;
  readonly droppedCells: number;
}

/** The k in force: policy can raise the default, nothing lowers it. */
export function effectiveK(minimumK: number | undefined): number {
  return Math.max(DEFAULT_K, Math.ceil(minimumK ?? 0) || 0);
}

/**
 * Drops every cell with fewer than `k` people (k-anonymity: Sweeney 2002). Cells are not merged
 * upwards: who is in two cells would count twice, so a parent is not the sum of its children. A cell
 * whose people or count is not a usable number is dropped as well: what is not known is not shown.
 */
export function anonymise(cells: Cells, k: number): AnonymousCells {
  return atOnce(anonymiseSteps(cells, k));
}

/** The same in steps. */
export function* anonymiseSteps(cells: Cells, k: number): Steps<AnonymousCells> {
  const least = effectiveK(k);
  let shown = 0;
  let hidden = 0;
  const kept = yield* selectSteps(cells, (i) => {
    const count = usable(cells.count[i]);
    const keep = count > 0 && usable(cells.people[i]) >= least;
    if (keep) shown += count;
    else hidden += count;
    return keep;
  });
  return {
    cells: kept,
    dropped: hidden > 0 ? hidden / (shown + hidden) : 0,
    droppedCells: cells.length - kept.length,
  };
}

/** A count that is a number and more than nothing; all else counts as nothing. */
export function usable(value: number | undefined): number {
  return value !== undefined && Number.isFinite(value) && value > 0 ? value : 0;
}

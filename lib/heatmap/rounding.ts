/**
 * A count as it may be shown: two significant digits, and never finer than steps of five, so that a
 * number says no more than is meant. Zero stays zero; nothing else becomes zero.
 *
 * Rounding does not keep two numbers from being subtracted: 12 and 13 are shown as 10 and 15, which
 * tells that somebody came, and fewer than ten. `privacy/disclosure` does.
 *
 * 3 → 5, 13 → 15, 98 → 100, 1,234 → 1,200.
 */
export function roundCount(count: number): number {
  if (!(count > 0)) return 0;
  const step = stepOf(count);
  return Math.max(step, Math.round(count / step) * step);
}

/**
 * People as they may be kept and looked at again under a higher k: rounded down, since 13 who were
 * kept as 15 would pass for 15; and never below `least`, which they were found to be.
 */
export function floorCount(people: number, least: number): number {
  const step = stepOf(people);
  return Math.max(least, Math.floor(people / step) * step);
}

/** At most so many: rounded up. 142 → 150. */
export function ceilCount(count: number): number {
  if (!(count > 0)) return 0;
  const step = stepOf(count);
  return Math.ceil(count / step) * step;
}

/** A count in steps of five, for shares that must tell small changes of large counts. 13 → 15, 1,234 → 1,235. */
export const inFives = (count: number): number =>
  count > 0 ? Math.max(FINEST_STEP, Math.round(count / FINEST_STEP) * FINEST_STEP) : 0;

const stepOf = (count: number): number =>
  Math.max(FINEST_STEP, 10 ** (Math.floor(Math.log10(Math.max(1, count))) - 1));

/**
 * A share as it may be shown: that of the rounded counts, 0 to 1. With four digits of the exact share of
 * every element, the counts behind them could be reckoned (the one total that makes all of them whole
 * numbers); this one tells no more than the two counts that stand beside it.
 */
export function roundShare(part: number, whole: number): number {
  return part > 0 && whole > 0 ? Math.min(1, roundCount(part) / roundCount(whole)) : 0;
}

/** Below 100, two digits would be the exact count. */
const FINEST_STEP = 5;

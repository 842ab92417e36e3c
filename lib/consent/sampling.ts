/**
 * How many visits it takes until a recorder that records a share of all visits shows itself at least
 * once with the given certainty: the smallest n for which `1 - (1 - rate)^n` reaches `power`. One for
 * a recorder that records every visit; infinite for a rate of 0.
 *
 * @param rate Share of visits that are recorded, 0 to 1.
 * @param power Certainty that is wanted, 0 to 1; 0.95 is the usual one of test theory.
 */
export function repeatsNeeded(rate: number, power = 0.95): number {
  if (!(rate > 0)) return Number.POSITIVE_INFINITY;
  if (rate >= 1 || power <= 0) return 1;
  // A rate of 0.95 gives 1.0000000000000002 in floating point.
  return Math.max(1, Math.ceil(Math.log(1 - power) / Math.log(1 - rate) - 1e-9));
}

/** Certainty that a recorder of this rate would have shown itself in so many visits, 0 to 1. */
export const powerOf = (rate: number, visits: number): number =>
  1 - (1 - Math.min(1, Math.max(0, rate))) ** visits;

/**
 * Whether chance explains that a recorder of this rate was heard in so few of its visits: the probability
 * of as many or fewer (binomial) is at least `1 - power`.
 */
export function isExplained(rate: number, heard: number, visits: number, power = 0.95): boolean {
  let term = (1 - rate) ** visits;
  let sum = term;
  for (let k = 0; k < heard; k += 1) {
    term *= ((visits - k) / (k + 1)) * (rate / (1 - rate));
    sum += term;
  }
  return sum >= 1 - power;
}

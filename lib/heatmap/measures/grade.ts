import type { Grade, Vital } from '../../protocol/measures';

/**
 * Google's grade of a 75th percentile (web.dev/articles/vitals): up to the first threshold good, above
 * the second poor. ms for `inp` and `lcp`, no unit for `cls`.
 */
export function gradeOf(vital: Vital, p75: number): Grade {
  const [good, poor] = THRESHOLDS[vital];
  if (p75 <= good) return 'good';
  return p75 <= poor ? 'needsImprovement' : 'poor';
}

export const THRESHOLDS: { readonly [K in Vital]: readonly [good: number, poor: number] } = {
  inp: [200, 500],
  lcp: [2_500, 4_000],
  cls: [0.1, 0.25],
};

/**
 * A percentile as it may be shown: it is the value of one visit, so it is told in steps. Always upwards:
 * thresholds are whole steps, so what is rounded has the grade of what was measured.
 */
export function roundVital(vital: Vital, p75: number): number {
  const perStep = STEPS[vital];
  // Whole numbers of steps, so that 0.1 is not a hair above ten hundredths.
  const steps = Math.ceil(Math.round(p75 * perStep.times * 1e6) / (perStep.of * 1e6));
  return (steps * perStep.of) / perStep.times;
}

/** Steps of 10 ms, of 50 ms and of 0.01: as whole numbers `of` a value taken so many `times`. */
const STEPS: { readonly [K in Vital]: { readonly of: number; readonly times: number } } = {
  inp: { of: 10, times: 1 },
  lcp: { of: 50, times: 1 },
  cls: { of: 1, times: 100 },
};

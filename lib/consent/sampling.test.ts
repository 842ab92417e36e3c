import { describe, expect, it } from 'vitest';
import { isExplained, powerOf, repeatsNeeded } from './sampling';

describe('repeatsNeeded', () => {
  it.each([
    [1, 1],
    [0.95, 1],
    [0.5, 5],
    [0.1, 29],
    [0.01, 299],
    [0, Number.POSITIVE_INFINITY],
  ])('a rate of %s takes %s visits', (rate, visits) => {
    expect(repeatsNeeded(rate)).toBe(visits);
    if (rate > 0) expect(powerOf(rate, visits)).toBeGreaterThanOrEqual(0.95 - 1e-9);
  });
});

describe('isExplained', () => {
  it.each([
    [0.5, 0, 4, true],
    [0.5, 0, 5, false],
    [0.5, 1, 5, true],
    [0.5, 1, 12, false],
    [0.5, 6, 12, true],
    [0.1, 0, 12, true],
    [0.5, 0, 0, true],
  ])('a rate of %s that was heard in %s of %s visits: %s', (rate, heard, visits, isSo) => {
    expect(isExplained(rate, heard, visits)).toBe(isSo);
  });
});

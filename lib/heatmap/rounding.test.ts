import { describe, expect, test } from 'vitest';
import { roundCount, roundShare } from './rounding';

describe('counts as they are shown', () => {
  test.each([
    [0, 0],
    [-3, 0],
    [Number.NaN, 0],
    [1, 5],
    [11, 10],
    [13, 15],
    [98, 100],
    [104, 100],
    [1234, 1200],
    [98_760, 99_000],
    [1_050_000, 1_100_000],
  ])('%d is shown as %d', (count, shown) => {
    expect(roundCount(count)).toBe(shown);
  });

  test('never let one more person be read off: every shown number stands for at least five', () => {
    const standsFor = new Map<number, number>();
    for (let count = 1; count < 3000; count++) {
      const shown = roundCount(count);
      standsFor.set(shown, (standsFor.get(shown) ?? 0) + 1);
    }
    standsFor.delete(roundCount(2999));
    expect(Math.min(...standsFor.values())).toBeGreaterThanOrEqual(5);
  });

  test('are never further off than a twentieth from 100 upwards', () => {
    for (let count = 100; count < 20_000; count += 7) {
      expect(Math.abs(roundCount(count) - count) / count).toBeLessThanOrEqual(0.05);
    }
  });
});

describe('roundShare', () => {
  test('is the same for all counts that are shown as the same', () => {
    for (const count of [1195, 1200, 1204]) expect(roundShare(count, 9_961)).toBe(0.12);
    expect(roundShare(0, 100)).toBe(0);
    expect(roundShare(99, 98)).toBe(1);
  });
});

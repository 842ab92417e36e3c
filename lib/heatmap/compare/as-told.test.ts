import { describe, expect, test } from 'vitest';
import { asTold } from './as-told';
import { compareAll } from './compare-maps';

const told = (countA: number, countB: number, total = 196) => {
  const pair = { a: { count: countA, total }, b: { count: countB, total } };
  const [one] = compareAll([pair]);
  if (!one) throw new Error('Nobody was counted.');
  return asTold(one, pair.a, pair.b);
};

describe('what is told of a comparison', () => {
  test('is the same for all counts that round alike, so that none can be reckoned from it', () => {
    for (const count of [11, 12]) {
      const { q: _, isDifferent: __, ...numbers } = told(count, 43);
      const { q: ___, isDifferent: ____, ...others } = told(10, 45);
      expect(numbers).toEqual(others);
    }
  });

  test('keeps small changes of large counts', () => {
    const { difference, isDifferent } = told(104_900, 95_100, 2_000_000);
    expect(isDifferent).toBe(true);
    expect(difference).toBeCloseTo(-0.005, 10);
  });

  test('is sure of what was tested with the exact counts', () => {
    expect(told(11, 60).isDifferent).toBe(true);
    expect(told(11, 13).isDifferent).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { align } from './align';

const PRICES = { change: 2, perStep: 0.1 };

/** Every path there is: slow, and plain enough to be believed. */
function byHand(gaps: readonly number[], fits: readonly Float64Array[], start: number): number {
  const price = (from: number, to: number): number =>
    from === to ? 0 : PRICES.change + PRICES.perStep * Math.abs(from - to);
  const from = (strip: number, before: number): number => {
    const fit = fits[strip];
    if (fit === undefined) return 0;
    const values = [...fit.keys()]
      .filter((to) => strip === 0 || to >= before - (gaps[strip] ?? 0))
      .map((to) => (fit[to] ?? 0) - price(before, to) + from(strip + 1, to));
    return Math.max(...values);
  };
  return from(0, start);
}

let seed = 7;
const random = (): number => {
  seed = (seed * 16_807) % 2_147_483_647;
  return seed / 2_147_483_647;
};

describe('alignment', () => {
  it('is worth as much as the best of all paths', () => {
    for (let round = 0; round < 60; round++) {
      const fits = Array.from({ length: 4 }, () =>
        Float64Array.from({ length: 7 }, () => 6 * random()),
      );
      const gaps = fits.map(() => Math.floor(4 * random()));
      const { value, path } = align(gaps, fits, 3, PRICES);
      expect(value).toBeCloseTo(byHand(gaps, fits, 3), 9);
      path.forEach((to, i) => {
        if (i > 0) expect(to).toBeGreaterThanOrEqual((path[i - 1] ?? 0) - (gaps[i] ?? 0));
      });
    }
  });

  it('stays where it is while a change costs more than it brings', () => {
    const fit = Float64Array.from([0, 0, 1, 0, 2.9]);
    expect(align([0], [fit], 2, PRICES)).toEqual({ value: 1, path: [2] });
    expect(align([0, 9], [fit, fit], 2, PRICES).path).toEqual([4, 4]);
  });
});

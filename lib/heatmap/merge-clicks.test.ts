import { describe, expect, test } from 'vitest';
import { type BoxClick, mergeClicks } from './merge-clicks';

const EXTENT = 2000;
const click = (x: number, y: number, count = 1): BoxClick => ({ x, y, count });
const totalOf = (clicks: readonly { readonly count: number }[]) =>
  clicks.reduce((sum, { count }) => sum + count, 0);

/** Scattered, and the same in every run. */
function scattered(length: number): BoxClick[] {
  let seed = 7;
  const next = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * (EXTENT + 1));
  };
  return Array.from({ length }, () => click(next(), next()));
}

describe('joining the clicks of one box', () => {
  test('keeps places exact where enough clicks lie on each', () => {
    const places = [click(0, 0, 11), click(2000, 2000, 30), click(1000, 999, 12), click(3, 1, 11)];
    const merged = mergeClicks(places, 11);
    expect(merged.map(({ x, y, count }) => click(x - 0.5, y - 0.5, count))).toEqual(
      expect.arrayContaining(places),
    );
    expect(merged.every(({ size }) => size === 1)).toBe(true);
  });

  test('keeps one place exact, however few clicks lie on it', () => {
    const [cell] = mergeClicks([click(17, 1999, 2)], 11);
    expect(cell).toEqual({ x: 17.5, y: 1999.5, count: 2, size: 1 });
  });

  test('joins a box with too few clicks into one cell at its middle', () => {
    expect(mergeClicks([click(0, 0), click(2000, 1000, 3)], 11)).toEqual([
      { x: 1024, y: 1024, count: 4, size: 2048 },
    ]);
  });

  test('one click more moves no cell, so that it does not tell where it was', () => {
    const before = [click(1000, 1000, 12), click(1900, 100, 30)];
    const middles = (clicks: readonly BoxClick[]) =>
      mergeClicks(clicks, 11).map(({ x, y, size }) => [x, y, size]);
    for (const added of [click(1010, 1010), click(900, 40), click(200, 1800)]) {
      for (const [x, y, size = 0] of middles([...before, added])) {
        expect([x, y].map((at = 0) => (at - size / 2) % size)).toEqual([0, 0]);
      }
    }
  });

  test.each([30, 500, 5000])(
    'loses none of %d scattered clicks and leaves no cell under k',
    (n) => {
      const merged = mergeClicks(scattered(n), 11);
      expect(totalOf(merged)).toBe(n);
      expect(merged.every(({ count }) => count >= 11)).toBe(true);
      for (const { x, y } of merged) {
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
        expect(Math.max(x, y)).toBeLessThanOrEqual(EXTENT);
      }
    },
  );

  test('is finer where more clicked', () => {
    const few = mergeClicks(scattered(200), 11);
    const many = mergeClicks(scattered(20_000), 11);
    expect(many.length).toBeGreaterThan(few.length * 20);
    expect(Math.max(...many.map(({ size }) => size))).toBeLessThanOrEqual(512);
  });

  test('gives a stray click to the largest cell of its square', () => {
    const [cell, ...others] = mergeClicks([click(10, 10, 40), click(1900, 1900)], 11);
    expect(others).toEqual([]);
    expect(cell?.count).toBe(41);
    expect(cell?.size).toBe(2048);
  });

  test('has nothing to join in a box without clicks', () => {
    expect(mergeClicks([], 11)).toEqual([]);
  });
});

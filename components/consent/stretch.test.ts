import { describe, expect, it } from 'vitest';
import { isWhole, panned, zoomed } from './stretch';

const LENGTH = 10_000;
const whole = { from: 0, to: LENGTH };

describe('a stretch of a time line', () => {
  it('is zoomed around a moment that stays in its place', () => {
    const { from, to } = zoomed(whole, 0.5, 2_000, LENGTH);
    expect(to - from).toBe(5_000);
    expect((2_000 - from) / (to - from)).toBeCloseTo(0.2);
  });

  it('never leaves the time line, nor gets too narrow to see', () => {
    expect(zoomed({ from: 9_000, to: 10_000 }, 4, 10_000, LENGTH)).toEqual({
      from: 6_000,
      to: 10_000,
    });
    expect(zoomed(whole, 2, 100, LENGTH)).toEqual(whole);
    const close = zoomed({ from: 100, to: 130 }, 0.01, 110, LENGTH);
    expect(close.to - close.from).toBeCloseTo(20);
  });

  it('is moved by a part of itself, and stops at the ends', () => {
    expect(panned({ from: 1_000, to: 2_000 }, 0.5, LENGTH)).toEqual({ from: 1_500, to: 2_500 });
    expect(panned({ from: 9_500, to: 10_000 }, 1, LENGTH)).toEqual({ from: 9_500, to: 10_000 });
    expect(panned({ from: 100, to: 600 }, -1, LENGTH)).toEqual({ from: 0, to: 500 });
  });

  it('knows when it is all', () => {
    expect(isWhole(whole, LENGTH)).toBe(true);
    expect(isWhole({ from: 0, to: 9_000 }, LENGTH)).toBe(false);
  });
});

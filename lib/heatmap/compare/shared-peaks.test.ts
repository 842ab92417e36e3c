import { expect, test } from 'vitest';
import { sharedPeaks } from './shared-peaks';

const a = { peak: 100, maxCell: 40, count: 1_000 };
const b = { peak: 600, maxCell: 200, count: 3_000 };

test('the same share of clicks has the same colour, whichever map has more of them', () => {
  const peaks = sharedPeaks({ style: 'density', peak: null }, a, b);
  expect(peaks.a / a.count).toBeCloseTo(peaks.b / b.count, 12);
  // B's hottest place has a fifth of its clicks, and nothing is hotter.
  expect(peaks).toEqual({ a: 200, b: 600 });
});

test('a peak that was set is the one of A, and B follows', () => {
  expect(sharedPeaks({ style: 'density', peak: 50 }, a, b)).toEqual({ a: 50, b: 150 });
});

test('the classic style looks at cells', () => {
  expect(sharedPeaks({ style: 'classic', peak: null }, a, b).b).toBeCloseTo(200, 9);
});

test('a map without clicks has no scale, and takes none from the other', () => {
  const none = { peak: 0, maxCell: 0, count: 0 };
  expect(sharedPeaks({ style: 'density', peak: null }, none, b)).toEqual({ a: 0, b: 600 });
});

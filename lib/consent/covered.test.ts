import { expect, it } from 'vitest';
import { coveredShare } from './covered';

const box = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });

it('says how much of an element a banner lies over', () => {
  const banner = box(0, 500, 1280, 220);
  expect(coveredShare(box(100, 600, 80, 20), banner)).toBe(1);
  expect(coveredShare(box(100, 490, 80, 20), banner)).toBe(0.5);
  expect(coveredShare(box(100, 100, 80, 20), banner)).toBe(0);
  expect(coveredShare(box(100, 600, 0, 20), banner)).toBe(0);
});

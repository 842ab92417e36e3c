import { describe, expect, test } from 'vitest';
import { createGrid } from './grid';

describe('the grid', () => {
  test('finds every place again, over many times its first size', () => {
    const grid = createGrid();
    for (let i = 0; i < 20_000; i++) grid.add((i % 101) / 100, i * 16, i % 3 === 0, i);
    expect(grid.length).toBe(20_000);
    for (let i = 0; i < 20_000; i++) {
      const row = grid.find((i % 101) / 100, i * 16, i % 3 === 0);
      expect([grid.count(row), grid.y(row), grid.fixed(row)]).toEqual([i, i * 16, i % 3 === 0]);
    }
  });

  test('does not find what is not there', () => {
    const grid = createGrid();
    grid.add(0.5, 16, false, 1);
    expect(grid.find(0.5, 16, true)).toBe(-1);
    expect(grid.find(0.5, 32, false)).toBe(-1);
    expect(grid.find(0.51, 16, false)).toBe(-1);
  });

  test('takes two places apart that differ in the last digit alone', () => {
    const grid = createGrid();
    grid.add(0.3, 16, false, 1);
    grid.add(0.1 + 0.2, 16, false, 2);
    expect(grid.length).toBe(2);
  });

  test('keeps the larger count of a place that comes twice, and knows -0 for 0', () => {
    const grid = createGrid();
    grid.add(0, 16, false, 5);
    grid.add(-0, 16, false, 9);
    grid.add(0, 16, false, 7);
    expect(grid.length).toBe(1);
    expect(grid.count(grid.find(-0, 16, false))).toBe(9);
  });
});

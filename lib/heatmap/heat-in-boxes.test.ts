import { describe, expect, it } from 'vitest';
import type { Unit } from '../protocol/heat-kinds';
import { type Cell, type Cells, toCells } from './cells';
import { type HeatBox, heatInBoxes } from './heat-in-boxes';
import { roundShare } from './rounding';

const cell = (x: number, y: number, part: Partial<Cell> = {}): Cell => ({
  x,
  y,
  size: 16,
  count: 100,
  people: 50,
  fixed: false,
  ...part,
});
const box = (target: number, ...edges: [number, number, number, number]): HeatBox => ({
  target,
  fixed: false,
  box: edges,
});
type Rows = readonly [cells: Cells, boxes: readonly HeatBox[], targets: number, scaleX: number];
const shares = (...args: Rows) => heatInBoxes(...args, 'people').map((heat) => heat?.share ?? null);

describe('heatInBoxes', () => {
  it('counts a cell for everything that it lies in', () => {
    const cells = toCells([cell(10, 10), cell(60, 10), cell(500, 900)]);
    const boxes = [box(0, 0, 0, 100, 100), box(1, 50, 0, 20, 20)];
    expect(shares(cells, boxes, 2, 1)).toEqual([2 / 3, 1 / 3]);
  });

  it('counts a cell once for a target whose boxes overlap', () => {
    const boxes = [box(0, 0, 0, 50, 50), box(0, 0, 0, 60, 60)];
    expect(shares(toCells([cell(10, 10)]), boxes, 1, 1)).toEqual([1]);
  });

  it('tells what has no box from what nobody clicks', () => {
    expect(shares(toCells([cell(10, 10)]), [box(1, 300, 0, 50, 50)], 2, 1)).toEqual([null, 0]);
  });

  it('keeps what stays with the viewport apart from what is on the page', () => {
    const cells = toCells([cell(10, 10, { fixed: true }), cell(10, 10, { count: 300 })]);
    const both = [box(0, 0, 0, 50, 50), { ...box(1, 0, 0, 50, 50), fixed: true }];
    expect(shares(cells, both, 2, 1)).toEqual([0.75, 0.25]);
  });

  it('stretches positions to the width of the page', () => {
    expect(shares(toCells([cell(100, 10)]), [box(0, 190, 0, 20, 20)], 1, 2)).toEqual([1]);
  });

  it('gives the interval of a share, and none where nobody was counted', () => {
    const margin = (cells: Cells, unit: Unit) =>
      heatInBoxes(cells, [box(0, 0, 0, 50, 50)], 1, 1, unit)[0]?.margin;
    const two = toCells([cell(10, 10), cell(99, 99)]);
    expect(margin(two, 'people')).toBeCloseTo(0.096, 2);
    expect(margin(two, 'sessions')).toBeCloseTo(0.096, 2);
    // One person may be behind all of them.
    expect(margin(two, 'clicks')).toBeNull();
    expect(margin(toCells([cell(10, 10, { people: 0 })]), 'people')).toBeNull();
    expect(margin(toCells([]), 'people')).toBeUndefined();
  });

  it('agrees with looking at every cell for every box', () => {
    let seed = 7;
    const random = (max: number): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return (seed / 2147483648) * max;
    };
    const rows = Array.from({ length: 3_000 }, () =>
      cell(random(1_500), random(30_000), { count: 1 + Math.floor(random(9)) }),
    );
    const cells = toCells(rows);
    const boxes = Array.from({ length: 300 }, (_, i) =>
      box(i % 100, random(1_400), random(29_000), random(900), random(i % 7 === 0 ? 30_000 : 300)),
    );
    const total = rows.reduce((sum, { count }) => sum + count, 0);
    const slow = Array.from({ length: 100 }, (_, target) => {
      const own = boxes.filter((each) => each.target === target);
      let clicks = 0;
      for (let i = 0; i < cells.length; i++) {
        const [x, y] = [cells.x[i] ?? 0, cells.y[i] ?? 0];
        const isIn = own.some(
          ({ box: [left, top, width, height] }) =>
            x >= left && x < left + width && y >= top && y < top + height,
        );
        if (isIn) clicks += cells.count[i] ?? 0;
      }
      return roundShare(clicks, total);
    });
    expect(shares(cells, boxes, 100, 1)).toEqual(slow);
  });
});

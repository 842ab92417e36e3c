import { describe, expect, test } from 'vitest';
import { type Cell, toCells } from './cells';
import { placeCells, sumZone, type ZoneBox } from './zones';

const cell = (part: Partial<Cell>): Cell => ({
  ...{ x: 10, y: 10, size: 20, count: 40, people: 20, fixed: false },
  ...part,
});
const zone = (left: number, width: number, fixed = false): ZoneBox => ({
  fixed,
  box: [left, 0, width, 100],
});

describe('a picked section', () => {
  const cells = toCells([
    cell({ x: 10, count: 104, people: 52 }),
    cell({ x: 30, count: 206, people: 88 }),
    cell({ x: 90, count: 690, people: 400 }),
  ]);

  test('sums the clicks in it and says between what its people lie', () => {
    expect(sumZone(cells, [zone(0, 50)], 11, 1, 'people')).toEqual({
      count: 310,
      share: 0.31,
      margin: expect.closeTo(0.0389, 3),
      leastPeople: 85,
      mostPeople: 140,
    });
  });

  test('never says of people more than is so: at least is rounded down, at most up', () => {
    const few = toCells([cell({ x: 10, people: 13 }), cell({ x: 30, people: 129 })]);
    const sum = sumZone(few, [zone(0, 50)], 11, 1, 'people');
    expect(sum).toMatchObject({ leastPeople: 120, mostPeople: 150 });
  });

  test('finds cells where they lie now, each kind by its own measure', () => {
    const cells = toCells([cell({ x: 10, y: 20 }), cell({ x: 10, y: 20, fixed: true })]);
    const placed = placeCells(cells, (x, y, fixed) => [x * 2, fixed ? y : y + 300]);
    expect([[...placed.x], [...placed.y], [...placed.count]]).toEqual([
      [20, 20],
      [320, 20],
      [40, 40],
    ]);
  });

  test('counts a cell once where its boxes overlap', () => {
    const twice = sumZone(cells, [zone(0, 50), zone(0, 40)], 11, 1, 'people');
    expect(twice?.share).toBeCloseTo(0.31, 10);
  });

  test('keeps what stays with the viewport apart, and follows the width', () => {
    expect(sumZone(cells, [zone(0, 50, true)], 11, 1, 'people')).toBeNull();
    expect(sumZone(cells, [zone(0, 50)], 11, 2, 'people')?.share).toBe(0.1);
  });

  test('has no interval where clicks were counted', () => {
    expect(sumZone(cells, [zone(0, 50)], 11, 1, 'clicks')?.margin).toBeNull();
  });

  test('never sums cells under k: two of ten people do not make eleven', () => {
    const few = toCells([cell({ x: 10, people: 10 }), cell({ x: 30, people: 10 })]);
    expect(sumZone(few, [zone(0, 50)], 11, 1, 'people')).toBeNull();
    expect(sumZone(few, [zone(0, 50)], 2, 1, 'people')).toBeNull();
  });

  test('is nothing without cells, and bad numbers do not count', () => {
    const bad = toCells([cell({ count: Number.NaN }), cell({ people: Number.POSITIVE_INFINITY })]);
    expect(sumZone(bad, [zone(0, 50)], 11, 1, 'people')).toBeNull();
    expect(sumZone(cells, [], 11, 1, 'people')).toBeNull();
  });
});

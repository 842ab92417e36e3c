import { expect, test } from 'vitest';
import { atOnce } from '../core/steps';
import { type Cell, cellAt, toCells } from './cells';
import { joinSmall } from './join-small';

const square = (x: number, y: number, size: number, count: number, people = count): Cell => ({
  ...{ x, y, size, fixed: false, count, people },
});

function told(rows: readonly Cell[], least = 11): number[][] {
  const joined = atOnce(joinSmall(toCells(rows), least));
  return rows.map((_, row) => {
    const { size, count, people } = cellAt(joined, row);
    return [size, count, people];
  });
}

test('a square of too few is counted in the one around it, whose people are no fewer than before', () => {
  expect(told([square(10, 10, 20, 9, 7), square(20, 20, 40, 30, 20)])).toEqual([
    [20, 0, 0],
    [40, 39, 20],
  ]);
});

test('what is still too small goes on to the next larger one, in whatever order they are given', () => {
  const rows = [
    square(40, 40, 80, 50),
    square(20, 20, 40, 4),
    square(10, 10, 20, 3),
    square(30, 10, 20, 20),
  ];
  expect(told(rows)).toEqual([
    [80, 57, 50],
    [40, 0, 0],
    [20, 0, 0],
    [20, 20, 20],
  ]);
});

test('two of too few are not taken for people enough, since they may be the same', () => {
  expect(told([square(10, 10, 20, 8), square(20, 20, 40, 9)])).toEqual([
    [20, 0, 0],
    [40, 17, 9],
  ]);
});

test('what nothing lies around, or only what stays with the viewport, is left as it is', () => {
  const fixed = { ...square(20, 20, 40, 30), fixed: true };
  const rows = [square(10, 10, 20, 5), square(100, 100, 40, 30), fixed];
  expect(told(rows)).toEqual([
    [20, 5, 5],
    [40, 30, 30],
    [40, 30, 30],
  ]);
  expect(told([square(10, 10, 20, 5)])).toEqual([[20, 5, 5]]);
});

test('a count that is no number is none', () => {
  expect(told([square(10, 10, 20, Number.NaN, 5), square(20, 20, 40, 30)])[1]).toEqual([
    40, 30, 30,
  ]);
  expect(told([square(10, 10, 20, 5, Number.NaN), square(20, 20, 40, 30)])[1]).toEqual([
    40, 35, 30,
  ]);
});

import { describe, expect, test } from 'vitest';
import { mulberry32 } from '../../test/sites/posthog-double/events';
import {
  distanceOf,
  levelsOf,
  type SimulatedClicks,
  sharesAt,
  simulateClicks,
} from '../../test/sites/simulated/clicks';
import { anonymise } from './anonymity';
import { type Cell, cellAt, emptyCells, toCells } from './cells';
import { type Level, mergeLevels } from './quadtree';
import { binEvents } from './testing/bin-events';

const SIZES = [20, 40, 80, 160];
const K = 11;

type Square = readonly [column: number, row: number, count: number, people: number];

const level = (size: number, squares: readonly Square[]): Level => ({
  size,
  cells: toCells(
    squares.map(([column, row, count, people]) => ({
      x: (column + 0.5) * size,
      y: (row + 0.5) * size,
      size,
      count,
      people,
      fixed: false,
    })),
  ),
});

const rowsOf = (levels: readonly Level[], k = K): Cell[] => {
  const { cells } = mergeLevels(levels, k);
  return Array.from({ length: cells.length }, (_, i) => cellAt(cells, i));
};

const brief = (rows: readonly Cell[]) =>
  rows.map(({ x, y, size, count, people }) => [x, y, size, count, people]);

describe('merging upwards', () => {
  test('keeps cells of k people at their size', () => {
    expect(brief(rowsOf([level(20, [[0, 0, 30, 11]]), level(40, [[0, 0, 30, 11]])]))).toEqual([
      [10, 10, 20, 30, 11],
    ]);
  });

  test('shows the square in place of children that are all too small', () => {
    const fine = level(20, [
      [0, 0, 9, 6],
      [1, 0, 9, 6],
    ]);
    expect(brief(rowsOf([fine, level(40, [[0, 0, 18, 11]])]))).toEqual([[20, 20, 40, 18, 11]]);
  });

  test('takes the distinct people of the square, not the sum of its children', () => {
    const fine = level(20, [
      [0, 0, 9, 6],
      [1, 0, 9, 6],
    ]);
    expect(rowsOf([fine, level(40, [[0, 0, 18, 7]])])).toEqual([]);
  });

  test('never shows a square with its own children in it: the rest of few is dropped', () => {
    const fine = level(20, [
      [0, 0, 500, 300],
      [1, 0, 3, 3],
    ]);
    const levels = [fine, level(40, [[0, 0, 503, 303]])];
    expect(brief(rowsOf(levels))).toEqual([[10, 10, 20, 500, 300]]);
    expect(mergeLevels(levels, K).dropped).toBeCloseTo(3 / 503);
  });

  test('shows the rest of at least k people for certain, as the square without its shown parts', () => {
    const fine = level(20, [
      [0, 0, 500, 300],
      [1, 0, 20, 8],
      [0, 1, 4, 4],
    ]);
    expect(brief(rowsOf([fine, level(40, [[0, 0, 524, 311]])]))).toEqual([
      [10, 10, 20, 500, 300],
      [20, 20, 40, 24, 11],
    ]);
  });

  test('does not show a rest whose people may all stand behind the shown part', () => {
    const fine = level(20, [
      [0, 0, 500, 300],
      [1, 0, 24, 10],
    ]);
    expect(rowsOf([fine, level(40, [[0, 0, 524, 310]])])).toHaveLength(1);
  });

  test('takes one square where even heat would be lost otherwise', () => {
    const fine = level(20, [
      [0, 0, 12, 11],
      [1, 0, 12, 11],
      [0, 1, 11, 10],
      [1, 1, 11, 10],
    ]);
    expect(brief(rowsOf([fine, level(40, [[0, 0, 46, 20]])]))).toEqual([[20, 20, 40, 46, 20]]);
  });

  test('keeps what stays with the viewport apart', () => {
    const fixed = emptyCells(2);
    const rows = [false, true].map((is) => ({ ...cellAt(fixed, 0), x: 10, y: 10, fixed: is }));
    const at = (size: number, people: number): Level => ({
      size,
      cells: toCells(rows.map((row) => ({ ...row, size, count: 20, people }))),
    });
    expect(rowsOf([at(20, 6), at(40, 12)]).map((row) => row.fixed)).toEqual([false, true]);
  });

  test('lets policy raise k and nothing lower it', () => {
    const levels = [level(20, [[0, 0, 30, 11]])];
    expect(rowsOf(levels, 2)).toHaveLength(1);
    expect(rowsOf(levels, 12)).toHaveLength(0);
    expect(rowsOf([level(20, [[0, 0, 30, 10]])], 2)).toHaveLength(0);
  });

  test('tells what was dropped where the engine itself left small squares out', () => {
    const levels = [level(20, [[0, 0, 75, 30]]), level(40, [[0, 0, 80, 30]])];
    expect(mergeLevels(levels, K).dropped).toBeCloseTo(5 / 80);
    expect(mergeLevels(levels, K, 100).dropped).toBeCloseTo(0.25);
    expect(mergeLevels(levels, K, Number.NaN).dropped).toBeCloseTo(5 / 80);
  });
});

describe('levels that cannot be', () => {
  test.each([
    ['no number', Number.NaN, 50],
    ['endless', Number.POSITIVE_INFINITY, 50],
    ['negative', -5, 50],
    ['of people without number', 50, Number.NaN],
    ['of endless people', 50, Number.POSITIVE_INFINITY],
  ])('a cell that is %s is not shown', (_, count, people) => {
    expect(rowsOf([level(20, [[0, 0, count, people]])])).toEqual([]);
  });

  test('a cell beyond any page is not shown', () => {
    expect(rowsOf([level(20, [[-4, 0, 50, 50]]), level(40, [])])).toEqual([]);
  });

  test('a square with fewer people than its child hides no rest of few', () => {
    const fine = level(20, [
      [0, 0, 50, 40],
      [1, 0, 9, 9],
    ]);
    const rows = rowsOf([fine, level(40, [[0, 0, 59, 20]]), level(80, [[0, 0, 59, 35]])]);
    expect(brief(rows)).toEqual([[10, 10, 20, 50, 40]]);
  });

  test('sizes must be whole multiples', () => {
    expect(() => mergeLevels([level(20, []), level(30, [])], K)).toThrow(RangeError);
    expect(mergeLevels([], K).cells.length).toBe(0);
  });
});

describe('what a viewer can tell', () => {
  test.each(Array.from({ length: 40 }, (_, i) => i + 1))(
    'every shown square holds k people outside of the shown squares in it (page %i)',
    (seed) => {
      const clicks = smallPage(seed);
      const levels = SIZES.map((size) => ({ size, cells: binEvents(clicks, { ...SMALL, size }) }));
      const rows = rowsOf(levels);
      for (const row of rows) {
        const own = clicksOf(row, rows, clicks);
        expect(own.length).toBe(row.count);
        const people = new Set(own.map((i) => clicks.person[i]));
        expect(people.size).toBeGreaterThanOrEqual(Math.max(K, row.people));
      }
    },
  );
});

describe('what is lost', () => {
  const levels = new Map(
    [1000, 5000, 20_000].map((n) => [n, levelsOf(simulateClicks(n, n), SIZES)]),
  );

  // Share of clicks lost by dropping cells under k, and by merging them: the figures that k and the
  // sizes were chosen by were 27.6, 13.6, 10.2 % and 13.9, 3.7, 1.1 %, on a page like this one.
  test.each([
    [1000, 0.299, 0.136],
    [5000, 0.128, 0.02],
    [20_000, 0.101, 0.005],
  ])('of %i sessions is %f by dropping and %f by merging', (sessions, dropping, merging) => {
    const given = levels.get(sessions) ?? [];
    expect(anonymise((given[0] ?? level(20, [])).cells, K).dropped).toBeCloseTo(dropping, 2);
    expect(mergeLevels(given, K).dropped).toBeCloseTo(merging, 2);
  });

  test.each([1000, 5000, 20_000])(
    'of %i sessions brings the picture nearer to the truth',
    (sessions) => {
      const truth = sharesAt(20, levelsOf(simulateClicks(1, 200_000), [20])[0]?.cells);
      const given = levels.get(sessions) ?? [];
      const fine = (given[0] ?? level(20, [])).cells;
      const merged = distanceOf(sharesAt(20, mergeLevels(given, K).cells), truth);
      const dropped = distanceOf(sharesAt(20, anonymise(fine, K).cells), truth);
      expect(merged).toBeLessThan(dropped * 0.8);
    },
  );

  test('is told: clicks dropped and misplaced make up the distance to what the engine counted', () => {
    const given = levels.get(5000) ?? [];
    const { cells, dropped, misplaced } = mergeLevels(given, K);
    const raw = sharesAt(20, given[0]?.cells);
    expect(distanceOf(sharesAt(20, cells), raw)).toBeCloseTo(dropped + misplaced, 2);
  });
});

const SMALL = { width: 640, height: 640 };

/** Few people, some of whom click everywhere: people of neighbouring squares overlap in every way. */
function smallPage(seed: number): SimulatedClicks {
  const random = mulberry32(seed);
  const people = 30 + Math.floor(random() * 400);
  const length = people * (2 + Math.floor(random() * 6));
  const spots = Array.from({ length: 12 }, () => [random() * 600, random() * 600, random() * 60]);
  const clicks = {
    x: new Float32Array(length),
    y: new Float32Array(length),
    person: new Uint32Array(length),
  };
  for (let i = 0; i < length; i++) {
    const [x = 0, y = 0, wide = 0] = spots[Math.floor(random() ** 2 * spots.length)] ?? [];
    clicks.x[i] = Math.min(639, x + random() * wide);
    clicks.y[i] = Math.min(639, y + random() * wide);
    clicks.person[i] = Math.floor(random() ** 1.5 * people);
  }
  return clicks;
}

const inside = (x: number, y: number, { size, ...row }: Pick<Cell, 'x' | 'y' | 'size'>): boolean =>
  Math.floor(x / size) === Math.floor(row.x / size) &&
  Math.floor(y / size) === Math.floor(row.y / size);

/** Clicks in a square that lie in no smaller one that is shown. */
function clicksOf(row: Cell, rows: readonly Cell[], { x, y, person }: SimulatedClicks): number[] {
  const smaller = rows.filter((other) => other.size < row.size && inside(other.x, other.y, row));
  const isIn = (i: number, square: Cell) => inside(x[i] ?? -1, y[i] ?? -1, square);
  return Array.from(person, (_, i) => i).filter(
    (i) => isIn(i, row) && !smaller.some((other) => isIn(i, other)),
  );
}

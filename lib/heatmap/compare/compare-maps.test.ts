import { describe, expect, test } from 'vitest';
import { mulberry32 } from '../../../test/sites/posthog-double/events';
import { anonymise } from '../anonymity';
import { type Cell, toCells } from '../cells';
import { compareElements } from './compare-elements';
import { compareMaps, type Side } from './compare-maps';
import { qValues } from './false-discovery';
import { compareShares } from './two-shares';

const CELLS = 120;
/** Cells whose share differs, in runs where some do. */
const PLANTED = 12;

/**
 * People who visit three of the cells and click one to six times in each: overdispersed clicks, and the
 * same person in several cells.
 */
function drawSide(random: () => number, people: number, lift: number): Side {
  const weights = Array.from({ length: CELLS }, (_, i) => 1 / (1 + i / 20));
  for (let i = 0; i < PLANTED; i++) weights[i * 5] = (weights[i * 5] ?? 0) * (1 + lift);
  const upTo: number[] = [];
  weights.reduce((sum, weight) => {
    upTo.push(sum + weight);
    return sum + weight;
  }, 0);
  const all = upTo.at(-1) ?? 1;
  const clicks = new Float64Array(CELLS);
  const visits = new Float64Array(CELLS);
  for (let person = 0; person < people; person++) {
    const seen = new Set<number>();
    for (let i = 0; i < 3; i++) {
      const at = random() * all;
      seen.add(upTo.findIndex((sum) => at < sum));
    }
    for (const cell of seen) {
      visits[cell] = (visits[cell] ?? 0) + 1;
      clicks[cell] = (clicks[cell] ?? 0) + 1 + Math.floor(random() ** 2 * 6);
    }
  }
  const rows = Array.from({ length: CELLS }, (_, i) => row(i, clicks[i] ?? 0, visits[i] ?? 0));
  return side(anonymise(toCells(rows), 11).cells);
}

const row = (i: number, count: number, people: number, size = 20): Cell => ({
  x: ((i % 12) + 0.5) * size,
  y: (Math.floor(i / 12) + 0.5) * size,
  ...{ size, count, people, fixed: false },
});

const side = (cells: Side['cells'], part: Partial<Side> = {}): Side => ({
  cells,
  unit: 'people',
  viewportWidth: 1280,
  ...part,
});

const cellOf = ({ x, y }: { x: number; y: number }): number =>
  Math.floor(y / 20) * 12 + Math.floor(x / 20);

const isPlanted = (cell: number): boolean => cell % 5 === 0 && cell < PLANTED * 5;

describe('under no difference', () => {
  test('hardly any comparison finds one', () => {
    const runs = 400;
    let found = 0;
    for (let seed = 1; seed <= runs; seed++) {
      const random = mulberry32(seed);
      const { cells } = compareMaps(drawSide(random, 1500, 0), drawSide(random, 2500, 0));
      if (cells.some(({ isDifferent }) => isDifferent)) found++;
    }
    // Five per cent, and three standard deviations of 400 runs.
    expect(found / runs).toBeLessThanOrEqual(0.05 + 3 * Math.sqrt((0.05 * 0.95) / runs));
  });
});

describe('where a tenth of the cells differs by half', () => {
  const resultsOf = (people: number, runs: number) =>
    Array.from({ length: runs }, (_, seed) => {
      const random = mulberry32(1000 + seed);
      const { cells } = compareMaps(drawSide(random, people, 0), drawSide(random, people, 0.5));
      const called = cells.filter(({ isDifferent }) => isDifferent);
      // What is planted takes from all others, a little: those are called right if they fall.
      const wrong = called.filter((cell) => !isPlanted(cellOf(cell)) && cell.difference > 0);
      const right = called.filter((cell) => isPlanted(cellOf(cell)) && cell.difference > 0);
      return { called: called.length, wrong: wrong.length, right: right.length };
    });

  // How many of the planted differences are found: the power at this many people a side.
  test.each([
    [1000, 0.01],
    [4000, 0.53],
    [10_000, 0.95],
  ])('of %i people a side, %f are found, and hardly any is wrong', (people, power) => {
    const results = resultsOf(people, people < 10_000 ? 60 : 20);
    const wrong = results.map((run) => run.wrong / Math.max(1, run.called));
    expect(wrong.reduce((sum, rate) => sum + rate, 0) / wrong.length).toBeLessThanOrEqual(0.05);
    const found = results.reduce((sum, { right }) => sum + right, 0);
    expect(Math.abs(found / (results.length * PLANTED) - power)).toBeLessThan(0.06);
  });
});

describe('what can be compared', () => {
  const many = (share: number) =>
    toCells([row(0, 4000 * share, 2000 * share), row(1, 4000 - 4000 * share, 2000 - 2000 * share)]);

  test('says where and by how much, with an interval around it', () => {
    const { cells } = compareMaps(side(many(0.5)), side(many(0.7)));
    expect(cells.map(({ isDifferent }) => isDifferent)).toEqual([true, true]);
    expect(cells[0]?.difference).toBeCloseTo(0.2, 10);
    expect(cells[1]?.difference).toBeCloseTo(-0.2, 10);
    expect(cells[0]?.margin).toBeCloseTo(0.0296, 3);
  });

  test('clicks alone have neither interval nor significance', () => {
    for (const pair of [
      ['clicks', 'people'],
      ['sessions', 'clicks'],
    ] as const) {
      const told = compareMaps(
        side(many(0.5), { unit: pair[0] }),
        side(many(0.7), { unit: pair[1] }),
      );
      expect(told.isTested).toBe(false);
      expect(told.cells[0]).toMatchObject({ margin: null, q: null, isDifferent: false });
      expect(told.cells[0]?.difference).toBeCloseTo(0.2, 10);
    }
  });

  test('a cell that one side does not show is left out, and moves no other', () => {
    const with_ = toCells([row(0, 400, 200), row(1, 400, 200), row(2, 5000, 3000)]);
    const without = toCells([row(0, 400, 200), row(1, 400, 200)]);
    const told = compareMaps(side(with_), side(without));
    expect(told.cells.map(({ difference }) => difference)).toEqual([0, 0]);
    expect(told.left).toBe(1);
    expect(told.coveredA).toBeCloseTo(800 / 5800, 10);
    expect(told.coveredB).toBe(1);
  });

  test('squares of different sizes meet in the larger one, if it is shown whole, untested', () => {
    const fine = [row(0, 40, 20), row(1, 40, 20), row(12, 40, 20), row(13, 40, 20)];
    const coarse = { ...row(0, 200, 90, 40), x: 20, y: 20 };
    const told = compareMaps(side(toCells(fine)), side(toCells([coarse])));
    expect(told.cells).toMatchObject([{ x: 20, y: 20, size: 40, q: null, isDifferent: false }]);
    const part = compareMaps(side(toCells(fine.slice(1))), side(toCells([coarse])));
    expect(part).toMatchObject({ cells: [], left: 1 });
  });

  test('a square lies where its source has it, whatever the step it begins at', () => {
    const shifted = { ...row(0, 400, 200, 40), x: 200, y: 120 };
    const told = compareMaps(side(toCells([shifted])), side(toCells([shifted])));
    expect(told.cells).toMatchObject([{ x: 200, y: 120, size: 40 }]);
  });

  test('places are compared at one width', () => {
    const wide = toCells([{ ...row(0, 400, 200), x: 720 }]);
    const told = compareMaps(
      side(toCells([{ ...row(0, 400, 200), x: 640 }])),
      side(wide, { viewportWidth: 1440 }),
    );
    expect(told.cells).toHaveLength(1);
  });

  test('nothing is made of nothing', () => {
    const none = side(toCells([]));
    expect(compareMaps(none, none)).toMatchObject({ cells: [], left: 0, coveredA: 0 });
    const bad = side(toCells([row(0, Number.NaN, 20), row(1, 20, 20, 0), row(2, 20, -1)]));
    expect(compareMaps(bad, side(many(0.5))).cells).toEqual([]);
  });
});

describe('elements', () => {
  const box = (ref: number, left: number) => ({
    ref,
    label: '',
    role: 'link',
    fixed: false,
    box: [left, 0, 20, 20] as const satisfies readonly number[],
  });
  const boxes = [box(1, 0), box(2, 20)].map((one) => ({
    ...one,
    box: [...one.box] as [number, number, number, number],
  }));
  const placed = (...rows: ReturnType<typeof row>[]) => ({ ...side(toCells(rows)), scale: 1 });
  const at = (a: number, b: number) => placed(row(0, a, a / 2), row(1, b, b / 2));

  test('are listed by how much they differ, with rounded counts', () => {
    const [first, second] = compareElements(at(2000, 2000), at(3000, 1000), boxes);
    expect(first).toMatchObject({ box: 0, countA: 2000, countB: 3000, isDifferent: true });
    expect(first?.difference).toBeCloseTo(0.25, 10);
    expect(second?.difference).toBeCloseTo(-0.25, 10);
  });

  test('without people are given without a verdict', () => {
    const clicks = { ...at(2000, 2000), unit: 'clicks' as const };
    const [first] = compareElements(clicks, at(3000, 1000), boxes);
    expect(first).toMatchObject({ margin: null, q: null, isDifferent: false });
  });

  test('that one side does not show are not called different', () => {
    const only = placed(row(0, 2000, 1000));
    const rows = compareElements(at(2000, 2000), only, boxes);
    expect(rows.find((one) => one.box === 1)).toMatchObject({ q: null, isDifferent: false });
  });
});

describe('the statistics', () => {
  test('the two-proportion test is that of the textbooks', () => {
    // 15 of 100 against 30 of 100: z = 2.541, p = .0111.
    const told = compareShares({ count: 15, total: 100 }, { count: 30, total: 100 });
    expect(told?.p).toBeCloseTo(0.0111, 3);
    expect(compareShares({ count: 0, total: 10 }, { count: 0, total: 10 })).toBeNull();
    expect(compareShares({ count: 5, total: 0 }, { count: 1, total: 10 })).toBeNull();
    expect(compareShares({ count: 11, total: 10 }, { count: 1, total: 10 })).toBeNull();
  });

  test('q-values are those of the published example', () => {
    // Benjamini and Hochberg 1995, section 4.1: four of fifteen are called at 5 %.
    const p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719,
      0.6528, 0.759, 1,
    ];
    const q = qValues(p);
    expect(q.filter((value) => value <= 0.05)).toHaveLength(4);
    expect(q[0]).toBeCloseTo(0.0015, 6);
    expect(qValues([...p].reverse())).toEqual([...q].reverse());
    expect(qValues([])).toEqual([]);
  });
});

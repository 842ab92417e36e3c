import { describe, expect, test } from 'vitest';
import {
  distanceOf,
  levelsOf,
  type SimulatedClicks,
  sharesAt,
  simulateClicks,
} from '../../../test/sites/simulated/clicks';
import { anonymise } from '../anonymity';
import { type Cells, emptyCells, toCells } from '../cells';
import { SIGMA } from '../density/kernel';
import { errorOf } from '../testing/at-once';
import type { MapFacts } from './map-error';
import { normalBelow, quantisationOf, quantisationSteps } from './quantisation';
import { samplingOf } from './sampling';

const finest = (clicks: SimulatedClicks, size = 20): Cells =>
  levelsOf(clicks, [size])[0]?.cells ?? emptyCells(0);

const cell = (x: number, count: number, people: number, size = 20) => ({
  ...{ x, y: 400, size, count, people },
  fixed: false,
});

describe('sampling error', () => {
  const truth = finest(simulateClicks(1, 150_000));

  test.each([2000, 5000])('of %i sessions is what it is against the truth', (sessions) => {
    const told: number[] = [];
    const real: number[] = [];
    for (let seed = 2; seed < 8; seed++) {
      const { cells } = anonymise(finest(simulateClicks(seed, sessions)), 11);
      told.push(samplingOf(cells) ?? 1);
      const shown = sharesAt(20, cells);
      const all = sharesAt(20, truth);
      const inShown = [...shown.keys()].map((key) => [key, all.get(key) ?? 0] as const);
      const sum = inShown.reduce((total, [, share]) => total + share, 0);
      real.push(distanceOf(shown, new Map(inShown.map(([key, share]) => [key, share / sum]))));
    }
    expect(mean(told) / mean(real)).toBeGreaterThan(0.85);
    expect(mean(told) / mean(real)).toBeLessThan(1.15);
  });

  test('counts people: ten clicks of each say no more than one', () => {
    const once = toCells([cell(10, 100, 100), cell(30, 300, 300)]);
    const often = toCells([cell(10, 1000, 100), cell(30, 3000, 300)]);
    expect(samplingOf(often)).toBeCloseTo(samplingOf(once) ?? 1, 10);
    const all = toCells([cell(10, 1000, 1000), cell(30, 3000, 3000)]);
    expect((samplingOf(once) ?? 0) / (samplingOf(all) ?? 1)).toBeCloseTo(Math.sqrt(10), 10);
  });

  test('is unknown without people, and never over one', () => {
    expect(samplingOf(emptyCells(0))).toBeNull();
    expect(samplingOf(toCells([cell(10, 5, 0)]))).toBeNull();
    expect(samplingOf(toCells([cell(10, Number.NaN, 5)]))).toBeNull();
    expect(samplingOf(toCells([cell(10, 1, 1), cell(30, 1, 1)]))).toBeLessThanOrEqual(1);
  });
});

describe('quantisation error', () => {
  test('of one cell is that of its even spread: g² / (3 e σ²) for small cells', () => {
    const half = 4;
    const told = quantisationOf(toCells([cell(200, 50, 50, 8)]), half, half);
    expect(told).toBeCloseTo(half ** 2 / (3 * Math.E * SIGMA ** 2), 3);
  });

  test('is nothing for exact positions, and grows with the cell', () => {
    const at = (size: number) => quantisationOf(toCells([cell(400, 50, 50, size)]), size / 2, 8);
    expect(quantisationOf(toCells([cell(400, 50, 50, 0)]), 0, 0)).toBeCloseTo(0, 6);
    expect(at(20)).toBeGreaterThan(at(10) ?? 1);
    expect(at(80)).toBeGreaterThan(at(20) ?? 1);
    expect(at(100_000)).toBeLessThanOrEqual(1);
  });

  test('of neighbours that make up for each other is small', () => {
    const alone = quantisationOf(toCells([cell(400, 50, 50)]), 10, 10) ?? 0;
    const row = toCells(Array.from({ length: 40 }, (_, i) => cell(400 + 20 * i, 50, 50)));
    expect(quantisationOf(row, 10, 10)).toBeLessThan(alone * 0.7);
  });

  test.each([10, 20, 40])('at %i px is near what a picture of exact positions shows', (size) => {
    const clicks = simulateClicks(3, 8000);
    const cells = finest(clicks, size);
    const told = quantisationOf(cells, size / 2, size / 2) ?? 0;
    const real = distanceOf(blurred(finest(clicks, 1)), blurred(cells));
    expect(told / real).toBeGreaterThan(0.5);
    expect(told / real).toBeLessThan(1.2);
  });

  test('takes each cell by its own edge, whatever others there are and whoever gives it', () => {
    const alone = (size: number) =>
      quantisationOf(toCells([cell(2000, 50, 50, size)]), 10, 10) ?? 0;
    const both = toCells([cell(400, 50, 50, 20), cell(2000, 50, 50, 160)]);
    expect(quantisationOf(both, 10, 10)).toBeCloseTo((alone(20) + alone(160)) / 2, 4);
    // A source that tells a finer step than its cells have, as an engine of 20 px whose cells were merged.
    expect(quantisationOf(both, 0, 0)).toBeCloseTo(quantisationOf(both, 10, 10) ?? 0, 10);
    expect(quantisationOf(toCells([cell(400, 50, 50, 160)]), 8, 8)).toBeCloseTo(alone(160), 4);
    // A step that is wider than the cell widens it.
    expect(quantisationOf(toCells([cell(400, 50, 50, 16)]), 10, 10)).toBeCloseTo(alone(20), 4);
  });

  test('of wide cells goes on where that of narrower ones ends', () => {
    const at = (size: number) => quantisationOf(toCells([cell(9000, 50, 50, size)]), 8, 8) ?? 0;
    const told = [150, 180, 190, 191, 192, 193, 194, 200, 240, 640, 1600, 10_000].map(at);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(at(194) - at(192)).toBeCloseTo(at(192) - at(190), 3);
    expect(at(10_000)).toBeGreaterThan(0.99);
  });

  test.each([
    [2, 16, 640],
    [2, 16, 10_000],
    [2, 0.001, 10_000],
    [3000, 10_000, 10_000],
  ])(
    'of %i cells between %d and %d px looks at few points a step, in few steps',
    (rows, least, most) => {
      const steps = quantisationSteps(
        toCells(
          Array.from({ length: rows }, (_, i) => ({
            ...cell(500 + 997 * i, 50, 50, i % 2 === 0 ? least : most),
            y: 500 + 1009 * i,
          })),
        ),
        least / 2,
        least / 2,
      );
      // Three Gaussians at most are reckoned for each point of a cell's two axes, and no other way leads to one.
      const { exp } = Math;
      let looks = 0;
      Math.exp = (x) => {
        looks += 1;
        return exp(x);
      };
      const looked: number[] = [];
      let step: IteratorResult<void, number | null>;
      try {
        do {
          looks = 0;
          step = steps.next();
          looked.push(looks);
        } while (!step.done);
      } finally {
        Math.exp = exp;
      }
      // 96 px and four standard deviations either way, at half of one apart, however wide the cell is.
      const points = Math.ceil((2 * (96 + 4 * SIGMA)) / (SIGMA / 2)) + 2;
      expect(Math.max(...looked)).toBeGreaterThan(0);
      expect(Math.max(...looked)).toBeLessThanOrEqual(2 * 3 * points);
      // A step for each of 1,500 cells at most, and for each tile of 32 points that these touch.
      expect(looked.length).toBeLessThanOrEqual(
        1_500 * (1 + (Math.ceil(points / 32) + 1) ** 2) + 100,
      );
      expect(step.value).toBeGreaterThan(0.4);
    },
  );

  test('stands on a normal distribution', () => {
    expect(normalBelow(0)).toBeCloseTo(0.5, 6);
    expect(normalBelow(1.959964)).toBeCloseTo(0.975, 6);
    expect(normalBelow(-3)).toBeCloseTo(0.00135, 5);
  });
});

describe('the error of a map', () => {
  const facts: MapFacts = {
    cells: toCells([cell(10, 400, 300), cell(30, 600, 500)]),
    gridErrorX: 6.4,
    gridErrorY: 8,
    dropped: 0.01,
    misplaced: null,
    unit: 'people',
    isPart: false,
    sessions: 900,
  };

  test('says of each kind how it is known', () => {
    const { quantisation, anonymisation, sampling, total } = errorOf(facts);
    expect(quantisation).toMatchObject({ how: 'estimated', model: 'evenInCell' });
    expect(anonymisation).toEqual({ value: 0.01, how: 'measured', model: 'dropped' });
    expect(sampling).toMatchObject({ how: 'estimated', model: 'perPerson' });
    expect(total).toBeCloseTo((quantisation.value ?? 0) + 0.01 + (sampling.value ?? 0), 10);
  });

  test('does not make one up where the data does not say', () => {
    const unknown = { value: null, how: 'unknown', model: 'none' };
    expect(errorOf({ ...facts, unit: 'clicks' }).sampling).toEqual(unknown);
    expect(errorOf({ ...facts, isPart: true }).sampling).toEqual(unknown);
    expect(errorOf({ ...facts, dropped: null }).anonymisation).toEqual(unknown);
    expect(errorOf({ ...facts, gridErrorX: null }).quantisation).toEqual(unknown);
    expect(errorOf({ ...facts, unit: 'clicks' })).toMatchObject({ total: null, more: null });
  });

  test('adds what merging has misplaced', () => {
    const { anonymisation } = errorOf({ ...facts, misplaced: 0.1 });
    expect(anonymisation).toMatchObject({ how: 'estimated', model: 'merged' });
    expect(anonymisation.value).toBeCloseTo(0.01 + 0.99 * 0.1, 10);
  });

  test('tells how many more sessions bring the sampling error to three per cent', () => {
    const few = simulateClicks(5, 3000);
    const cells = anonymise(finest(few), 11).cells;
    const { more } = errorOf({ ...facts, cells, sessions: 3000 });
    const needed = 3000 + (more?.sessions ?? 0);
    expect(needed).toBeGreaterThan(3000);
    // The same cells, with as much data as it asks for.
    const scale = needed / 3000;
    const enough = { ...cells, people: cells.people.map((n) => n * scale) };
    const counts = { ...enough, count: cells.count.map((n) => n * scale) };
    expect(samplingOf(counts)).toBeCloseTo(0.03, 3);
  });

  test('asks for no more where there is enough, and for no number where sessions are unknown', () => {
    const plenty = toCells([cell(10, 4e6, 3e6), cell(30, 6e6, 5e6)]);
    expect(errorOf({ ...facts, cells: plenty }).more).toEqual({ times: 1, sessions: 0 });
    expect(errorOf({ ...facts, sessions: null }).more?.sessions).toBeNull();
  });
});

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The picture as it is drawn, by squares of 6 px: a Gaussian at the centre of each cell. */
function blurred(cells: Cells): Map<string, number> {
  const heat = new Map<string, number>();
  const total = cells.count.reduce((sum, count) => sum + count, 0);
  const reach = 7;
  for (let c = 0; c < cells.length; c++) {
    const x = cells.x[c] ?? 0;
    const y = cells.y[c] ?? 0;
    const [i0, j0] = [Math.round(x / 6), Math.round(y / 6)];
    for (let j = j0 - reach; j <= j0 + reach; j++) {
      for (let i = i0 - reach; i <= i0 + reach; i++) {
        const r2 = (i * 6 - x) ** 2 + (j * 6 - y) ** 2;
        const part = (36 * Math.exp(-r2 / (2 * SIGMA ** 2))) / (2 * Math.PI * SIGMA ** 2);
        const key = `${i} ${j}`;
        heat.set(key, (heat.get(key) ?? 0) + (part * (cells.count[c] ?? 0)) / total);
      }
    }
  }
  return heat;
}

import { describe, expect, test } from 'vitest';
import { mulberry32 } from '../../../test/sites/posthog-double/events';
import type { Bands } from '../../protocol/heat-kinds';
import { keepBands } from '../anonymise-bands';
import { type BandSide, compareBands } from './compare-bands';

const BANDS = 20;
const K = 11;

/** Bands of 5 % of the page's height, with these people in each. */
const reach = (counts: readonly number[], people = counts[0] ?? 0, part: Partial<Bands> = {}) => ({
  measure: 'reached' as const,
  depth: 'share' as const,
  fold: null,
  people,
  bands: counts.map((value, i) => ({
    top: i / counts.length,
    bottom: (i + 1) / counts.length,
    value,
    people: value,
  })),
  ...part,
});

const side = (bands: Bands, part: Partial<BandSide> = {}): BandSide => ({
  bands,
  isExact: true,
  unit: 'people',
  k: K,
  ...part,
});

/** People who leave in each band with chance 5 %, and once more with `leave` at the tenth. */
function draw(random: () => number, people: number, leave = 0): BandSide {
  const counts = new Array<number>(BANDS).fill(0);
  for (let person = 0; person < people; person++) {
    for (let band = 0; band < BANDS; band++) {
      if (band > 0 && random() < 0.05) break;
      if (band === 10 && random() < leave) break;
      counts[band] = (counts[band] ?? 0) + 1;
    }
  }
  return side(keepBands(reach(counts, people), K).bands);
}

describe('under no difference', () => {
  test.each([
    [120, 200],
    [1_500, 2_500],
    [20_000, 10_000],
  ])('hardly any comparison of %i with %i people finds one', (inA, inB) => {
    const runs = inA > 10_000 ? 80 : 400;
    let found = 0;
    for (let seed = 1; seed <= runs; seed++) {
      const random = mulberry32(seed);
      const { bands } = compareBands(draw(random, inA), draw(random, inB));
      if (bands.some(({ isDifferent }) => isDifferent)) found++;
    }
    // Five per cent, and three standard deviations of these runs.
    expect(found / runs).toBeLessThanOrEqual(0.05 + 3 * Math.sqrt((0.05 * 0.95) / runs));
  });
});

describe('where more people leave in the middle of the page', () => {
  // How many of the bands that differ are found: the power at this many people a side.
  test.each([
    [1_000, 0.11],
    [4_000, 0.55],
    [10_000, 0.95],
  ])(
    'of %i people a side, %f of the bands below are found, and hardly any above',
    (people, power) => {
      const runs = 150;
      let found = 0;
      let wrong = 0;
      for (let seed = 1; seed <= runs; seed++) {
        const random = mulberry32(1_000 + seed);
        const { bands } = compareBands(draw(random, people), draw(random, people, 0.06));
        const called = bands.filter(({ isDifferent }) => isDifferent);
        const below = called.filter(({ top, difference }) => top > 0.499 && difference < 0);
        found += below.length / (BANDS / 2);
        wrong += (called.length - below.length) / Math.max(1, called.length);
      }
      expect(wrong / runs).toBeLessThanOrEqual(0.05);
      expect(Math.abs(found / runs - power)).toBeLessThan(0.07);
    },
  );
});

describe('bands of two maps', () => {
  test('say who got there on either side, and by how many points that differs', () => {
    const { bands, isTested, left } = compareBands(
      side(reach([2_000, 1_000, 400])),
      side(reach([3_000, 1_800, 600])),
    );
    expect({ isTested, left }).toEqual({ isTested: true, left: 0 });
    expect(bands.map(({ shareA, shareB, difference }) => [shareA, shareB, difference])).toEqual([
      [1, 1, 0],
      [0.5, 0.6, 0.1],
      [0.2, 0.2, 0],
    ]);
    expect(bands.map(({ isDifferent }) => isDifferent)).toEqual([false, true, false]);
    // Agresti and Caffo: 1.96 · √(.5·.5/2002 + .6·.4/3002), near enough.
    expect(bands[1]?.margin).toBeCloseTo(0.0281, 3);
  });

  test('with other edges are cut at the edges of both', () => {
    const halves = reach([1_000, 400]);
    const fifths = reach([1_000, 900, 700, 500, 100]);
    const { bands } = compareBands(side(halves), side(fifths));
    const rows = bands.map(({ top, bottom, shareA, shareB }) => [top, bottom, shareA, shareB]);
    expect(rows).toEqual([
      [0, 0.2, 1, 1],
      [0.2, 0.4, 1, 0.9],
      [0.4, 0.5, 1, 0.7],
      [0.5, 0.6, 0.4, 0.7],
      [0.6, 0.8, 0.4, 0.5],
      [0.8, 1, 0.4, 0.1],
    ]);
  });

  test('thinner than a hundredth of the page are told together, with those who got through', () => {
    const fine = reach(Array.from({ length: 1_000 }, (_, i) => 30_000 - 20 * i));
    const { bands } = compareBands(side(fine), side(fine));
    expect(bands).toHaveLength(100);
    expect(bands[0]).toMatchObject({ top: 0, bottom: 0.01 });
    expect(bands[0]?.shareA).toBeCloseTo(1 - (9 * 20) / 30_000, 3);
  });

  test('below the depth that one side shows are not compared, and counted', () => {
    const short = reach([900, 700], 900, {
      depth: 'px',
      bands: [0, 1].map((i) => ({ top: i * 500, bottom: i * 500 + 500, value: 900, people: 900 })),
    });
    const long = {
      ...short,
      bands: [...short.bands, { top: 1_000, bottom: 1_500, value: 300, people: 300 }],
    };
    const { bands, left } = compareBands(side(short), side(long));
    expect(bands.map(({ bottom }) => bottom)).toEqual([1_000]);
    expect(left).toBe(1);
  });

  test('never tell of fewer than k people who stopped somewhere', () => {
    const counts = [500, 497, 480, 476, 470, 300, 299, 12];
    const { bands } = compareBands(
      side(reach(counts, 503)),
      side(reach([500, 400, 300, 200], 500)),
    );
    const reached = [503, ...bands.map(({ shareA }) => Math.round(shareA * 503))];
    const stopped = reached.slice(1).map((count, i) => (reached[i] ?? 0) - count);
    expect(bands).toHaveLength(3);
    for (const step of stopped) expect(step === 0 || step >= K).toBe(true);
    // Where all but a few got to the end, nothing tells those few.
    const [only] = compareBands(side(reach([500], 503)), side(reach([400], 400))).bands;
    expect(only).toMatchObject({ shareA: 1, shareB: 1, isDifferent: false });
  });

  test('whose numbers are not those of people are told, and called nothing', () => {
    const [a, b] = [reach([2_000, 1_000]), reach([2_000, 1_800])];
    for (const pair of [
      [side(a, { unit: 'clicks' }), side(b, { unit: 'clicks' })],
      [side(a, { unit: 'sessions' }), side(b)],
      [side(a), side(b, { isExact: false })],
    ] as const) {
      const { bands, isTested } = compareBands(...pair);
      expect(isTested).toBe(false);
      expect(bands[1]).toMatchObject({
        difference: 0.4,
        margin: null,
        q: null,
        isDifferent: false,
      });
    }
  });

  test('of nobody are none', () => {
    const none = side({ ...reach([]), people: 0 });
    expect(compareBands(none, side(reach([900])))).toMatchObject({ bands: [], left: 1 });
    expect(compareBands(none, none)).toMatchObject({ bands: [], left: 0 });
  });
});

describe('bands in view', () => {
  const seen = (rows: readonly (readonly [people: number, seconds: number])[]) =>
    side({
      ...reach([]),
      measure: 'seconds',
      people: 1_000,
      bands: rows.map(([people, value], i) => ({ top: i / 4, bottom: (i + 1) / 4, value, people })),
    });

  test('are tested by who had them in view; time is told beside it', () => {
    const a = seen([
      [1_000, 9_000],
      [600, 4_000],
      [700, 2_000],
    ]);
    const b = seen([
      [1_000, 5_000],
      [400, 4_000],
      [690, 9_000],
    ]);
    const { bands } = compareBands(a, b);
    expect(bands).toMatchObject([
      { difference: 0, secondsA: 9, secondsB: 5, isDifferent: false },
      { shareA: 0.6, shareB: 0.4, secondsA: 4, secondsB: 4, isDifferent: true },
      // Four times as long, of as many people: nothing says that this is no chance.
      { shareA: 0.7, shareB: 0.69, secondsA: 2, secondsB: 9, isDifferent: false },
    ]);
  });

  test('are compared with bands of the same edges alone', () => {
    const a = seen([
      [1_000, 9_000],
      [600, 4_000],
    ]);
    const halves = a.bands.bands.map((band, i) => ({ ...band, top: i / 2, bottom: (i + 1) / 2 }));
    const other = { ...a, bands: { ...a.bands, bands: halves } };
    expect(compareBands(a, other)).toMatchObject({ bands: [], left: 4 });
  });
});

import { describe, expect, it } from 'vitest';
import { DEFAULT_HEAT_SETTINGS, type MapSummary } from '../../../protocol/heat';
import { type Bands, NO_FILTERS, type Unit } from '../../../protocol/heat-kinds';
import type { BandHeat } from '../../../sources/contract';
import { heatPorts, mapsIn } from '../../testing/heat-ports';
import { perTab } from '../../testing/per-tab';
import { createHeatService } from '../heat-service';
import type { StoredMap } from '../ports';
import { prepareHeat, raiseK } from '../prepare-map';
import { placeOf } from '../snapshot-place';

const TAB = 7;
const PAGE = 'https://acme.test/pricing';
const ASKED = { url: PAGE, viewportWidth: 1280, pageHeight: 4_000 };

/** Numbers that are rounded to others: 5,049 is shown as 5,000. */
const NOW = [5_049, 4_449, 3_051, 1_449];
const BEFORE = [5_051, 4_451, 2_549, 1_451];

const bandsOf = (counts: readonly number[], part: Partial<Bands> = {}): Bands => ({
  measure: 'reached',
  depth: 'share',
  people: counts[0] ?? 0,
  fold: null,
  bands: counts.map((people, i) => ({
    top: i / counts.length,
    bottom: (i + 1) / counts.length,
    value: people,
    people,
  })),
  ...part,
});

interface Given {
  readonly bands: Bands;
  readonly unit?: Unit;
  readonly remarks?: BandHeat['remarks'];
  readonly width?: number;
}

function mapOf({ bands, unit = 'people', remarks = [], width = 1280 }: Given, k = 11) {
  const heat: BandHeat = {
    ...{ form: 'bands', bands, unit, remarks, viewportWidth: width },
    ...{ truncated: false, unusable: 0 },
  };
  const kind = bands.measure === 'reached' ? 'scroll' : 'attention';
  const origin = {
    ...{ sourceId: 'file', sourceName: 'file', kind: 'file' as const, page: PAGE },
    ...{ from: '2026-11-15', to: '2026-11-21', fetchedAt: 1, band: null, filters: NO_FILTERS },
  };
  return prepareHeat(heat, kind, origin, k);
}

/** A tab that shows a file, beside a snapshot of the other map. */
async function compare(a: StoredMap, b: StoredMap) {
  const files = perTab<string>();
  await files.write(TAB, a.summary.mapId);
  const found = {
    id: 'snapshot_b',
    ...{ name: 'Before', savedAt: 1, bytes: 1, band: { min: 1, max: 2 }, k: 11, count: 1 },
    ...{ map: a.summary.map, form: 'bands' as const, filters: NO_FILTERS },
    provenance: b.summary.provenance,
  };
  const sent: unknown[] = [];
  const ports = heatPorts(PAGE, {
    files,
    maps: mapsIn(new Map([[a.summary.mapId, a]])),
    snapshots: {
      find: async () => [{ snapshot: found, ...placeOf(PAGE, undefined) }],
      get: async () => ({ ...b, snapshot: found }),
    },
    preferences: {
      read: async () => ({ ...DEFAULT_HEAT_SETTINGS, sourceId: 'file', map: a.summary.map }),
      write: async () => undefined,
    },
  });
  const heat = createHeatService({
    ...ports,
    page: { ...ports.page, send: async (_t, _n, request) => void sent.push(request) as never },
  });
  await heat.toggle(TAB, PAGE);
  await heat.hello(TAB, ASKED);
  await heat.set(TAB, {
    compare: {
      ...{ with: { kind: 'map', id: 'snapshot_b' }, view: 'swipe', side: 'a', palette: 'vik' },
    },
  });
  const told = await heat.comparison(TAB);
  if (told === null) throw new Error('Nothing is compared.');
  return { told, heat, sent };
}

const scroll = async (a: Given, b: Given) => (await compare(await mapOf(a), await mapOf(b))).told;

describe('two maps of scroll depth', () => {
  it('are compared by who was counted, not by the numbers that were rounded to be shown', async () => {
    const told = await scroll({ bands: bandsOf(NOW) }, { bands: bandsOf(BEFORE) });
    expect(told).toMatchObject({ status: 'shown', isTested: true, places: null, tiles: [] });
    const rows = told.bands?.rows ?? [];
    expect(rows.map(({ isDifferent }) => isDifferent)).toEqual([false, false, true, false]);
    // Rounded, the second would be 88 % beside 87.3 %, and the fourth 28 % beside 29.4 %.
    expect(rows.map(({ difference }) => difference)).toEqual([0, 0, -0.099, 0]);
    expect(rows[2]).toMatchObject({ shareA: 0.604, shareB: 0.505 });
    expect(told.most).toBeCloseTo(0.099, 10);
  });

  it('are told to the page with what it draws them by', async () => {
    const { told, heat, sent } = await compare(
      await mapOf({ bands: bandsOf(NOW) }),
      await mapOf({ bands: bandsOf(BEFORE) }),
    );
    const { comparison } = await heat.hello(TAB, ASKED);
    expect(comparison).toMatchObject({ id: told.id, most: told.most, bands: told.bands });
    expect(sent.at(-1)).toMatchObject({ comparison: { bands: { depth: 'share' } } });
  });

  it('say what a depth is of, and where pages of other widths lie beneath', async () => {
    const told = await scroll({ bands: bandsOf(NOW) }, { bands: bandsOf(BEFORE), width: 390 });
    expect(told.notes.map(({ id }) => id)).toEqual([
      'heat.compare.note.depth.share',
      'heat.compare.note.otherWidths',
    ]);
    expect(told.isTested).toBe(true);
  });

  const alone: readonly [string, Partial<Given>, string][] = [
    ['clicks', { unit: 'clicks' }, 'heat.compare.note.clicks'],
    [
      'page views',
      { unit: 'sessions', remarks: [{ id: 'source.remark.pageViews' }] },
      'heat.compare.note.pageViews',
    ],
    [
      'numbers that a file has rounded',
      { remarks: [{ id: 'source.note.rounded' }] },
      'heat.compare.note.rounded',
    ],
    [
      'people several times',
      { remarks: [{ id: 'source.remark.reachedTwice' }] },
      'heat.compare.note.reachedTwice',
    ],
  ];
  it.each(alone)(
    'that count %s have no interval and no colour, and the reason',
    async (_, part, id) => {
      const told = await scroll(
        { bands: bandsOf(NOW), ...part },
        { bands: bandsOf(BEFORE), ...part },
      );
      expect(told).toMatchObject({ status: 'shown', isTested: false, most: 0 });
      for (const row of told.bands?.rows ?? []) {
        expect(row).toMatchObject({ margin: null, q: null, isDifferent: false });
      }
      expect(told.notes.map((note) => note.id)).toContain(id);
    },
  );

  it('that were saved with rounded numbers alone are called nothing', async () => {
    const { counted: _, ...old } = await mapOf({ bands: bandsOf(BEFORE) });
    const { told } = await compare(await mapOf({ bands: bandsOf(NOW) }), old);
    expect(told).toMatchObject({ status: 'shown', isTested: false });
    expect(told.notes.map(({ id }) => id)).toContain('heat.compare.note.rounded');
    expect(told.bands?.rows[2]?.difference).toBeCloseTo(-0.1, 1);
  });

  it('under a higher k lose bands, and keep what was counted', async () => {
    const map = await mapOf({ bands: bandsOf([5_049, 4_449, 40]) });
    const raised = await raiseK(map, 50);
    expect(raised.counted?.bands.map(({ value }) => value)).toEqual([5_049, 4_449]);
    const { counted: _, ...old } = map;
    expect((await raiseK(old, 50)).counted).toBeNull();
  });

  const unlike: readonly [string, Partial<Bands>, string][] = [
    ['px beside shares of the height', { depth: 'px' }, 'heat.compare.refused.otherDepth'],
    ['time beside people', { measure: 'seconds' }, 'heat.compare.refused.otherMap'],
  ];
  it.each(unlike)('are not compared: %s', async (_, part, id) => {
    const told = await scroll({ bands: bandsOf(NOW) }, { bands: bandsOf(BEFORE, part) });
    expect(told).toMatchObject({ status: 'refused', reason: { id }, bands: null });
  });
});

describe('two maps of attention', () => {
  it('are tested by who looked, and tell how long beside it', async () => {
    const seconds = (rows: readonly (readonly [number, number])[]): Bands => ({
      ...bandsOf([]),
      measure: 'seconds',
      people: 1_000,
      bands: rows.map(([people, value], i) => ({ top: i / 2, bottom: (i + 1) / 2, value, people })),
    });
    const told = await scroll(
      {
        bands: seconds([
          [1_000, 9_000],
          [613, 4_000],
        ]),
      },
      {
        bands: seconds([
          [1_000, 5_000],
          [402, 4_100],
        ]),
      },
    );
    expect(told.bands).toMatchObject({
      measure: 'seconds',
      rows: [
        { difference: 0, secondsA: 9, secondsB: 5, isDifferent: false },
        { shareA: 0.615, shareB: 0.4, secondsA: 4, secondsB: 4.1, isDifferent: true },
      ],
    });
    expect(told.notes.map(({ id }) => id)).toContain('heat.compare.note.time');
  });
});

/** A summary is what a page may be told of a map: nothing exact is in it. */
it('what was counted is not in what is told of a map', async () => {
  const { summary, counted }: { summary: MapSummary; counted?: Bands | null } = await mapOf({
    bands: bandsOf(NOW),
  });
  expect(counted?.people).toBe(5_049);
  expect(summary.bands?.people).toBe(5_000);
  expect(JSON.stringify(summary)).not.toContain('5049');
});

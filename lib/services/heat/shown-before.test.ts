// @vitest-environment node
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { toCells } from '../../heatmap/cells';
import { memoryOfShown } from '../../heatmap/privacy/testing/memory';
import { type Bands, type MapKind, NO_FILTERS } from '../../protocol/heat-kinds';
import type { SourceConfig } from '../../protocol/sources';
import type { BandHeat, PlacedHeat, SourceHeat } from '../../sources/contract';
import { HushmapDatabase } from '../../vault/database';
import { createMapStore } from '../../vault/maps';
import { createDiscloser } from './disclose-map';
import type { ShownStore } from './guarded-answers';
import type { StoredMap } from './ports';
import { type Origin, prepareHeat, raiseK } from './prepare-map';

/** What is said of a map that is shown as it was before. */

const K = 11;
const NOW = Date.parse('2026-11-22T12:00:00Z');
const ACME: SourceConfig = {
  ...{ kind: 'posthog', id: 'acme', name: 'Acme', host: 'https://eu.posthog.com', projectId: '1' },
  ...{ hogql: true, origins: ['https://acme.test'], mappings: [] },
};
const ORIGIN: Origin = {
  ...{ sourceId: 'acme', sourceName: 'Acme', kind: 'posthog', page: 'https://acme.test/' },
  ...{ from: '2026-11-15', to: '2026-11-21', fetchedAt: NOW },
};

function inMemory() {
  const memory = memoryOfShown();
  const shown: ShownStore = { of: () => memory };
  const { disclose } = createDiscloser({ clock: { now: () => NOW }, shown });
  const band = { min: 0, max: 10_000 };
  const { from, page } = ORIGIN;
  const show = (heat: SourceHeat, { to = ORIGIN.to, k = K } = {}): Promise<StoredMap> => {
    const map = mapOf(heat);
    const about = { config: ACME, map, by: 'place', k } as const;
    const asked = { ...about, page, from, to, band, filters: NO_FILTERS };
    return prepareHeat(heat, map, ORIGIN, k, (kept, total) => disclose(asked, kept, 1200, total));
  };
  return { memory, show };
}

/** Bands as an engine tells them that leaves out those of few. */
const bandsOf = (
  measure: Bands['measure'],
  people: number,
  rows: readonly (readonly [value: number, people: number])[],
): BandHeat => ({
  form: 'bands',
  bands: {
    ...{ measure, depth: 'px', people, fold: 800 },
    bands: rows.map(([value, behind], i) => ({
      ...{ top: i * 100, bottom: (i + 1) * 100, value, people: behind },
    })),
  },
  ...{ viewportWidth: 1200, unit: 'people', truncated: false, unusable: 0 },
  anonymisedAt: 'source',
});

function mapOf(heat: SourceHeat): MapKind {
  if (heat.form !== 'bands') return 'click';
  return heat.bands.measure === 'reached' ? 'scroll' : 'attention';
}

const scrollOf = (...reached: number[]): BandHeat =>
  bandsOf(
    'reached',
    reached[0] ?? 0,
    reached.map((people) => [people, people]),
  );

const isBefore = ({ summary }: StoredMap): boolean =>
  summary.provenance.remarks.some(({ id }) => id === 'heat.note.shownBefore');

describe('a map of bands that an engine has anonymised', () => {
  test('tells how far people got as it did, where somebody has come late', async () => {
    const { show } = inMemory();
    const first = await show(scrollOf(500, 300, 120));
    const again = await show(scrollOf(501, 301, 120));
    expect(isBefore(again)).toBe(true);
    expect(again.summary.bands).toEqual(first.summary.bands);
    expect(again.counted).toEqual(first.counted);
    expect(again.summary.count).toBe(first.summary.count);
  });

  test('tells who had it in view as it did', async () => {
    const { show } = inMemory();
    const first = await show(
      bandsOf('seconds', 200, [
        [900, 200],
        [400, 90],
      ]),
    );
    const again = await show(
      bandsOf('seconds', 201, [
        [904, 201],
        [400, 90],
      ]),
    );
    expect(isBefore(again)).toBe(true);
    expect(again.summary.bands).toEqual(first.summary.bands);
    expect(again.counted?.people).toBe(200);
  });

  test('of which it was not remembered how many saw the page tells of those in the fullest band', async () => {
    const { memory, show } = inMemory();
    await show(scrollOf(500, 300, 120));
    for (const [i, known] of memory.answers.entries())
      memory.answers[i] = { ...known, total: null };
    const again = await show(scrollOf(501, 301, 121));
    expect(again.counted?.people).toBe(500);
    expect(again.counted?.bands.map(({ value }) => value)).toEqual([500, 300, 120]);
  });

  test('is compared by all who saw the page, too', async () => {
    const { show } = inMemory();
    const first = bandsOf('reached', 520, [
      [500, 500],
      [300, 300],
    ]);
    await show(first);
    const more: BandHeat = { ...first, bands: { ...first.bands, people: 523 } };
    expect((await show(more)).counted?.people).toBe(520);
  });
});

describe('of what was left out then', () => {
  const cellsOf = (...rows: readonly (readonly [count: number, people: number])[]): PlacedHeat => ({
    form: 'cells',
    cells: toCells(
      rows.map(([count, people], i) => ({
        ...{ x: 10 + i * 20, y: 10, size: 20, fixed: false, count, people },
      })),
    ),
    ...{ gridErrorX: 10, gridErrorY: 10, viewportWidth: 1200, unit: 'people' },
    ...{ truncated: false, unusable: 0, anonymisedAt: 'source' },
  });

  test('the share is told again, where an engine does not tell how many clicks there were', async () => {
    const { memory, show } = inMemory();
    await show(cellsOf([80, 60], [40, 30]), { to: '2026-11-20' });
    const first = await show(cellsOf([160, 100], [42, 31]));
    expect(first.summary).toMatchObject({ cells: 1, dropped: 0.21 });
    const again = await show(cellsOf([162, 101], [42, 31]));
    expect(isBefore(again)).toBe(true);
    expect(again.summary).toMatchObject({ cells: 1, count: first.summary.count, dropped: 0.21 });
    // Kept by an earlier version: half of the places.
    for (const [i, { suppressed: _, ...known }] of memory.answers.entries())
      memory.answers[i] = known;
    expect((await show(cellsOf([162, 101], [42, 31]))).summary.dropped).toBe(0.5);
  });

  test('is known in which squares it lay, also where the map is shown again', async () => {
    const { show } = inMemory();
    const within = (part: number, people: number, rest: number): PlacedHeat => ({
      ...cellsOf(),
      cells: toCells([
        { x: 10, y: 10, size: 20, fixed: false, count: part, people },
        { x: 20, y: 20, size: 40, fixed: false, count: rest, people: rest },
      ]),
    });
    await show(within(40, 30, 60), { to: '2026-11-20' });
    const first = await show(within(42, 31, 120));
    expect(first.summary.cells).toBe(1);
    expect([...(first.torn ?? [])]).toEqual([20, 20, 40, 0]);
    const again = await show(within(42, 31, 122));
    expect(isBefore(again)).toBe(true);
    expect(again.torn).toEqual(first.torn);
    const store = createMapStore(new HushmapDatabase('shown-before-test'));
    await store.put(again);
    expect((await store.get(again.summary.mapId))?.torn).toEqual(first.torn);
  });

  test('is counted around it where too few stand behind it, so that rests do not differ by one', async () => {
    const { show } = inMemory();
    const within = (part: number, rest: number): PlacedHeat => ({
      ...cellsOf(),
      cells: toCells([
        { x: 10, y: 10, size: 20, fixed: false, count: part, people: part },
        { x: 20, y: 20, size: 40, fixed: false, count: rest, people: rest },
      ]),
    });
    const countsOf = ({ cells }: StoredMap) => [...cells.count];
    const first = await show(within(10, 30), { to: '2026-11-20' });
    expect(countsOf(first)).toEqual([40]);
    expect(first.summary.dropped).toBe(0);
    // 31 - 30 would be one person, outside of a part that the second map alone would show.
    await expect(show(within(20, 31))).rejects.toMatchObject({ code: 'heat.tooSimilar' });
  });

  test('is known of what falls under a raised k, too', async () => {
    const { show } = inMemory();
    const rows = [
      { x: 10, y: 10, size: 20, fixed: false, count: 15, people: 15 },
      { x: 20, y: 20, size: 40, fixed: false, count: 60, people: 60 },
    ];
    const saved = await show({ ...cellsOf(), cells: toCells(rows) });
    expect([...(saved.torn ?? [])]).toEqual([]);
    expect([...((await raiseK(saved, 25)).torn ?? [])]).toEqual([20, 20, 40, 0]);
  });

  test('the share of bands is told again', async () => {
    const { show } = inMemory();
    await show(scrollOf(500, 300, 120), { to: '2026-11-20' });
    const first = await show(scrollOf(560, 330, 122));
    expect(first.counted?.bands).toHaveLength(2);
    const again = await show(scrollOf(561, 331, 122));
    expect(isBefore(again)).toBe(true);
    expect(again.summary.dropped).toBe(first.summary.dropped);
    expect(again.summary.dropped).toBeGreaterThan(0);
  });
});

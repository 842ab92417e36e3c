// @vitest-environment node
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { emptyAnchoredCells } from '../heatmap/anchored';
import { emptyCells, toCells } from '../heatmap/cells';
import type { MapSummary } from '../protocol/heat';
import { NO_FILTERS } from '../protocol/heat-kinds';
import type { Snapshot } from '../protocol/snapshots';
import { HushmapDatabase } from './database';
import { createMapStore } from './maps';
import { ROWS_A_PART } from './parts';
import { createSnapshotStore, MOST_BYTES, type SnapshotMap } from './snapshots';
import { columnsThatDiffer } from './testing/columns-that-differ';

let db: HushmapDatabase;
let now = 1_000_000;
const clock = { now: () => now };

beforeEach(() => {
  now = 1_000_000;
  db = new HushmapDatabase('snapshots-test');
});

afterEach(() => db.delete());

const PAGE = 'https://acme.test/pricing';
const PLACE = { pages: [PAGE], digests: ['d1'], salt: 's1' };

const summaryOf = (part: Partial<MapSummary> = {}): MapSummary => ({
  mapId: 'map_1',
  provenance: {
    sourceId: 'src_1',
    sourceName: 'Acme',
    kind: 'posthog',
    page: PAGE,
    from: '2026-11-01',
    to: '2026-11-07',
    viewportWidth: 1280,
    fetchedAt: 500,
    gridErrorX: 8,
    gridErrorY: 8,
    unit: 'people',
    anonymisedAt: 'browser',
    truncated: false,
    remarks: [],
    band: { min: 1152, max: 1408 },
    filters: NO_FILTERS,
  },
  map: 'click',
  bands: null,
  anchors: 0,
  error: null,
  cells: 1,
  count: 30,
  dropped: 0,
  k: 11,
  peak: 3,
  maxCell: 31,
  tiles: [],
  ...part,
});

const snapshotOf = (part: Partial<Snapshot> = {}): Snapshot => ({
  id: 'snapshot_1',
  name: 'Before the redesign',
  savedAt: now,
  bytes: 0,
  provenance: summaryOf().provenance,
  map: 'click',
  form: 'places',
  filters: NO_FILTERS,
  band: { min: 1152, max: 1408 },
  k: 11,
  count: 30,
  ...part,
});

const MAP: SnapshotMap = {
  summary: summaryOf(),
  cells: toCells([{ x: 8, y: 24, size: 16, count: 31, people: 17, fixed: false }]),
  anchored: null,
  counted: null,
  torn: new Float64Array(0),
};

const BAND = { top: 0, bottom: 800, value: 900, people: 900 };

describe('snapshots', () => {
  test('come back as they were saved, with their cells', async () => {
    const store = createSnapshotStore(db, clock);
    const saved = await store.put(snapshotOf(), PLACE, MAP);
    expect(saved.bytes).toBeGreaterThan(20);
    expect(await store.get(saved.id)).toEqual({ snapshot: saved, ...MAP });
    db.close();
    db = new HushmapDatabase('snapshots-test');
    expect(await createSnapshotStore(db, clock).list()).toEqual([saved]);
  });

  test('may be by element, or of bands', async () => {
    const store = createSnapshotStore(db, clock);
    const cells = emptyAnchoredCells(1);
    cells.count[0] = 31;
    const anchored = { anchors: [{ selectors: ['#buy'] }], cells };
    const byElement = { ...MAP, cells: emptyCells(0), anchored };
    await store.put(snapshotOf({ form: 'elements' }), PLACE, byElement);
    expect(await store.get('snapshot_1')).toMatchObject({ anchored });
    const bands = {
      measure: 'reached' as const,
      depth: 'px' as const,
      bands: [BAND],
      people: 900,
      fold: null,
    };
    const summary = summaryOf({ map: 'scroll', bands });
    const of = snapshotOf({ id: 'snapshot_2', form: 'bands', map: 'scroll' });
    const counted = { ...bands, people: 913, bands: [{ ...BAND, value: 907, people: 907 }] };
    await store.put(of, PLACE, { ...MAP, cells: emptyCells(0), summary, counted });
    const saved = await store.get('snapshot_2');
    expect(saved?.summary.bands).toEqual(bands);
    // What another map is compared by is as it was counted.
    expect(saved?.counted).toEqual(counted);
  });

  test('are found by the addresses of their page, and by their pattern on every page', async () => {
    const store = createSnapshotStore(db, clock);
    const pattern = { ...NO_FILTERS, pattern: 'https://acme.test/item/*' };
    await store.put(snapshotOf(), { ...PLACE, pages: [PAGE, 'https://staging.test/p'] }, MAP);
    await store.put(snapshotOf({ id: 'snapshot_2', savedAt: 2, filters: pattern }), PLACE, MAP);
    const found = async (...pages: string[]) =>
      (await store.find(pages)).map(({ snapshot }) => snapshot.id);
    expect(await found('https://staging.test/p', PAGE)).toEqual(['snapshot_1', 'snapshot_2']);
    expect(await found('https://acme.test/item/1')).toEqual(['snapshot_2']);
  });

  test('are listed saved last first, without their cells, damaged ones left out', async () => {
    const store = createSnapshotStore(db, clock);
    await store.put(snapshotOf(), PLACE, MAP);
    await store.put(snapshotOf({ id: 'snapshot_2', savedAt: now + 1 }), PLACE, MAP);
    await db.snapshots.put({ id: 'snapshot_3', snapshot: { name: '' }, pages: [PAGE] });
    expect((await store.list()).map(({ id }) => id)).toEqual(['snapshot_2', 'snapshot_1']);
    await db.snapshotCells.update('snapshot_1', { length: 7 });
    expect(await store.get('snapshot_1')).toBeNull();
    expect(await store.get('snapshot_3')).toBeNull();
  });

  test('are renamed, and need a name', async () => {
    const store = createSnapshotStore(db, clock);
    await store.put(snapshotOf(), PLACE, MAP);
    await store.rename('snapshot_1', '  After  ');
    expect((await store.list())[0]?.name).toBe('After');
    await expect(store.rename('snapshot_1', ' ')).rejects.toThrow();
    await expect(store.rename('snapshot_9', 'x')).rejects.toMatchObject({ code: 'snapshot.gone' });
  });

  test('are gone at once when removed, can be restored, and are deleted a minute later', async () => {
    const store = createSnapshotStore(db, clock);
    await store.put(snapshotOf(), PLACE, MAP);
    await store.remove('snapshot_1');
    expect([await store.list(), await store.find([PAGE]), await store.get('snapshot_1')]).toEqual([
      [],
      [],
      null,
    ]);
    await store.purge();
    await store.restore('snapshot_1');
    expect(await store.get('snapshot_1')).not.toBeNull();
    await store.remove('snapshot_1');
    now += 60_000;
    await store.purge();
    expect([await db.snapshots.count(), await db.snapshotCells.count()]).toEqual([0, 0]);
    await expect(store.restore('snapshot_1')).rejects.toMatchObject({ code: 'snapshot.gone' });
  });

  test('of many cells come back as they were saved, and are deleted with every part', async () => {
    const store = createSnapshotStore(db, clock);
    const cells = emptyCells(2 * ROWS_A_PART + 7);
    cells.count.forEach((_, i) => {
      cells.count[i] = i;
    });
    await store.put(snapshotOf(), PLACE, { ...MAP, cells });
    expect(columnsThatDiffer((await store.get('snapshot_1'))?.cells, cells)).toEqual([]);
    expect(await db.snapshotParts.count()).toBe(2);
    await store.remove('snapshot_1');
    now += 60_000;
    await store.purge();
    expect(await db.snapshotParts.count()).toBe(0);
  });

  test('of more than 20 MB are refused, with what to do, and nothing is saved', async () => {
    const store = createSnapshotStore(db, clock);
    const huge = { ...MAP, cells: emptyCells(700_000) };
    await expect(store.put(snapshotOf(), PLACE, huge)).rejects.toMatchObject({
      code: 'snapshot.tooLarge',
      params: [20.3, MOST_BYTES / 1_000_000],
    });
    expect(await db.snapshotCells.count()).toBe(0);
  });

  test('find room in a database of the version before, which loses nothing', async () => {
    const name = 'snapshots-upgrade-test';
    const old = new Dexie(name);
    old.version(1).stores({
      keys: 'id',
      secrets: 'sourceId',
      sources: 'id',
      maps: 'id, usedAt',
      mapCells: 'id',
      clearances: 'id, origin',
      resolutions: '[origin+findingId], origin',
    });
    old.version(2).stores({ exceptions: '++' });
    const { length, x, y, size, count, people, fixed } = MAP.cells;
    const map = { id: 'map_1', usedAt: 5, bytes: 29, summary: MAP.summary };
    await old.table('maps').put(map);
    // Version 2 also kept cells without a word of elements.
    await old.table('mapCells').put({ id: 'map_1', length, x, y, size, count, people, fixed });
    await old.table('exceptions').add({ owner: 'Ada' });
    await old.table('sources').put({ id: 'src_1', name: 'Acme' });
    old.close();
    const today = new HushmapDatabase(name);
    await createSnapshotStore(today, clock).put(snapshotOf(), PLACE, MAP);
    expect(today.verno).toBeGreaterThan(2);
    expect(await createMapStore(today).get('map_1')).toEqual(MAP);
    expect([await today.exceptions.count(), await today.sources.count()]).toEqual([1, 1]);
    expect(await createSnapshotStore(today, clock).list()).toHaveLength(1);
    await today.delete();
  });
});

// @vitest-environment node
import { NO_FILTERS } from '../protocol/heat-kinds';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { toCells } from '../heatmap/cells';
import type { MapSummary } from '../protocol/heat';
import { HushmapDatabase } from './database';
import { createMapStore, type MapLimits, MOST_SAMPLES, type SavedMap } from './maps';

let db: HushmapDatabase;
let now = 0;
const clock = { now: () => ++now };

beforeEach(() => {
  db = new HushmapDatabase('maps-test');
});

afterEach(async () => {
  vi.restoreAllMocks();
  await db.delete();
});

const storeOf = (limits?: MapLimits) => createMapStore(db, limits, clock);

function mapOf(
  mapId: string,
  kind: 'posthog' | 'file' | 'sample' = 'posthog',
  cells = 1,
): SavedMap {
  const cell = { x: 102.4, y: 1280, size: 16, count: 31, people: 17, fixed: true };
  const provenance: MapSummary['provenance'] = {
    sourceId: kind,
    sourceName: 'Acme',
    kind,
    page: 'https://acme.test/',
    from: '2026-11-01',
    to: '2026-11-07',
    viewportWidth: 1280,
    fetchedAt: ++now,
    gridErrorX: 8,
    gridErrorY: 8,
    unit: 'people',
    truncated: false,
    anonymisedAt: 'browser',
    band: null,
    filters: NO_FILTERS,
    remarks: [],
  };
  return {
    cells: toCells(Array.from({ length: cells }, () => cell)),
    anchored: null,
    counted: null,
    torn: new Float64Array(0),
    summary: {
      mapId,
      map: 'click',
      bands: null,
      anchors: 0,
      error: null,
      provenance,
      cells,
      count: 30,
      dropped: 0.1,
      k: 11,
      peak: 31,
      maxCell: 31,
      tiles: [{ index: 0, top: 0, bottom: 2000, fixed: false, cells }],
    },
  };
}

const idsOf = async (store: ReturnType<typeof createMapStore>) =>
  (await store.list()).map(({ summary }) => summary.mapId);

describe('saved maps', () => {
  test('come back as they were, with cells in typed columns', async () => {
    const map = mapOf('a', 'posthog', 3);
    await storeOf().put(map);
    expect(await storeOf().get('a')).toEqual(map);
    expect((await storeOf().get('a'))?.cells.x).toBeInstanceOf(Float32Array);
  });

  test('of bands keep what was counted, and one that was saved before it was kept comes back without', async () => {
    const counted = {
      ...{ measure: 'reached' as const, depth: 'px' as const, people: 913, fold: null },
      bands: [{ top: 0, bottom: 800, value: 907, people: 907 }],
    };
    await storeOf().put({ ...mapOf('a', 'posthog', 0), counted });
    expect((await storeOf().get('a'))?.counted).toEqual(counted);
    await storeOf().put(mapOf('b', 'posthog', 0));
    await db.mapCells.update('b', { counted: undefined });
    expect((await storeOf().get('b'))?.counted).toBeNull();
  });

  test('are not there where nobody saved them', async () => {
    expect(await storeOf().get('nope')).toBeNull();
  });

  test('keep of a view what it shows, not the buffer behind it', async () => {
    const map = mapOf('a');
    const x = new Float32Array(1000).subarray(10, 11);
    await storeOf().put({ ...map, cells: { ...map.cells, x } });
    expect((await storeOf().get('a'))?.cells.x.buffer.byteLength).toBe(4);
  });

  test('are replaced by a newer one of the same id', async () => {
    const store = storeOf();
    await store.put(mapOf('a', 'posthog', 1));
    await store.put(mapOf('a', 'posthog', 2));
    expect((await store.get('a'))?.cells.length).toBe(2);
    expect(await idsOf(store)).toEqual(['a']);
  });

  test('are not pushed out by sample data, of which the last few stay', async () => {
    const store = storeOf({ maps: 3, bytes: 1e9 });
    for (const id of ['a', 'b', 'c']) await store.put(mapOf(id));
    const samples = Array.from({ length: MOST_SAMPLES + 5 }, (_, i) => `sample${i}`);
    for (const id of samples) await store.put(mapOf(id, 'sample'));
    expect((await idsOf(store)).sort()).toEqual(
      ['a', 'b', 'c', ...samples.slice(-MOST_SAMPLES)].sort(),
    );
    await store.put(mapOf('d'));
    expect(await store.get('a')).toBeNull();
    expect(await store.get('b')).not.toBeNull();
  });

  test('that an earlier version saved in another form make room', async () => {
    const store = storeOf();
    await store.put(mapOf('old', 'posthog', 20_000));
    expect(await db.mapParts.count()).toBeGreaterThan(0);
    await db.maps.update('old', { summary: { mapId: 'old' } });
    await store.put(mapOf('new'));
    expect(await db.maps.toCollection().primaryKeys()).toEqual(['new']);
    expect(await db.mapCells.toCollection().primaryKeys()).toEqual(['new']);
    expect(await db.mapParts.count()).toBe(0);
  });

  test('can be removed, one or all', async () => {
    const store = storeOf();
    for (const id of ['a', 'b', 'c']) await store.put(mapOf(id));
    await store.remove('b');
    expect(await idsOf(store)).toEqual(['c', 'a']);
    await store.clear();
    expect(await idsOf(store)).toEqual([]);
    expect(await db.mapCells.count()).toBe(0);
  });

  test.each([
    ['cells that are gone', () => db.mapCells.delete('a')],
    ['columns of different lengths', () => db.mapCells.update('a', { x: new Float32Array(9) })],
    ['columns that are lists', () => db.mapCells.update('a', { count: [1] })],
    ['a summary of another form', () => db.maps.update('a', { summary: { mapId: 'a' } })],
  ])('with %s count as not saved', async (_what, damage) => {
    const store = storeOf();
    await store.put(mapOf('a'));
    await damage();
    expect(await store.get('a')).toBeNull();
  });
});

describe('making room', () => {
  test('keeps the maps used last', async () => {
    const store = storeOf({ maps: 3, bytes: 1e9 });
    for (const id of ['a', 'b', 'c']) await store.put(mapOf(id));
    await store.get('a');
    await store.put(mapOf('d'));
    expect(await idsOf(store)).toEqual(['d', 'a', 'c']);
    expect(await store.get('b')).toBeNull();
    expect(await db.mapCells.count()).toBe(3);
  });

  test('counts bytes as well as maps', async () => {
    const store = storeOf({ maps: 30, bytes: 29 * 250 });
    for (const id of ['a', 'b', 'c']) await store.put(mapOf(id, 'posthog', 100));
    expect(await idsOf(store)).toEqual(['c', 'b']);
  });

  test('never gives up the file that was opened last, nor the map just saved', async () => {
    const store = storeOf({ maps: 1, bytes: 10 });
    await store.put(mapOf('old file', 'file', 100));
    await store.put(mapOf('file', 'file', 100));
    await store.put(mapOf('a', 'posthog', 100));
    await store.put(mapOf('b', 'posthog', 100));
    expect(await idsOf(store)).toEqual(['b', 'file']);
  });
});

describe('where the storage fails', () => {
  test('a full one is told as such, and every saved map is still there', async () => {
    const store = storeOf({ maps: 2, bytes: 1e9 });
    await store.put(mapOf('a'));
    await store.put(mapOf('b'));
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await expect(store.put(mapOf('c'))).rejects.toMatchObject({ code: 'storage.quota' });
    expect((await store.get('a'))?.cells.length).toBe(1);
    put.mockRestore();
    expect((await idsOf(store)).sort()).toEqual(['a', 'b']);
  });

  test('a transaction that the browser gave up leaves everything as it was', async () => {
    const store = storeOf({ maps: 1, bytes: 1e9 });
    await store.put(mapOf('a'));
    const remove = vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(function (
      this: IDBObjectStore,
    ) {
      this.transaction.abort();
      throw new DOMException('gone', 'AbortError');
    });
    await expect(store.put(mapOf('b'))).rejects.toMatchObject({ code: 'storage.unavailable' });
    remove.mockRestore();
    expect(await idsOf(store)).toEqual(['a']);
  });

  test('one that cannot be opened is told as such', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no', 'UnknownError');
    });
    await expect(storeOf().get('a')).rejects.toMatchObject({ code: 'storage.unavailable' });
  });

  test('answers with real promises, which message handlers need', () => {
    const answer = storeOf().list();
    expect(Object.getPrototypeOf(answer)).toBe(Promise.prototype);
    return answer;
  });
});

// @vitest-environment node
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { emptyAnchoredCells } from '../heatmap/anchored';
import { emptyCells } from '../heatmap/cells';
import type { MapSummary } from '../protocol/heat';
import { NO_FILTERS } from '../protocol/heat-kinds';
import { HushmapDatabase } from './database';
import { createMapStore, type SavedMap } from './maps';
import { ROWS_A_PART } from './parts';
import { columnsThatDiffer } from './testing/columns-that-differ';

let db: HushmapDatabase;

beforeEach(() => {
  db = new HushmapDatabase('parts-test');
});

afterEach(async () => {
  vi.restoreAllMocks();
  await db.delete();
});

/** Of three parts, of which the last is not full. */
const THREE = 2 * ROWS_A_PART + 7;

describe('a map of many cells', () => {
  test('of a million comes back as it was saved', async () => {
    const map = mapOf('a', 1_000_000);
    await createMapStore(db).put(map);
    const saved = await createMapStore(db).get('a');
    expect(saved?.cells.length).toBe(1_000_000);
    expect(differences(saved, map)).toEqual([]);
  });

  test('by element comes back as it was saved, and its elements as they are named', async () => {
    const map = byElement('a', THREE);
    await createMapStore(db).put(map);
    const saved = await createMapStore(db).get('a');
    expect(saved?.anchored?.anchors).toEqual(map.anchored?.anchors);
    expect(differences(saved, map)).toEqual([]);
  });

  test.each([1, ROWS_A_PART - 1, ROWS_A_PART, ROWS_A_PART + 1, 2 * ROWS_A_PART])(
    'comes back whole where it is %i',
    async (cells) => {
      const map = mapOf('a', cells);
      await createMapStore(db).put(map);
      expect(differences(await createMapStore(db).get('a'), map)).toEqual([]);
      expect(await db.mapParts.count()).toBe(Math.ceil(cells / ROWS_A_PART) - 1);
    },
  );

  test('is never handed to the browser in pieces of more than 1 MB', async () => {
    const sizes: number[] = [];
    for (const name of ['add', 'put'] as const) {
      const real = IDBObjectStore.prototype[name];
      vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (
        this: IDBObjectStore,
        value: unknown,
      ) {
        sizes.push(bytesIn(value));
        return real.call(this, value);
      });
    }
    await createMapStore(db).put(mapOf('a', 500_000));
    await createMapStore(db).put(byElement('b', 500_000));
    expect(sizes.length).toBeGreaterThan(60);
    expect(Math.max(...sizes)).toBeLessThan(1_000_000);
  });

  test('lets others have their turn while it is saved and while it is read', async () => {
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    });
    await createMapStore(db).put(mapOf('a', 500_000));
    const whileSaved = turns;
    await createMapStore(db).get('a');
    clearInterval(timer);
    expect(whileSaved).toBeGreaterThan(3);
    expect(turns - whileSaved).toBeGreaterThan(3);
  });
});

describe('a map that was interrupted halfway in its write', () => {
  const interrupted = async (map: SavedMap): Promise<void> => {
    const real = IDBObjectStore.prototype.add;
    let calls = 0;
    const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (
      this: IDBObjectStore,
      value: unknown,
    ) {
      const request = real.call(this, value);
      calls += 1;
      if (calls === 2) this.transaction.abort();
      return request;
    });
    await expect(createMapStore(db).put(map)).rejects.toMatchObject({
      code: 'storage.unavailable',
    });
    add.mockRestore();
  };

  test('is not there, nor any part of it', async () => {
    await interrupted(mapOf('a', THREE));
    expect(await createMapStore(db).get('a')).toBeNull();
    expect(await createMapStore(db).list()).toEqual([]);
    expect([await db.mapCells.count(), await db.mapParts.count()]).toEqual([0, 0]);
  });

  test('leaves the one that it would have replaced', async () => {
    const before = mapOf('a', THREE + 1);
    await createMapStore(db).put(before);
    await interrupted(mapOf('a', THREE));
    expect(differences(await createMapStore(db).get('a'), before)).toEqual([]);
  });
});

describe('no part is left', () => {
  test('of a map that was removed, and all of the others are', async () => {
    const store = createMapStore(db);
    for (const id of ['a', 'a b', 'b']) await store.put(mapOf(id, THREE));
    await store.remove('a');
    expect(await idsOfParts()).toEqual(['a b', 'a b', 'b', 'b']);
    await store.clear();
    expect(await idsOfParts()).toEqual([]);
  });

  test('of a map that had to make room', async () => {
    const store = createMapStore(db, { maps: 1, bytes: 1e9 });
    await store.put(mapOf('a', THREE));
    await store.put(mapOf('b', THREE));
    expect(await idsOfParts()).toEqual(['b', 'b']);
  });

  test('of a larger map that was replaced', async () => {
    const store = createMapStore(db);
    await store.put(mapOf('a', THREE));
    await store.put(mapOf('a', 5));
    expect(await idsOfParts()).toEqual([]);
    expect((await store.get('a'))?.cells.length).toBe(5);
  });
});

describe('a map counts as not saved', () => {
  const PART: [string, number] = ['a', 2];
  const other = (column: object) => db.mapParts.update(PART, { columns: [column] });

  test.each([
    ['a part is gone', () => db.mapParts.delete(PART)],
    ['a part is too many', () => db.mapParts.add({ id: 'a', part: 3, columns: [] })],
    ['a part has rows too few', () => other(partOf(6))],
    ['a part has a column of another kind', () => other({ ...partOf(7), x: new Float64Array(7) })],
    ['a part lacks a column', () => other({ ...partOf(7), people: undefined })],
    ['a part is no columns', () => db.mapParts.update(PART, { columns: 'x' })],
    ['it has more rows than parts', () => db.mapCells.update('a', { length: 2 ** 45 })],
    ['its rows are no number', () => db.mapCells.update('a', { length: -1 })],
  ])('where %s', async (_what, damage) => {
    await createMapStore(db).put(mapOf('a', THREE));
    await damage();
    expect(await createMapStore(db).get('a')).toBeNull();
  });

  test('where a part is of an element that is not there', async () => {
    const map = byElement('a', THREE);
    map.anchored?.cells.anchor.fill(9, THREE - 1);
    await createMapStore(db).put(map);
    expect(await createMapStore(db).get('a')).toBeNull();
  });
});

const idsOfParts = async () => (await db.mapParts.toCollection().primaryKeys()).map(([id]) => id);

function partOf(rows: number) {
  const { length: _, ...columns } = emptyCells(rows);
  return columns;
}

function mapOf(mapId: string, length: number): SavedMap {
  const cells = emptyCells(length);
  for (let i = 0; i < length; i++) {
    cells.x[i] = i % 320;
    cells.y[i] = i / 320;
    cells.size[i] = 4;
    cells.count[i] = i * 1.5;
    cells.people[i] = i;
    cells.fixed[i] = i % 2;
  }
  return { cells, anchored: null, counted: null, summary: summaryOf(mapId) };
}

function byElement(mapId: string, length: number): SavedMap {
  const cells = emptyAnchoredCells(length);
  for (let i = 0; i < length; i++) {
    cells.anchor[i] = i % 2;
    cells.x[i] = (i % 100) / 100;
    cells.count[i] = i;
  }
  const anchors = [{ selectors: ['#buy'] }, { selectors: ['#sell', 'a'] }];
  return { ...mapOf(mapId, 0), anchored: { anchors, cells } };
}

const differences = (saved: SavedMap | null, { cells, anchored }: SavedMap): string[] => [
  ...columnsThatDiffer(saved?.cells, cells),
  ...columnsThatDiffer(saved?.anchored?.cells, anchored?.cells),
];

/** Bytes of all buffers within. */
function bytesIn(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.buffer.byteLength;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>((sum, one) => sum + bytesIn(one), 0);
}

const summaryOf = (mapId: string): MapSummary => ({
  mapId,
  map: 'click',
  bands: null,
  anchors: 0,
  error: null,
  provenance: {
    sourceId: 'src_1',
    sourceName: 'Acme',
    kind: 'posthog',
    page: 'https://acme.test/',
    from: '2026-11-01',
    to: '2026-11-07',
    viewportWidth: 1280,
    fetchedAt: 5,
    gridErrorX: 8,
    gridErrorY: 8,
    unit: 'people',
    truncated: false,
    anonymisedAt: 'browser',
    band: null,
    filters: NO_FILTERS,
    remarks: [],
  },
  cells: 1,
  count: 30,
  dropped: 0.1,
  k: 11,
  peak: 31,
  maxCell: 31,
  tiles: [],
});

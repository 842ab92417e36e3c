// @vitest-environment node
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { emptyCells } from '../heatmap/cells';
import type { ShownAnswer } from '../heatmap/privacy/shown-answers';
import type { MapSummary } from '../protocol/heat';
import { NO_FILTERS } from '../protocol/heat-kinds';
import { HushmapDatabase } from './database';
import { createMapStore } from './maps';
import { ROWS_A_PART } from './parts';
import { createShownStore } from './shown-answers';
import { createSnapshotStore } from './snapshots';
import { columnsThatDiffer } from './testing/columns-that-differ';

const NAME = 'version-6-test';
const PAGE = 'https://acme.test/pricing';

/** More than a part: in version 6 they lay in one row. */
const CELLS = 2 * ROWS_A_PART + 7;

let db: HushmapDatabase;

beforeEach(async () => {
  const old = version6();
  for (const [table, rows] of Object.entries(ROWS)) await old.table(table).bulkAdd([...rows]);
  await old.table('exceptions').add({ owner: 'Ada' });
  old.close();
  db = new HushmapDatabase(NAME);
});

afterEach(() => db.delete());

describe('a database of version 6 is opened', () => {
  test('and every row is where it was', async () => {
    for (const [table, rows] of Object.entries(ROWS)) {
      expect(await db.table(table).count()).toBe(rows.length);
    }
    expect(await db.exceptions.count()).toBe(1);
    expect(db.verno).toBe(7);
    for (const table of ['keys', 'sources', 'secrets', 'views', 'pins', 'clearances'] as const) {
      expect(await db.table(table).toArray()).toEqual(ROWS[table]);
    }
  });

  test('with its maps and snapshots, of however many cells', async () => {
    expect(columnsThatDiffer((await createMapStore(db).get('map_1'))?.cells, cells())).toEqual([]);
    expect(
      columnsThatDiffer((await createSnapshotStore(db).get('snapshot_1'))?.cells, cells()),
    ).toEqual([]);
  });

  test('with all that was shown, which the guard still compares with', async () => {
    const memory = createShownStore(db).of('a');
    expect(await memory.list(0)).toEqual([answer]);
    expect(columnsThatDiffer((await memory.places('shown_1')).cells, cells())).toEqual([]);
  });

  test('and a map that is saved again, or removed, leaves nothing of the old one', async () => {
    const store = createMapStore(db);
    const saved = await store.get('map_1');
    if (saved === null) throw new Error('The map is there.');
    await store.put(saved);
    expect(columnsThatDiffer((await store.get('map_1'))?.cells, cells())).toEqual([]);
    expect(await db.mapParts.count()).toBe(2);
    await store.remove('map_1');
    expect([await db.mapCells.count(), await db.mapParts.count()]).toEqual([0, 0]);
  });
});

/** As it was declared then. */
function version6(): Dexie {
  const old = new Dexie(NAME);
  old.version(6).stores({
    keys: 'id',
    secrets: 'sourceId',
    sources: 'id',
    maps: 'id, usedAt',
    mapCells: 'id',
    clearances: 'id, origin',
    resolutions: '[origin+findingId], origin',
    exceptions: '++',
    snapshots: 'id, savedAt, removedAt, *pages',
    snapshotCells: 'id',
    views: 'id',
    shownAnswers: 'id, scope, until',
    shownCells: 'id',
    pins: 'id, page',
  });
  return old;
}

function cells() {
  const all = emptyCells(CELLS);
  for (let i = 0; i < CELLS; i++) {
    all.y[i] = i;
    all.count[i] = i * 2;
  }
  return all;
}

const provenance: MapSummary['provenance'] = {
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
};

const summary: MapSummary = {
  mapId: 'map_1',
  provenance,
  map: 'click',
  bands: null,
  anchors: 0,
  error: null,
  cells: CELLS,
  count: 30,
  dropped: 0,
  k: 11,
  peak: 3,
  maxCell: 31,
  tiles: [],
};

const answer: ShownAnswer = {
  id: 'shown_1',
  question: {
    page: 'a page',
    from: '2026-11-01',
    to: '2026-11-07',
    askedAt: 5,
    band: { min: 0, max: 10_000 },
    filters: NO_FILTERS,
  },
  viewportWidth: 1280,
  total: 90,
  shownAt: 5,
  cells: CELLS,
  until: 10,
};

const snapshot = {
  ...{ id: 'snapshot_1', name: 'Before', savedAt: 1, bytes: 29, provenance, map: 'click' },
  ...{ form: 'places', filters: NO_FILTERS, band: provenance.band, k: 11, count: 30 },
};

const ROWS = {
  keys: [{ id: 'device' }],
  secrets: [{ sourceId: 'src_1', iv: 'x' }],
  sources: [{ id: 'src_1', name: 'Acme' }],
  maps: [{ id: 'map_1', usedAt: 5, bytes: 29, summary }],
  mapCells: [{ id: 'map_1', ...cells(), anchored: null, counted: null }],
  clearances: [{ id: 'clr_1', origin: 'https://acme.test' }],
  resolutions: [{ origin: 'https://acme.test', findingId: 'f1' }],
  snapshots: [{ id: 'snapshot_1', snapshot, pages: [PAGE], digests: ['d1'], salt: 's1' }],
  snapshotCells: [{ id: 'snapshot_1', summary, ...cells(), anchored: null, counted: null }],
  views: [{ id: 'view_1' }],
  shownAnswers: [{ id: 'shown_1', scope: 'a', until: 10, answer }],
  shownCells: [{ id: 'shown_1', ...cells(), anchors: null }],
  pins: [{ id: 'pin_1', page: PAGE }],
};

import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_HEAT_SETTINGS } from '../protocol/heat';
import { NO_FILTERS } from '../protocol/heat-kinds';
import { MOST_VIEWS, type SavedView } from '../protocol/views';
import { HushmapDatabase } from './database';
import { createViewStore } from './views';

const { sourceId: _, filters: __, hover: ____, compare: _____, ...LOOK } = DEFAULT_HEAT_SETTINGS;
const { segment: ___, ...FILTERS } = NO_FILTERS;

const saved = (number: number): SavedView => ({
  id: `view_${number.toString(16)}`,
  name: `View ${number}`,
  savedAt: number,
  pages: null,
  view: { ...LOOK, filters: FILTERS, source: null },
});

let db: HushmapDatabase;

beforeEach(() => {
  db = new HushmapDatabase('views-test');
});

afterEach(() => db.delete());

describe('saved views', () => {
  test('are listed saved last first, and are there until they are removed', async () => {
    const store = createViewStore(db);
    await store.put(saved(1));
    await store.put(saved(2));
    expect((await store.list()).map(({ name }) => name)).toEqual(['View 2', 'View 1']);
    await store.remove('view_2');
    expect(await store.get('view_2')).toBeNull();
    expect(await store.get('view_1')).toEqual(saved(1));
  });

  test('that are damaged are left out, and the others are still listed', async () => {
    const store = createViewStore(db);
    await store.put(saved(1));
    await db.views.put({ ...saved(2), view: { map: 'click' } });
    expect(await store.list()).toEqual([saved(1)]);
    expect(await store.get('view_2')).toBeNull();
  });

  test('are refused with a sentence where there are too many, and can still be renamed', async () => {
    const store = createViewStore(db);
    for (let i = 0; i < MOST_VIEWS; i++) await store.put(saved(i));
    await expect(store.put(saved(MOST_VIEWS))).rejects.toMatchObject({ code: 'view.tooMany' });
    await store.put({ ...saved(3), name: 'Other' });
    expect((await store.get('view_3'))?.name).toBe('Other');
  });

  test('find room in a database of the version before, which loses nothing', async () => {
    await db.delete();
    const old = new Dexie('views-test');
    old.version(3).stores({ sources: 'id', snapshots: 'id, savedAt, removedAt, *pages' });
    await old.table('sources').put({ id: 'src_1', name: 'Acme' });
    old.close();
    db = new HushmapDatabase('views-test');
    await createViewStore(db).put(saved(1));
    expect([await db.sources.count(), await db.views.count()]).toEqual([1, 1]);
  });
});

import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MOST_PINS, type Pin } from '../protocol/pins';
import { HushmapDatabase } from './database';
import { createPinStore } from './pins';

const PAGE = 'https://acme.test/pricing';

const pin = (number: number, page = PAGE): Pin => ({
  id: `pin_${number}`,
  page,
  selectors: ['#buy'],
  label: 'Buy',
  role: 'button',
  note: `Note ${number}`,
  madeAt: number,
});

let db: HushmapDatabase;

beforeEach(() => {
  db = new HushmapDatabase('pins-test');
});

afterEach(() => db.delete());

describe('pins', () => {
  test('are listed by page, the first made first, until they are removed', async () => {
    const store = createPinStore(db);
    for (const each of [pin(2), pin(1), pin(3, 'https://acme.test/')]) await store.put(each);
    expect((await store.list(PAGE)).map(({ note }) => note)).toEqual(['Note 1', 'Note 2']);
    await store.remove('pin_1');
    expect(await store.get('pin_1')).toBeNull();
    expect(await store.list(PAGE)).toEqual([pin(2)]);
  });

  test('that are damaged are left out, and the others are still listed', async () => {
    const store = createPinStore(db);
    await store.put(pin(1));
    await db.pins.put({ ...pin(2), selectors: 'none' });
    expect(await store.list(PAGE)).toEqual([pin(1)]);
  });

  test('have no empty note and none that is longer than 500 characters', async () => {
    const store = createPinStore(db);
    for (const note of ['', '   ', 'x'.repeat(501)]) {
      await expect(store.put({ ...pin(1), note })).rejects.toThrow();
    }
    expect(await store.list(PAGE)).toEqual([]);
  });

  test('of one page are not more than can be shown, and those that are there can be changed', async () => {
    const store = createPinStore(db);
    for (let i = 1; i <= MOST_PINS; i++) await store.put(pin(i));
    await expect(store.put(pin(MOST_PINS + 1))).rejects.toMatchObject({ code: 'pin.tooMany' });
    await store.put({ ...pin(1), note: 'Changed' });
    expect((await store.get('pin_1'))?.note).toBe('Changed');
    await store.put(pin(MOST_PINS + 1, 'https://acme.test/'));
  });

  test('of pages that look alike are counted apart', async () => {
    const store = createPinStore(db);
    for (let i = 1; i <= MOST_PINS; i++) await store.put(pin(i));
    const more = pin(MOST_PINS + 1);
    await expect(store.put(more, () => true)).rejects.toMatchObject({ code: 'pin.tooMany' });
    await store.put(more, ({ madeAt }) => madeAt > 10);
    expect(await store.list(PAGE)).toHaveLength(MOST_PINS + 1);
  });

  test('have a place in a database from before them, which keeps what it had', async () => {
    await db.delete();
    const before = new Dexie('pins-test');
    before.version(4).stores({ views: 'id' });
    await before.table('views').put({ id: 'view_1' });
    before.close();
    db = new HushmapDatabase('pins-test');
    await createPinStore(db).put(pin(1));
    expect(await db.views.count()).toBe(1);
  });
});

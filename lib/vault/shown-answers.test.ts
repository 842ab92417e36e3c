// @vitest-environment node
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { emptyCells, toCells } from '../heatmap/cells';
import type { ShownAnswer } from '../heatmap/privacy/shown-answers';
import { NO_FILTERS } from '../protocol/heat-kinds';
import { HushmapDatabase } from './database';
import { ROWS_A_PART } from './parts';
import { createShownStore } from './shown-answers';
import { columnsThatDiffer } from './testing/columns-that-differ';

const NOW = 1_000;
let db: HushmapDatabase;

beforeEach(() => {
  db = new HushmapDatabase('shown-test');
});

afterEach(() => db.delete());

const answerOf = (id: string, until = NOW + 1): ShownAnswer => ({
  id,
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
  cells: 1,
  until,
});

const cell = { x: 10, y: 20, size: 16, count: 31, people: 17, fixed: true };
const places = () => ({ cells: toCells([cell]), anchors: null });
const byElement = () => ({ cells: toCells([cell]), anchors: new Float64Array([2 ** 52 + 1]) });

describe('what was shown', () => {
  test('comes back as it was, in a worker that was started anew', async () => {
    await createShownStore(db)
      .of('a')
      .keep({ answer: answerOf('one'), places: places() });
    await createShownStore(db)
      .of('a')
      .keep({ answer: answerOf('two'), places: byElement() });
    const later = createShownStore(db).of('a');
    expect(await later.list(NOW)).toEqual([answerOf('one'), answerOf('two')]);
    expect(await later.places('one')).toEqual(places());
    expect(await later.places('two')).toEqual(byElement());
  });

  test('is told by scope', async () => {
    await createShownStore(db)
      .of('a')
      .keep({ answer: answerOf('one'), places: places() });
    expect(await createShownStore(db).of('b').list(NOW)).toEqual([]);
  });

  test('counts under every name that its scope had', async () => {
    await createShownStore(db)
      .of('b')
      .keep({ answer: answerOf('one'), places: places() });
    const known = await createShownStore(db).of('a', ['c', 'b', 'a']).list(NOW);
    expect(known).toEqual([answerOf('one')]);
  });

  test('is forgotten in its time, with its places, whoever asks', async () => {
    await createShownStore(db)
      .of('a')
      .keep({ answer: answerOf('old', NOW), places: places() });
    await createShownStore(db)
      .of('a')
      .keep({ answer: answerOf('new'), places: places() });
    await createShownStore(db).of('b').list(NOW);
    expect(await db.shownAnswers.toCollection().primaryKeys()).toEqual(['new']);
    expect(await db.shownCells.toCollection().primaryKeys()).toEqual(['new']);
  });

  test('that is damaged is said to be, not passed over', async () => {
    const memory = createShownStore(db).of('a');
    await memory.keep({ answer: answerOf('one'), places: places() });
    await db.shownCells.update('one', { x: 'nothing' });
    await expect(memory.places('one')).rejects.toMatchObject({ code: 'heat.memoryDamaged' });
    await db.shownCells.delete('one');
    await expect(memory.places('one')).rejects.toMatchObject({ code: 'heat.memoryDamaged' });
    await db.shownAnswers.update('one', { answer: null });
    await expect(memory.list(NOW)).rejects.toMatchObject({ code: 'heat.memoryDamaged' });
    // In its time it is gone all the same.
    expect(await memory.list(NOW + 1)).toEqual([]);
  });

  test('is kept whole or not at all', async () => {
    const memory = createShownStore(db).of('a');
    await db.shownCells.add({ id: 'one' });
    await expect(memory.keep({ answer: answerOf('one'), places: places() })).rejects.toThrow();
    expect(await db.shownAnswers.count()).toBe(0);
  });
});

describe('what was shown in many places', () => {
  const many = () => {
    const length = 2 * ROWS_A_PART + 7;
    const numbers = Float64Array.from({ length }, (_, i) => 2 ** 52 + i);
    const cells = { ...emptyCells(length), count: numbers };
    return { cells, anchors: numbers.slice(), values: numbers.slice() };
  };

  test('comes back as it was, with elements and what was told beside', async () => {
    await createShownStore(db)
      .of('a')
      .keep({ answer: answerOf('one'), places: many() });
    const { cells, ...beside } = await createShownStore(db).of('a').places('one');
    const { cells: shown, ...others } = many();
    expect(columnsThatDiffer(cells, shown)).toEqual([]);
    expect(columnsThatDiffer(beside, others)).toEqual([]);
  });

  test('is forgotten with every part', async () => {
    const memory = createShownStore(db).of('a');
    await memory.keep({ answer: answerOf('old', NOW), places: many() });
    await memory.keep({ answer: answerOf('new'), places: many() });
    await memory.list(NOW);
    const left = await db.shownParts.toCollection().primaryKeys();
    expect(left.map(([id]) => id)).toEqual(['new', 'new']);
  });

  test('of which a part is gone is said to be damaged', async () => {
    const memory = createShownStore(db).of('a');
    await memory.keep({ answer: answerOf('one'), places: many() });
    await db.shownParts.delete(['one', 1]);
    await expect(memory.places('one')).rejects.toMatchObject({ code: 'heat.memoryDamaged' });
  });

  test('is not there where its write was interrupted halfway, and that is told', async () => {
    const real = IDBObjectStore.prototype.add;
    const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (
      this: IDBObjectStore,
      value: unknown,
    ) {
      const request = real.call(this, value);
      if (this.name === 'shownParts') this.transaction.abort();
      return request;
    });
    const kept = createShownStore(db)
      .of('a')
      .keep({ answer: answerOf('one'), places: many() });
    await expect(kept).rejects.toMatchObject({ code: 'storage.unavailable' });
    add.mockRestore();
    expect(await createShownStore(db).of('a').list(NOW)).toEqual([]);
    expect([await db.shownCells.count(), await db.shownParts.count()]).toEqual([0, 0]);
  });
});

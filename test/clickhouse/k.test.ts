import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Cell, cellAt } from '../../lib/heatmap/cells';
import { NO_FILTERS } from '../../lib/protocol/heat-kinds';
import type { HeatQuery } from '../../lib/protocol/sources';
import { createClickHouseSource } from '../../lib/sources/clickhouse';
import type { PlacedHeat } from '../../lib/sources/contract';
import { type Engine, startEngine } from './engine';
import {
  configFor,
  createTables,
  empty,
  insertEvents,
  PAGE,
  PASSWORD,
  type Part,
  USER,
} from './events';
import { type Front, startFront } from './front';

const K = 11;

const QUERY: HeatQuery = {
  page: PAGE,
  map: 'click',
  by: 'place',
  filters: NO_FILTERS,
  k: K,
  from: '2026-11-01',
  to: '2026-11-07',
  band: { min: 1280, max: 1359 },
  viewportWidth: 1280,
};

interface Click {
  readonly x: number;
  readonly y: number;
  readonly person: string;
}

let engine: Engine;
let front: Front;

beforeAll(async () => {
  engine = startEngine();
  createTables(engine);
  front = await startFront(engine, { user: USER, password: PASSWORD });
});
beforeEach(() => empty(engine));
afterAll(async () => {
  await front.close();
  engine.close();
});

const TABLES = [
  ['raw events', {}],
  ['aggregates', { table: 'hushmap_cells', columns: null }],
] as const;

async function answer(part: Part): Promise<PlacedHeat> {
  const heat = await createClickHouseSource().fetchHeat(configFor(front, part), QUERY, {
    fetch,
    secret: PASSWORD,
    clock: { now: () => Date.now() },
    signal: new AbortController().signal,
  });
  if (!heat.ok) throw heat.error;
  if (heat.value.form !== 'cells') throw new Error('The answer is not by place.');
  expect(heat.value.anonymisedAt).toBe('source');
  return heat.value;
}

async function shown(part: Part): Promise<Cell[]> {
  const { cells } = await answer(part);
  return Array.from({ length: cells.length }, (_, i) => cellAt(cells, i));
}

const insert = (clicks: readonly Click[]) =>
  insertEvents(
    engine,
    clicks.map(({ x, y, person }) => ({ x, y, person_id: person })),
  );

const people = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => `person-${from + i}`);

describe.each(TABLES)('k in the engine, over %s', (_name, part) => {
  test('a square of k people is shown, one of fewer is not', async () => {
    await insert([
      ...people(K).map((person) => ({ x: 205, y: 205, person })),
      ...people(K - 1).map((person) => ({ x: 1005, y: 2005, person })),
    ]);
    expect(await shown(part)).toEqual([
      { x: 210, y: 210, size: 20, count: 11, people: 11, fixed: false },
    ]);
  });

  test('what is shown nowhere is told as a share of all clicks, in whole per cent', async () => {
    await insert([
      ...people(30).map((person) => ({ x: 205, y: 205, person })),
      ...people(K - 1).map((person) => ({ x: 1005, y: 2005, person })),
    ]);
    expect((await answer(part)).lost).toEqual({ dropped: 0.25, misplaced: 0 });
  });

  test('what lies unevenly in a joined square is told as moved', async () => {
    // All 20 clicks are in the upper half of a 40 px square: half of them are drawn too low.
    await insert([
      ...people(10).map((person) => ({ x: 5, y: 5, person })),
      ...people(10, 10).map((person) => ({ x: 25, y: 5, person })),
    ]);
    expect((await answer(part)).lost).toEqual({ dropped: 0, misplaced: 0.5 });
  });

  test('where all of it is of few, all of it is told as left out', async () => {
    await insert(people(3).map((person) => ({ x: 5, y: 5, person })));
    expect((await answer(part)).lost).toEqual({ dropped: 1, misplaced: 0 });
  });

  test('one person who clicks a thousand times is one', async () => {
    await insert(Array.from({ length: 1000 }, () => ({ x: 5, y: 5, person: 'same' })));
    expect(await shown(part)).toEqual([]);
  });

  test('squares of few are joined, and people of several squares count once', async () => {
    // Ten people in each of two neighbours of one 40 px square, six of them in both: 14 people.
    await insert([
      ...people(10).map((person) => ({ x: 5, y: 5, person })),
      ...people(10, 4).map((person) => ({ x: 25, y: 5, person })),
    ]);
    expect(await shown(part)).toEqual([
      { x: 20, y: 20, size: 40, count: 20, people: 14, fixed: false },
    ]);
  });

  test('the same people in both neighbours are not enough, whatever the clicks', async () => {
    await insert([
      ...people(10).map((person) => ({ x: 5, y: 5, person })),
      ...people(10).map((person) => ({ x: 25, y: 5, person })),
    ]);
    expect(await shown(part)).toEqual([]);
  });

  test.each([
    [25, 40],
    [45, 80],
    [85, 160],
  ])('a second few at %i px are met in a square of %i px', async (x, size) => {
    await insert([
      ...people(6).map((person) => ({ x: 5, y: 5, person })),
      ...people(6, 6).map((person) => ({ x, y: 5, person })),
    ]);
    const [cell, ...others] = await shown(part);
    expect(others).toEqual([]);
    expect(cell).toMatchObject({ size, x: size / 2, y: size / 2, count: 12, people: 12 });
  });

  test('what has too few people at 160 px is dropped', async () => {
    await insert([
      ...people(6).map((person) => ({ x: 5, y: 5, person })),
      ...people(6, 6).map((person) => ({ x: 165, y: 5, person })),
    ]);
    expect(await shown(part)).toEqual([]);
  });

  test('a parent of a shown child tells of its hidden children alone', async () => {
    // 20 people in one square; 5 of them and 3 others beside it: never "20 + 3".
    await insert([
      ...people(20).map((person) => ({ x: 5, y: 5, person })),
      ...people(8, 15).map((person) => ({ x: 25, y: 5, person })),
    ]);
    expect(await shown(part)).toEqual([
      { x: 10, y: 10, size: 20, count: 20, people: 20, fixed: false },
    ]);
  });

  test('fixed and scrolling squares are never joined', async () => {
    await insertEvents(engine, [
      ...people(6).map((person_id) => ({ x: 5, y: 5, person_id, fixed: 0 })),
      ...people(6, 6).map((person_id) => ({ x: 5, y: 5, person_id, fixed: 1 })),
    ]);
    expect(await shown(part)).toEqual([]);
  });

  test.each([1, 2, 3, 4])('holds for random clicks (%i), counted again by hand', async (seed) => {
    const clicks = randomClicks(seed);
    await insert(clicks);
    const cells = await shown(part);
    expect(byPlace(cells)).toEqual(byPlace(byHand(clicks)));
    expect(cells.every((cell) => cell.people >= K)).toBe(true);
    expect(new Set(cells.map(({ size }) => size)).size).toBeGreaterThan(1);
  });
});

function randomClicks(seed: number): Click[] {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return Array.from({ length: 3000 }, () => ({
    // Thick at the left and top, thin elsewhere, so that every size of square comes up.
    x: Math.floor(random() ** 3 * 1270),
    y: Math.floor(random() ** 2 * 3000),
    person: `person-${Math.floor(random() * 200)}`,
  }));
}

/** The same, written down once more in the plainest way: sets of people by square, size by size. */
function byHand(clicks: readonly Click[]): Cell[] {
  const cells: Cell[] = [];
  let hidden = [...clicks];
  for (const size of [20, 40, 80, 160]) {
    const squares = new Map<string, Click[]>();
    for (const click of hidden) {
      const key = `${Math.floor(click.x / size)} ${Math.floor(click.y / size)}`;
      squares.set(key, [...(squares.get(key) ?? []), click]);
    }
    hidden = [];
    for (const [key, inside] of squares) {
      const distinct = new Set(inside.map(({ person }) => person)).size;
      const [column = 0, row = 0] = key.split(' ').map(Number);
      if (distinct < K) hidden.push(...inside);
      else {
        cells.push({
          x: (column + 0.5) * size,
          y: (row + 0.5) * size,
          size,
          count: inside.length,
          people: distinct,
          fixed: false,
        });
      }
    }
  }
  return cells;
}

const byPlace = (cells: readonly Cell[]) =>
  cells.toSorted((a, b) => a.size - b.size || a.y - b.y || a.x - b.x);

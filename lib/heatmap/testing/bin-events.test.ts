import { describe, expect, test } from 'vitest';
import { type Cell, cellAt } from '../cells';
import { binEvents } from './bin-events';

const AREA = { width: 64, height: 48, size: 16 };

function bin(events: readonly (readonly [x: number, y: number, person: number])[]): Cell[] {
  const cells = binEvents(
    {
      x: Float32Array.from(events, ([x]) => x),
      y: Float32Array.from(events, ([, y]) => y),
      person: Uint32Array.from(events, ([, , person]) => person),
    },
    AREA,
  );
  return Array.from({ length: cells.length }, (_, i) => cellAt(cells, i));
}

describe('events in cells', () => {
  test('are counted where they are, with the centre of their square', () => {
    expect(bin([[20, 40, 1]])).toEqual([
      { x: 24, y: 40, size: 16, count: 1, people: 1, fixed: false },
    ]);
  });

  test('count a person once a cell, however the clicks are ordered', () => {
    const cells = bin([
      [1, 1, 7],
      [20, 1, 7],
      [2, 2, 9],
      [3, 3, 7],
      [21, 2, 7],
    ]);
    expect(cells.map(({ count, people }) => [count, people])).toEqual([
      [3, 2],
      [2, 1],
    ]);
  });

  test('leave out what lies outside or nowhere', () => {
    expect(
      bin([
        [-1, 1, 1],
        [64, 1, 1],
        [1, 48, 1],
        [Number.NaN, 1, 1],
      ]),
    ).toEqual([]);
  });

  test('have no people where the source does not say, so that k hides them', () => {
    const cells = binEvents({ x: new Float32Array([1]), y: new Float32Array([1]) }, AREA);
    expect(cellAt(cells, 0)).toMatchObject({ count: 1, people: 0 });
  });

  test('agree with counting one by one', () => {
    const random = seeded(4);
    const events = Array.from(
      { length: 2000 },
      () => [random() * 64, random() * 48, Math.floor(random() * 40)] as const,
    );
    const expected = new Map<string, { count: number; people: Set<number> }>();
    for (const [x, y, person] of events) {
      // As the columns hold them.
      const key = `${Math.floor(Math.fround(x) / 16)}:${Math.floor(Math.fround(y) / 16)}`;
      const entry = expected.get(key) ?? { count: 0, people: new Set() };
      entry.count++;
      entry.people.add(person);
      expected.set(key, entry);
    }
    const cells = bin(events);
    expect(cells.length).toBe(expected.size);
    for (const { x, y, count, people } of cells) {
      const entry = expected.get(`${Math.floor(x / 16)}:${Math.floor(y / 16)}`);
      expect([count, people]).toEqual([entry?.count, entry?.people.size]);
    }
  });
});

/** Park and Miller's generator: the same numbers in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

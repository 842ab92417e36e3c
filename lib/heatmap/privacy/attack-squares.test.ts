import { describe, expect, test } from 'vitest';
import { mulberry32 } from '../../../test/sites/posthog-double/events';
import { type Cell, type Cells, cellAt, toCells } from '../cells';
import { mergeClicks, UNITS } from '../merge-clicks';
import { mergeLevels } from '../quadtree';
import { createDisclosureGuard } from './disclosure';
import { memoryOfShown } from './testing/memory';
import { ASKED_AT, questionOf, randomWindows, type Window } from './testing/windows';

/**
 * Made-up clicks, counted by engines that merge small squares, and somebody who knows which clicks each
 * shown square stands for, and takes those of fewer days from those of more.
 */

const K = 11;
const DAYS = 6;
const SIDE = 16;
const SIZES = [20, 40, 80, 160];

interface Click {
  readonly person: number;
  readonly day: number;
  readonly column: number;
  readonly row: number;
}

type Engine = (clicks: readonly Click[]) => Cells;

/** Counts the distinct people of squares of every size, and has them merged here. */
const merging: Engine = (clicks) =>
  mergeLevels(
    SIZES.map((size) => ({
      size,
      cells: toCells(squaresOf(clicks, size).filter(({ people }) => people >= K)),
    })),
    K,
    clicks.length,
  ).cells;

/** Joins squares of fewer than k people four by four, each joined one with its hidden parts alone. */
const joining: Engine = (clicks) => {
  const shown: Cell[] = [];
  let hidden = clicks;
  for (const size of SIZES) {
    const large = squaresOf(hidden, size).filter(({ people }) => people >= K);
    shown.push(...large);
    hidden = hidden.filter((click) => !large.some((cell) => holds(cell, click)));
  }
  return toCells(shown);
};

/** Joins clicks where k of them lie together, wherever that is: for clicks alone, without people. */
const gathering: Engine = (clicks) => {
  const part = UNITS / SIDE;
  const merged = mergeClicks(
    clicks.map(({ column, row }) => ({ x: column * part, y: row * part, count: 1 })),
    K,
  );
  const toPx = (units: number) => (units * SIDE * 20) / UNITS;
  const place = (units: number) => Math.floor(toPx(units) / 20) * 20 + 10;
  const cells = merged.map(({ x, y, count, size }) => {
    const at = size === 1 ? { x: place(x), y: place(y) } : { x: toPx(x), y: toPx(y) };
    return { ...at, size: Math.max(20, toPx(size)), count, people: count, fixed: false };
  });
  return toCells(cells.filter(({ count }) => count >= K));
};

function squaresOf(clicks: readonly Click[], size: number): Cell[] {
  const squares = new Map<string, { x: number; y: number; count: number; people: Set<number> }>();
  const across = size / 20;
  for (const { column, row, person } of clicks) {
    const x = Math.floor(column / across);
    const y = Math.floor(row / across);
    const square = squares.get(`${x} ${y}`) ?? { x, y, count: 0, people: new Set() };
    square.count++;
    square.people.add(person);
    squares.set(`${x} ${y}`, square);
  }
  return [...squares.values()].map(({ x, y, count, people }) => ({
    ...{ x: (x + 0.5) * size, y: (y + 0.5) * size, size, fixed: false },
    ...{ count, people: people.size },
  }));
}

const holds = ({ x, y, size }: Cell, { column, row }: Click): boolean =>
  Math.abs(column * 20 + 10 - x) < size / 2 && Math.abs(row * 20 + 10 - y) < size / 2;

function makeClicks(random: () => number): Click[] {
  const length = 150 + Math.floor(random() * 700);
  const spots = Array.from({ length: 5 }, () => [random() * SIDE, random() * SIDE]);
  return Array.from({ length }, (_, i) => {
    const [x = 0, y = 0] = spots[Math.floor(random() ** 2 * spots.length)] ?? [];
    const at = (middle: number) =>
      Math.max(0, Math.min(SIDE - 1, Math.floor(middle + (random() - 0.5) * random() * 8)));
    // Most come once: to them a click more is a person more.
    const person = random() < 0.8 ? i : Math.floor(random() * 40);
    return { person, day: Math.floor(random() * DAYS), column: at(x), row: at(y) };
  });
}

interface Shown {
  readonly from: number;
  readonly to: number;
  /** The clicks that each shown square stands for, as numbers. */
  readonly squares: readonly ReadonlySet<number>[];
}

async function askAround(
  clicks: readonly Click[],
  engine: Engine,
  windows: readonly Window[],
  isGuarded: boolean,
): Promise<Shown[]> {
  const guard = createDisclosureGuard(K, memoryOfShown());
  const numbers = new Map(clicks.map((click, i) => [click, i]));
  const shown: Shown[] = [];
  for (const [from, to] of windows) {
    const mine = clicks.filter(({ day }) => day >= from && day <= to);
    const cells = engine(mine);
    if (cells.length === 0) continue;
    const all = Array.from({ length: cells.length }, (_, i) => cellAt(cells, i));
    const question = questionOf([from, to]);
    const places = { cells, anchors: null };
    const told = isGuarded
      ? await guard.disclose(
          { question, way: 'one', viewportWidth: 1000, places, total: null, counted: 'clicks' },
          ASKED_AT,
        )
      : { kind: 'shown' as const, hidden: null };
    if (told.kind !== 'shown') continue;
    const squares = all.map((cell) => {
      const inside = all.filter(({ x, y, size }) => size < cell.size && isIn(cell, x, y));
      return new Set(
        mine
          .filter((click) => holds(cell, click) && !inside.some((other) => holds(other, click)))
          .map((click) => numbers.get(click) ?? -1),
      );
    });
    shown.push({ from, to, squares: squares.filter((_, row) => told.hidden?.[row] !== 1) });
  }
  return shown;
}

const isIn = ({ x, y, size }: Cell, atX: number, atY: number): boolean =>
  Math.abs(atX - x) < size / 2 && Math.abs(atY - y) < size / 2;

/** People who are left when squares of fewer days are taken from squares of more that hold all of them. */
function attack(shown: readonly Shown[], clicks: readonly Click[]): number[] {
  const found: number[] = [];
  for (const more of shown) {
    for (const fewer of shown) {
      if (more === fewer || fewer.from < more.from || fewer.to > more.to) continue;
      for (const [added, taken] of groupsOf(more.squares, fewer.squares)) {
        const all = new Set(added.flatMap((square) => [...square]));
        const less = taken.flatMap((square) => [...square]);
        if (taken.length === 0 || !less.every((click) => all.has(click))) continue;
        for (const click of less) all.delete(click);
        const people = new Set([...all].map((click) => clicks[click]?.person)).size;
        if (people > 0) found.push(people);
      }
    }
  }
  return found;
}

type Squares = readonly ReadonlySet<number>[];

/** Squares of both that have clicks in common, directly or by others; and each with those it shares some with. */
function groupsOf(more: Squares, fewer: Squares): (readonly [Squares, Squares])[] {
  const near = (some: Squares, of: Squares): Squares =>
    of.filter((square) => some.some((other) => [...other].some((click) => square.has(click))));
  const groups: (readonly [Squares, Squares])[] = [];
  for (const square of fewer) {
    let added = near([square], more);
    groups.push([added, [square]]);
    for (;;) {
      const taken = near(added, fewer);
      groups.push([added, taken]);
      const wider = near(taken, more);
      if (wider.length === added.length) break;
      added = wider;
    }
  }
  return groups;
}

/** Where people are not known, each click counts as one. */
const byItself = (click: Click, person: number): Click => ({ ...click, person });

const runs = Array.from({ length: 30 }, (_, seed) => {
  const random = mulberry32(seed + 1);
  const clicks = makeClicks(random);
  const windows = randomWindows(random, DAYS, 6);
  return { clicks, windows };
});

describe.each([
  ['merges here', merging],
  ['joins by itself', joining],
  ['joins clicks of one box', gathering],
])('somebody who subtracts maps of an engine that %s', (_, engine) => {
  const found = async (isGuarded: boolean) => {
    const all: number[] = [];
    for (const { clicks: given, windows } of runs) {
      const clicks = engine === gathering ? given.map(byItself) : given;
      all.push(...attack(await askAround(clicks, engine, windows, isGuarded), clicks));
    }
    return all;
  };

  test('finds single people without the guard, so the attack is one', async () => {
    expect((await found(false)).filter((people) => people === 1).length).toBeGreaterThan(20);
  });

  test('finds no group of fewer than k people with it, and is still shown maps', async () => {
    const groups = await found(true);
    expect(groups.length).toBeGreaterThan(20);
    expect(groups.filter((people) => people < K)).toEqual([]);
  });
});

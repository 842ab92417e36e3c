import { describe, expect, test } from 'vitest';
import { mulberry32 } from '../../../test/sites/posthog-double/events';
import { type Device, NO_FILTERS } from '../../protocol/heat-kinds';
import { anonymise } from '../anonymity';
import { type Cell, cellAt, toCells } from '../cells';
import { createDisclosureGuard } from './disclosure';
import type { Question, Sign } from './question';
import { memoryOfShown } from './testing/memory';
import { ASKED_AT, dayName } from './testing/windows';

/**
 * Made-up people with known clicks, random questions about them, and somebody who adds and subtracts
 * every two and three answers that were shown, with the exact counts, knowing how the questions lie to
 * each other, cohorts too.
 */

const K = 11;
const DAYS = 14;

interface Click {
  readonly person: number;
  readonly cell: number;
  /** Where in the space of all kinds of clicks. */
  readonly kind: number;
}

/** Every kind of click that there could be, whether there is one or not. */
const KINDS = Array.from({ length: DAYS * 3 * 4 * 2 * 4 }, (_, i) => ({
  day: i % DAYS,
  width: [500, 1000, 1400][Math.floor(i / DAYS) % 3] ?? 0,
  device: ['desktop', 'tablet', 'mobile', 'other'][Math.floor(i / (DAYS * 3)) % 4],
  isTeam: Math.floor(i / (DAYS * 12)) % 2 === 1,
  // Cohort 2 lies in cohort 1, and cohort 3 apart from both.
  cohorts: [[], [1], [1, 2], [3]][Math.floor(i / (DAYS * 24))] ?? [],
}));

function holds(question: Question, kind: (typeof KINDS)[number]): boolean {
  const { from, to, band, filters } = question;
  const day = dayName(kind.day);
  return (
    day >= from &&
    day <= to &&
    kind.width >= band.min &&
    kind.width <= band.max &&
    (filters.device === 'all' || filters.device === kind.device) &&
    !(filters.withoutTestAccounts && kind.isTeam) &&
    filters.cohorts.every((cohort) => kind.cohorts.includes(cohort))
  );
}

function makeClicks(random: () => number): Click[] {
  const people = 60 + Math.floor(random() * 200);
  return Array.from({ length: people * 12 }, () => {
    const person = Math.floor(random() ** 1.5 * people);
    // A person keeps one device, one width, one team and one set of cohorts.
    const own = ((person * 2654435761) >>> 0) % 32;
    const device = own < 20 ? 0 : own < 22 ? 1 : own < 31 ? 2 : 3;
    const team = own % 15 === 0 ? 1 : 0;
    const group = person % 13 === 0 ? 3 : person % 4;
    const width = device === 2 ? 0 : 1 + (person % 2);
    const day = Math.floor(random() * DAYS);
    const kind = day + DAYS * (width + 3 * (device + 4 * (team + 2 * group)));
    return { person, kind, cell: Math.floor(random() ** 2 * 8) };
  });
}

function randomQuestion(random: () => number): Question {
  const pick = <T>(list: readonly [T, ...T[]]): T =>
    list[Math.floor(random() * list.length)] ?? list[0];
  const from = pick([0, 0, 0, 7, Math.floor(random() * 7)]);
  const to = pick([6, 13, 13, 7, from + Math.floor(random() * 7)]);
  return {
    page: 'pricing',
    from: dayName(from),
    to: dayName(Math.max(from, to)),
    askedAt: ASKED_AT,
    band: pick([
      { min: 0, max: 2000 },
      { min: 0, max: 2000 },
      { min: 900, max: 2000 },
      { min: 900, max: 1100 },
    ]),
    filters: {
      ...NO_FILTERS,
      device: pick<Device>(['all', 'all', 'desktop', 'mobile', 'tablet']),
      withoutTestAccounts: random() < 0.2,
      cohorts: pick<number[]>([[], [], [], [1], [2], [3], [1, 2]]),
    },
  };
}

interface Shown {
  readonly question: Question;
  /** Kinds of clicks that it counts. */
  readonly holds: readonly boolean[];
  readonly counts: ReadonlyMap<number, number>;
}

const cellsOf = (clicks: readonly Click[]) => {
  const rows: Cell[] = [];
  for (let cell = 0; cell < 8; cell++) {
    const here = clicks.filter((click) => click.cell === cell);
    const people = new Set(here.map(({ person }) => person)).size;
    const place = { x: 10 + 20 * cell, y: 10, size: 20, fixed: false };
    if (here.length > 0) rows.push({ ...place, count: here.length, people });
  }
  return toCells(rows);
};

/** Asks at random, and gives what was shown. */
async function askAround(
  clicks: readonly Click[],
  questions: readonly Question[],
  isGuarded: boolean,
): Promise<Shown[]> {
  const guard = createDisclosureGuard(K, memoryOfShown());
  const shown: Shown[] = [];
  for (const question of questions) {
    const held = KINDS.map((kind) => holds(question, kind));
    const mine = clicks.filter(({ kind }) => held[kind]);
    const { cells } = anonymise(cellsOf(mine), K);
    const places = { cells, anchors: null };
    const total = mine.length;
    const asked = { question, way: 'one', viewportWidth: 1000, counted: 'clicks' } as const;
    const told = isGuarded
      ? await guard.disclose({ ...asked, places, total }, ASKED_AT)
      : { kind: 'shown' as const, hidden: null };
    if (told.kind === 'refused') continue;
    const isLeftOut = (row: number) => told.kind === 'shown' && told.hidden?.[row] === 1;
    const given = told.kind === 'before' ? told.places.cells : cells;
    const rows = Array.from({ length: given.length }, (_, i) => cellAt(given, i));
    const counts = new Map(
      rows.filter((_, i) => !isLeftOut(i)).map(({ x, count }) => [(x - 10) / 20, count]),
    );
    shown.push({ question, holds: held, counts });
  }
  return shown;
}

/** Small groups that come out of sums of two (or three) answers: how many people, how many clicks. */
function attack(shown: readonly Shown[], clicks: readonly Click[], terms: 2 | 3) {
  const found: { people: number; clicks: number }[] = [];
  for (const combination of combinations(shown, terms)) {
    for (let bits = 1; bits < 2 ** terms - 1; bits++) {
      const signs = combination.map((_, i): Sign => (bits & (1 << i) ? 1 : -1));
      const left = KINDS.map((_, kind) => sumBy(combination, signs, (one) => +!!one.holds[kind]));
      if (!left.includes(1) || left.some((sum) => sum !== 0 && sum !== 1)) continue;
      for (let cell = 0; cell < 8; cell++) {
        if (!combination.every(({ counts }) => counts.has(cell))) continue;
        const count = sumBy(combination, signs, ({ counts }) => counts.get(cell) ?? 0);
        const group = clicks.filter((click) => click.cell === cell && left[click.kind] === 1);
        const people = new Set(group.map(({ person }) => person)).size;
        // What the sum says is what is there: otherwise nobody was found.
        if (count > 0) found.push({ people, clicks: count });
      }
    }
  }
  return found;
}

const sumBy = (list: readonly Shown[], signs: readonly Sign[], of: (one: Shown) => number) =>
  list.reduce((sum, one, i) => sum + (signs[i] ?? 0) * of(one), 0);

function combinations(list: readonly Shown[], size: number): Shown[][] {
  if (size === 0) return [[]];
  return list.flatMap((one, i) =>
    combinations(list.slice(i + 1), size - 1).map((rest) => [one, ...rest]),
  );
}

const runs = Array.from({ length: 24 }, (_, seed) => {
  const random = mulberry32(seed + 1);
  const clicks = makeClicks(random);
  const questions = Array.from({ length: 14 }, () => randomQuestion(random));
  return { clicks, questions };
});

const found = async (isGuarded: boolean, terms: 2 | 3) => {
  const all = [];
  for (const { clicks, questions } of runs) {
    all.push(...attack(await askAround(clicks, questions, isGuarded), clicks, terms));
  }
  return all;
};

describe('somebody who subtracts what was shown', () => {
  test('finds single people without the guard, so the attack is one', async () => {
    const groups = await found(false, 2);
    expect(groups.some(({ people }) => people === 1)).toBe(true);
    expect(groups.filter(({ people }) => people < K).length).toBeGreaterThan(100);
  });

  test('finds no group of fewer than k people from two answers', async () => {
    expect((await found(true, 2)).filter(({ people }) => people < K)).toEqual([]);
  });

  test('finds no group of fewer than k clicks from three', async () => {
    const groups = await found(true, 3);
    expect(groups.length).toBeGreaterThan(0);
    expect(groups.filter(({ clicks }) => clicks < K)).toEqual([]);
  });

  test('is not stopped by showing nothing: most cells are still shown', async () => {
    const cellsIn = (shown: readonly Shown[]) =>
      shown.reduce((sum, { counts }) => sum + counts.size, 0);
    let guarded = 0;
    let all = 0;
    for (const { clicks, questions } of runs) {
      guarded += cellsIn(await askAround(clicks, questions, true));
      all += cellsIn(await askAround(clicks, questions, false));
    }
    expect(guarded / all).toBeGreaterThan(0.3);
  });
});

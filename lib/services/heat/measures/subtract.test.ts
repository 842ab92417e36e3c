// @vitest-environment node
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mulberry32 } from '../../../../test/sites/posthog-double/events';
import { HushmapError } from '../../../core/errors';
import { DEFAULT_HEAT_SETTINGS, type HeatSettings, type HeatState } from '../../../protocol/heat';
import { type Device, NO_FILTERS } from '../../../protocol/heat-kinds';
import type { Figures, Measures } from '../../../protocol/measures';
import type { SourceConfig } from '../../../protocol/sources';
import { HushmapDatabase } from '../../../vault/database';
import { createShownStore } from '../../../vault/shown-answers';
import { heatPorts } from '../../testing/heat-ports';
import { perTab } from '../../testing/per-tab';
import { DAY, dayOf, FORGETFUL, K, peopleIn, pickFrom, START } from '../../testing/subtracting';
import type { HeatPorts } from '../ports';
import { createMeasuresService } from './measures-service';

/** Somebody asks for measures of days, widths and devices at random, and subtracts what was shown. */

const TAB = 7;
const PAGE = 'https://acme.test/pricing';
const ACME: SourceConfig = {
  kind: 'posthog',
  id: 'acme',
  name: 'PostHog EU',
  host: 'https://eu.posthog.com',
  projectId: '1',
  hogql: true,
  origins: ['https://acme.test'],
  mappings: [],
};

/** A value of a vital, or a press, and whether the goal was reached in that visit. */
interface Visit {
  readonly person: number;
  readonly element: string;
  readonly ms: number;
  readonly reached: boolean;
  readonly day: string;
  readonly width: number;
}

interface Asked {
  readonly since: string;
  readonly until: string;
  readonly widthMin: number;
  /** Absent: all wider ones. */
  readonly widthMax?: number;
}

type Figure = 'inp' | 'lcp' | 'cls' | 'conversion';

/** What was shown of one element, with everybody behind it. */
interface Shown {
  readonly asked: Asked;
  readonly figure: Figure;
  readonly element: string;
  readonly goal: string;
  readonly visits: readonly Visit[];
}

const FIGURES = ['inp', 'lcp', 'cls', 'conversion'] as const;
const ELEMENTS = ['#buy', '#tour', '#rare'];

const holds = (asked: Asked, { day, width }: Visit): boolean =>
  day >= asked.since.slice(0, 10) &&
  day < asked.until.slice(0, 10) &&
  width >= asked.widthMin &&
  width <= (asked.widthMax ?? Number.POSITIVE_INFINITY);

function makeVisits(random: () => number): Visit[] {
  return Array.from({ length: 1_500 }, () => {
    const person = Math.floor(random() ** 1.5 * 220);
    const width = person % 9 === 0 ? 400 : person % 23 === 0 ? 800 : 1_200 + 100 * (person % 3);
    return {
      ...{ person, width, ms: 50 + 10 * person, reached: random() < 0.4 },
      element: ELEMENTS[Math.floor(random() ** 2 * 3)] ?? '',
      day: dayOf(START - Math.floor(random() * 40 - 5) * DAY),
    };
  });
}

/** What PostHog's engine would answer to a question. */
function answerTo(query: string, asked: Asked, goal: string, visits: readonly Visit[]): unknown[] {
  const mine = visits.filter((visit) => holds(asked, visit));
  return ['', ...ELEMENTS].flatMap((element) => {
    const here = mine.filter((visit) => element === '' || visit.element === element);
    const people = peopleIn(here);
    if (people < K) return [];
    const whole = element === '' ? 1 : 0;
    if (query.includes('goals')) {
      const reached = peopleIn(here.filter((visit) => reaches(visit, goal)));
      const isFew = reached < K || people - reached < K;
      const chain = whole ? '' : `button:attr__id="${element.slice(1)}"nth-child="1"`;
      return [[whole, chain, people, isFew ? -1 : reached]];
    }
    const sorted = here.map(({ ms }) => ms).sort((a, b) => a - b);
    const p75 = sorted[Math.floor(sorted.length * 0.75)] ?? 0;
    return [[whole, element, query.includes('CLS') ? p75 / 1e4 : p75, people, here.length]];
  });
}

/** Nearly all who reach the one reach the other. */
const reaches = ({ reached, person }: Visit, goal: string): boolean =>
  reached && (goal !== 'paid' || person % 40 !== 0);

let db: HushmapDatabase;

beforeEach(() => {
  db = new HushmapDatabase('subtract-measures-test');
});

afterEach(() => db.delete());

function setUp(visits: readonly Visit[], more: Partial<HeatPorts> = {}) {
  const now = { at: START };
  const last: { asked: Asked | null } = { asked: null };
  const ports = heatPorts(PAGE, {
    clock: { now: () => now.at },
    secret: async () => 'phx_key',
    sources: async () => [ACME],
    shown: createShownStore(db),
    fetch: async (_input, init) => {
      const { query, values } = JSON.parse(String(init?.body)).query;
      last.asked = values;
      return Response.json({ results: answerTo(query, values, values.goal ?? '', visits) });
    },
    ...more,
  });
  async function ask(settings: HeatSettings, goal = 'signup') {
    const kept = perTab<{ measures: Measures; shownOn: string | null }>();
    await ports.asked.write(TAB, { url: PAGE, viewportWidth: 1_200 });
    // The rest of a state has no say in measures.
    await ports.states.write(TAB, { settings, summary: null } as HeatState);
    // Each question by a worker that was started anew.
    const service = createMeasuresService({ heat: ports, states: perTab(), kept });
    const state = await service.ask(TAB, goal);
    return { state, measures: (await kept.read(TAB))?.measures ?? null };
  }
  return { ask, now, last };
}

const EVERYONE: HeatSettings = { ...DEFAULT_HEAT_SETTINGS, band: { min: 0, max: 10_000 } };

function randomSettings(random: () => number): HeatSettings {
  const pick = pickFrom(random);
  return {
    ...EVERYONE,
    days: pick([1, 7, 7, 8, 14, 30]),
    band: pick([EVERYONE.band, EVERYONE.band, { min: 0, max: 1_300 }, { min: 1_200, max: 1_300 }]),
    filters: { ...NO_FILTERS, device: pick<Device>(['all', 'all', 'desktop', 'mobile']) },
  };
}

/** Everything that is shown in a run; unguarded, the memory forgets what it was told. */
async function askAround(seed: number, isGuarded = true): Promise<Shown[]> {
  await db.delete();
  db = new HushmapDatabase('subtract-measures-test');
  const random = mulberry32(seed);
  const visits = makeVisits(random);
  const { ask, now, last } = setUp(visits, isGuarded ? {} : { shown: FORGETFUL });
  const shown: Shown[] = [];
  for (let i = 0; i < 10; i++) {
    const goal = random() < 0.5 ? 'signup' : 'paid';
    const { measures } = await ask(randomSettings(random), goal);
    const { asked } = last;
    if (measures === null || asked === null) continue;
    const add = (element: string, figures: Figures) => {
      for (const figure of FIGURES) {
        if (figures[figure] === null) continue;
        const all = visits.filter((visit) => holds(asked, visit));
        const mine = all.filter((visit) => element === '' || visit.element === element);
        shown.push({ asked, figure, element, goal, visits: mine });
      }
    };
    add('', measures.base);
    for (const { selectors, figures } of measures.elements) {
      add(`#${/buy|tour|rare/.exec(selectors.join())?.[0]}`, figures);
    }
    if (random() < 0.3) now.at += DAY;
  }
  return shown;
}

/** People of the groups that are left where one figure is taken from another of the same element. */
function attack(shown: readonly Shown[]): number[] {
  return shown.flatMap((larger) =>
    shown.flatMap((smaller) => {
      const isSame = larger.figure === smaller.figure && larger.element === smaller.element;
      const isWithin = smaller.visits.every((visit) => larger.visits.includes(visit));
      if (!isSame || larger === smaller || !isWithin) return [];
      return restsOf(larger, smaller).filter((people) => people > 0);
    }),
  );
}

/** Of percentiles, whoever is behind the values that are more; of shares, the people who are more. */
function restsOf(larger: Shown, smaller: Shown): number[] {
  if (larger.figure !== 'conversion') {
    return [peopleIn(larger.visits.filter((visit) => !smaller.visits.includes(visit)))];
  }
  const reached = ({ visits, goal }: Shown) => peopleIn(visits.filter((v) => reaches(v, goal)));
  const clicked = peopleIn(larger.visits) - peopleIn(smaller.visits);
  if (larger.goal !== smaller.goal) return [clicked, reached(larger) - reached(smaller)];
  const missed = (one: Shown) => peopleIn(one.visits) - reached(one);
  return [clicked, reached(larger) - reached(smaller), missed(larger) - missed(smaller)];
}

async function found(isGuarded: boolean) {
  const groups: number[] = [];
  const kinds = new Set<string>();
  for (let seed = 1; seed <= 6; seed++) {
    const shown = await askAround(seed, isGuarded);
    for (const { figure, element } of shown) kinds.add(`${figure} of ${element || 'the page'}`);
    groups.push(...attack(shown));
  }
  return { groups, kinds };
}

describe('measures that are shown', () => {
  test('leave single people when they are subtracted, without the guard', async () => {
    const { groups } = await found(false);
    expect(groups).toContain(1);
    expect(groups.filter((people) => people < K).length).toBeGreaterThan(100);
  }, 60_000);

  test('leave no group of fewer than k people when they are subtracted, whatever is asked', async () => {
    const { groups, kinds } = await found(true);
    expect(groups.length).toBeGreaterThan(50);
    expect(kinds.size).toBe(4 * (1 + ELEMENTS.length));
    expect(groups.filter((people) => people < K)).toEqual([]);
  }, 60_000);

  const visit = (person: number, more: Partial<Visit> = {}): Visit => ({
    ...{ person, element: '#buy', ms: 100 + person, reached: person % 2 === 0, width: 1_200 },
    day: dayOf(START - 2 * DAY),
    ...more,
  });
  const forty = (): Visit[] => Array.from({ length: 40 }, (_, person) => visit(person));
  const PHONE = visit(99, { width: 400, ms: 9_000, day: dayOf(START - DAY) });
  const DESKTOP = { ...EVERYONE, filters: { ...NO_FILTERS, device: 'desktop' as const } };

  test('say what to do where all of them differ by one person, and show no percentile', async () => {
    const { ask } = setUp([...forty(), PHONE]);
    expect((await ask(DESKTOP)).state.status).toBe('shown');
    const { state, measures } = await ask(EVERYONE);
    expect(measures).toBeNull();
    expect(state).toMatchObject({
      status: 'failed',
      reason: { id: 'error.heat.tooSimilar', params: [K] },
    });
  });

  test('are left out by the figure where one of them differs by one person', async () => {
    const { ask } = setUp(forty());
    await ask(EVERYONE, '');
    // Two goals that differ by one person; the vitals are the same ones.
    const first = await ask(EVERYONE, 'signup');
    expect(first.measures?.elements[0]?.figures.conversion).not.toBeNull();
    const { measures } = await ask(EVERYONE, 'paid');
    expect(measures?.elements).toMatchObject([
      { figures: { inp: { people: 40 }, conversion: null, withheld: true } },
    ]);
    expect(measures?.base.conversion).toBeNull();
  });

  test('are what was shown before where a few came in late, and say so', async () => {
    const visits = forty();
    const { ask, now } = setUp(visits);
    const before = await ask(EVERYONE);
    visits.push({ ...PHONE, width: 1_200 });
    now.at += 3_600_000;
    const { measures } = await ask(EVERYONE);
    expect(measures?.base).toEqual(before.measures?.base);
    expect(measures?.elements).toEqual(before.measures?.elements);
    expect(measures?.notes).toContainEqual({
      id: 'measures.note.shownBefore.inp',
      params: ['2026-11-20 09:00'],
    });
  });

  test('show no percentile anew where somebody known came once more', async () => {
    const visits = forty();
    const { ask } = setUp(visits);
    await ask({ ...EVERYONE, days: 7 }, '');
    // The same people in a longer window: one more value is one person's.
    visits.push(visit(3, { ms: 9_000, day: dayOf(START - 9 * DAY) }));
    expect((await ask({ ...EVERYONE, days: 14 }, '')).measures).toBeNull();
  });

  test('are not shown where they cannot be remembered', async () => {
    const shown = createShownStore(db);
    const lost = () => Promise.reject(new HushmapError('storage.quota'));
    const { ask } = setUp(forty(), {
      shown: { of: (...scope) => ({ ...shown.of(...scope), keep: lost }) },
    });
    const { state, measures } = await ask(EVERYONE);
    expect(measures).toBeNull();
    expect(state.reason).toEqual({ id: 'error.heat.notRemembered' });
  });

  test('leave no page, goal or element in what is remembered', async () => {
    const { ask } = setUp(forty());
    await ask(EVERYONE, 'signup');
    const rows = JSON.stringify([await db.shownAnswers.toArray(), await db.shownCells.toArray()]);
    expect(rows.length).toBeGreaterThan(100);
    for (const word of ['pricing', 'acme', 'signup', 'buy']) expect(rows).not.toContain(word);
  });
});

// @vitest-environment node
import { afterEach, describe, expect, test, vi } from 'vitest';
import { mulberry32 } from '../../../test/sites/posthog-double/events';
import { DEFAULT_HEAT_SETTINGS, type HeatSettings } from '../../protocol/heat';
import { type Device, NO_FILTERS } from '../../protocol/heat-kinds';
import { widthsOf } from '../../sources/device-widths';
import { sourceOf } from '../../sources/registry';
import { clickHouseEngine } from '../testing/engines/clickhouse';
import { type Engine, isAt, PAGE, SPOTS, type Visit } from '../testing/engines/engine';
import { endpointEngine, matomoEngine } from '../testing/engines/others';
import { postHogEngine } from '../testing/engines/posthog';
import { heatPorts } from '../testing/heat-ports';
import { memoryOfScopes } from '../testing/memory-of-scopes';
import { DAY, dayOf, FORGETFUL, K, peopleIn, pickFrom, START } from '../testing/subtracting';
import type { ShownStore } from './guarded-answers';
import { createMapKeeper } from './map-keeper';

/**
 * Somebody sets devices, bands and windows at random, opens links with bands of their own, and adds and
 * subtracts every two and three maps that were shown. Each source filters as its back end does: by units,
 * by steps, by px, by devices alone.
 */

const ENGINES: readonly Engine[] = [
  postHogEngine('click', 'place', true),
  postHogEngine('scroll', 'place', true),
  postHogEngine('click', 'element', true),
  postHogEngine('click', 'place', false),
  postHogEngine('click', 'element', false),
  clickHouseEngine('cells'),
  clickHouseEngine('events'),
  clickHouseEngine('eventsByDevice'),
  matomoEngine,
  endpointEngine(false),
  endpointEngine(true),
];

/** Where bands, units and steps begin and end, and what lies between. */
const COMMON = [390, 800, 1_100, 1_280, 1_500, 2_000, 2_800] as const;
const RARE = [
  ...[352, 359, 360, 592, 599, 600, 607, 608, 1_007, 1_008, 1_015, 1_016, 1_023, 1_024, 1_031],
  ...[1_032, 1_151, 1_215, 1_216, 1_223, 1_224, 1_431, 1_432, 1_439, 1_440, 1_919, 2_240, 2_559],
  ...[2_560, 2_687, 2_688, 3_000, 9_992, 10_000, 10_004],
] as const;

function makeVisits(random: () => number): Visit[] {
  const pick = pickFrom(random);
  const people = Array.from({ length: 260 }, () => {
    const width = random() < 0.75 ? pick(COMMON) : pick(RARE);
    const usual = width < 600 ? 'mobile' : width < 1_024 ? 'tablet' : 'desktop';
    // A tablet held sideways, a narrow window on a desk.
    const device = random() < 0.05 ? pick(['tablet', 'desktop'] as const) : usual;
    return { width, device } as const;
  });
  return people.flatMap((own, person) =>
    Array.from({ length: 1 + Math.floor(random() * 4) }, () => ({
      ...own,
      person,
      spot: Math.floor(random() ** 1.5 * SPOTS),
      day: dayOf(START - (1 + Math.floor(random() * 7)) * DAY),
    })),
  );
}

interface Question {
  readonly settings: HeatSettings;
  readonly viewportWidth: number;
}

/** What one person at one desk asks: two windows, and two bands from links beside those of the panel. */
function questionsOf(random: () => number, { map, by }: Engine, length: number): Question[] {
  const pick = pickFrom(random);
  const windows = [pick(WINDOWS), pick(WINDOWS)] as const;
  const edge = () => pick(RARE) + Math.floor(random() * 3) - 1;
  const from = edge();
  const bands = [
    ...[null, null, null, { min: 0, max: 10_000 }, { min: 0, max: 599 }, { min: 600, max: 1_023 }],
    ...[
      { min: 1_024, max: 1_439 },
      { min: 1_440, max: 10_000 },
    ],
    ...[
      { min: edge(), max: edge() },
      { min: from, max: from + Math.floor(random() * 20) },
    ],
  ];
  return Array.from({ length }, () => {
    const device = pick<Device>(['all', 'desktop', 'tablet', 'mobile']);
    const band = bands[Math.floor(random() * bands.length)] ?? null;
    const asked = { days: 7, map, by, band, filters: { ...NO_FILTERS, device } };
    return { settings: { ...DEFAULT_HEAT_SETTINGS, ...asked }, viewportWidth: pick(windows) };
  });
}

const WINDOWS = [340, 390, 600, 800, 1_000, 1_100, 1_366, 2_300, 2_700, 3_000] as const;

interface Shown {
  readonly counted: ReadonlySet<Visit>;
  readonly told: ReadonlyMap<number, number>;
}

function setUp(engine: Engine, visits: readonly Visit[], shown: ShownStore) {
  const counted = new Set<Visit>();
  const ports = heatPorts(PAGE, {
    clock: { now: () => START },
    secret: async () => 'key',
    sources: async () => [engine.config],
    shown,
    fetch: async (input, init) => {
      const url = new URL(String(input));
      const answer = engine.answer(url, String(init?.body ?? ''), visits);
      if (answer === null) throw new Error('The engine does not know the question.');
      for (const visit of answer.counted) counted.add(visit);
      return answer.response;
    },
  });
  return async ({ settings, viewportWidth }: Question): Promise<Shown | null> => {
    counted.clear();
    const question = { url: PAGE, viewportWidth, settings, fresh: true };
    const { map, reason } = await createMapKeeper(ports).find(7, question);
    if (map === null && reason?.id !== 'error.heat.tooSimilar') throw new Error(reason?.id);
    // What was shown before is nothing new.
    const isOld = map?.summary.provenance.remarks.some(({ id }) => id === 'heat.note.shownBefore');
    return map === null || isOld ? null : { counted: new Set(counted), told: engine.read(map) };
  };
}

/** Sizes of the groups that are left where some of the maps are added, and others taken away. */
function attack(shown: readonly Shown[], engine: Engine, visits: readonly Visit[]): number[] {
  const pairs = shown.flatMap((a, i) => shown.slice(0, i).map((b) => [a, b]));
  const threes = shown.flatMap((a, i) =>
    shown.slice(0, i).flatMap((b, j) => shown.slice(0, j).map((c) => [a, b, c])),
  );
  return [...pairs, ...threes].flatMap((maps) =>
    signsFor(maps.length).flatMap((signs) => groupsOf(maps, signs, engine, visits)),
  );
}

/** All ways to add some and take away others. */
const signsFor = (maps: number): number[][] =>
  Array.from({ length: 2 ** maps - 2 }, (_, bits) =>
    Array.from({ length: maps }, (_map, i) => ((bits + 1) & (1 << i) ? 1 : -1)),
  );

/** By spot. What two maps leave is at least k people, of three at least k clicks; depths count people. */
function groupsOf(
  maps: readonly Shown[],
  signs: readonly number[],
  { map, unit }: Engine,
  visits: readonly Visit[],
): number[] {
  const countsPeople = map === 'scroll' || (maps.length === 2 && unit === 'people');
  return Array.from({ length: SPOTS }, (_, spot) => spot).flatMap((spot) => {
    if (!maps.every(({ told }) => told.has(spot))) return [];
    const here = visits.filter((visit) => isAt(visit, spot, map));
    const group = groupLeft(here, maps, signs) ?? [];
    if (group.length === 0) return [];
    return [countsPeople ? peopleIn(group) : group.length];
  });
}

/** Those who are left once, where everybody else is left not at all; else null. */
function groupLeft(
  visits: readonly Visit[],
  maps: readonly Shown[],
  signs: readonly number[],
): Visit[] | null {
  const group: Visit[] = [];
  for (const visit of visits) {
    const sum = maps.reduce(
      (all, { counted }, i) => all + (counted.has(visit) ? (signs[i] ?? 0) : 0),
      0,
    );
    if (sum !== 0 && sum !== 1) return null;
    if (sum === 1) group.push(visit);
  }
  return group;
}

const RUNS = 12;

/** Sizes of all groups that can be isolated in a few runs. */
async function found(engine: Engine, shown: () => ShownStore, questions = 14): Promise<number[]> {
  const groups: number[] = [];
  for (let seed = 1; seed <= RUNS; seed++) {
    const random = mulberry32(seed);
    const visits = makeVisits(random);
    const ask = setUp(engine, visits, shown());
    const maps: Shown[] = [];
    for (const question of questionsOf(random, engine, questions)) {
      const map = await ask(question);
      if (map !== null) maps.push(map);
    }
    groups.push(...attack(maps, engine, visits));
  }
  return groups;
}

const few = (groups: readonly number[]): number[] => groups.filter((size) => size < K);

afterEach(() => vi.restoreAllMocks());

describe.each(ENGINES.map((engine) => [engine.name, engine] as const))('%s', (_name, engine) => {
  test('leaves a few people when maps are subtracted, without the guard', async () => {
    expect(few(await found(engine, () => FORGETFUL)).length).toBeGreaterThan(5);
  }, 60_000);

  test('leaves none of 1 to k - 1, whatever devices, bands and windows are asked for', async () => {
    const groups = await found(engine, memoryOfScopes);
    expect(groups.length).toBeGreaterThan(3);
    expect(few(groups)).toEqual([]);
  }, 60_000);
});

describe('a guard that is told what was asked for, and not what is counted', () => {
  const told = [clickHouseEngine('cells'), clickHouseEngine('eventsByDevice')];

  test.each(told.map((engine) => [engine.name, engine] as const))(
    'lets a few people be found: %s',
    async (_name, engine) => {
      vi.spyOn(sourceOf(engine.config), 'counts').mockImplementation((_config, query) => ({
        widths: widthsOf(query),
        device: query.filters.device,
      }));
      expect(few(await found(engine, memoryOfScopes)).length).toBeGreaterThan(0);
    },
    60_000,
  );

  test('lets a few clicks of a device be found where it is told of none', async () => {
    const asked = { widths: null, device: 'all' } as const;
    vi.spyOn(sourceOf(matomoEngine.config), 'counts').mockReturnValue(asked);
    expect(few(await found(matomoEngine, memoryOfScopes)).length).toBeGreaterThan(0);
  }, 60_000);
});

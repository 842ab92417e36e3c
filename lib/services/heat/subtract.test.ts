// @vitest-environment node
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mulberry32 } from '../../../test/sites/posthog-double/events';
import { HushmapError } from '../../core/errors';
import { DEFAULT_HEAT_SETTINGS, type HeatSettings } from '../../protocol/heat';
import { type Device, NO_FILTERS } from '../../protocol/heat-kinds';
import type { SourceConfig } from '../../protocol/sources';
import { HushmapDatabase } from '../../vault/database';
import { createMapStore } from '../../vault/maps';
import { createShownStore } from '../../vault/shown-answers';
import { heatPorts } from '../testing/heat-ports';
import { DAY, dayOf, K, peopleIn, pickFrom, START } from '../testing/subtracting';
import { createMapKeeper } from './map-keeper';
import type { HeatPorts } from './ports';

/** Somebody sets days, widths and devices at random, day after day, and subtracts what was shown. */

const PAGE = 'https://acme.test/pricing';
const ACME: SourceConfig = {
  kind: 'endpoint',
  id: 'acme',
  name: 'Warehouse',
  host: 'https://heat.acme.test',
  path: '/heat',
  needsKey: false,
  origins: ['https://acme.test'],
  mappings: [],
};

interface Click {
  readonly person: number;
  readonly x: number;
  readonly day: string;
  readonly width: number;
  readonly device: Exclude<Device, 'all'>;
}

interface Asked {
  readonly from: string;
  readonly to: string;
  readonly min: number;
  readonly max: number;
  readonly device: string;
}

const holds = ({ from, to, min, max, device }: Asked, click: Click): boolean =>
  click.day >= from &&
  click.day <= to &&
  click.width >= min &&
  click.width <= max &&
  (device === 'all' || device === click.device);

let db: HushmapDatabase;

beforeEach(() => {
  db = new HushmapDatabase('subtract-test');
});

afterEach(() => db.delete());

function makeClicks(random: () => number): Click[] {
  return Array.from({ length: 2_500 }, () => {
    const person = Math.floor(random() ** 1.5 * 220);
    const device = person % 9 === 0 ? 'mobile' : person % 23 === 0 ? 'tablet' : 'desktop';
    const width = { mobile: 400, tablet: 800, desktop: 1200 + 100 * (person % 3) }[device];
    const day = dayOf(START - Math.floor(random() * 40 - 5) * DAY);
    return { person, x: 10 + 20 * Math.floor(random() ** 2 * 6), day, width, device };
  });
}

function answerTo(asked: Asked, clicks: readonly Click[]) {
  const mine = clicks.filter((click) => holds(asked, click));
  return [...new Set(mine.map(({ x }) => x))].map((x) => {
    const here = mine.filter((click) => click.x === x);
    return { x, y: 10, size: 20, count: here.length, people: peopleIn(here) };
  });
}

function setUp(clicks: readonly Click[], more: Partial<HeatPorts> = {}) {
  const now = { at: START };
  const state: { asked: Asked | null } = { asked: null };
  const ports = heatPorts(PAGE, {
    clock: { now: () => now.at },
    fetch: async (input) => {
      const { searchParams: params } = new URL(String(input));
      const of = (name: string) => params.get(name) ?? '';
      state.asked = {
        ...{ from: of('from'), to: of('to'), device: of('device') },
        ...{ min: Number(of('width_min')), max: Number(of('width_max')) },
      };
      const cells = answerTo(state.asked, clicks);
      return Response.json({ format: 'hushmap-heat', version: 2, cells });
    },
    sources: async () => [ACME],
    maps: createMapStore(db),
    shown: createShownStore(db),
    ...more,
  });
  return { ports, now, state };
}

function randomSettings(random: () => number): HeatSettings {
  const pick = pickFrom(random);
  return {
    ...DEFAULT_HEAT_SETTINGS,
    days: pick([1, 7, 7, 8, 14, 30]),
    band: pick([
      { min: 0, max: 10_000 },
      { min: 0, max: 10_000 },
      { min: 0, max: 1_300 },
      { min: 1_200, max: 1_300 },
    ]),
    filters: { ...NO_FILTERS, device: pick<Device>(['all', 'all', 'desktop', 'mobile']) },
  };
}

const find = (ports: HeatPorts, settings: HeatSettings) =>
  createMapKeeper(ports).find(7, { url: PAGE, viewportWidth: 1200, settings, fresh: true });

/** Everything that is shown in a run: who asked for what, and the counts by place. */
async function askAround(seed: number) {
  // Nothing is known of an earlier run, which was about other people.
  await db.delete();
  db = new HushmapDatabase('subtract-test');
  const random = mulberry32(seed);
  const clicks = makeClicks(random);
  const { ports, now, state } = setUp(clicks);
  const shown: { asked: Asked; counts: Map<number, number> }[] = [];
  for (let i = 0; i < 10; i++) {
    // Each question by a worker that was started anew.
    const { map } = await find(ports, randomSettings(random));
    if (map !== null && state.asked !== null) {
      const { x, count } = map.cells;
      const counts = new Map(Array.from(x, (at, row) => [at, count[row] ?? 0]));
      shown.push({ asked: state.asked, counts });
    }
    if (random() < 0.3) now.at += DAY;
  }
  return { clicks, shown };
}

/** People of the groups that are left where one answer, and all that it counts, is taken from another. */
function attack({ clicks, shown }: Awaited<ReturnType<typeof askAround>>): number[] {
  return shown.flatMap((larger) =>
    shown.flatMap((smaller) => {
      const inner = clicks.filter((click) => holds(smaller.asked, click));
      if (larger === smaller || !inner.every((click) => holds(larger.asked, click))) return [];
      const isLarger = (click: Click) => holds(larger.asked, click) && !holds(smaller.asked, click);
      return [...larger.counts].flatMap(([x, count]) => {
        const rest = count - (smaller.counts.get(x) ?? Number.POSITIVE_INFINITY);
        return rest > 0 ? [peopleIn(clicks.filter((one) => one.x === x && isLarger(one)))] : [];
      });
    }),
  );
}

describe('maps that are shown', () => {
  test('leave no group of fewer than k people when they are subtracted, whatever is set', async () => {
    const groups: number[] = [];
    for (let seed = 1; seed <= 8; seed++) groups.push(...attack(await askAround(seed)));
    expect(groups.length).toBeGreaterThan(10);
    expect(groups.filter((people) => people < K)).toEqual([]);
  }, 60_000);

  const WEEK = { ...DEFAULT_HEAT_SETTINGS, band: { min: 0, max: 10_000 } };
  const everyone = (people: number): Click[] =>
    Array.from({ length: people }, (_, person) => ({
      ...{ person, x: 10, width: 1200, device: 'desktop' },
      day: dayOf(START - 2 * DAY),
    }));
  const PHONE: Click = { person: 99, x: 10, day: dayOf(START - DAY), width: 400, device: 'mobile' };

  test('are asked for in turn where two are asked for at once', async () => {
    const { ports } = setUp([...everyone(40), PHONE]);
    const keeper = createMapKeeper(ports);
    const ask = (device: Device) =>
      keeper.find(7, {
        ...{ url: PAGE, viewportWidth: 1200 },
        settings: { ...WEEK, filters: { ...NO_FILTERS, device } },
      });
    const both = await Promise.all([ask('all'), ask('desktop')]);
    expect(both.filter(({ map }) => map !== null)).toHaveLength(1);
    const refused = both.find(({ map }) => map === null);
    expect(refused).toMatchObject({
      reason: { id: 'error.heat.tooSimilar', params: [K] },
      failed: false,
    });
  });

  test('are what was shown before where a few came in late, and say so', async () => {
    const clicks = everyone(40);
    const { ports, now } = setUp(clicks);
    await find(ports, WEEK);
    clicks.push({ ...PHONE, width: 1200, device: 'desktop' });
    now.at += 3_600_000;
    const { map } = await find(ports, WEEK);
    expect([...(map?.cells.count ?? [])]).toEqual([40]);
    expect(map?.summary.provenance.fetchedAt).toBe(START);
    expect(map?.summary.provenance.remarks).toEqual([
      { id: 'heat.note.shownBefore', params: ['2026-11-20 09:00'] },
    ]);
  });

  test('are not shown where they cannot be remembered, and the panel says what to do', async () => {
    const lost = () => Promise.reject(new HushmapError('storage.quota'));
    const { ports } = setUp(everyone(40));
    const found = await find(
      { ...ports, shown: { of: (...scope) => ({ ...ports.shown.of(...scope), keep: lost }) } },
      WEEK,
    );
    expect(found).toMatchObject({ map: null, reason: { id: 'error.heat.notRemembered' } });
    // The next time that there is room, it is.
    expect((await find(ports, WEEK)).map).not.toBeNull();
  });

  test('leave nothing of the page, and no segment, in what is remembered', async () => {
    const { ports } = setUp(everyone(40));
    await find(ports, WEEK);
    const rows = JSON.stringify(await db.shownAnswers.toArray());
    expect(rows).not.toContain('pricing');
    expect(rows).not.toContain('acme');
  });
});

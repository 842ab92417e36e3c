// @vitest-environment node
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mulberry32 } from '../../../test/sites/posthog-double/events';
import { HushmapError } from '../../core/errors';
import { DEFAULT_HEAT_SETTINGS, type HeatSettings, type HeatState } from '../../protocol/heat';
import { type Device, NO_FILTERS } from '../../protocol/heat-kinds';
import type { SourceConfig } from '../../protocol/sources';
import { HushmapDatabase } from '../../vault/database';
import { createShownStore } from '../../vault/shown-answers';
import { unitOf } from '../testing/engines/posthog';
import { DAY, dayOf, FORGETFUL, K, peopleIn, pickFrom, START } from '../testing/subtracting';
import { createPageService, type PagePorts } from './page-service';

/** Somebody lists the pages of patterns, days and widths at random, and subtracts what was listed. */

const TAB = 7;
const SITE = 'https://acme.test/item/';
const PATTERNS = [`${SITE}*`, 'https://acme.test/*/*', `${SITE}a*`];
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

interface Click {
  readonly person: number;
  readonly page: string;
  readonly day: string;
  readonly width: number;
}

interface Asked {
  readonly since: string;
  readonly until: string;
  readonly unitMin: number;
  /** Absent: all wider ones. */
  readonly unitMax?: number;
  readonly page: string;
}

const holds = (asked: Asked, { page, day, width }: Click): boolean =>
  new RegExp(asked.page).test(page) &&
  day >= asked.since.slice(0, 10) &&
  day < asked.until.slice(0, 10) &&
  unitOf(width) >= asked.unitMin &&
  unitOf(width) <= (asked.unitMax ?? Number.POSITIVE_INFINITY);

function makeClicks(random: () => number): Click[] {
  return Array.from({ length: 2_000 }, () => {
    const person = Math.floor(random() ** 1.5 * 220);
    return {
      person,
      page: `${SITE}${['a1', 'a2', 'b1', 'b2'][Math.floor(random() ** 2 * 4)]}`,
      width: person % 9 === 0 ? 400 : 1_200 + 100 * (person % 3),
      day: dayOf(START - Math.floor(random() * 40 - 5) * DAY),
    };
  });
}

function answerTo(asked: Asked, clicks: readonly Click[]): [string, number, number][] {
  const mine = clicks.filter((click) => holds(asked, click));
  const counted = [...new Set(mine.map(({ page }) => page))]
    .map((page) => [page, peopleIn(mine.filter((click) => click.page === page))] as const)
    .filter(([, people]) => people >= K);
  return counted.map(([page, people]) => [page, people, counted.length]);
}

let db: HushmapDatabase;

beforeEach(() => {
  db = new HushmapDatabase('subtract-pages-test');
});

afterEach(() => db.delete());

function setUp(clicks: readonly Click[], more: Partial<PagePorts> = {}) {
  const now = { at: START };
  const last: { asked: Asked | null } = { asked: null };
  const ask = (settings: HeatSettings, pattern = `${SITE}*`) =>
    createPageService({
      clock: { now: () => now.at },
      fetch: async (_input, init) => {
        const { values } = JSON.parse(String(init?.body)).query;
        last.asked = values;
        return Response.json({ results: answerTo(values, clicks) });
      },
      secret: async () => 'phx_key',
      hasGrant: async () => true,
      policy: async () => ({}),
      sources: async () => [ACME],
      shown: createShownStore(db),
      // The rest of a state has no say in which pages there are.
      heat: { read: async () => ({ settings, summary: null }) as unknown as HeatState },
      asked: { read: async () => ({ url: `${SITE}a1`, viewportWidth: 1_200 }) },
      snapshots: async () => [],
      page: { url: async () => `${SITE}a1`, openAddresses: async () => [] },
      ...more,
    }).match(TAB, pattern);
  return { ask, now, last };
}

const EVERYONE: HeatSettings = { ...DEFAULT_HEAT_SETTINGS, band: { min: 0, max: 10_000 } };

function randomSettings(random: () => number): HeatSettings {
  const pick = pickFrom(random);
  return {
    ...EVERYONE,
    days: pick([1, 7, 7, 8, 14, 30]),
    band: pick([EVERYONE.band, EVERYONE.band, { min: 0, max: 1_300 }]),
    filters: { ...NO_FILTERS, device: pick<Device>(['all', 'all', 'desktop', 'mobile']) },
  };
}

interface Shown {
  readonly page: string;
  readonly clicks: readonly Click[];
}

/** Everything that is listed in a run; unguarded, the memory forgets what it was told. */
async function askAround(seed: number, isGuarded: boolean): Promise<Shown[]> {
  await db.delete();
  db = new HushmapDatabase('subtract-pages-test');
  const random = mulberry32(seed);
  const clicks = makeClicks(random);
  const { ask, now, last } = setUp(clicks, isGuarded ? {} : { shown: FORGETFUL });
  const shown: Shown[] = [];
  for (let i = 0; i < 10; i++) {
    const pattern = PATTERNS[Math.floor(random() * PATTERNS.length)];
    const { from, pages } = await ask(randomSettings(random), pattern);
    const { asked } = last;
    if (from === 'source' && asked !== null) {
      const all = clicks.filter((click) => holds(asked, click));
      for (const { page } of pages) {
        shown.push({ page, clicks: all.filter((click) => click.page === page) });
      }
    }
    if (random() < 0.3) now.at += DAY;
  }
  return shown;
}

/** How many people more one list counts on a page than another that it holds. */
const attack = (shown: readonly Shown[]): number[] =>
  shown.flatMap((larger) =>
    shown.flatMap((smaller) => {
      const isWithin = smaller.clicks.every((click) => larger.clicks.includes(click));
      if (larger.page !== smaller.page || !isWithin) return [];
      const rest = peopleIn(larger.clicks) - peopleIn(smaller.clicks);
      return rest > 0 ? [rest] : [];
    }),
  );

async function found(isGuarded: boolean): Promise<number[]> {
  const groups: number[] = [];
  for (let seed = 1; seed <= 8; seed++) groups.push(...attack(await askAround(seed, isGuarded)));
  return groups;
}

describe('pages that are listed', () => {
  test('leave few people when they are subtracted, without the guard', async () => {
    const groups = await found(false);
    expect(groups.filter((people) => people < K).length).toBeGreaterThan(20);
  }, 60_000);

  test('leave no group of fewer than k people when they are subtracted, whatever is asked', async () => {
    const groups = await found(true);
    expect(groups.length).toBeGreaterThan(20);
    expect(groups.filter((people) => people < K)).toEqual([]);
  }, 60_000);

  const clicksOn = (page: string, people: number): Click[] =>
    Array.from({ length: people }, (_, person) => ({
      ...{ person, page: `${SITE}${page}`, width: 1_200, day: dayOf(START - 2 * DAY) },
    }));
  const PHONE: Click = { person: 99, page: `${SITE}a1`, width: 400, day: dayOf(START - DAY) };
  const DESKTOP = { ...EVERYONE, filters: { ...NO_FILTERS, device: 'desktop' as const } };
  const namesOf = ({ pages }: { readonly pages: readonly { readonly page: string }[] }) =>
    pages.map(({ page }) => page.slice(SITE.length));

  test('lose the page that differs by one person, and say so', async () => {
    const { ask } = setUp([...clicksOn('a1', 40), ...clicksOn('b1', 30), PHONE]);
    expect(namesOf(await ask(DESKTOP))).toEqual(['a1', 'b1']);
    const all = await ask(EVERYONE);
    expect(all).toMatchObject({ from: 'source', total: 1 });
    expect(namesOf(all)).toEqual(['b1']);
    expect(all.notes).toEqual([{ id: 'heat.pages.leftOut', params: [1, K] }]);
  });

  test('lose it whatever the pattern that it is asked for with', async () => {
    const { ask } = setUp([...clicksOn('a1', 40), ...clicksOn('b1', 30), PHONE]);
    await ask(DESKTOP, `${SITE}*`);
    expect(namesOf(await ask(EVERYONE, 'https://acme.test/*/*'))).toEqual(['b1']);
  });

  test('are those of the browser where nothing is left, with the reason', async () => {
    const { ask } = setUp([...clicksOn('a1', 40), PHONE]);
    await ask(DESKTOP);
    expect(await ask(EVERYONE)).toMatchObject({
      from: 'browser',
      why: { id: 'error.heat.tooSimilar', params: [K] },
    });
  });

  test('are what was listed before where a few came in late, and say so', async () => {
    const clicks = clicksOn('a1', 40);
    const { ask, now } = setUp(clicks);
    const before = await ask(EVERYONE);
    clicks.push(...clicksOn('a1', 43).slice(40));
    now.at += 3_600_000;
    const after = await ask(EVERYONE);
    expect(after.pages).toEqual(before.pages);
    expect(after.notes).toEqual([{ id: 'heat.note.shownBefore', params: ['2026-11-20 09:00'] }]);
  });

  test('are not shown where they cannot be remembered', async () => {
    const shown = createShownStore(db);
    const lost = () => Promise.reject(new HushmapError('storage.quota'));
    const { ask } = setUp(clicksOn('a1', 40), {
      shown: { of: (...scope) => ({ ...shown.of(...scope), keep: lost }) },
    });
    expect(await ask(EVERYONE)).toMatchObject({
      from: 'browser',
      why: { id: 'error.heat.notRemembered' },
    });
  });
});

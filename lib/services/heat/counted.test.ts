// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { mulberry32 } from '../../../test/sites/posthog-double/events';
import { DEFAULT_HEAT_SETTINGS } from '../../protocol/heat';
import { DEVICES, NO_FILTERS } from '../../protocol/heat-kinds';
import type { HeatQuery } from '../../protocol/sources';
import type { SourcePorts } from '../../sources/contract';
import { sourceOf } from '../../sources/registry';
import { clickHouseEngine } from '../testing/engines/clickhouse';
import { type Engine, PAGE, type Visit } from '../testing/engines/engine';
import { endpointEngine, matomoEngine } from '../testing/engines/others';
import { postHogEngine } from '../testing/engines/posthog';
import { heatPorts } from '../testing/heat-ports';
import { pickFrom } from '../testing/subtracting';
import { createMapKeeper } from './map-keeper';

/** What a source says that it counts is what its back end counts, px by px and device by device. */

const DAY = '2026-11-19';

const DEVICE_KINDS = ['desktop', 'tablet', 'mobile'] as const;

const at = (width: number): Visit[] =>
  DEVICE_KINDS.map((device) => ({ person: 0, spot: 0, day: DAY, width, device }));

/** Every px; no window is narrower than the first. */
const WHOLE = Array.from({ length: 3_400 }, (_, px) => at(8 + px)).flat();

/** Between two px, as a collector of one's own may keep them; and wider than any. */
const BETWEEN = [599.5, 1_023.5, 1_439.75, 2_559.5].flatMap(at);
const WIDE = at(12_000);

/** PostHog's widths are whole px, and an endpoint is asked for those up to 10,000 px. */
function visitsFor({ config }: Engine): readonly Visit[] {
  if (config.kind === 'endpoint') return WHOLE;
  return config.kind === 'posthog' ? [...WHOLE, ...WIDE] : [...WHOLE, ...BETWEEN, ...WIDE];
}

type What = 'heat' | 'pages' | 'measures';

const ASKED: readonly (readonly [Engine, What])[] = [
  [postHogEngine('click', 'place', true), 'heat'],
  [postHogEngine('scroll', 'place', true), 'heat'],
  [postHogEngine('click', 'element', true), 'heat'],
  [postHogEngine('click', 'place', true), 'pages'],
  [postHogEngine('click', 'element', true), 'pages'],
  [postHogEngine('click', 'place', true), 'measures'],
  [postHogEngine('click', 'place', false), 'heat'],
  [postHogEngine('click', 'element', false), 'heat'],
  [clickHouseEngine('cells'), 'heat'],
  [clickHouseEngine('events'), 'heat'],
  [clickHouseEngine('eventsByDevice'), 'heat'],
  [clickHouseEngine('cells'), 'pages'],
  [matomoEngine, 'heat'],
  [endpointEngine(false), 'heat'],
];

function randomQuery(random: () => number, { map, by }: Engine): HeatQuery {
  const edge = () => Math.floor(random() * (random() < 0.5 ? 3_000 : 200) + 500 * random());
  const min = edge();
  const pattern = 'https://acme.test/*';
  return {
    ...{ page: PAGE, map, by, k: 11, from: DAY, to: DAY, viewportWidth: 1_280 },
    band: pickFrom(random)([
      { min, max: edge() },
      { min, max: min + Math.floor(random() * 20) },
      { min, max: 10_000 },
      { min: min + 0.5, max: min + 600.25 },
      { min: 11_000, max: 20_000 },
    ]),
    filters: { ...NO_FILTERS, device: pickFrom(random)(DEVICES), pattern },
  };
}

async function countedFor(engine: Engine, what: What, query: HeatQuery): Promise<Set<Visit>> {
  const counted = new Set<Visit>();
  const visits = visitsFor(engine);
  const ports: SourcePorts = {
    fetch: async (input, init) => {
      const answer = engine.answer(new URL(String(input)), String(init?.body ?? ''), visits);
      if (answer === null) throw new Error('The engine does not know the question.');
      for (const visit of answer.counted) counted.add(visit);
      return answer.response;
    },
    secret: 'key',
    clock: { now: () => Date.parse('2026-11-20T09:00:00Z') },
    signal: new AbortController().signal,
  };
  const source = sourceOf(engine.config);
  const { pattern, ...filters } = query.filters;
  // What comes back is of no interest here, and not always an answer to what was asked.
  if (what === 'heat') {
    const bare = { ...query, filters: { ...filters, pattern: null } };
    await source.fetchHeat(engine.config, bare, ports);
  } else if (what === 'measures') {
    await source.fetchMeasures?.(engine.config, query, 'signup', ports);
  } else {
    const pages = { ...query, filters: { ...filters, pattern: pattern ?? '' } };
    await source.listPages?.(engine.config, pages, ports);
  }
  return counted;
}

describe.each(ASKED.map(([engine, what]) => [`${what} of ${engine.name}`, engine, what] as const))(
  '%s',
  (_name, engine, what) => {
    test('are of exactly the windows and devices that the source says', async () => {
      const random = mulberry32(7);
      for (let i = 0; i < 40; i++) {
        const query = randomQuery(random, engine);
        const counted = await countedFor(engine, what, query);
        const { widths, device } = sourceOf(engine.config).counts(engine.config, query, what);
        const { min, max } = widths ?? { min: 0, max: Number.POSITIVE_INFINITY };
        const end = max >= 10_000 ? Number.POSITIVE_INFINITY : max + 1;
        const isSaid = (visit: Visit) =>
          visit.width >= min && visit.width < end && (device === 'all' || device === visit.device);
        const wrong = visitsFor(engine).filter((visit) => isSaid(visit) !== counted.has(visit));
        expect(wrong.slice(0, 3), JSON.stringify([query.band, query.filters.device])).toEqual([]);
      }
    }, 60_000);
  },
);

describe('the origin of a map', () => {
  test.each([
    ['whole units', postHogEngine('click', 'place', true), { min: 1_016, max: 1_223 }],
    ['px', postHogEngine('click', 'element', true), { min: 1_024, max: 1_216 }],
    ['whole steps', clickHouseEngine('cells'), { min: 896, max: 1_279 }],
    ['what the answer says', endpointEngine(true), { min: 900, max: 1_299 }],
    ['no widths where none are told apart', matomoEngine, null],
  ])('tells the widths that were counted: %s', async (_what, engine, band) => {
    const visits = Array.from({ length: 40 }, (_, person) => ({
      ...{ person, spot: 0, day: '2026-11-19', width: 1_100, device: 'desktop' as const },
    }));
    const ports = heatPorts(PAGE, {
      clock: { now: () => Date.parse('2026-11-20T09:00:00Z') },
      secret: async () => 'key',
      sources: async () => [engine.config],
      fetch: async (input, init) => {
        const url = new URL(String(input));
        const answer = engine.answer(url, String(init?.body ?? ''), visits);
        return answer?.response ?? Response.error();
      },
    });
    const { map, by } = engine;
    const filters = { ...NO_FILTERS, device: 'desktop' as const };
    const settings = { ...DEFAULT_HEAT_SETTINGS, map, by, filters };
    // The band around this window is 960 to 1,216 px.
    const found = await createMapKeeper(ports).find(7, {
      url: PAGE,
      viewportWidth: 1_100,
      settings,
    });
    expect(found.map?.summary.provenance.band).toEqual(band);
    expect(found.map?.summary.provenance.filters.device).toBe('desktop');
  });
});

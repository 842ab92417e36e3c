import type { GivenBy, MapKind } from '../../../protocol/heat-kinds';
import { DAY, dayOf, K, peopleIn } from '../subtracting';
import {
  bySpot,
  common,
  type Engine,
  inDays,
  readBands,
  readElements,
  readPlaces,
  SPOTS,
  type Visit,
} from './engine';

/**
 * PostHog: with its heatmaps it keeps widths in units of 16 px, rounded to the nearest; with its events
 * in px. Its API divides by 16 and rounds, halves to the even unit, as ClickHouse does.
 */
export function postHogEngine(map: MapKind, by: GivenBy, hogql: boolean): Engine {
  return {
    name: `PostHog, ${map} by ${by}, ${hogql ? 'counted by its engine' : 'by its API'}`,
    config: {
      ...common,
      kind: 'posthog',
      host: 'https://eu.posthog.com',
      projectId: '1',
      hogql,
    },
    map,
    by,
    // Its statistics of elements know no people.
    unit: by === 'element' && !hogql ? 'clicks' : 'people',
    answer: (url, body, visits) => (hogql ? answerSql(body, visits) : answerApi(url, by, visits)),
    read: map === 'scroll' ? readBands : by === 'element' ? readElements : readPlaces,
  };
}

/** Widths as they are kept with heatmaps. */
export const unitOf = (width: number): number => Math.round(width / 16);

const roundedByEngine = (value: number): number => {
  const below = Math.floor(value);
  const isHalf = value - below === 0.5;
  return isHalf ? below + (below % 2) : Math.round(value);
};

const spotName = (spot: number): string => `spot${spot}`;

function answerSql(body: string, visits: readonly Visit[]) {
  // Written by the source that is tested.
  const { query, values } = JSON.parse(body).query as {
    query: string;
    values: Record<string, string | number>;
  };
  const last = dayOf(Date.parse(String(values.until).replace(' ', 'T')) - DAY);
  const isOfHeatmaps = query.includes('FROM heatmaps');
  const counted = inDays(visits, String(values.since).slice(0, 10), last).filter(({ width }) =>
    widthConditions(query).every(({ sign, name, more }) => {
      const told = isOfHeatmaps ? unitOf(width) : width;
      const limit = (name === undefined ? 0 : Number(values[name])) + more;
      return { '<': told < limit, '<=': told <= limit, '>': told > limit, '>=': told >= limit }[
        sign
      ];
    }),
  );
  return { counted, response: Response.json({ results: rowsOf(query, counted) }) };
}

type Sign = '<' | '<=' | '>' | '>=';

/** What the text says of widths, whatever its values are called. */
function widthConditions(query: string) {
  const where = query.slice(query.indexOf('WHERE'));
  const found = where.matchAll(
    /viewport_width\)? (>=|<=|>|<) (?:\{(\w+)\}|\d+)(?: \+ (\d+))?(?= AND|\s|\)|$)/g,
  );
  return [...found].map(([, sign, name, more]) => ({
    // The pattern lets no other sign through.
    sign: sign as Sign,
    name,
    more: Number(more ?? 0),
  }));
}

function rowsOf(query: string, counted: readonly Visit[]): unknown[][] {
  if (query.includes('AS fold')) return [[800]];
  const map = query.includes('depth') ? 'scroll' : 'click';
  const spots = bySpot(counted, map)
    .map(({ spot, visits }) => ({ spot, hits: visits.length, people: peopleIn(visits) }))
    .filter(({ people }) => people >= K);
  if (map === 'scroll') return spots.map(({ spot, people }) => [spot * 100, people]);
  if (query.includes('elements_chain')) {
    return spots.map(({ spot, hits, people }) => [
      `button:attr__id="${spotName(spot)}"nth-child="1"`,
      hits,
      people,
    ]);
  }
  return spots.map(({ spot, hits, people }) => [1, 0, spot * 4 + 1, 0, hits, people]);
}

function answerApi(url: URL, by: GivenBy, visits: readonly Visit[]) {
  const of = (name: string) => url.searchParams.get(name);
  const days = inDays(visits, of('date_from') ?? '', of('date_to') ?? '');
  if (by === 'element') return answerStatistics(of('properties') ?? '[]', days);
  const first = roundedByEngine(Number(of('viewport_width_min') ?? 0) / 16);
  const last = roundedByEngine(Number(of('viewport_width_max') ?? Number.POSITIVE_INFINITY) / 16);
  const counted = days.filter(({ width }) => unitOf(width) >= first && unitOf(width) <= last);
  const isPeople = of('aggregation') === 'unique_visitors';
  const results = bySpot(counted, 'click').flatMap(({ spot, visits: here }) => {
    const count = isPeople ? peopleIn(here) : here.length;
    const place = { pointer_relative_x: 0, pointer_y: spot * 64 + 16 };
    return count === 0 ? [] : [{ ...place, pointer_target_fixed: false, count }];
  });
  return { counted, response: Response.json({ results, has_more: false }) };
}

function answerStatistics(properties: string, days: readonly Visit[]) {
  // Written by the source that is tested.
  const filters = JSON.parse(properties) as { key: string; value: number; operator: string }[];
  const counted = days.filter(({ width }) =>
    filters
      .filter(({ key }) => key === '$viewport_width')
      .every(({ value, operator }) => (operator === 'gte' ? width >= value : width < value)),
  );
  const results = Array.from({ length: SPOTS }, (_, spot) => ({
    count: counted.filter((visit) => visit.spot === spot).length,
    elements: [{ tag_name: 'button', attr_id: spotName(spot), nth_child: 1, order: 0 }],
  })).filter(({ count }) => count > 0);
  return { counted, response: Response.json({ results, next: null }) };
}

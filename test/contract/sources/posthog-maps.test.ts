// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { cellAt } from '../../../lib/heatmap/cells';
import { NO_FILTERS } from '../../../lib/protocol/heat-kinds';
import { matchesPattern } from '../../../lib/sources/page-pattern';
import { createPostHogSource } from '../../../lib/sources/posthog';
import { toUrlPattern } from '../../../lib/sources/posthog/url-pattern';
import type { AskedHogQL, DoubleOptions } from './posthog-double';
import { anchored } from './posthog-double-heatmaps';
import { configFor, errorOf, fetchHeat, portsOf, QUERY, type Settings, start } from './posthog-kit';
import { sendJson } from './send-json';

async function answerOf(options: Partial<DoubleOptions>, settings: Settings) {
  const double = await start(options);
  const result = await fetchHeat(double, settings);
  if (!result.ok) throw result.error;
  return { heat: result.value, double };
}

const hogql = { config: { hogql: true } };
const filtersOf = (filters: Partial<typeof NO_FILTERS>) => ({
  filters: { ...NO_FILTERS, ...filters },
});

describe('which map is asked for', () => {
  test.each([
    ['click', 'click'],
    ['rage', 'rageclick'],
    ['dead', 'deadclick'],
    ['move', 'mousemove'],
  ] as const)('%s by place is %s there, and nothing else is shown', async (map, type) => {
    const row = { relativeX: 0.5, y: 160, fixed: false, count: 30, people: 20 };
    const others = ['click', 'rageclick', 'deadclick', 'mousemove'].filter((one) => one !== type);
    const { heat } = await answerOf(
      { rows: [{ ...row, type }, ...others.map((other) => ({ ...row, y: 16, type: other }))] },
      { query: { map } },
    );
    expect(heat.form === 'cells' && cellAt(heat.cells, 0).y).toBe(160);
    expect(heat.form === 'cells' && heat.cells.length).toBe(1);
  });

  test.each([
    ['click', '$autocapture'],
    ['rage', '$rageclick'],
    ['dead', '$dead_click'],
  ] as const)('%s by element is %s there', async (map, event) => {
    const { double } = await answerOf({}, { query: { map, by: 'element' } });
    expect(double.seen[0]?.url.searchParams.get('include')).toBe(event);
    const { double: engine } = await answerOf({}, { ...hogql, query: { map, by: 'element' } });
    expect(askedOf(engine.seen[0]?.body).values.event).toBe(event);
  });

  test.each([
    ['attention', { map: 'attention' }],
    ['moves by element', { map: 'move', by: 'element' }],
    ['depth by element', { map: 'scroll', by: 'element' }],
    ['a segment', filtersOf({ segment: 'country==DE' })],
    ['clicks without noise', filtersOf({ withoutNoise: true })],
  ] as const)('%s is refused before anything is sent', async (_what, query) => {
    const double = await start();
    expect(errorOf(await fetchHeat(double, { query })).code).toBe('source.cannot');
    expect(double.seen).toHaveLength(0);
  });
});

describe('whose clicks', () => {
  const whose = filtersOf({ withoutTestAccounts: true, cohorts: [7, 12], device: 'mobile' });

  test('test accounts, cohorts and the widths of a device go along with the heatmaps', async () => {
    const { double, heat } = await answerOf({}, { query: whose });
    expect(Object.fromEntries(double.seen[0]?.url.searchParams ?? [])).toMatchObject({
      filter_test_accounts: 'true',
      cohort_ids: '[7,12]',
      viewport_width_min: '0',
      // Unit 37 holds windows up to 599 px.
      viewport_width_max: '592',
    });
    expect(heat.remarks).toEqual([{ id: 'source.remark.cohortsUnsure' }]);
  });

  test('a device narrows a band that it shares widths with', async () => {
    const query = { ...filtersOf({ device: 'desktop' }), band: { min: 0, max: 1300 } };
    const { double } = await answerOf({}, { query });
    expect(Object.fromEntries(double.seen[0]?.url.searchParams ?? [])).toMatchObject({
      viewport_width_min: '1024',
      viewport_width_max: '1296',
    });
  });

  test('they go along with the element statistics, as filters of events', async () => {
    const { double, heat } = await answerOf({}, { query: { ...whose, by: 'element' } });
    const params = double.seen[0]?.url.searchParams;
    expect(params?.get('filter_test_accounts')).toBe('true');
    expect(JSON.parse(params?.get('properties') ?? '')).toEqual([
      { key: '$current_url', type: 'event', value: QUERY.page, operator: 'exact' },
      { key: '$viewport_width', type: 'event', value: 0, operator: 'gte' },
      { key: '$viewport_width', type: 'event', value: 600, operator: 'lt' },
      { key: 'id', type: 'cohort', value: 7 },
      { key: 'id', type: 'cohort', value: 12 },
    ]);
    expect(heat.remarks).toBeUndefined();
  });

  test.each(['place', 'element'] as const)('by %s, the engine is told by values', async (by) => {
    const { double, heat } = await answerOf({}, { ...hogql, query: { ...whose, by } });
    const asked = askedOf(double.seen[0]?.body);
    const widths = { place: { unitMin: 0, unitMax: 37 }, element: { widthMin: 0, widthMax: 599 } };
    expect(asked.query).toContain('IN COHORT {cohort1}');
    expect(asked.query).toContain('{filters}');
    expect(asked.values).toMatchObject({ cohort0: 7, cohort1: 12, ...widths[by] });
    expect(asked.filters).toEqual({
      filterTestAccounts: true,
      dateRange: { date_from: '2026-11-01', date_to: '2026-11-08T00:00:00' },
    });
    expect(heat.remarks).toBeUndefined();
  });
});

describe('patterns of pages', () => {
  const CASES = [
    ['https://a.test/item/7', 'https://a.test/item/*'],
    ['https://a.test/item/', 'https://a.test/item/*'],
    ['https://a.test/item/7/edit', 'https://a.test/item/*/edit'],
    ['https://a.test/item/edit', 'https://a.test/item/*/edit'],
    ['https://aXtest/', 'https://a.test/'],
    ['https://a.test/?id=7', 'https://a.test/?id=*'],
    ['https://a.test/', 'https://a.test/?id=*'],
    ['https://a.test/x#/item/7', 'https://a.test/*item*'],
    ['https://a.test/x#part', 'https://a.test/x'],
    ['https://a.test/v1.*', 'https://a.test/v1.*'],
    ['https://a.test/a+b(c)|d$', 'https://a.test/a+b(c)|d$'],
    ['https://a.test/x/y', 'https://a.test/x'],
  ] as const;

  test.each(CASES)('%s under %s is what PostHog finds too', (url, pattern) => {
    const fits = matchesPattern(url, pattern);
    expect(anchored(toUrlPattern(pattern)).test(url)).toBe(fits);
    expect(new RegExp(toUrlPattern(pattern)).test(url)).toBe(fits);
  });

  test('are asked for in place of the page, wherever heat comes from', async () => {
    const query = filtersOf({ pattern: 'https://acme.test/item/*' });
    const expected = '^https://acme\\.test/item/[^#]{0,}(?:#.{0,})?$';
    const { double: heatmaps } = await answerOf({}, { query });
    expect(heatmaps.seen[0]?.url.searchParams.get('url_pattern')).toBe(expected);
    const { double: stats } = await answerOf({}, { query: { ...query, by: 'element' } });
    const properties = stats.seen[0]?.url.searchParams.get('properties') ?? '';
    expect(JSON.parse(properties)[0]).toMatchObject({ value: expected, operator: 'regex' });
    const { double: engine } = await answerOf({}, { ...hogql, query });
    expect(askedOf(engine.seen[0]?.body).values.page).toBe(expected);
  });
});

describe('what goes into a question in SQL', () => {
  test.each([
    ['place', 'click'],
    ['element', 'click'],
    ['place', 'scroll'],
  ] as const)('by %s of %s: no value stands in its text', async (by, map) => {
    const page = "https://acme.test/') OR 1=1 --{k}";
    const { double } = await answerOf({}, { ...hogql, query: { page, by, map, k: 23 } });
    for (const { body, headers } of double.seen) {
      const { query, values } = askedOf(body);
      expect(values).toMatchObject({ page, k: 23, since: '2026-11-01 00:00:00' });
      expect(values.until).toBe('2026-11-08 00:00:00');
      for (const text of [page, 'OR 1=1', '2026', '23', 'acme']) expect(query).not.toContain(text);
      expect(query).toMatch(/>= \{k\}/);
      expect(headers['content-type']).toBe('application/json');
    }
  });

  test('never asks for fewer people than the built-in k', async () => {
    const { double } = await answerOf({}, { ...hogql, query: { k: 1 } });
    expect(askedOf(double.seen[0]?.body).values.k).toBe(11);
  });

  test('follows its pages, and says where it stopped', async () => {
    const cells = Array.from({ length: 25 }, (_, i) => [1, 10, i, false, 50, 20]);
    const answer = { hogql: () => cells };
    const whole = await answerOf(answer, { ...hogql, limits: { cells: 26 } });
    expect(whole.heat).toMatchObject({ truncated: false, cells: { length: 25 } });
    const part = await answerOf(answer, { ...hogql, limits: { cells: 10 } });
    expect(part.heat).toMatchObject({ truncated: true, cells: { length: 10 } });
  });

  test.each([
    ['an error told with 200', { results: [], error: 'Memory limit exceeded' }],
    ['rows of another form', { results: [{ a: 1 }] }],
    ['a scale that was not asked for', { results: [[3, 1, 1, false, 20, 20]] }],
    ['no rows', { detail: 'x' }],
  ])('%s is told as a wrong answer, never as an empty page', async (_what, body) => {
    const double = await start({
      instead: (_request, response) => {
        sendJson(response, 200, body);
        return true;
      },
    });
    expect(errorOf(await fetchHeat(double, hogql)).code).toBe('source.badShape');
  });
});

describe('squares of few people', () => {
  const placed = async (rows: readonly (readonly unknown[])[]) => {
    const { heat } = await answerOf({ hogql: () => rows }, hogql);
    if (heat.form !== 'cells') throw new Error('The answer is not by place.');
    return Array.from({ length: heat.cells.length }, (_, i) => cellAt(heat.cells, i));
  };

  test('are shown as the smallest larger square that enough people stand behind', async () => {
    // 32 px: columns 10 and 11 of 16 px (160 and 176 px, kept rounded), rows 20 and 21.
    expect(await placed([[2, 5, 10, false, 40, 13]])).toEqual([
      { x: 168, y: 328, size: 32, count: 40, people: 13, fixed: false },
    ]);
  });

  test('are never told by a square beside the part of it that is shown', async () => {
    const cells = await placed([
      [1, 10, 20, false, 30, 12],
      [2, 5, 10, false, 33, 13],
      [4, 2, 5, false, 35, 14],
      [8, 1, 2, false, 36, 15],
    ]);
    const total = cells.reduce((sum, { count }) => sum + count, 0);
    expect(cells).toContainEqual({ x: 160, y: 320, size: 16, count: 30, people: 12, fixed: false });
    expect(total).toBe(30);
  });
});

describe('what few people cost', () => {
  const lostOf = async (rows: readonly (readonly unknown[])[], limit?: number) => {
    const { heat } = await answerOf(
      { hogql: () => rows },
      { ...hogql, ...(limit && { limits: { cells: limit } }) },
    );
    if (heat.form !== 'cells') throw new Error('The answer is not by place.');
    return heat.lost;
  };
  const page = 2 ** 24;

  test('is told against all clicks of the page, fixed ones too', async () => {
    const rows = [
      [1, 10, 20, false, 60, 12],
      [page, 0, 0, false, 70, 20],
      [page, 0, 0, true, 30, 11],
    ];
    expect(await lostOf(rows)).toEqual({ dropped: 0.4, misplaced: 0 });
  });

  test('is unknown where the answer was cut, or does not say how many there were', async () => {
    const rows = [
      [1, 10, 20, false, 60, 12],
      [1, 11, 20, false, 60, 12],
      [page, 0, 0, false, 200, 20],
    ];
    expect(await lostOf(rows, 1)).toBeUndefined();
    expect(await lostOf(rows.slice(0, 2))).toBeUndefined();
  });
});

describe('element statistics', () => {
  const row = (id: string, count = 20) => ({
    count,
    elements: [{ tag_name: 'a', attr_id: id, nth_of_type: 1 }],
  });
  const rows = Array.from({ length: 25 }, (_, i) => row(`part-${String.fromCharCode(97 + i)}`));
  const byElement = { query: { by: 'element' } } as const;

  test('follow the next page', async () => {
    const { heat, double } = await answerOf({ elements: rows, pageCap: 10 }, byElement);
    expect(heat).toMatchObject({ truncated: false, anchors: { length: 25 } });
    expect(double.seen.map(({ url }) => url.searchParams.get('offset'))).toEqual([
      null,
      '10',
      '20',
    ]);
  });

  test.each([
    ['another server', (origin: string) => origin.replace('127.0.0.1', 'localhost')],
    ['another path', (origin: string) => `${origin}/api/projects/1/persons/?offset=1`],
    [
      'the same page again',
      (origin: string) => `${origin}/api/projects/4242/elements/stats/?offset=0`,
    ],
    ['no address', () => 'http://'],
    ['a script', () => 'javascript:alert(1)'],
  ])('a next page at %s is not asked for, and the answer is told as cut', async (_what, to) => {
    let origin = '';
    const double = await start({
      instead: (_request, response) => {
        sendJson(response, 200, { results: rows, next: to(origin) });
        return true;
      },
    });
    origin = double.origin;
    const result = await fetchHeat(double, byElement);
    expect(result).toMatchObject({ ok: true, value: { truncated: true, anchors: { length: 25 } } });
    expect(double.seen).toHaveLength(1);
  });

  test('count clicks, so that nobody takes them for people', async () => {
    const { heat } = await answerOf({ elements: [row('buy')] }, byElement);
    expect(heat).toMatchObject({ unit: 'clicks', gridError: 0.5 });
    expect(heat.anonymisedAt).toBeUndefined();
  });

  test('join the rows of one element', async () => {
    const { heat } = await answerOf({ elements: [row('buy', 5), row('buy', 8)] }, byElement);
    const thirteen = new Float64Array([13]);
    expect(heat).toMatchObject({ cells: { length: 1, count: thirteen, people: thirteen } });
  });
});

describe('depths', () => {
  test('count for certain no more people than got to any one of them', async () => {
    const depths = [
      { top: 700, people: 40 },
      { top: 1200, people: 25 },
      { top: 1300, people: 9 },
    ];
    const { heat } = await answerOf({ depths }, { query: { map: 'scroll' } });
    if (heat.form !== 'bands') throw new Error('The answer is not by depth.');
    expect(heat.bands.bands).toEqual([
      { top: 0, bottom: 800, value: 74, people: 40 },
      { top: 800, bottom: 1300, value: 34, people: 25 },
      { top: 1300, bottom: 1400, value: 9, people: 9 },
    ]);
    expect(heat.bands.fold).toBe(784);
    expect(heat.remarks).toEqual([{ id: 'source.remark.reachedTwice' }]);
  });

  test('tell no fold where few people came', async () => {
    const { heat } = await answerOf(
      { depths: [{ top: 700, people: 4 }] },
      { query: { map: 'scroll' } },
    );
    expect(heat).toMatchObject({ bands: { fold: null } });
  });
});

describe('a server that is asked too often', () => {
  const busy = (times: number, after = '1') => {
    let left = times;
    return {
      instead: (_request: unknown, response: Parameters<typeof sendJson>[0]) => {
        if (left === 0) return false;
        left -= 1;
        response.writeHead(429, { 'retry-after': after });
        response.end();
        return true;
      },
    };
  };

  test('is asked again after the wait that it named', async () => {
    const { double } = await answerOf(busy(2), hogql);
    expect(double.seen).toHaveLength(3);
    expect(double.seen.map(({ body }) => body)).toEqual(Array(3).fill(double.seen[0]?.body));
  });

  test('is told of after three waits in all', async () => {
    const double = await start(busy(9));
    const error = errorOf(await fetchHeat(double, hogql));
    expect(error).toMatchObject({ code: 'source.rateLimited', params: [expect.any(String), 1] });
    expect(double.seen).toHaveLength(4);
  });

  test('is not waited for longer than the call may take', async () => {
    const double = await start(busy(9, '15'));
    const result = await fetchHeat(double, { ...hogql, limits: { totalMs: 10_000 } });
    expect(errorOf(result).code).toBe('source.rateLimited');
    expect(double.seen).toHaveLength(1);
  });

  test('can be given up on while waiting', async () => {
    const stop = new AbortController();
    const double = await start(busy(9, '15'));
    const asked = fetchHeat(double, { ...hogql, signal: stop.signal });
    while (double.seen.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    stop.abort(new Error('closed'));
    await expect(asked).rejects.toThrow('closed');
  });
});

describe('what a test of the connection says', () => {
  const tryOut = async (options: Partial<DoubleOptions>, isHogQL = false) => {
    const double = await start(options);
    const config = { ...configFor(double), hogql: isHogQL };
    return { result: await createPostHogSource().test(config, portsOf({})), double };
  };

  test('a key without heatmap:read, by name', async () => {
    const { result } = await tryOut({ lacks: ['heatmap:read'] });
    expect(errorOf(result)).toMatchObject({
      code: 'source.noScope',
      params: [expect.any(String), 'heatmap:read'],
    });
  });

  test('a key that may not see the project', async () => {
    const { result } = await tryOut({
      instead: (_request, response) => {
        const detail = 'API key does not have access to the requested project: ID 7.';
        sendJson(response, 403, { type: 'authentication_error', detail });
        return true;
      },
    });
    expect(errorOf(result).code).toBe('source.otherProject');
  });

  test('a key without query:read, where queries were switched on', async () => {
    const { result } = await tryOut({ lacks: ['query:read'] }, true);
    expect(errorOf(result)).toMatchObject({ params: [expect.any(String), 'query:read'] });
    expect((await tryOut({ lacks: ['query:read'] })).result).toEqual({ ok: true, value: [] });
  });

  test('that maps by element will not work without element:read, which is no failure', async () => {
    const { result } = await tryOut({ lacks: ['element:read'] });
    expect(result).toEqual({ ok: true, value: [{ id: 'source.test.noElements' }] });
    const withQueries = await tryOut({ lacks: ['element:read'] }, true);
    expect(withQueries.result).toEqual({ ok: true, value: [] });
  });

  test('the missing scope, where a map is asked for all the same', async () => {
    const double = await start({ lacks: ['element:read'] });
    const error = errorOf(await fetchHeat(double, { query: { by: 'element' } }));
    expect(error.params).toEqual([expect.any(String), 'element:read']);
  });
});

function askedOf(body: string | undefined): AskedHogQL {
  // Written by the source under test, in a form that the double has checked.
  return (JSON.parse(body ?? '') as { query: AskedHogQL }).query;
}

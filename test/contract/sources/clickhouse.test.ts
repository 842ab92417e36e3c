// @vitest-environment node
import type { ServerResponse } from 'node:http';
import * as v from 'valibot';
import { afterEach, describe, expect, test } from 'vitest';
import type { HushmapError } from '../../../lib/core/errors';
import type { Result } from '../../../lib/core/result';
import { createTranslator } from '../../../lib/core/translator';
import { cellAt } from '../../../lib/heatmap/cells';
import { MAP_KINDS, NO_FILTERS } from '../../../lib/protocol/heat-kinds';
import {
  DOCUMENTED_EVENTS,
  type HeatQuery,
  type SourceConfig,
  SourceConfigSchema,
} from '../../../lib/protocol/sources';
import { type ClickHouseLimits, createClickHouseSource } from '../../../lib/sources/clickhouse';
import type { SourceHeat } from '../../../lib/sources/contract';
import {
  type ClickHouseDouble,
  compact,
  type Question,
  startClickHouseDouble,
} from './clickhouse-double';

const KEY = 'CanaryPassword0123';
const PAGE = 'https://acme.test/pricing?plan=team';

const QUERY: HeatQuery = {
  page: PAGE,
  map: 'click',
  by: 'place',
  filters: NO_FILTERS,
  k: 11,
  from: '2026-11-01',
  to: '2026-11-07',
  band: { min: 1200.5, max: 1359 },
  viewportWidth: 1280,
};

type ClickHouseConfig = Extract<SourceConfig, { kind: 'clickhouse' }>;

const running: ClickHouseDouble[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((double) => double.close()));
});

async function start(
  reply: (question: Question, response: ServerResponse) => void,
): Promise<ClickHouseDouble> {
  const double = await startClickHouseDouble(reply);
  running.push(double);
  return double;
}

const answering = (body: string, status = 200, headers: Record<string, string> = {}) =>
  start((_question, response) => {
    response.writeHead(status, headers);
    response.end(body);
  });

function configFor(
  { origin }: Pick<ClickHouseDouble, 'origin'>,
  part: Record<string, unknown> = {},
): ClickHouseConfig {
  const config = v.parse(SourceConfigSchema, {
    kind: 'clickhouse',
    id: 'src_1',
    name: 'Acme',
    host: origin,
    user: 'reader',
    database: 'stats',
    table: 'events',
    columns: {},
    // The schemas take what is theirs.
    events: part.columns ?? {},
    origins: ['https://acme.test'],
    mappings: [],
    ...part,
  });
  if (config.kind !== 'clickhouse') throw new Error('another kind');
  return config;
}

interface Settings {
  readonly limits?: Partial<ClickHouseLimits>;
  readonly query?: Partial<HeatQuery>;
  readonly config?: Record<string, unknown>;
  readonly signal?: AbortSignal;
  readonly fetch?: typeof fetch;
  readonly secret?: string;
}

function fetchHeat(
  double: Pick<ClickHouseDouble, 'origin'>,
  settings: Settings = {},
): Promise<Result<SourceHeat, HushmapError>> {
  return createClickHouseSource(settings.limits).fetchHeat(
    configFor(double, settings.config),
    { ...QUERY, ...settings.query },
    {
      fetch: settings.fetch ?? fetch,
      secret: settings.secret ?? KEY,
      clock: { now: () => Date.now() },
      signal: settings.signal ?? new AbortController().signal,
    },
  );
}

/** The error of a call that must fail; it tells neither the key nor what the engine said. */
function errorOf(result: Result<unknown, HushmapError>): HushmapError {
  if (result.ok) throw new Error('The call succeeded.');
  const { error } = result;
  const said = createTranslator()(error.sentence.id, error.sentence.params ?? []);
  expect(said).not.toMatch(/^$|\$\d|undefined/);
  for (const text of [said, String(error.stack), JSON.stringify(error), String(error.cause)]) {
    for (const secret of [KEY, 'DB::Exception', 'plan=team']) expect(text).not.toContain(secret);
  }
  return error;
}

const NO_RAGE = { events: { values: { rage: [] } } };

const ROW = [20, 0, 3, 4, 31, 17];

describe('what ClickHouse is asked', () => {
  const asked = async (settings: Settings = {}) => {
    const double = await answering(compact([]));
    const result = await fetchHeat(double, settings);
    if (!result.ok) throw result.error;
    const [question, ...others] = double.asked;
    if (question === undefined) throw new Error('nothing was asked');
    expect(others).toEqual([]);
    return question;
  };

  test('one question by POST, user and key in headers and nowhere else', async () => {
    const { method, url, headers, sql } = await asked();
    expect(method).toBe('POST');
    expect(headers['x-clickhouse-user']).toBe('reader');
    expect(headers['x-clickhouse-key']).toBe(KEY);
    expect(headers.authorization).toBeUndefined();
    expect(headers.cookie).toBeUndefined();
    expect(url.href + sql).not.toContain(KEY);
    expect(sql).toMatch(/FORMAT JSONCompact$/);
  });

  test.each(MAP_KINDS)(
    'every value is a parameter, and every parameter has its value (%s)',
    async (map) => {
      const values = Object.fromEntries(MAP_KINDS.map((kind) => [kind, [`${kind}-value`, "it's"]]));
      const columns = {
        viewportHeight: 'vh',
        device: 'device',
        noise: 'noise',
        internal: 'internal',
        segment: 'plan',
        seconds: 'seconds',
        values,
      };
      const filters = {
        ...NO_FILTERS,
        device: 'mobile' as const,
        withoutNoise: true,
        withoutTestAccounts: true,
        segment: "pro' OR 1=1",
        pattern: "https://acme.test/item-'/*",
      };
      const { sql, url } = await asked({ config: { columns }, query: { map, filters, k: 23 } });
      const named = new Set([...sql.matchAll(/\{(\w+):\w+\}/g)].map(([, name]) => `param_${name}`));
      expect([...url.searchParams.keys()].sort()).toEqual([...named].sort());
      for (const text of ['acme', '23', 'pro', "it's", 'value', '2026', '1359', 'mobile']) {
        expect(sql).not.toContain(text);
      }
      expect(url.searchParams.get('param_k')).toBe('23');
      expect(sql).toMatch(/>= \{k:UInt32\}/);
    },
  );

  test('no setting is sent, which a user with readonly = 1 may not send', async () => {
    const { url, sql } = await asked();
    for (const name of url.searchParams.keys()) expect(name).toMatch(/^param_/);
    expect(sql).not.toMatch(/\bSETTINGS\b|\bSET\b/);
  });

  test('values travel as fields of TabSeparated', async () => {
    const pattern = 'https://acme.test/a.b\\c\td/*';
    const { url } = await asked({ query: { filters: { ...NO_FILTERS, pattern } } });
    expect(url.searchParams.get('param_pattern')).toBe(
      '(?s)^https://acme\\\\.test/a\\\\.b\\\\\\\\c\\td/.*$',
    );
    expect(url.searchParams.get('param_start')).toBe('https://acme.test/a.b\\\\c\\td/');
  });

  test('scroll depth is read from its own column where one is named, as in the documented table', async () => {
    const query = { map: 'scroll' as const };
    const documented = await asked({ query, config: { events: DOCUMENTED_EVENTS } });
    expect(documented.sql).toContain('toFloat64(t.`depth`)');
    expect(documented.sql).not.toContain('t.`y`');
    expect((await asked({ query })).sql).toContain('toFloat64(t.`y`)');
  });

  test('days, and the band of widths as it was set', async () => {
    const { url } = await asked();
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      param_from: '2026-11-01',
      param_to: '2026-11-07',
      param_minWidth: '1200',
      param_maxWidth: '1359',
      param_page: PAGE,
    });
  });

  test.each([
    ['events without a column of devices', {}, '0', '599'],
    ['events with one', { columns: { device: 'dev' } }, '0', '16777216'],
    ['the documented table', { table: 'hushmap_cells', columns: null }, '0', '10000'],
  ])('phones are asked for from a desk, whatever its band: %s', async (_what, config, min, max) => {
    const filters = { ...NO_FILTERS, device: 'mobile' as const };
    const { url } = await asked({ config, query: { filters, band: { min: 1152, max: 1408 } } });
    expect(url.searchParams.get('param_minWidth')).toBe(min);
    expect(url.searchParams.get('param_maxWidth')).toBe(max);
  });

  test('the documented table keeps widths in steps: it says which were taken', async () => {
    const double = await answering(compact([]));
    const config = { table: 'hushmap_cells', columns: null };
    const heat = await fetchHeat(double, { config, query: { band: { min: 1200, max: 1300 } } });
    expect(double.asked[0]?.url.searchParams.get('param_minWidth')).toBe('1152');
    expect(heat).toMatchObject({
      value: { remarks: [{ id: 'source.remark.wholeSteps', params: [1152, 1359] }] },
    });
    const whole = await fetchHeat(double, { config, query: { band: { min: 600, max: 1023 } } });
    expect(whole).toMatchObject({ value: { remarks: [] } });
  });

  test.each([
    ['a map without a value', { query: { map: 'rage' as const }, config: NO_RAGE }],
    ['attention without a column of seconds', { query: { map: 'attention' as const } }],
    ['by element', { query: { by: 'element' as const } }],
    ['cohorts', { query: { filters: { ...NO_FILTERS, cohorts: [1] } } }],
    ['a segment', { query: { filters: { ...NO_FILTERS, segment: 'a' } } }],
    ['noise', { query: { filters: { ...NO_FILTERS, withoutNoise: true } } }],
    ['test accounts', { query: { filters: { ...NO_FILTERS, withoutTestAccounts: true } } }],
  ])('is not asked what its table cannot tell: %s', async (_what, settings) => {
    const double = await answering(compact([]));
    expect(errorOf(await fetchHeat(double, settings)).code).toBe('source.cannot');
    expect(double.asked).toHaveLength(0);
  });

  test('abilities follow the columns', () => {
    const { abilities } = createClickHouseSource();
    const told = abilities(configFor({ origin: 'http://x.test' }));
    expect(told).toEqual({
      maps: ['click', 'rage', 'dead', 'move', 'scroll'].map((map) => ({ map, by: 'place' })),
      filters: ['band', 'device', 'pattern'],
      pages: true,
    });
    const clicks = abilities(configFor({ origin: 'http://x.test' }, { columns: { type: '' } }));
    expect(clicks.maps).toEqual([{ map: 'click', by: 'place' }]);
    const all = abilities(configFor({ origin: 'http://x.test' }, { columns: null }));
    expect(all.maps.map(({ map }) => map)).toEqual([...MAP_KINDS]);
    expect(all.filters).toEqual(['band', 'device', 'pattern', 'testAccounts', 'noise']);
  });

  test.each(['a b', 'x`; DROP TABLE y', 'naïve', '1x', 'a.b', "'"])(
    'the schema takes no name that is not one: %s',
    (name) => {
      for (const part of [{ table: name }, { database: name }, { columns: { x: name } }]) {
        expect(() => configFor({ origin: 'http://x.test' }, part)).toThrow();
      }
    },
  );
});

describe('what it answers', () => {
  test('squares become cells at their middles', async () => {
    const rows = [ROW, [160, 1, 2, 0, 40.0, 11]];
    const heat = await fetchHeat(await answering(compact(rows)));
    if (!heat.ok || heat.value.form !== 'cells') throw new Error('no cells');
    const { cells } = heat.value;
    expect([cellAt(cells, 0), cellAt(cells, 1)]).toEqual([
      { x: 70, y: 90, size: 20, count: 31, people: 17, fixed: false },
      { x: 400, y: 80, size: 160, count: 40, people: 11, fixed: true },
    ]);
    expect(heat.value).toMatchObject({
      gridErrorX: 10,
      gridErrorY: 10,
      unit: 'people',
      truncated: false,
      anonymisedAt: 'source',
    });
    expect(heat.value).not.toHaveProperty('lost');
  });

  test('the row of size 0 is no cell: it says what merging and k have cost', async () => {
    const heat = await fetchHeat(await answering(compact([ROW, [0, 0, 7, 3, 0, 0]])));
    expect(heat).toMatchObject({
      value: { cells: { length: 1 }, lost: { dropped: 0.07, misplaced: 0.03 } },
    });
    const nothing = await fetchHeat(await answering(compact([[0, 0, 100, 0, 0, 0]])));
    expect(nothing).toMatchObject({ value: { cells: { length: 0 }, lost: { dropped: 1 } } });
  });

  test('more cells than are taken are said', async () => {
    const rows = Array.from({ length: 6 }, () => ROW);
    const heat = await fetchHeat(await answering(compact(rows)), { limits: { cells: 5 } });
    expect(heat).toMatchObject({ value: { truncated: true, cells: { length: 5 } } });
    const whole = await fetchHeat(await answering(compact(rows)), { limits: { cells: 6 } });
    expect(whole).toMatchObject({ value: { truncated: false, cells: { length: 6 } } });
    const told = await fetchHeat(await answering(compact([...rows, [0, 0, 7, 3, 0, 0]])), {
      limits: { cells: 6 },
    });
    expect(told).toMatchObject({ value: { truncated: false, lost: { dropped: 0.07 } } });
  });

  test('scroll: a band without a row of its own was reached by as many as the next', async () => {
    const double = await answering(
      compact([
        [1, 40, 700],
        [3, 20, 700],
      ]),
    );
    const config = { columns: null };
    const heat = await fetchHeat(double, { config, query: { map: 'scroll' } });
    expect(heat).toMatchObject({
      value: {
        form: 'bands',
        bands: {
          people: 40,
          fold: 700,
          bands: [40, 40, 20, 20].map((people, at) => ({ top: at * 100, people, value: people })),
        },
      },
    });
  });

  test.each([
    ['another size', [[30, 0, 3, 4, 31, 17]]],
    ['too few fields', [[20, 0, 3, 4, 31]]],
    ['too many fields', [[20, 0, 3, 4, 31, 17, 1]]],
    ['a text for a number', [[20, 0, 3, 4, '31', 17]]],
    ['more lost than there was', [[0, 0, 101, 0, 0, 0]]],
    ['clicks of no square', [[0, 0, 7, 3, 5, 0]]],
    ['objects', [{ size: 20 }]],
    ['a column below 0', [[20, 0, -3, 4, 31, 17]]],
    ['a row of broken places', [[20, 0, 1.5, 4, 31, 17]]],
    ['__proto__', [JSON.parse('{"__proto__": [20, 0, 3, 4, 31, 17]}')]],
  ])('refuses rows of another form: %s', async (_what, rows) => {
    expect(errorOf(await fetchHeat(await answering(compact(rows)))).code).toBe('source.badShape');
  });

  test('leaves out what is no number, and says how many', async () => {
    const body = compact([ROW, ROW, ROW]).replace('31,17', 'NaN,17').replace('31,17', '31,-1');
    const heat = await fetchHeat(await answering(body));
    expect(heat).toMatchObject({ value: { unusable: 2, cells: { length: 1 } } });
  });

  test('never believes that more people clicked than there were clicks', async () => {
    const heat = await fetchHeat(await answering(compact([[20, 0, 3, 4, 12, 9000]])));
    expect(heat).toMatchObject({ value: { cells: { people: new Float64Array([12]) } } });
  });
});

describe('answers that are none', () => {
  const begun = compact([ROW, ROW]).slice(0, 90);

  test.each([
    ['HTML', '<html><body>Sign in</body></html>', 'source.notJson'],
    ['nothing', '', 'source.truncated'],
    ['rows that break off', begun, 'source.truncated'],
    [
      'an exception in the middle of the rows',
      `${begun.slice(0, begun.lastIndexOf(']') + 1)}\nCode: 241. DB::Exception: Memory limit exceeded`,
      'source.truncated',
    ],
    [
      'an exception with a tag, as newer servers write it',
      `${compact([ROW])}\r\n__exception__\r\nabcdefghijklmnop\r\nCode: 159. DB::Exception: Timeout\r\n`,
      'source.notJson',
    ],
    [
      'an exception beside the rows',
      compact([ROW], { exception: 'Code: 241. DB::Exception: Memory limit (plan=team)' }),
      'clickhouse.limit',
    ],
    [
      'an exception of an unknown form',
      compact([ROW], { exception: 'something' }),
      'clickhouse.error',
    ],
    ['fewer rows than it counted', compact([ROW], { rows: 2 }), 'source.truncated'],
    ['no count of rows', compact([ROW]).replace('"rows":1,', ''), 'source.badShape'],
    ['another object', '{"hello":1}', 'source.badShape'],
    ['a list', '[1,2]', 'source.badShape'],
    ['rows in an object', '{"meta":[],"data":{},"rows":0}', 'source.badShape'],
  ])('%s: never shown as fewer cells', async (_what, body, code) => {
    expect(errorOf(await fetchHeat(await answering(body))).code).toBe(code);
  });

  test.each([
    [403, 516, 'clickhouse.login'],
    [401, 194, 'clickhouse.login'],
    [404, 60, 'clickhouse.noTable'],
    [404, 81, 'clickhouse.noTable'],
    [404, 47, 'clickhouse.columns'],
    [400, 43, 'clickhouse.columns'],
    [403, 497, 'clickhouse.noAccess'],
    [408, 159, 'source.slow'],
    [500, 241, 'clickhouse.limit'],
    [500, 396, 'clickhouse.limit'],
    [500, 202, 'source.rateLimited'],
    [500, 1002, 'clickhouse.error'],
    [200, 395, 'clickhouse.error'],
  ])('status %i with the engine’s error %i: %s', async (status, number, code) => {
    const double = await answering(
      `Code: ${number}. DB::Exception: no, ${KEY}, plan=team`,
      status,
      {
        'x-clickhouse-exception-code': String(number),
      },
    );
    const error = errorOf(await fetchHeat(double));
    expect(error.code).toBe(code);
    expect(error.params[0]).toBe(new URL(double.origin).host);
  });

  test.each([
    [401, 'source.unauthorized'],
    [404, 'source.notFound'],
    [502, 'source.failed'],
  ])('status %i of something in between, without the engine’s number', async (status, code) => {
    expect(errorOf(await fetchHeat(await answering('Bad gateway', status))).code).toBe(code);
  });

  test('a redirect is not followed, whatever number it bears', async () => {
    const elsewhere = await answering(compact([ROW]));
    const double = await answering('', 307, { location: `${elsewhere.origin}/` });
    expect(errorOf(await fetchHeat(double)).code).toBe('source.redirected');
    expect(elsewhere.asked).toHaveLength(0);
  });

  test('a drip is slow, a flood is too large', async () => {
    const drip = await start((_question, response) => {
      response.write('{"meta":[],"data":[');
      const timer = setInterval(() => response.write(' '), 5);
      response.on('close', () => clearInterval(timer));
    });
    expect(errorOf(await fetchHeat(drip, { limits: { totalMs: 60 } })).code).toBe('source.slow');
    const flood = await answering(compact(Array.from({ length: 5000 }, () => ROW)));
    expect(errorOf(await fetchHeat(flood, { limits: { bytes: 10_000 } })).code).toBe(
      'source.tooLarge',
    );
  });

  test('a key is asked for, and one that no header can hold is told without quoting it', async () => {
    const double = await answering(compact([]));
    expect(errorOf(await fetchHeat(double, { secret: '' })).code).toBe('vault.noSecret');
    expect(errorOf(await fetchHeat(double, { secret: `${KEY}\n` })).code).toBe('source.badKey');
    expect(double.asked).toHaveLength(0);
  });
});

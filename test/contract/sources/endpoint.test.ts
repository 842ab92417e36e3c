// @vitest-environment node
import * as v from 'valibot';
import { afterEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../../lib/core/clock';
import type { HushmapError } from '../../../lib/core/errors';
import type { Result } from '../../../lib/core/result';
import { createTranslator } from '../../../lib/core/translator';
import type { Cell } from '../../../lib/heatmap/cells';
import { NO_FILTERS } from '../../../lib/protocol/heat-kinds';
import {
  type HeatQuery,
  type SourceConfig,
  SourceConfigSchema,
} from '../../../lib/protocol/sources';
import { createEndpointSource, type EndpointLimits } from '../../../lib/sources/endpoint';
import { describeSource, VIEWPORT_WIDTH } from './contract';
import { type EndpointAnswer, type EndpointDouble, startEndpointDouble } from './endpoint-double';

const KEY = 'key-canary-123';
const doubles: EndpointDouble[] = [];

afterEach(async () => {
  await Promise.all(doubles.splice(0).map((double) => double.close()));
});

async function start(answer: Parameters<typeof startEndpointDouble>[0]): Promise<EndpointDouble> {
  const double = await startEndpointDouble(answer);
  doubles.push(double);
  return double;
}

/** An endpoint that gives this JSON, whatever it is asked. */
const giving = (part: Record<string, unknown>, more: Partial<EndpointAnswer> = {}) =>
  start(() => ({
    body: JSON.stringify({ format: 'hushmap-heat', version: 2, ...part }),
    ...more,
  }));

type EndpointConfig = Extract<SourceConfig, { kind: 'endpoint' }>;

const configFor = (double: EndpointDouble, part: Partial<EndpointConfig> = {}): EndpointConfig => ({
  kind: 'endpoint',
  id: 'src_1',
  name: 'Warehouse',
  host: double.origin,
  path: '/api/heat',
  needsKey: true,
  origins: ['https://acme.test'],
  mappings: [],
  ...part,
});

const QUERY: HeatQuery = {
  page: 'https://acme.test/pricing?plan=1',
  map: 'click',
  by: 'place',
  filters: NO_FILTERS,
  k: 11,
  from: '2026-11-01',
  to: '2026-11-07',
  band: { min: 1151.5, max: 1408.2 },
  viewportWidth: VIEWPORT_WIDTH,
};

const portsOf = (part: { signal?: AbortSignal; secret?: string } = {}) => ({
  fetch,
  secret: part.secret ?? KEY,
  clock: systemClock,
  signal: part.signal ?? new AbortController().signal,
});

interface Asked extends Partial<HeatQuery> {
  readonly config?: Partial<EndpointConfig>;
  readonly limits?: Partial<EndpointLimits>;
  readonly signal?: AbortSignal;
}

const ask = (double: EndpointDouble, { config, limits, signal, ...part }: Asked = {}) =>
  createEndpointSource(limits).fetchHeat(
    configFor(double, config),
    { ...QUERY, ...part },
    portsOf(signal ? { signal } : {}),
  );

function heatOf<T>(result: Result<T, HushmapError>): T {
  if (!result.ok) throw result.error;
  return result.value;
}

function errorOf(result: Result<unknown, HushmapError>) {
  if (result.ok) throw new Error('It was read.');
  const { id, params } = result.error.sentence;
  const said = createTranslator()(id, params ?? []);
  expect(said).not.toMatch(/^$|\$\d|undefined|null/);
  expect(said).not.toContain(KEY);
  return { code: result.error.code, params: result.error.params };
}

test('a path that names another host is no path, and leads nowhere', async () => {
  const double = await giving({ map: 'click', cells: [] });
  const other = await giving({ map: 'click', cells: [] });
  for (const start of ['//', '/\\', '\\\\', other.origin.replace(/[^/]*$/, '')]) {
    const path = `${start}${new URL(other.origin).host}/heat`;
    expect(v.safeParse(SourceConfigSchema, configFor(double, { path })).success).toBe(false);
    // Somebody came past the schema.
    const told = errorOf(await ask(double, { config: { path } }));
    expect(told.code).toBe('source.badPath');
  }
  expect([...double.seen, ...other.seen]).toEqual([]);
  expect(v.safeParse(SourceConfigSchema, configFor(double, { path: '/a//b' })).success).toBe(true);
});

function* asJson(cells: readonly Cell[]): Generator<string> {
  yield '{"format":"hushmap-heat","version":2,"map":"click","cells":[';
  for (let i = 0; i < cells.length; i++) yield (i > 0 ? ',' : '') + JSON.stringify(cells[i]);
  yield ']}';
}

function* asCsv(cells: readonly Cell[]): Generator<string> {
  yield '# map: click\r\nx,y,size,count,people,fixed\r\n';
  for (const { x, y, size, count, people, fixed } of cells) {
    yield `${x},${y},${size},${count},${people},${fixed}\r\n`;
  }
}

/** Few large pieces: a write a cell would measure the double. */
const joined = (pieces: Iterable<string>): string[] => [[...pieces].join('')];

describeSource('an endpoint that answers with JSON', {
  async read(cells, signal) {
    const double = await start(() => ({ body: joined(asJson(cells)) }));
    return ask(double, signal ? { signal } : {});
  },
});

describeSource('an endpoint that answers with a table', {
  async read(cells, signal) {
    const type = 'text/csv; charset=utf-8; header=present';
    const double = await start(() => ({ body: joined(asCsv(cells)), type }));
    return ask(double, signal ? { signal } : {});
  },
});

const CELLS = [{ x: 8, y: 8, count: 31, people: 17 }];
const ANCHORS = [{ selectors: ['#buy'] }];
const BANDS = [{ top: 0, bottom: 800, value: 900, people: 900 }];

describe('the question', () => {
  test('is one GET with everything in it, and the key in its header alone', async () => {
    const double = await giving({ cells: [] });
    heatOf(await ask(double));
    expect(double.seen).toHaveLength(1);
    const [{ url, headers } = { url: new URL('http://none.test'), headers: {} }] = double.seen;
    expect(url.pathname).toBe('/api/heat');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      url: 'https://acme.test/pricing?plan=1',
      map: 'click',
      by: 'place',
      from: '2026-11-01',
      to: '2026-11-07',
      width_min: '1151',
      width_max: '1409',
      device: 'all',
      k: '11',
    });
    expect(headers.authorization).toBe(`Bearer ${KEY}`);
    expect(headers.cookie).toBeUndefined();
  });

  test('names device and pattern where they were chosen', async () => {
    const double = await giving({ cells: [], page: 'https://acme.test/other' });
    const filters = { ...NO_FILTERS, device: 'mobile', pattern: 'https://acme.test/*' } as const;
    heatOf(await ask(double, { filters }));
    const asked = Object.fromEntries(double.seen[0]?.url.searchParams ?? []);
    expect(asked).toMatchObject({ device: 'mobile', pattern: 'https://acme.test/*' });
  });

  test('carries no key where none is needed, even where one is at hand', async () => {
    const double = await giving({ cells: [] });
    heatOf(await ask(double, { config: { needsKey: false } }));
    expect(double.seen[0]?.headers.authorization).toBeUndefined();
  });

  test.each<[string, Asked]>([
    ['test accounts', { filters: { ...NO_FILTERS, withoutTestAccounts: true } }],
    ['noise', { filters: { ...NO_FILTERS, withoutNoise: true } }],
    ['cohorts', { filters: { ...NO_FILTERS, cohorts: [1] } }],
    ['a segment', { filters: { ...NO_FILTERS, segment: 'a' } }],
    ['scroll by element', { map: 'scroll', by: 'element' }],
  ])('about %s is not asked, since it has no words for it', async (_what, part) => {
    const double = await giving({ cells: [] });
    expect(errorOf(await ask(double, part)).code).toBe('source.cannot');
    expect(double.seen).toHaveLength(0);
  });
});

describe('the answer', () => {
  test.each(['click', 'rage', 'dead', 'move'] as const)(
    'may be %s, by place or by element',
    async (map) => {
      const placed = heatOf(await ask(await giving({ map, cells: CELLS }), { map }));
      expect(placed).toMatchObject({ form: 'cells', viewportWidth: VIEWPORT_WIDTH });
      const cells = [{ anchor: 0, x: 0.5, y: 0.5, count: 31, people: 17 }];
      const double = await giving({ map, anchors: ANCHORS, cells });
      const heat = heatOf(await ask(double, { map, by: 'element' }));
      expect(heat).toMatchObject({ form: 'anchored', anchors: ANCHORS, gridError: 0.05 });
    },
  );

  test('may be a table by element or of bands', async () => {
    const byElement = 'selector,count,people\n"#buy, #pay",31,17\n';
    const one = await start(() => ({ type: 'text/csv', body: byElement }));
    const heat = heatOf(await ask(one, { by: 'element' }));
    expect(heat).toMatchObject({ anchors: [{ selectors: ['#buy, #pay'] }], gridError: 0.5 });
    const bands = '# map: scroll\n# sampled: true\ntop,bottom,value,people\n0,800,900,900\n';
    const other = await start(() => ({ type: 'Text/CSV;charset=utf-8', body: bands }));
    const scroll = heatOf(await ask(other, { map: 'scroll' }));
    expect(scroll).toMatchObject({
      form: 'bands',
      bands: { measure: 'reached', bands: BANDS },
      remarks: [{ id: 'source.note.sampled' }],
    });
  });

  test('may be a heat file of either version as it is', async () => {
    const file = { page: 'https://acme.test/pricing/?plan=1', from: QUERY.from, to: QUERY.to };
    const whole = { ...file, map: 'click', viewportWidth: 1440, cells: CELLS };
    expect(heatOf(await ask(await giving(whole))).viewportWidth).toBe(1440);
    heatOf(await ask(await giving({ ...whole, version: 1 })));
  });

  test.each([
    ['map', { map: 'rage' }, {}],
    ['map', {}, { map: 'rage' }],
    ['page', { page: 'https://acme.test/other' }, {}],
    ['from', { from: '2026-10-01' }, {}],
    ['to', { to: '2026-11-08' }, {}],
    ['by', {}, { by: 'element' }],
    ['by', { anchors: ANCHORS, cells: [{ anchor: 0, count: 31, people: 17 }] }, {}],
  ] as const)('to another question (%s) is refused', async (field, part, asked) => {
    const double = await giving({ cells: CELLS, ...part });
    const { host } = new URL(double.origin);
    expect(errorOf(await ask(double, asked))).toEqual({
      code: 'endpoint.otherAnswer',
      params: [host, field],
    });
  });

  test.each([
    ['a list of cells', { body: '[{"x":1}]' }, 'endpoint.notHeat'],
    ['another object', { body: '{"cells":[]}' }, 'endpoint.notHeat'],
    ['a newer version', { body: '{"format":"hushmap-heat","version":3}' }, 'endpoint.notHeat'],
    ['no cells', { body: '{"format":"hushmap-heat","version":2}' }, 'endpoint.badField'],
    ['a web page', { body: '<html>', type: 'text/html' }, 'source.notJson'],
    ['half an answer', { body: '{"format":"hushmap-heat","cells":[' }, 'source.truncated'],
    ['a table without names', { body: '1,2,3\n', type: 'text/csv' }, 'endpoint.badColumns'],
    ['nothing', { body: '', type: 'text/csv' }, 'endpoint.badColumns'],
    ['a broken table', { body: 'x,y,count\n1,2\n', type: 'text/csv' }, 'endpoint.badTable'],
    ['a web page as a table', { body: '<html>\n</html>', type: 'text/csv' }, 'endpoint.badColumns'],
    ['401', { status: 401, body: '' }, 'endpoint.refused'],
    ['403', { status: 403, body: '' }, 'endpoint.refused'],
    ['404', { status: 404, body: '' }, 'endpoint.notFound'],
    ['429', { status: 429, body: '' }, 'source.rateLimited'],
    ['500', { status: 500, body: '' }, 'source.failed'],
    ['501', { status: 501, body: '' }, 'source.cannot'],
    ['302', { status: 302, body: '', headers: { location: '/login' } }, 'source.redirected'],
  ] as const)('that is %s is told as such', async (_what, said, code) => {
    expect(errorOf(await ask(await start(() => said))).code).toBe(code);
  });

  test('that asks for a key says so where the source has none', async () => {
    const double = await start(() => ({ status: 401, body: '' }));
    const config = { needsKey: false };
    expect(errorOf(await ask(double, { config })).code).toBe('endpoint.keyNeeded');
  });

  test('loses rows that cannot be used, and counts them', async () => {
    const body = `{"format":"hushmap-heat","version":2,"cells":[{"x":NaN,"y":1,"count":9,"people":9},
      ${JSON.stringify(CELLS[0])},null,{"x":-1,"y":1,"count":9,"people":9},{"x":1,"y":1,"count":9}]}`;
    const heat = heatOf(await ask(await start(() => ({ body }))));
    expect(heat.unusable).toBe(4);
    expect(heat.form === 'cells' && [...heat.cells.people]).toEqual([17]);
  });

  test('without one usable row, or without people, is refused', async () => {
    const bare = await giving({ cells: [{ x: 1, y: 1, count: 9 }] });
    const { host } = new URL(bare.origin);
    expect(errorOf(await ask(bare))).toEqual({ code: 'endpoint.badRows', params: [host, 1] });
    const far = await giving({ cells: [{ x: 1e9, y: 1, count: 9, people: 9 }] });
    expect(errorOf(await ask(far)).code).toBe('endpoint.badRows');
  });

  test('names the field that cannot be used', async () => {
    const fields = [{ truncated: 'yes' }, { unit: 'visits' }, { remarks: { sampled: 1 } }];
    for (const part of fields) {
      const double = await giving({ cells: CELLS, ...part });
      const [name = ''] = Object.keys(part);
      expect(errorOf(await ask(double)).params[1]).toMatch(new RegExp(`^${name}`));
    }
  });

  test('with more cells, or more bytes, than may be is refused', async () => {
    const double = await giving({ cells: [CELLS[0], CELLS[0], CELLS[0]] });
    const few = await ask(double, { limits: { cells: 2 } });
    expect(errorOf(few).code).toBe('endpoint.tooManyCells');
    expect(errorOf(await ask(double, { limits: { bytes: 40 } })).code).toBe('source.tooLarge');
  });

  test('that drips without end is given up', async () => {
    const double = await start((_url, response) => {
      response.writeHead(200, { 'content-type': 'text/csv' });
      const timer = setInterval(() => response.write('1,2,3,4\n'), 20);
      response.on('close', () => clearInterval(timer));
      response.write('x,y,count,people\n');
      return null;
    });
    const limits = { totalMs: 300, silenceMs: 200 };
    expect(errorOf(await ask(double, { limits })).code).toBe('source.slow');
  });
});

describe('testing an endpoint', () => {
  const tryOut = (double: EndpointDouble, part: Partial<EndpointConfig> = {}) =>
    createEndpointSource().test(configFor(double, part), portsOf());

  test('asks once, for the clicks of one page and one day', async () => {
    const double = await giving({ cells: [] });
    expect(await tryOut(double)).toEqual({ ok: true, value: [] });
    expect(double.seen).toHaveLength(1);
    const asked = double.seen[0]?.url.searchParams;
    expect(asked?.get('url')).toBe('https://acme.test/');
    expect(asked?.get('from')).toBe(asked?.get('to'));
  });

  test('names the path that has nothing, and what is wrong with an answer', async () => {
    const nowhere = await start(() => ({ status: 404, body: '' }));
    const { host } = new URL(nowhere.origin);
    expect(errorOf(await tryOut(nowhere)).params).toEqual([host, '/api/heat']);
    const other = await giving({ cells: [], map: 'rage' });
    expect(errorOf(await tryOut(other)).code).toBe('endpoint.otherAnswer');
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type HeatFilters, NO_FILTERS } from '../../lib/protocol/heat-kinds';
import type { HeatQuery } from '../../lib/protocol/sources';
import { createClickHouseSource } from '../../lib/sources/clickhouse';
import type { SourceHeat } from '../../lib/sources/contract';
import { matchesPattern } from '../../lib/sources/page-pattern';
import { type Engine, startEngine } from './engine';
import {
  configFor,
  createTables,
  EVENT_COLUMNS,
  empty,
  insertEvents,
  PAGE,
  PASSWORD,
  type Part,
  USER,
} from './events';
import { type Front, startFront } from './front';

const QUERY: HeatQuery = {
  page: PAGE,
  map: 'click',
  by: 'place',
  filters: NO_FILTERS,
  k: 2,
  from: '2026-11-01',
  to: '2026-11-07',
  band: { min: 1280, max: 1359 },
  viewportWidth: 1280,
};

const CELLS = { table: 'hushmap_cells', columns: null } as const;
const TABLES = [
  ['raw events', {}],
  ['aggregates', CELLS],
] as const;

let engine: Engine;
let front: Front;

beforeAll(async () => {
  engine = startEngine();
  createTables(engine);
  front = await startFront(engine, { user: USER, password: PASSWORD });
});
beforeEach(() => empty(engine));
afterAll(async () => {
  await front.close();
  engine.close();
});

async function ask(query: Partial<HeatQuery>, part: Part = {}): Promise<SourceHeat> {
  const heat = await createClickHouseSource().fetchHeat(
    configFor(front, part),
    { ...QUERY, ...query },
    {
      fetch,
      secret: PASSWORD,
      clock: { now: () => Date.now() },
      signal: new AbortController().signal,
    },
  );
  if (!heat.ok) throw heat.error;
  return heat.value;
}

async function clicks(query: Partial<HeatQuery> = {}, part: Part = {}): Promise<number> {
  const heat = await ask(query, part);
  if (heat.form !== 'cells') throw new Error('The answer is not by place.');
  return heat.cells.count.reduce((sum, count) => sum + count, 0);
}

const filters = (part: Partial<HeatFilters>): HeatFilters => ({ ...NO_FILTERS, ...part });

/** Two people with one event each, so that k = 2 is met in one square. */
const pair = (event: Readonly<Record<string, string | number>>) => [
  { x: 5, y: 5, person_id: 'ann', ...event },
  { x: 5, y: 5, person_id: 'bob', ...event },
];

describe.each(TABLES)('which rows count, in %s', (_name, part) => {
  test('one page, with and without a slash at its end, and whatever its fragment', async () => {
    await insertEvents(engine, [
      ...pair({ url: 'https://acme.test/pricing' }),
      ...pair({ url: 'https://acme.test/pricing/' }),
      ...pair({ url: 'https://acme.test/pricing#plans' }),
      ...pair({ url: 'https://acme.test/pricing/#plans' }),
      ...pair({ url: 'https://acme.test/pricing2' }),
      ...pair({ url: 'https://acme.test/pricing?a=1' }),
    ]);
    expect(await clicks({ page: 'https://acme.test/pricing' }, part)).toBe(8);
    expect(await clicks({ page: 'https://acme.test/pricing/#x' }, part)).toBe(8);
    expect(await clicks({ page: 'https://acme.test/pricing?a=1' }, part)).toBe(2);
    expect(await clicks({ page: 'https://acme.test/' }, part)).toBe(0);
  });

  test('pages of a template, as the product understands patterns', async () => {
    const urls = [
      'https://acme.test/item/7',
      'https://acme.test/item/7/edit#top',
      'https://acme.test/item/a+b(c)[d]{e}?q=$1|2',
      'https://acme.test/items',
      'https://acmeXtest/item/7',
      'https://acme.test/item/%25_x',
      'https://acme.test/item/ünï/編集',
    ];
    await insertEvents(
      engine,
      urls.flatMap((url) => pair({ url })),
    );
    for (const pattern of [
      'https://acme.test/item/*',
      'https://acme.test/item/*/edit',
      'https://acme.test/item/a+b(c)[d]{e}?q=$1|*',
      'https://acme.test/item/%*',
      'https://acme.test/item/*編*',
      'https://acme.test/*em*/*',
      'https://*',
      '*',
    ]) {
      const expected = urls.filter((url) => matchesPattern(url, pattern)).length * 2;
      expect([pattern, await clicks({ filters: filters({ pattern }) }, part)]).toEqual([
        pattern,
        expected,
      ]);
    }
  });

  test('whole days in UTC, both ends included', async () => {
    await insertEvents(engine, [
      ...pair({ timestamp: '2026-10-31 23:59:59.999' }),
      ...pair({ timestamp: '2026-11-01 00:00:00' }),
      ...pair({ timestamp: '2026-11-07 23:59:59.999' }),
      ...pair({ timestamp: '2026-11-08 00:00:00' }),
    ]);
    expect(await clicks({}, part)).toBe(4);
    expect(await clicks({ from: '2026-11-08', to: '2026-11-08' }, part)).toBe(2);
  });

  test('the width band, and devices by width', async () => {
    await insertEvents(engine, [
      ...pair({ viewport_width: 390 }),
      ...pair({ viewport_width: 599 }),
      ...pair({ viewport_width: 600 }),
      ...pair({ viewport_width: 1023 }),
      ...pair({ viewport_width: 1024 }),
      ...pair({ viewport_width: 1300 }),
      ...pair({ viewport_width: 0 }),
    ]);
    const all = { min: 0, max: 10_000 };
    expect(await clicks({ band: { min: 0, max: 599 } }, part)).toBe(4);
    expect(await clicks({ band: all }, part)).toBe(12);
    for (const [device, count] of [
      ['mobile', 4],
      ['tablet', 4],
      ['desktop', 4],
    ] as const) {
      expect(await clicks({ band: all, filters: filters({ device }) }, part)).toBe(count);
    }
  });

  test('each map has its own kind of event', async () => {
    await insertEvents(engine, [
      ...pair({ type: 'rage' }),
      ...pair({ type: 'dead' }),
      ...pair({ type: 'dead' }),
      ...pair({ type: 'move' }),
      ...pair({ type: 'scroll' }),
    ]);
    expect(await clicks({ map: 'click' }, part)).toBe(0);
    expect(await clicks({ map: 'rage' }, part)).toBe(2);
    expect(await clicks({ map: 'dead' }, part)).toBe(4);
    expect(await clicks({ map: 'move' }, part)).toBe(2);
  });

  test('noise and a team’s own people are left out on demand, and only then', async () => {
    await insertEvents(engine, [
      ...pair({}),
      ...pair({ noise: 1 }),
      ...pair({ internal: 1 }),
      ...pair({ noise: 1, internal: 1 }),
    ]);
    expect(await clicks({}, part)).toBe(8);
    expect(await clicks({ filters: filters({ withoutNoise: true }) }, part)).toBe(4);
    expect(await clicks({ filters: filters({ withoutTestAccounts: true }) }, part)).toBe(4);
    expect(
      await clicks({ filters: filters({ withoutNoise: true, withoutTestAccounts: true }) }, part),
    ).toBe(2);
  });

  test('positions that are none are left out, whatever else is there', async () => {
    await insertEvents(engine, [
      ...pair({}),
      ...pair({ x: 'nan' }),
      ...pair({ y: 'inf' }),
      ...pair({ x: -1 }),
      ...pair({ y: 1e12 }),
    ]);
    expect(await clicks({}, part)).toBe(2);
  });

  test('x is given at the shown width', async () => {
    await insertEvents(engine, pair({ x: 1280, viewport_width: 1280 }));
    const heat = await ask({ viewportWidth: 640, band: { min: 0, max: 10_000 } }, part);
    if (heat.form !== 'cells') throw new Error('The answer is not by place.');
    expect(Math.abs((heat.cells.x[0] ?? 0) - 640)).toBeLessThanOrEqual(heat.gridErrorX);
  });
});

describe.each(TABLES)('depth, in %s', (_name, part) => {
  test('scroll: people who got at least so far, each counted once', async () => {
    await insertEvents(engine, [
      { type: 'scroll', person_id: 'ann', depth: 250, viewport_height: 800 },
      { type: 'scroll', person_id: 'ann', depth: 950, viewport_height: 800 },
      { type: 'scroll', person_id: 'bob', depth: 420, viewport_height: 800 },
      { type: 'scroll', person_id: 'cat', depth: 430, viewport_height: 800 },
      { type: 'scroll', person_id: 'dan', depth: 90, viewport_height: 800 },
    ]);
    const heat = await ask({ map: 'scroll' }, part);
    if (heat.form !== 'bands') throw new Error('The answer is not by depth.');
    expect(heat.bands.people).toBe(4);
    expect(heat.bands.fold).toBe(800);
    // Bands deeper than 500 px were reached by one person alone, and k is 2.
    expect(heat.bands.bands.map(({ top, people }) => [top, people])).toEqual([
      [0, 4],
      [100, 3],
      [200, 3],
      [300, 3],
      [400, 3],
    ]);
  });

  test('attention: seconds in view, of bands that enough people looked at', async () => {
    await insertEvents(engine, [
      { type: 'attention', person_id: 'ann', y: 0, viewport_height: 300, seconds: 5 },
      { type: 'attention', person_id: 'ann', y: 0, viewport_height: 100, seconds: 1 },
      { type: 'attention', person_id: 'bob', y: 100, viewport_height: 200, seconds: 2.5 },
      { type: 'attention', person_id: 'cat', y: 5000, viewport_height: 100, seconds: 99 },
      { type: 'attention', person_id: 'eve', y: 100, viewport_height: 100, seconds: 'nan' },
    ]);
    const heat = await ask({ map: 'attention' }, part);
    if (heat.form !== 'bands') throw new Error('The answer is not by depth.');
    expect(heat.bands.bands).toEqual([
      { top: 100, bottom: 200, value: 7.5, people: 2 },
      { top: 200, bottom: 300, value: 7.5, people: 2 },
    ]);
    expect(heat.bands.people).toBe(3);
  });
});

describe('what is sent can only ever be a value', () => {
  const HOSTILE = [
    "' OR 1 = 1 --",
    "\\' OR 1 = 1 --",
    "x'); DROP TABLE hushmap_events; --",
    '{k:UInt32}',
    '`; SELECT 1',
    '\\',
    '\t\n\r',
    '*/ UNION ALL SELECT 20, 0, 0, 0, 1e6, 1e6 /*',
    '%',
    '(?i).*',
  ];

  test.each(HOSTILE)('as a page, a pattern or a segment: %j', async (text) => {
    await insertEvents(engine, [
      ...pair({ person_id: 'ann' }),
      ...pair({}),
      ...pair({ url: `https://acme.test/${encodeURIComponent(text)}` }),
    ]);
    const columns = { ...EVENT_COLUMNS, segment: 'person_id' };
    const page = `https://acme.test/none?${text}`;
    expect(await clicks({ page })).toBe(0);
    expect(await clicks({ filters: filters({ pattern: text.replaceAll('*', '') }) })).toBe(0);
    expect(await clicks({ filters: filters({ segment: text }) }, { columns })).toBe(0);
    expect(engine.rows('SELECT count() FROM hushmap_events')).toEqual([[6]]);
  });

  test('as the value of a type', async () => {
    await insertEvents(engine, pair({}));
    const values = { ...EVENT_COLUMNS.values, click: ["' OR 1 = 1 --", "x') OR ('1' = '1"] };
    expect(await clicks({}, { columns: { ...EVENT_COLUMNS, values } })).toBe(0);
  });

  test('the same texts are found where they are the data', async () => {
    const text = "it's 100% \\ {k:UInt32} 編";
    await insertEvents(engine, pair({ url: 'https://acme.test/x' }));
    engine.run(
      `ALTER TABLE hushmap_events UPDATE person_id = person_id WHERE 1 SETTINGS mutations_sync = 1`,
    );
    engine.run('CREATE TABLE odd AS hushmap_events');
    engine.run('ALTER TABLE odd ADD COLUMN plan String');
    const literal = text.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
    engine.run(`INSERT INTO odd SELECT *, '${literal}' FROM hushmap_events`);
    const part = { table: 'odd', columns: { ...EVENT_COLUMNS, segment: 'plan' } };
    const page = 'https://acme.test/x';
    expect(await clicks({ page, filters: filters({ segment: text }) }, part)).toBe(2);
    expect(await clicks({ page, filters: filters({ segment: 'other' }) }, part)).toBe(0);
    engine.run('DROP TABLE odd');
  });
});

describe('any table', () => {
  test('is read through a mapping, whatever its names and types', async () => {
    engine.run(`CREATE TABLE tracker (
      n DateTime, p LowCardinality(Nullable(String)), k Enum8('tap' = 1, 'Double Tap' = 2, 'pan' = 3),
      f Nullable(Int32), x Nullable(Decimal(10, 2)), s Nullable(UInt16), u Nullable(UInt64), b Nullable(UInt8), dev LowCardinality(String)
    ) ENGINE = Log`);
    engine.run(`INSERT INTO tracker VALUES
      ('2026-11-02 00:00:00', '${PAGE}', 'tap', 12, 30.5, 1280, 1, NULL, 'tablet'),
      ('2026-11-02 00:00:00', '${PAGE}', 'Double Tap', 12, 30.5, 1280, 2, 0, 'tablet'),
      ('2026-11-02 00:00:00', '${PAGE}', 'tap', 12, 30.5, 1280, 3, 1, 'desktop'),
      ('2026-11-02 00:00:00', '${PAGE}', 'tap', 12, 30.5, 1280, NULL, 0, 'desktop'),
      ('2026-11-02 00:00:00', NULL, 'tap', 12, 30.5, 1280, 4, 0, 'desktop'),
      ('2026-11-02 00:00:00', '${PAGE}', 'tap', NULL, 30.5, 1280, 6, 0, 'desktop'),
      ('2026-11-02 00:00:00', '${PAGE}', 'tap', 12, 30.5, NULL, 7, 0, 'desktop'),
      ('2026-11-02 00:00:00', '${PAGE}', 'tap', 500, 900, 1280, 8, 0, 'desktop'),
      ('2026-11-02 00:00:00', '${PAGE}', 'tap', 530, 900, 1280, 9, 0, 'desktop'),
      ('2026-11-02 00:00:00', '${PAGE}', 'pan', 12, 30.5, 1280, 5, 0, 'desktop')`);
    const columns = {
      ...EVENT_COLUMNS,
      time: 'n',
      url: 'p',
      type: 'k',
      x: 'f',
      y: 'x',
      fixed: '',
      viewportWidth: 's',
      viewportHeight: '',
      person: 'u',
      device: 'dev',
      noise: 'b',
      internal: '',
      depth: '',
      seconds: '',
      unit: 'sessions' as const,
      values: { ...EVENT_COLUMNS.values, click: ['tap', 'Double Tap'] },
    };
    const part = { table: 'tracker', columns };
    const heat = await ask({}, part);
    if (heat.form !== 'cells') throw new Error('The answer is not by place.');
    expect(heat.unit).toBe('sessions');
    // A row of nobody counts as a click and never as a person.
    expect([heat.cells.count[0], heat.cells.people[0]]).toEqual([4, 3]);
    expect([heat.cells.x[0], heat.cells.y[0]]).toEqual([10, 30]);
    // Two that are alone in their squares meet in one of 80 px.
    expect([heat.cells.count[1], heat.cells.people[1], heat.cells.size[1]]).toEqual([2, 2, 80]);
    expect(heat.cells.length).toBe(2);
    expect(await clicks({ filters: filters({ device: 'tablet' }) }, part)).toBe(2);
    expect(await clicks({ filters: filters({ withoutNoise: true }) }, part)).toBe(5);
    engine.run('DROP TABLE tracker');
  });
});

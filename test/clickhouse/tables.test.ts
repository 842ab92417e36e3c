import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { withRaw } from '../../components/workspace/clickhouse-draft';
import type { SourceDraft } from '../../components/workspace/draft';
import { EMPTY_DRAFT, readDraft } from '../../components/workspace/source-draft';
import type { HushmapError } from '../../lib/core/errors';
import { createTranslator } from '../../lib/core/translator';
import { NO_FILTERS } from '../../lib/protocol/heat-kinds';
import { createClickHouseSource } from '../../lib/sources/clickhouse';
import { layoutOf, WIDTH_STEPS } from '../../lib/sources/clickhouse/layout';
import { placesQuestion } from '../../lib/sources/clickhouse/places';
import {
  documented,
  documentedSettings,
  type Engine,
  READERS_DATABASE,
  startEngine,
} from './engine';
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

const portsWith = (secret = PASSWORD) => ({
  fetch,
  secret,
  clock: { now: () => Date.now() },
  signal: new AbortController().signal,
});

async function tried(part: Part = {}, at: Front = front, secret = PASSWORD) {
  const result = await createClickHouseSource().test(configFor(at, part), portsWith(secret));
  if (!result.ok) return told(result.error);
  return result.value.map(({ id, params = [] }) => [id, ...params]);
}

/** The code and its parameters but the host; nothing of it may tell what the engine said or the key. */
function told(error: HushmapError): unknown[] {
  const sentence = createTranslator()(error.sentence.id, error.sentence.params ?? []);
  expect(sentence).not.toMatch(/^$|\$\d|undefined|Exception/);
  expect(sentence).not.toContain(PASSWORD);
  return [error.code, ...error.params.slice(1)];
}

describe('testing the connection', () => {
  test('is content with the documented tables and user', async () => {
    expect(await tried()).toEqual([]);
    expect(await tried({ table: 'hushmap_cells', columns: null })).toEqual([]);
  });

  test('tells a wrong user, a wrong password, a missing table or database', async () => {
    expect(await tried({ user: 'other' })).toEqual(['clickhouse.login', 'other']);
    expect(await tried({}, front, 'nope')).toEqual(['clickhouse.login', USER]);
    expect(await tried({ table: 'nowhere' })).toEqual(['clickhouse.noTable', 'nowhere']);
    expect(await tried({ database: 'nowhere' })).toEqual(['clickhouse.noTable', 'hushmap_events']);
  });

  test('names the columns that are missing, and those of a type that is none', async () => {
    const columns = { ...EVENT_COLUMNS, x: 'left', noise: 'bot' };
    expect(await tried({ columns })).toEqual([
      'clickhouse.noColumn',
      'hushmap_events',
      'left, bot',
    ]);
    expect(await tried({ columns: { ...EVENT_COLUMNS, x: 'url' } })).toEqual([
      'clickhouse.badColumn',
      'url',
      'Float64, UInt32',
    ]);
    expect(await tried({ columns: null })).toEqual([
      'clickhouse.noColumn',
      'hushmap_events',
      'day, map, device, width, clicks, people, screens',
    ]);
  });

  test('is content with what the form says of a table of events, and reads depth there', async () => {
    const draft: SourceDraft = {
      ...EMPTY_DRAFT,
      ...{ kind: 'clickhouse', name: 'Ours', host: front.origin, user: USER, secret: PASSWORD },
      origins: 'https://acme.test',
    };
    const read = readDraft({ ...draft, ...withRaw(draft, true) }, 'src_1', true);
    if (!read.ok || read.config.kind !== 'clickhouse') throw new Error('The form is refused.');
    expect({ ...read.config, name: 'Acme' }).toEqual(configFor(front));
    expect(await tried()).toEqual([]);
    const without = { ...EVENT_COLUMNS, depth: '' };
    expect(await tried({ columns: without })).toEqual([['source.test.unreadDepth', 'y']]);
    const values = { ...EVENT_COLUMNS.values, scroll: [] };
    expect(await tried({ columns: { ...without, values } })).toEqual([]);
  });

  test('warns of a user who may write', async () => {
    const settings = { ...documentedSettings(), readonly: '0' };
    const open = await startFront(engine, { user: USER, password: PASSWORD, settings });
    expect(await tried({}, open)).toEqual([['source.test.mayWrite', USER]]);
    await open.close();
  });
});

describe('the engine’s own refusals', () => {
  const heat = async (part: Part, at = front) => {
    const query = {
      page: PAGE,
      map: 'click' as const,
      by: 'place' as const,
      filters: NO_FILTERS,
      k: 11,
      from: '2026-11-01',
      to: '2026-11-07',
      band: { min: 0, max: 10_000 },
      viewportWidth: 1280,
    };
    const result = await createClickHouseSource().fetchHeat(
      configFor(at, part),
      query,
      portsWith(),
    );
    return result.ok ? null : told(result.error);
  };

  test('are told by what to do about them', async () => {
    expect(await heat({ table: 'nowhere' })).toEqual(['clickhouse.noTable', 'nowhere']);
    const columns = { ...EVENT_COLUMNS, x: 'left' };
    expect(await heat({ columns })).toEqual(['clickhouse.columns', 'hushmap_events']);
    const texts = { ...EVENT_COLUMNS, viewportWidth: 'url' };
    expect(await heat({ columns: texts })).toEqual(['clickhouse.columns', 'hushmap_events']);
  });

  test('limits of the user are told as such', async () => {
    await insertEvents(
      engine,
      Array.from({ length: 5000 }, (_, i) => ({ x: i % 1280, y: i, person_id: `p${i}` })),
    );
    const settings = { ...documentedSettings(), max_rows_to_read: '100' };
    const poor = await startFront(engine, {
      user: USER,
      password: PASSWORD,
      settings,
    });
    expect(await heat({}, poor)).toEqual(['clickhouse.limit', USER]);
    await poor.close();
  });

  test('the connection of a reader cannot write, nor change its limits', async () => {
    const post = (sql: string, query = '') =>
      fetch(`${front.origin}/${query}`, {
        method: 'POST',
        body: sql,
        headers: { 'x-clickhouse-user': USER, 'x-clickhouse-key': PASSWORD },
      });
    for (const sql of [
      'DROP TABLE hushmap_events',
      "INSERT INTO hushmap_events (url) VALUES ('x')",
      'SET max_execution_time = 0',
      'SELECT 1 SETTINGS max_execution_time = 0',
    ]) {
      expect((await post(sql)).headers.get('x-clickhouse-exception-code')).toBe('164');
    }
    expect((await post('SELECT 1', '?max_execution_time=0')).ok).toBe(false);
  });
});

describe('the documented statements', () => {
  test('make users and rights that the engine understands', () => {
    // The engine as a library has nowhere to keep users, so that it reads these and no more.
    for (const statement of [...documented('4-user.sql'), ...documented('5-distributed.sql')]) {
      expect(engine.rows(`EXPLAIN AST ${statement}`).length).toBeGreaterThan(0);
    }
  });

  test('let the user read its tables of any database, on a cluster too, and no others', () => {
    engine.run(`CREATE DATABASE ${READERS_DATABASE}`);
    engine.run(`USE ${READERS_DATABASE}`);
    const files = ['1-events.sql', '2-cells.sql', '3-views.sql'];
    for (const statement of [...files.flatMap(documented), ...clusterTables()]) {
      engine.run(statement);
    }
    engine.run('CREATE TABLE other AS hushmap_events');
    // Such a view is read with the rights of its definer.
    const read = (table: string) => {
      engine.run(
        `CREATE VIEW as_reader DEFINER = ${USER} SQL SECURITY DEFINER AS SELECT url FROM ${table}`,
      );
      try {
        return engine.rows('SELECT count() FROM as_reader');
      } catch (cause) {
        return /Code: (\d+)/.exec(String(cause))?.[1];
      } finally {
        engine.run('DROP VIEW as_reader');
      }
    };
    const tables = ['hushmap_events', 'hushmap_cells', 'hushmap_events_all', 'hushmap_cells_all'];
    expect(tables.map(read)).toEqual(tables.map(() => [[expect.anything()]]));
    expect(['other', 'default.hushmap_events'].map(read)).toEqual(['497', '497']);
    engine.run('USE default');
    engine.run(`DROP DATABASE ${READERS_DATABASE}`);
  });

  test('give a cluster tables that answer alike', async () => {
    for (const statement of clusterTables()) engine.run(statement);
    await insertEvents(
      engine,
      Array.from({ length: 12 }, (_, i) => ({ x: 5, y: 5, person_id: `p${i}` })),
    );
    for (const part of [
      { table: 'hushmap_events_all' },
      { table: 'hushmap_cells_all', columns: null },
    ]) {
      expect(await tried(part)).toEqual([]);
      const heat = await createClickHouseSource().fetchHeat(
        configFor(front, part),
        {
          page: PAGE,
          map: 'click',
          by: 'place',
          filters: NO_FILTERS,
          k: 11,
          from: '2026-11-01',
          to: '2026-11-07',
          band: { min: 1280, max: 1359 },
          viewportWidth: 1280,
        },
        portsWith(),
      );
      expect(heat).toMatchObject({ ok: true, value: { cells: { length: 1 } } });
    }
  });

  test.each([
    ['raw events', {}],
    ['aggregates', { table: 'hushmap_cells', columns: null }],
  ])('give heat of the example that the page of the source prints: %s', async (_name, part) => {
    const docs = readFileSync(
      join(import.meta.dirname, '../../docs/sources/clickhouse.md'),
      'utf8',
    );
    engine.run(/(INSERT INTO hushmap_events[\s\S]*?);/.exec(docs)?.[1] ?? '');
    const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
    const ask = async (map: 'click' | 'scroll') => {
      const query = {
        page: 'https://acme.com/pricing',
        ...{ map, by: 'place' as const, filters: NO_FILTERS, k: 11, from: day(6), to: day(0) },
        ...{ band: { min: 1152, max: 1408 }, viewportWidth: 1280 },
      };
      const heat = await createClickHouseSource().fetchHeat(
        configFor(front, part),
        query,
        portsWith(),
      );
      if (!heat.ok) throw heat.error;
      return heat.value;
    };
    const places = await ask('click');
    if (places.form !== 'cells') throw new Error('The answer is not by place.');
    expect(places.cells.length).toBeGreaterThan(10);
    expect(places.cells.count.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(2000);
    const depths = await ask('scroll');
    if (depths.form !== 'bands') throw new Error('The answer is not by depth.');
    const { bands, people, fold } = depths.bands;
    expect([people, fold]).toEqual([50, 800]);
    expect(bands.length).toBeGreaterThan(8);
    expect(bands.at(-1)?.people).toBeLessThan(people);
  });

  test('keep widths in the steps that the source asks for', () => {
    const sql = readFileSync(
      join(import.meta.dirname, '../../docs/sources/clickhouse/3-views.sql'),
      'utf8',
    );
    const lists = [...sql.matchAll(/roundDown\(e\.viewport_width, \[([\d, ]+)\]\)/g)];
    expect(lists).toHaveLength(3);
    for (const [, list] of lists) expect(list?.split(', ').map(Number)).toEqual([...WIDTH_STEPS]);
  });

  test('fill the aggregates from events that were there before, as the page of the source says', async () => {
    const events = Array.from({ length: 40 }, (_, i) => ({
      type: ['click', 'move', 'scroll', 'attention'][i % 4] ?? '',
      x: i,
      y: i * 7,
      depth: i * 90,
      viewport_height: 700,
      seconds: 3,
      person_id: `p${i % 13}`,
    }));
    await insertEvents(engine, events);
    engine.run('CREATE TABLE filled AS hushmap_cells');
    for (const view of documented('3-views.sql')) {
      const select = view.slice(view.indexOf('SELECT'));
      const names = view.includes('screens') ? `${COLUMNS}, screens` : COLUMNS;
      engine.run(`INSERT INTO filled (${names}) ${select}`);
    }
    const all = (table: string) =>
      engine.rows(`SELECT day, url, map, device, width, fixed, x, y, countMerge(clicks), uniqExactMerge(people),
        sum(seconds), quantileTDigestMerge(0.5)(screens) FROM ${table} GROUP BY ALL ORDER BY ALL`);
    expect(all('filled')).toEqual(all('hushmap_cells'));
    expect(all('filled').length).toBeGreaterThan(20);
    engine.run('DROP TABLE filled');
  });

  test.each([
    ['raw events', {}],
    ['aggregates', { table: 'hushmap_cells', columns: null }],
  ])('are read where the page and its days lie, and nowhere else: %s', (_name, part) => {
    engine.run(`INSERT INTO hushmap_events (timestamp, url, type, x, y, viewport_width, person_id)
      SELECT toDateTime('2026-09-03 00:00:00', 'UTC') + (number % 2) * 5270400, concat('https://acme.test/p', toString(number % 50)),
        'click', number % 1270, number % 3000, 1280, toString(number % 1000) FROM numbers(1000000)`);
    for (const pattern of [null, 'https://acme.test/p7*']) {
      const { sql, params } = placesQuestion(
        layoutOf(configFor(front, part)),
        {
          page: 'https://acme.test/p7',
          map: 'click',
          by: 'place',
          filters: { ...NO_FILTERS, pattern },
          k: 11,
          from: '2026-11-01',
          to: '2026-11-07',
          band: { min: 1280, max: 1359 },
          viewportWidth: 1280,
        },
        1000,
      );
      const plan = engine
        .rows(`EXPLAIN indexes = 1 ${withValues(sql, params).replace('FORMAT JSONCompact', '')}`)
        .map(([line]) => String(line).trim());
      const read = plan.filter((line) => /^Granules: \d+\/\d+$/.test(line)).map(shareOf);
      expect(Math.min(...read)).toBeLessThan(0.5);
      expect(plan.filter((line) => /^Parts: \d+\/\d+$/.test(line)).map(shareOf)[0]).toBeLessThan(1);
    }
  });

  test('hold no id of a person in the aggregates', async () => {
    await insertEvents(engine, [{ x: 5, y: 5, person_id: 'ann@acme.test' }]);
    const [[people]] = engine.rows('SELECT hex(people) FROM hushmap_cells') as [[string]];
    expect(people).not.toContain(Buffer.from('ann').toString('hex').toUpperCase());
  });
});

/** The tables of a cluster: rights are the engine's own file of users here. */
const clusterTables = (): string[] =>
  documented('5-distributed.sql').filter((statement) => statement.startsWith('CREATE TABLE'));

const COLUMNS =
  'day, url, map, device, width, noise, internal, fixed, x, y, clicks, people, seconds';

/** `Granules: 5/245` → 5/245 */
function shareOf(line: string): number {
  const [part = 1, all = 1] = (line.split(': ')[1] ?? '').split('/').map(Number);
  return part / all;
}

/** A plan is asked for without HTTP, so with the values in their places. */
function withValues(sql: string, params: Readonly<Record<string, string>>): string {
  return sql.replace(/\{(\w+):(\w+)\}/g, (_all, name: string, type: string) => {
    const literal = (params[name] ?? '').replaceAll('\\', '\\\\').replaceAll("'", "\\'");
    return `CAST('${literal}', '${type}')`;
  });
}

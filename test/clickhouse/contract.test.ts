import { afterAll, beforeAll } from 'vitest';
import { NO_FILTERS } from '../../lib/protocol/heat-kinds';
import type { HeatQuery } from '../../lib/protocol/sources';
import { createClickHouseSource } from '../../lib/sources/clickhouse';
import { describeSource, PAGES_PATTERN, VIEWPORT_WIDTH } from '../contract/sources/contract';
import { documentedSettings, type Engine, startEngine } from './engine';
import {
  configFor,
  createTables,
  empty,
  insertAggregates,
  insertCells,
  insertDepths,
  insertPages,
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
  k: 11,
  from: '2026-11-01',
  to: '2026-11-07',
  band: { min: 1280, max: 1359 },
  viewportWidth: VIEWPORT_WIDTH,
};

let engine: Engine;
let front: Front;

beforeAll(async () => {
  engine = startEngine();
  createTables(engine);
  const settings = { ...documentedSettings(), max_execution_time: '0' };
  front = await startFront(engine, { user: USER, password: PASSWORD, settings });
});

afterAll(async () => {
  await front.close();
  engine.close();
});

/** A machine that is busy with other things must not look like a source that is broken. */
const PATIENT = { silenceMs: 300_000, totalMs: 300_000 };

const ask = (part: Part, signal = new AbortController().signal, query: Partial<HeatQuery> = {}) => {
  const ports = { fetch, secret: PASSWORD, clock: { now: () => Date.now() }, signal };
  const source = createClickHouseSource(PATIENT);
  return source.fetchHeat(configFor(front, part), { ...QUERY, ...query }, ports);
};

const askPages = (part: Part, signal = new AbortController().signal) => {
  const ports = { fetch, secret: PASSWORD, clock: { now: () => Date.now() }, signal };
  const { listPages } = createClickHouseSource(PATIENT);
  if (listPages === undefined) throw new Error('It lists no pages.');
  const query = { ...QUERY, filters: { ...NO_FILTERS, pattern: PAGES_PATTERN } };
  return listPages(configFor(front, part), query, ports);
};

const WHAT = {
  grid: 20,
  anonymises: true,
  sieves: true,
  timeoutMs: 300_000,
  planted: ['visitor-'],
};

const SCROLL = { map: 'scroll' } as const;

describeSource('ClickHouse, raw events', {
  ...WHAT,
  async read(cells, signal) {
    empty(engine);
    await insertCells(engine, 'plain_events', cells);
    return ask({ table: 'plain_events' }, signal);
  },
  async readBands({ reached, spoiled }, signal) {
    empty(engine);
    insertDepths(engine, 'plain_events', reached, spoiled);
    return ask({ table: 'plain_events' }, signal, SCROLL);
  },
  async readPages(given, signal) {
    empty(engine);
    insertPages(engine, 'plain_events', given);
    return askPages({ table: 'plain_events' }, signal);
  },
});

describeSource('ClickHouse, aggregates', {
  ...WHAT,
  async read(cells, signal) {
    empty(engine);
    if (cells.length > 10_000) await insertAggregates(engine, cells);
    else await insertCells(engine, 'hushmap_events', cells);
    return ask({ table: 'hushmap_cells', columns: null }, signal);
  },
  async readBands({ reached, spoiled }, signal) {
    empty(engine);
    insertDepths(engine, 'hushmap_events', reached, spoiled);
    return ask({ table: 'hushmap_cells', columns: null }, signal, SCROLL);
  },
  async readPages(given, signal) {
    empty(engine);
    insertPages(engine, 'hushmap_events', given);
    return askPages({ table: 'hushmap_cells', columns: null }, signal);
  },
});

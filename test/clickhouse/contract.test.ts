import { afterAll, beforeAll } from 'vitest';
import { NO_FILTERS } from '../../lib/protocol/heat-kinds';
import type { HeatQuery } from '../../lib/protocol/sources';
import { createClickHouseSource } from '../../lib/sources/clickhouse';
import { describeSource, VIEWPORT_WIDTH } from '../contract/sources/contract';
import { type Engine, startEngine } from './engine';
import { configFor, createTables, empty, insertCells, PAGE, PASSWORD, USER } from './events';
import { type Front, startFront } from './front';

const QUERY: HeatQuery = {
  page: PAGE,
  map: 'click',
  by: 'place',
  filters: NO_FILTERS,
  k: 1,
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
  front = await startFront(engine, { user: USER, password: PASSWORD });
});

afterAll(async () => {
  await front.close();
  engine.close();
});

const tables = [
  ['ClickHouse, raw events', {}],
  ['ClickHouse, aggregates', { table: 'hushmap_cells', columns: null }],
] as const;

for (const [name, part] of tables) {
  describeSource(name, {
    grid: 20,
    async read(cells, signal = new AbortController().signal) {
      empty(engine);
      await insertCells(engine, cells);
      return createClickHouseSource().fetchHeat(configFor(front, part), QUERY, {
        fetch,
        secret: PASSWORD,
        clock: { now: () => Date.now() },
        signal,
      });
    },
  });
}

import * as v from 'valibot';
import type { Cell } from '../../lib/heatmap/cells';
import {
  ClickHouseColumnsSchema,
  ClickHouseEventsSchema,
  DOCUMENTED_EVENTS,
} from '../../lib/protocol/sources';
import type { ClickHouseConfig, EventColumns } from '../../lib/sources/clickhouse/layout';
import { documented, type Engine } from './engine';
import type { Front } from './front';

export const USER = 'hushmap_reader';
export const PASSWORD = 'CanaryPassword0123';
export const PAGE = 'https://acme.test/pricing?plan=team';

/** The documented table of raw events, as the form maps it. */
export const EVENT_COLUMNS: EventColumns = {
  ...v.parse(ClickHouseColumnsSchema, {}),
  ...DOCUMENTED_EVENTS,
};

export interface Part {
  readonly user?: string;
  readonly database?: string;
  readonly table?: string;
  /** All of its columns; null: the documented aggregates. */
  readonly columns?: EventColumns | null;
}

export function configFor({ origin }: Pick<Front, 'origin'>, part: Part = {}): ClickHouseConfig {
  const { columns = EVENT_COLUMNS, ...others } = part;
  return {
    kind: 'clickhouse',
    id: 'src_1',
    name: 'Acme',
    host: origin,
    user: USER,
    database: 'default',
    table: 'hushmap_events',
    columns: columns && v.parse(ClickHouseColumnsSchema, columns),
    events: v.parse(ClickHouseEventsSchema, columns ?? {}),
    origins: ['https://acme.test'],
    mappings: [],
    ...others,
  };
}

/** The documented tables and views, and a table that events are made from. */
export function createTables(engine: Engine): void {
  for (const file of ['1-events.sql', '2-cells.sql', '3-views.sql']) {
    for (const statement of documented(file)) engine.run(statement);
  }
  // Without views, so that raw events alone are filled.
  engine.run('CREATE TABLE plain_events AS hushmap_events');
  engine.run(
    'CREATE TABLE seeds (x Float64, y Float64, count UInt32, people UInt32, fixed UInt8) ENGINE = Memory',
  );
}

export function empty(engine: Engine): void {
  for (const table of ['hushmap_events', 'hushmap_cells', 'plain_events', 'seeds']) {
    engine.run(`TRUNCATE TABLE ${table}`);
  }
}

/** Events that cells stand for, made inside the engine: a cell's people take turns at its clicks. */
export async function insertCells(
  engine: Engine,
  table: string,
  cells: readonly Cell[],
): Promise<void> {
  await plant(engine, cells);
  engine.run(`INSERT INTO ${table} (timestamp, url, type, x, y, fixed, viewport_width, person_id)
    SELECT '2026-11-03 10:00:00', '${PAGE}', 'click', x, y, fixed, 1280, concat('visitor-', toString(i % people))
    FROM seeds ARRAY JOIN range(count) AS i`);
}

/** The rows that the views would make of such events, for more of them than is worth the wait. */
export async function insertAggregates(engine: Engine, cells: readonly Cell[]): Promise<void> {
  await plant(engine, cells);
  engine.run(`INSERT INTO hushmap_cells (day, url, map, device, width, fixed, x, y, clicks, people)
    SELECT '2026-11-03', '${PAGE}', 'click', 'desktop', 1280, fixed, floor(x / 20), floor(y / 20),
      arrayReduce('countState', range(count)),
      arrayReduce('uniqExactState', arrayMap(i -> cityHash64(i % people), range(count)))
    FROM seeds`);
}

/** Scroll events of people of whom so many reached each 100 px, and rows whose depth is none. */
export function insertDepths(
  engine: Engine,
  table: string,
  reached: readonly number[],
  spoiled: number,
): void {
  const [people = 0] = reached;
  engine.run(`INSERT INTO ${table} (timestamp, url, type, viewport_width, viewport_height, depth, person_id)
    SELECT '2026-11-03 10:00:00', '${PAGE}', 'scroll', 1280, 800,
      100 * (arrayCount(least -> number < least, [${reached.join(', ')}]::Array(UInt32)) - 1) + 50,
      concat('visitor-', toString(number))
    FROM numbers(${people})
    UNION ALL
    SELECT '2026-11-03 10:00:00', '${PAGE}', 'scroll', 1280, 800, nan, concat('broken-', toString(number))
    FROM numbers(${spoiled})`);
}

/** Clicks of so many people on each page, whose addresses say more than their pages are called. */
export function insertPages(
  engine: Engine,
  table: string,
  pages: readonly { readonly page: string; readonly people: number }[],
): void {
  for (const { page, people } of pages) {
    engine.run(`INSERT INTO ${table} (timestamp, url, type, x, y, viewport_width, person_id)
      SELECT '2026-11-03 10:00:00', concat('${page}?from=', toString(number % 2), '#top'), 'click', 64, 64, 1280,
        concat('visitor-', toString(number))
      FROM numbers(${people})`);
  }
}

async function plant(engine: Engine, cells: readonly Cell[]): Promise<void> {
  if (cells.length === 0) return;
  const lines = cells.map(
    ({ x, y, count, people, fixed }) => `${x}\t${y}\t${count}\t${people}\t${fixed ? 1 : 0}\n`,
  );
  await engine.insert('seeds', ['x', 'y', 'count', 'people', 'fixed'], lines.join(''));
}

/** One event, with what differs from a click on the page. */
export async function insertEvents(
  engine: Engine,
  events: readonly Readonly<Record<string, string | number>>[],
): Promise<void> {
  const all = events.map((event) => ({
    timestamp: '2026-11-03 10:00:00',
    url: PAGE,
    type: 'click',
    viewport_width: 1280,
    ...event,
  }));
  const names = [...new Set(all.flatMap((event) => Object.keys(event)))];
  const lines = all.map((event) => {
    const fields = new Map<string, string | number>(Object.entries(event));
    return names.map((name) => String(fields.get(name) ?? 0)).join('\t');
  });
  await engine.insert('hushmap_events', names, `${lines.join('\n')}\n`);
}

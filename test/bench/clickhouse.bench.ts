import { NO_FILTERS } from '../../lib/protocol/heat-kinds';
import type { HeatQuery } from '../../lib/protocol/sources';
import { createClickHouseSource } from '../../lib/sources/clickhouse';
import { HTTP_LIMITS } from '../../lib/sources/http';
import { documentedSettings, type Engine, startEngine } from '../clickhouse/engine';
import { configFor, createTables, PAGE, PASSWORD, type Part, USER } from '../clickhouse/events';
import { type Front, startFront } from '../clickhouse/front';

const EVENTS = 50_000_000;
const PEOPLE = 3_000_000;

/**
 * 50 million clicks of a week on one page, so that all of them count, made in ClickHouse's own engine
 * and asked for through our source over HTTP: from the raw events, and from the table of aggregates.
 * Seconds are from the question to cells in columns, CPU seconds those of engine and source together,
 * which share this process; bytes are those of the answer, not packed.
 */
export async function benchClickHouse(events = EVENTS): Promise<Record<string, number>> {
  const engine = startEngine();
  createTables(engine);
  fill(engine, events);
  // A busy machine must give a figure over its budget, not none.
  const settings = { ...documentedSettings(), max_execution_time: '0' };
  const front = await startFront(engine, { user: USER, password: PASSWORD, settings });
  try {
    const raw = await fetchOnce(front, {});
    const cells = await fetchOnce(front, { table: 'hushmap_cells', columns: null });
    return {
      'source.clickhouse_50m_s': raw.seconds,
      'source.clickhouse_50m_cpu_s': raw.cpu,
      'source.clickhouse_50m_bytes': raw.bytes,
      'source.clickhouse_50m_cells': raw.cells,
      'source.clickhouse_50m_aggregates_s': cells.seconds,
      'source.clickhouse_50m_aggregates_cpu_s': cells.cpu,
      'source.clickhouse_50m_aggregates_bytes': cells.bytes,
    };
  } finally {
    await front.close();
    engine.close();
  }
}

/** Four in five clicks lie around one of sixty controls, the others anywhere on 1280 × 6000 px. */
function fill(engine: Engine, events: number): void {
  engine.run(`INSERT INTO hushmap_events (timestamp, url, type, x, y, viewport_width, person_id)
    SELECT
      toDateTime('2026-11-01 00:00:00', 'UTC') + intDiv(number * 604800, ${events}),
      '${PAGE}', 'click',
      least(1279, greatest(0, if(cityHash64(number, 'near') % 5 = 0, cityHash64(number, 'x') % 1280,
        20 + cityHash64(number % 60, 'x') % 1240 + (cityHash64(number, 'dx') % 31) + (cityHash64(number, 'ex') % 31) - 30))),
      least(5999, greatest(0, if(cityHash64(number, 'near') % 5 = 0, cityHash64(number, 'y') % 6000,
        20 + cityHash64(number % 60, 'y') % 5960 + (cityHash64(number, 'dy') % 21) + (cityHash64(number, 'ey') % 21) - 20))),
      1280, concat('visitor-', toString(cityHash64(number, 'person') % ${PEOPLE}))
    FROM numbers(${events})`);
}

const QUERY: HeatQuery = {
  page: PAGE,
  map: 'click',
  by: 'place',
  filters: NO_FILTERS,
  k: 11,
  from: '2026-11-01',
  to: '2026-11-07',
  band: { min: 1152, max: 1408 },
  viewportWidth: 1280,
};

async function fetchOnce(front: Front, part: Part) {
  const limits = { ...HTTP_LIMITS, silenceMs: 600_000, totalMs: 600_000 };
  const before = front.bytes;
  const start = performance.now();
  const used = process.cpuUsage();
  const heat = await createClickHouseSource(limits).fetchHeat(configFor(front, part), QUERY, {
    fetch,
    secret: PASSWORD,
    clock: { now: () => Date.now() },
    signal: new AbortController().signal,
  });
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(used);
  if (!heat.ok) throw heat.error;
  if (heat.value.form !== 'cells' || heat.value.cells.length === 0) throw new Error('no cells');
  return {
    seconds,
    cpu: (user + system) / 1e6,
    bytes: front.bytes - before,
    cells: heat.value.cells.length,
  };
}

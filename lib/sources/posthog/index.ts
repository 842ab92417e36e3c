import { HushmapError } from '../../core/errors';
import { err, ok, type Result } from '../../core/result';
import type { HeatQuery, SourceConfig } from '../../protocol/sources';
import { createCellColumns } from '../cell-columns';
import type { HeatSource, PlacedHeat } from '../contract';
import { type Call, HTTP_LIMITS, type HttpLimits, withCall } from '../http';
import { MAX_CELLS } from '../limits';
import { nextTurn } from '../turns';
import { createGrid, type Grid } from './grid';
import { addRows, hasMore } from './response';

type PostHogConfig = Extract<SourceConfig, { kind: 'posthog' }>;

export interface PostHogLimits extends HttpLimits {
  readonly cells: number;
}

/**
 * PostHog's heatmaps (posthog.com/docs/api/heatmaps), asked with a personal API key of the scope
 * `heatmap:read`. Two questions, at the same time: clicks per cell, and distinct ids per cell, which
 * k counts as people. A cell without an answer to the second has 0 people, so that k drops it.
 *
 * Both are asked for whole (`limit=0`): PostHog sorts by count alone, so pages may repeat or miss
 * cells of equal count. Where a server pages all the same, its `has_more` is followed by `offset`.
 */
export function createPostHogSource(
  limits: Partial<PostHogLimits> = {},
): HeatSource<PostHogConfig> {
  const all: PostHogLimits = { ...HTTP_LIMITS, cells: MAX_CELLS, ...limits };
  return {
    kind: 'posthog',
    abilities: () => ({ maps: [{ map: 'click', by: 'place' }], filters: ['band'] }),
    fetchHeat: (config, query, ports) =>
      settled(() =>
        withCall(config.host, ports, all, async (call) => {
          const [clicks, people] = await Promise.all([
            ask(call, config, query, 'total_count', all.cells),
            ask(call, config, query, 'unique_visitors', all.cells),
          ]);
          return toHeat(clicks, people, query);
        }),
      ),
    test: (config, ports) =>
      settled(() =>
        withCall(config.host, ports, all, async (call) => {
          const today = new Date(ports.clock.now()).toISOString().slice(0, 10);
          // One page of one day, so that a server too old to know `limit` does not send everything.
          const page = `${config.origins[0] ?? 'https://hushmap.invalid'}/`;
          const params = {
            ...question(page, today, today),
            aggregation: 'total_count',
            limit: '1',
          };
          const { host } = new URL(config.host);
          const grid = createGrid();
          const onRows = (rows: readonly unknown[]) => {
            addRows(rows, 0, host, grid);
            return true;
          };
          hasMore(
            await call.getRows({ path: pathOf(config), query: params, key: 'results' }, onRows),
            host,
          );
        }),
      ),
  };
}

export const posthog = createPostHogSource();

interface Answer {
  readonly grid: Grid;
  readonly unusable: number;
  readonly truncated: boolean;
}

async function ask(
  call: Call,
  config: PostHogConfig,
  query: HeatQuery,
  aggregation: 'total_count' | 'unique_visitors',
  maxRows: number,
): Promise<Answer> {
  const { host } = new URL(config.host);
  const grid = createGrid();
  let unusable = 0;
  let rowsSoFar = 0;
  const onRows = (rows: readonly unknown[]): boolean => {
    const wanted = rows.slice(0, maxRows - rowsSoFar);
    unusable += addRows(wanted, rowsSoFar, host, grid);
    rowsSoFar += wanted.length;
    return rowsSoFar < maxRows;
  };
  for (;;) {
    const before = rowsSoFar;
    const params: Record<string, string> = {
      ...question(query.page, query.from, query.to),
      viewport_width_min: String(Math.max(0, Math.floor(query.band.min))),
      viewport_width_max: String(Math.max(0, Math.ceil(query.band.max))),
      aggregation,
      limit: '0',
    };
    if (before > 0) params.offset = String(before);
    const envelope = await call.getRows(
      { path: pathOf(config), query: params, key: 'results' },
      onRows,
    );
    // At its cap PostHog does not say whether there is more, so there may be.
    const isFull = rowsSoFar >= maxRows;
    if (isFull || !hasMore(envelope, host)) {
      refuseUseless(grid, rowsSoFar, host);
      return { grid, unusable, truncated: isFull };
    }
    // A server that promises more and sends nothing would be asked for ever.
    if (rowsSoFar === before) return { grid, unusable, truncated: true };
  }
}

const pathOf = (config: PostHogConfig): string =>
  `/api/projects/${encodeURIComponent(config.projectId)}/heatmaps/`;

const question = (page: string, from: string, to: string): Record<string, string> => ({
  type: 'click',
  url_exact: page,
  date_from: from,
  date_to: to,
  hide_zero_coordinates: 'true',
});

/** Rows, but not one usable: this is another form of answer, and "no clicks" would be a lie. */
function refuseUseless(grid: Grid, rows: number, host: string): void {
  if (rows > 0 && grid.length === 0) throw new HushmapError('source.badShape', [host, 'results']);
}

/** PostHog keeps positions and widths in units of 16 px, rounded to the nearest. */
const STEP = 16;
/** It gives x as a share of the width, rounded to two places. */
const RELATIVE_STEP = 0.01;

/** Cells joined in one turn of the event loop, some 10 ms of work. */
const CELLS_PER_TURN = 50_000;

async function toHeat(clicks: Answer, people: Answer, query: HeatQuery): Promise<PlacedHeat> {
  const columns = createCellColumns(Math.max(clicks.grid.length, 1));
  for (let row = 0; row < clicks.grid.length; row++) {
    if (row % CELLS_PER_TURN === CELLS_PER_TURN - 1) await nextTurn();
    const relativeX = clicks.grid.relativeX(row);
    const y = clicks.grid.y(row);
    const fixed = clicks.grid.fixed(row);
    const count = clicks.grid.count(row);
    const found = people.grid.find(relativeX, y, fixed);
    // Nobody clicks less than once: more people than clicks come from a click between two answers.
    const persons = found < 0 ? 0 : Math.min(people.grid.count(found), count);
    columns.add(relativeX * query.viewportWidth, y, STEP, count, persons, fixed);
  }
  return {
    form: 'cells',
    cells: columns.finish(),
    viewportWidth: query.viewportWidth,
    // Two roundings, half a step each: 8 px when it was stored, half a percent of the width when it
    // was asked for. The larger is the floor of the error; both together can reach their sum.
    gridErrorX: Math.max(STEP / 2, (RELATIVE_STEP / 2) * query.viewportWidth),
    gridErrorY: STEP / 2,
    unit: 'people',
    truncated: clicks.truncated || people.truncated,
    unusable: clicks.unusable,
  };
}

/** Turns what a person can mend into a result; bugs and aborts go on as they are. */
async function settled<T>(work: () => Promise<T>): Promise<Result<T, HushmapError>> {
  try {
    return ok(await work());
  } catch (cause) {
    if (cause instanceof HushmapError) return err(cause);
    throw cause;
  }
}

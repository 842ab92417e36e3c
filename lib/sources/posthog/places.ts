import { HushmapError } from '../../core/errors';
import type { HeatQuery } from '../../protocol/sources';
import { createCellColumns } from '../cell-columns';
import type { PlacedHeat } from '../contract';
import type { Call } from '../http';
import { nextTurn } from '../turns';
import { createGrid, type Grid } from './grid';
import { heatmapParams, type PostHogConfig, pathIn } from './question';
import { addRows, hasMore } from './response';
import { refusedFor } from './scope';

/** PostHog keeps positions and widths in units of 16 px, rounded to the nearest. */
export const STEP = 16;

/**
 * Heat by place, from the heatmaps API. Two questions, at the same time: events per cell, and distinct
 * ids per cell, which k counts as people. A cell without an answer to the second has 0 people, so that
 * k drops it.
 *
 * Both are asked for whole (`limit=0`): PostHog sorts by count alone, so pages may repeat or miss
 * cells of equal count. Where a server pages all the same, its `has_more` is followed by `offset`.
 */
export async function fetchPlaces(
  call: Call,
  config: PostHogConfig,
  query: HeatQuery,
  type: string,
  maxCells: number,
): Promise<PlacedHeat> {
  const params = heatmapParams(type, query);
  const [counts, people] = await Promise.all([
    ask(call, config, { ...params, aggregation: 'total_count' }, maxCells),
    ask(call, config, { ...params, aggregation: 'unique_visitors' }, maxCells),
  ]);
  return toHeat(counts, people, query);
}

interface Answer {
  readonly grid: Grid;
  readonly unusable: number;
  readonly truncated: boolean;
}

async function ask(
  call: Call,
  config: PostHogConfig,
  params: Readonly<Record<string, string>>,
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
    const page = before > 0 ? { offset: String(before) } : {};
    const envelope = await call.getRows(
      {
        path: pathIn(config, 'heatmaps'),
        query: { ...params, limit: '0', ...page },
        key: 'results',
        refused: refusedFor(host, 'heatmap:read'),
      },
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

/** Rows, but not one usable: this is another form of answer, and "no clicks" would be a lie. */
function refuseUseless(grid: Grid, rows: number, host: string): void {
  if (rows > 0 && grid.length === 0) throw new HushmapError('source.badShape', [host, 'results']);
}

/** It gives x as a share of the width, rounded to two places. */
const RELATIVE_STEP = 0.01;

/** Cells joined in one turn of the event loop, some 10 ms of work. */
const CELLS_PER_TURN = 50_000;

async function toHeat(counts: Answer, people: Answer, query: HeatQuery): Promise<PlacedHeat> {
  const columns = createCellColumns(Math.max(counts.grid.length, 1));
  for (let row = 0; row < counts.grid.length; row++) {
    if (row % CELLS_PER_TURN === CELLS_PER_TURN - 1) await nextTurn();
    const relativeX = counts.grid.relativeX(row);
    const y = counts.grid.y(row);
    const fixed = counts.grid.fixed(row);
    const count = counts.grid.count(row);
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
    truncated: counts.truncated || people.truncated,
    unusable: counts.unusable,
  };
}

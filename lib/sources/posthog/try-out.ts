import { HushmapError } from '../../core/errors';
import { type Message, message } from '../../core/message';
import { NO_FILTERS } from '../../protocol/heat-kinds';
import type { HeatQuery } from '../../protocol/sources';
import type { SourcePorts } from '../contract';
import type { Call } from '../http';
import { createGrid } from './grid';
import { runHogQL } from './hogql';
import { elementParams, heatmapParams, type PostHogConfig, pathIn } from './question';
import { addRows, hasMore } from './response';
import { refusedFor } from './scope';

/**
 * Asks the least that proves address, key, project and scopes: one row of one page and one day. A key
 * that may not read element statistics is good for all other maps, so that is said and no failure.
 */
export async function tryOut(
  call: Call,
  config: PostHogConfig,
  { clock }: Pick<SourcePorts, 'clock'>,
): Promise<readonly Message[]> {
  const query = leastQuery(config, new Date(clock.now()).toISOString().slice(0, 10));
  await tryHeatmaps(call, config, query);
  if (config.hogql) {
    await runHogQL(call, config, { query: LEAST_QUERY, values: {} }, 2, () => {});
    return [];
  }
  return (await mayReadElements(call, config, query)) ? [] : [message('source.test.noElements')];
}

const LEAST_QUERY = 'SELECT 1 LIMIT {limit} OFFSET {offset}';

async function tryHeatmaps(call: Call, config: PostHogConfig, query: HeatQuery): Promise<void> {
  const { host } = new URL(config.host);
  const grid = createGrid();
  const envelope = await call.getRows(
    {
      path: pathIn(config, 'heatmaps'),
      // One page of one day, so that a server too old to know `limit` does not send everything.
      query: { ...heatmapParams('click', query), aggregation: 'total_count', limit: '1' },
      key: 'results',
      refused: refusedFor(host, 'heatmap:read'),
    },
    (rows) => {
      addRows(rows, 0, host, grid);
      return true;
    },
  );
  hasMore(envelope, host);
}

async function mayReadElements(
  call: Call,
  config: PostHogConfig,
  query: HeatQuery,
): Promise<boolean> {
  const { host } = new URL(config.host);
  try {
    await call.getRows(
      {
        path: pathIn(config, 'elements/stats'),
        query: { ...elementParams('$autocapture', query), limit: '1' },
        key: 'results',
        refused: refusedFor(host, 'element:read'),
      },
      () => true,
    );
    return true;
  } catch (cause) {
    // Refused, or a server without them: the heatmaps have just shown that all else is right.
    if (cause instanceof HushmapError && REFUSALS.has(cause.code)) return false;
    throw cause;
  }
}

const REFUSALS: ReadonlySet<string> = new Set([
  'source.noScope',
  'source.forbidden',
  'source.notFound',
  'source.otherProject',
]);

function leastQuery({ origins }: PostHogConfig, today: string): HeatQuery {
  return {
    page: `${origins[0] ?? 'https://hushmap.invalid'}/`,
    map: 'click',
    by: 'place',
    filters: NO_FILTERS,
    k: 1,
    from: today,
    to: today,
    band: { min: 0, max: 10_000 },
    viewportWidth: 1280,
  };
}

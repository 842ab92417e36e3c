import * as v from 'valibot';
import { HushmapError } from '../../core/errors';
import type { HeatQuery } from '../../protocol/sources';
import type { BandHeat } from '../contract';
import type { Call } from '../http';
import { isCount, isPosition } from '../limits';
import { DEPTH_STEP, type Depth, toBands } from './depths';
import { heatmapsOf, runHogQL } from './hogql';
import type { PostHogConfig } from './question';
import { Figure, parsedRows } from './response';

/**
 * How many different people got to each depth or further: everybody counts once, with the deepest
 * place they ever got to. Depths that fewer than k people got to are not sent.
 */
export const scrollQuery = (where: string): string => `
SELECT depth, reached FROM (
  SELECT depth, sum(stopped) OVER (ORDER BY depth DESC) AS reached FROM (
    SELECT floor(deepest / ${DEPTH_STEP}) * ${DEPTH_STEP} AS depth, count() AS stopped FROM (
      SELECT distinct_id, max((y + viewport_height) * scale_factor) AS deepest
      FROM heatmaps WHERE ${where} GROUP BY distinct_id
    )
    GROUP BY depth
  )
)
WHERE reached >= {k}
ORDER BY depth
LIMIT {limit} OFFSET {offset}`;

/** The middle of the heights of their windows, if they are many. */
export const foldQuery = (where: string): string => `
SELECT round(quantile(0.5)(viewport_height * scale_factor)) AS fold
FROM heatmaps WHERE ${where}
HAVING uniq(distinct_id) >= {k}
LIMIT {limit} OFFSET {offset}`;

/** How far people got, counted by PostHog's engine (`query:read`). */
export async function askScroll(
  call: Call,
  config: PostHogConfig,
  query: HeatQuery,
): Promise<BandHeat> {
  const { host } = new URL(config.host);
  const { where, ...scoped } = heatmapsOf(query, 'scrolldepth');
  const depths: Depth[] = [];
  let fold: number | null = null;
  let unusable = 0;
  const onDepths = (rows: readonly unknown[], first: number) => {
    for (const [top, reached] of parsedRows(DepthSchema, rows, first, host)) {
      if (isPosition(top) && isCount(reached)) depths.push({ top, reached, people: reached });
      else unusable += 1;
    }
  };
  const onFold = (rows: readonly unknown[], first: number) => {
    const height = parsedRows(FoldSchema, rows, first, host)[0]?.[0];
    if (isPosition(height) && height >= DEPTH_STEP) fold = height;
  };
  const [{ truncated }] = await Promise.all([
    runHogQL(call, config, { ...scoped, query: scrollQuery(where) }, MAX_DEPTHS, onDepths),
    runHogQL(call, config, { ...scoped, query: foldQuery(where) }, 2, onFold),
  ]);
  if (unusable > 0 && depths.length === 0) {
    throw new HushmapError('source.badShape', [host, 'results']);
  }
  const given = toBands(depths);
  return {
    form: 'bands',
    bands: { ...given.bands, fold: depths.length > 0 ? fold : null },
    viewportWidth: query.viewportWidth,
    unit: 'people',
    truncated: truncated || given.truncated,
    unusable,
    anonymisedAt: 'source',
  };
}

const DepthSchema = v.tuple([Figure, Figure]);
const FoldSchema = v.tuple([Figure]);

/** More than a map of bands may hold, so that a cut is noticed. */
const MAX_DEPTHS = 2_001;

import * as v from 'valibot';
import { message } from '../../core/message';
import { effectiveK } from '../../heatmap/anonymity';
import type { Band, Bands } from '../../protocol/heat-kinds';
import type { HeatQuery } from '../../protocol/sources';
import type { BandHeat } from '../contract';
import type { Call } from '../http';
import { isCount, isPosition } from '../limits';
import { DEPTH_STEP, type Depth, toBands } from './depths';
import { heatmapParams, type PostHogConfig, pathIn } from './question';
import { Figure, parsedRows } from './response';
import { refusedFor } from './scope';

/**
 * How far people got, from the heatmaps API. PostHog counts distinct ids in each 100 px of depth and
 * adds them up from below, so somebody who came twice and got to two depths counts twice among those
 * who got to the lesser. What k counts is therefore the most people in any one depth from there on:
 * there are certainly not fewer.
 */
export async function fetchScroll(
  call: Call,
  config: PostHogConfig,
  query: HeatQuery,
): Promise<BandHeat> {
  const [depths, fold] = await Promise.all([
    askDepths(call, config, query),
    askFold(call, config, query),
  ]);
  const { bands, truncated } = toBands(depths.usable);
  const isOfMany = ({ people }: Band) => people >= effectiveK(query.k);
  return {
    form: 'bands',
    // The height of few people's windows is theirs to know.
    bands: { ...bands, fold: bands.bands.some(isOfMany) ? fold : null },
    viewportWidth: query.viewportWidth,
    unit: 'people',
    truncated,
    unusable: depths.unusable,
    remarks: [message('source.remark.reachedTwice')],
  };
}

const DepthRowSchema = v.object({
  scroll_depth_bucket: Figure,
  bucket_count: Figure,
  cumulative_count: Figure,
});

interface Depths {
  readonly usable: Depth[];
  readonly unusable: number;
}

async function askDepths(call: Call, config: PostHogConfig, query: HeatQuery): Promise<Depths> {
  const { host } = new URL(config.host);
  const rows: { readonly top: number; readonly stopped: number; readonly reached: number }[] = [];
  let unusable = 0;
  let first = 0;
  await call.getRows(
    {
      path: pathIn(config, 'heatmaps'),
      query: { ...heatmapParams('scrolldepth', query), aggregation: 'unique_visitors', limit: '0' },
      key: 'results',
      refused: refusedFor(host, 'heatmap:read'),
    },
    (batch) => {
      for (const row of parsedRows(DepthRowSchema, batch, first, host)) {
        const { scroll_depth_bucket: top, bucket_count: stopped, cumulative_count: reached } = row;
        const isUsable = isPosition(top) && isCount(stopped) && isCount(reached);
        if (isUsable) rows.push({ top, stopped, reached });
        else unusable += 1;
      }
      first += batch.length;
      return first < MAX_ROWS;
    },
  );
  rows.sort((a, b) => b.top - a.top);
  let people = 0;
  const usable = rows.map(({ top, stopped, reached }) => {
    people = Math.max(people, Math.min(stopped, reached));
    return { top, reached, people };
  });
  return { usable: usable.reverse(), unusable };
}

/** More depths than the tallest page that can be laid out has. */
const MAX_ROWS = 200_000;

const FoldSchema = v.object({
  fold: v.nullish(v.object({ total_count: Figure, median_viewport_height: v.nullish(Figure) })),
});

/** The middle of the viewports' heights: it comes with clicks, whatever they are. */
async function askFold(
  call: Call,
  config: PostHogConfig,
  query: HeatQuery,
): Promise<Bands['fold']> {
  const { host } = new URL(config.host);
  const envelope = await call.getRows(
    {
      path: pathIn(config, 'heatmaps'),
      query: { ...heatmapParams('click', query), aggregation: 'total_count', limit: '1' },
      key: 'results',
      refused: refusedFor(host, 'heatmap:read'),
    },
    () => true,
  );
  // Older servers tell no fold, and a scroll map is good without.
  const parsed = v.safeParse(FoldSchema, envelope);
  const height = parsed.success ? parsed.output.fold?.median_viewport_height : null;
  return isPosition(height) && height >= DEPTH_STEP ? height : null;
}

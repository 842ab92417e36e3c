import * as v from 'valibot';
import type { PagesQuery } from '../../protocol/sources';
import { MOST_PAGES, type PageList } from '../contract';
import type { Call } from '../http';
import { eventsOf, heatmapsOf, runHogQL } from './hogql';
import { eventCounted, HEATMAP_TYPES, type PostHogConfig } from './question';
import { parsedRows } from './response';

/**
 * The pages of a pattern, by people, counted by PostHog's engine. Addresses that fewer than k people
 * were counted on are not sent, and none comes with its query or fragment.
 */
export const pagesQuery = (table: string, url: string, where: string): string => `
SELECT page, people, count() OVER () AS pages FROM (
  SELECT cutQueryStringAndFragment(${url}) AS page, uniq(distinct_id) AS people
  FROM ${table} WHERE ${where}
  GROUP BY page
)
WHERE people >= {k}
ORDER BY people DESC, page
LIMIT {limit} OFFSET {offset}`;

/** Where the map that is shown is counted: elements among the events, all else among the heatmaps. */
export async function askPages(
  call: Call,
  config: PostHogConfig,
  query: PagesQuery,
): Promise<PageList> {
  const { map } = query;
  const event = eventCounted(query);
  const type = map === 'scroll' || map === 'attention' ? 'scrolldepth' : HEATMAP_TYPES[map];
  const { where, ...scoped } = event !== null ? eventsOf(query, event) : heatmapsOf(query, type);
  const text = event
    ? pagesQuery('events', 'properties.$current_url', where)
    : pagesQuery('heatmaps', 'current_url', where);
  const rows: v.InferOutput<typeof RowSchema>[] = [];
  await runHogQL(call, config, { ...scoped, query: text }, MOST_PAGES, (batch, first) => {
    rows.push(...parsedRows(RowSchema, batch, first, new URL(config.host).host));
  });
  return {
    pages: rows.map(([page, people]) => ({ page, people })),
    total: rows[0]?.[2] ?? 0,
    unit: 'people',
  };
}

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const RowSchema = v.tuple([v.pipe(v.string(), v.maxLength(8192)), Count, Count]);

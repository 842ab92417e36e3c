import * as v from 'valibot';
import { HushmapError } from '../../core/errors';
import type { PagesQuery } from '../../protocol/sources';
import { MOST_PAGES, type PageList } from '../contract';
import { unitOf } from './answer';
import type { Ask } from './ask';
import { conditionsOf } from './conditions';
import { column, type Layout } from './layout';
import type { Asked } from './places';

/**
 * The question for the pages of a pattern. Addresses that fewer than k people were counted on stay in
 * the engine, and so does what a query or a fragment adds to an address.
 *
 * Rows: page, people, all pages with k people.
 */
export function pagesQuestion(layout: Layout, query: PagesQuery): Asked {
  const where = conditionsOf(layout, query);
  const url = column(layout.form === 'cells' ? 'url' : layout.columns.url);
  const people =
    layout.form === 'cells'
      ? 'uniqExactMerge(t.`people`)'
      : `uniqExact(cityHash64(${column(layout.columns.person)}))`;
  return {
    sql: `SELECT w.page AS page, toFloat64(w.people) AS people, toFloat64(count() OVER ()) AS pages
FROM (
SELECT cutQueryStringAndFragment(${url}) AS page, ${people} AS people
FROM ${layout.table} AS t
WHERE ${where.sql}
GROUP BY page
) AS w
WHERE w.people >= {k:UInt32}
ORDER BY people DESC, page
LIMIT ${MOST_PAGES}
FORMAT JSONCompact`,
    params: { ...where.params, k: String(query.k) },
  };
}

/** The pages of a pattern, as the engine tells them. */
export async function readPages(
  ask: Ask,
  layout: Layout,
  query: PagesQuery,
  host: string,
): Promise<PageList> {
  const found: v.InferOutput<typeof RowsSchema> = [];
  await ask(pagesQuestion(layout, query), (rows) => {
    const parsed = v.safeParse(RowsSchema, rows);
    if (!parsed.success) throw new HushmapError('source.badShape', [new URL(host).host, 'data']);
    found.push(...parsed.output);
    return found.length <= MOST_PAGES;
  });
  return {
    pages: found.slice(0, MOST_PAGES).map(([page, people]) => ({ page, people })),
    total: found[0]?.[2] ?? 0,
    unit: unitOf(layout),
  };
}

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const RowsSchema = v.array(v.strictTuple([v.pipe(v.string(), v.maxLength(8192)), Count, Count]));

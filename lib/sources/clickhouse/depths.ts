import type { HeatQuery } from '../../protocol/sources';
import { MAX_POSITION } from '../limits';
import { conditionsOf } from './conditions';
import { BAND_HEIGHT, column, type Layout, MAX_BANDS } from './layout';
import type { Asked } from './places';

/** Longest time of one look that counts, seconds: a tab that was left open is no attention. */
const LONGEST_LOOK = 3_600;

/**
 * The question for scroll depth: how many people got at least so far. Who scrolled in two visits
 * counts once, with the deeper one, since the sets of people are joined from the deepest band
 * upwards. Bands that fewer than k people reached are left out in the engine.
 *
 * Rows: band, people who reached it, median height of their viewports (0: not known).
 */
export function scrollQuestion(layout: Layout, query: HeatQuery): Asked {
  const where = conditionsOf(layout, query);
  const { source, screens } = scrolled(layout, where.sql);
  return {
    sql: `SELECT w.band AS band, w.people AS people, w.fold AS fold
FROM (
SELECT b.band AS band,
  toFloat64(uniqExactMerge(b.s) OVER (ORDER BY b.band DESC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)) AS people,
  ${screens ? 'toFloat64(quantileTDigestMerge(0.5)(b.v) OVER ())' : 'toFloat64(0)'} AS fold
FROM (${source}) AS b
) AS w
WHERE w.people >= {k:UInt32}
ORDER BY band
LIMIT ${MAX_BANDS}
FORMAT JSONCompact`,
    params: { ...where.params, k: String(query.k) },
  };
}

function scrolled(layout: Layout, where: string): { source: string; screens: boolean } {
  if (layout.form === 'cells') {
    return {
      screens: true,
      source: `SELECT t.\`y\` AS band, uniqExactMergeState(t.\`people\`) AS s, quantileTDigestMergeState(0.5)(t.\`screens\`) AS v
FROM ${layout.table} AS t
WHERE ${where}
GROUP BY band`,
    };
  }
  const { columns } = layout;
  const depth = `toFloat64(${column(columns.depth === '' ? columns.y : columns.depth)})`;
  const screens = columns.viewportHeight !== '';
  const median = `, quantileTDigestState(0.5)(toFloat32(${column(columns.viewportHeight || columns.y)})) AS v`;
  return {
    screens,
    source: `SELECT ${bandOf(depth)} AS band, uniqExactState(cityHash64(${column(columns.person)})) AS s${screens ? median : ''}
FROM ${layout.table} AS t
WHERE ${where}
  AND ${depth} BETWEEN 0 AND ${MAX_POSITION}
GROUP BY band`,
  };
}

/**
 * The question for attention: seconds that each band was in view, all people together. Bands that
 * fewer than k people looked at are left out in the engine.
 *
 * Rows: band, seconds, people, people who looked at the page at all.
 */
export function attentionQuestion(layout: Layout, query: HeatQuery): Asked {
  const where = conditionsOf(layout, query);
  return {
    sql: `SELECT w.band AS band, w.seconds AS seconds, w.people AS people, w.everyone AS everyone
FROM (
SELECT b.band AS band, toFloat64(b.n) AS seconds, toFloat64(finalizeAggregation(b.s)) AS people,
  toFloat64(uniqExactMerge(b.s) OVER ()) AS everyone
FROM (${looked(layout, where.sql)}) AS b
) AS w
WHERE w.people >= {k:UInt32}
ORDER BY band
LIMIT ${MAX_BANDS}
FORMAT JSONCompact`,
    params: { ...where.params, k: String(query.k) },
  };
}

function looked(layout: Layout, where: string): string {
  if (layout.form === 'cells') {
    return `SELECT t.\`y\` AS band, sum(t.\`seconds\`) AS n, uniqExactMergeState(t.\`people\`) AS s
FROM ${layout.table} AS t
WHERE ${where}
GROUP BY band`;
  }
  const { columns } = layout;
  const top = `toFloat64(${column(columns.y)})`;
  const height = `toFloat64(${column(columns.viewportHeight)})`;
  const seconds = `toFloat64(${column(columns.seconds)})`;
  return `SELECT arrayJoin(range(${bandOf(top)}, toUInt32(least(ceil((${top} + ${height}) / ${BAND_HEIGHT}), ${MAX_BANDS})))) AS band,
  sum(${seconds}) AS n, uniqExactState(cityHash64(${column(columns.person)})) AS s
FROM ${layout.table} AS t
WHERE ${where}
  AND ${top} BETWEEN 0 AND ${MAX_POSITION} AND ${height} BETWEEN 0 AND ${MAX_POSITION}
  AND ${seconds} BETWEEN 0 AND ${LONGEST_LOOK}
GROUP BY band`;
}

const bandOf = (depth: string): string =>
  `toUInt32(least(floor(${depth} / ${BAND_HEIGHT}), ${MAX_BANDS - 1}))`;

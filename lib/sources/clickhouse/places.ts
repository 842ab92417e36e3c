import type { HeatQuery } from '../../protocol/sources';
import { MAX_POSITION } from '../limits';
import { conditionsOf, type Params } from './conditions';
import { column, FIRST_STEP_WIDTH, GRID, type Layout } from './layout';

export interface Asked {
  readonly sql: string;
  readonly params: Params;
}

/** Edges of the squares that small cells are merged into, CSS px; the first is `GRID`. */
export const SIZES = [20, 40, 80, 160] as const;

/**
 * The question for cells by place, answered whole inside the engine and in one pass over the table.
 *
 * The smallest squares are grouped with the set of people behind each (`uniqExactState`). A square that at
 * least k people stand behind is shown. The others are joined four by four, and the joined square
 * shows what its *hidden* children hold and nothing else: their clicks, and how many different people
 * stand behind these, which the engine counts by joining the sets. So nothing can be learnt by
 * taking shown children from a shown parent, which never included them. What still has fewer than k people at 160 px is dropped.
 *
 * What that costs is reckoned on the way. `lost`: clicks that are shown nowhere. `moved`: of those that
 * are shown in a joined square, the ones that lie elsewhere in it than spread evenly, which is at most
 * the sum over its steps (the triangle inequality). Both leave the engine in whole per cent, since the
 * clicks themselves may be of one square.
 *
 * Rows: size, fixed, column, row, clicks, people. The last, of size 0, holds what was lost in place of the
 * column, and what was moved in place of the row.
 */
export function placesQuestion(layout: Layout, query: HeatQuery, limit: number): Asked {
  const where = conditionsOf(layout, query);
  const smallest = `SELECT b.f AS f, b.x AS x, b.y AS y, toFloat64(b.n) AS n, b.s AS s,
  toFloat64(finalizeAggregation(b.s)) AS p, CAST([], '${SHOWN}') AS shown,
  toFloat64(0) AS uneven, toFloat64(0) AS moved
FROM (${grouped(layout, where.sql)}) AS b`;
  const merged = SIZES.slice(0, -1).reduce(joined, smallest);
  const last = SIZES[SIZES.length - 1] ?? GRID;
  return {
    sql: `SELECT r.cell.1 AS size, r.cell.2 AS fixed, r.cell.3 AS x, r.cell.4 AS y, r.cell.5 AS clicks, r.cell.6 AS people
FROM (
SELECT arrayJoin(arrayConcat(g.cells, CAST([(0, 0, ${percentOf('g.lost', 'g.all')}, ${percentOf('g.moved', 'g.all - g.lost')}, 0, 0)], '${SHOWN}'))) AS cell
FROM (
SELECT groupArrayArray(arrayConcat(c.shown, if(c.p >= {k:UInt32}, [${cellOf(last)}], CAST([], '${SHOWN}')))) AS cells,
  sumIf(c.n, c.p < {k:UInt32}) AS lost, sum(c.moved) + sumIf(c.uneven, c.p >= {k:UInt32}) AS moved,
  sum(c.n) + sum(arraySum(each -> each.5, c.shown)) AS all
FROM (${merged}) AS c
) AS g
) AS r
ORDER BY clicks DESC, size, fixed, y, x
LIMIT {limit:UInt32}
FORMAT JSONCompact`,
    params: {
      ...where.params,
      k: String(query.k),
      limit: String(limit),
      shownWidth: String(query.viewportWidth),
    },
  };
}

const percentOf = (part: string, whole: string): string =>
  `toUInt32(least(100, ceil(100 * (${part}) / greatest(1, ${whole}))))`;

const SHOWN = 'Array(Tuple(UInt16, UInt8, UInt32, UInt32, Float64, Float64))';

const cellOf = (size: number): string =>
  `CAST((${size}, c.f, c.x, c.y, c.n, c.p), 'Tuple(UInt16, UInt8, UInt32, UInt32, Float64, Float64)')`;

/** One step up: from squares of `size` to those of twice its edge. */
function joined(squares: string, size: number): string {
  return `SELECT j.f AS f, j.px AS x, j.py AS y, j.rest AS n, j.people AS s,
  toFloat64(finalizeAggregation(j.people)) AS p, j.found AS shown,
  j.uneven + (arraySum(part -> abs(part - j.rest / 4), j.parts) + (4 - length(j.parts)) * j.rest / 4) / 2 AS uneven,
  j.moved AS moved
FROM (
SELECT c.f AS f, intDiv(c.x, 2) AS px, intDiv(c.y, 2) AS py,
  sumIf(c.n, c.p < {k:UInt32}) AS rest,
  uniqExactMergeStateIf(c.s, c.p < {k:UInt32}) AS people,
  groupArrayIf(c.n, c.p < {k:UInt32}) AS parts, sumIf(c.uneven, c.p < {k:UInt32}) AS uneven,
  sum(c.moved) + sumIf(c.uneven, c.p >= {k:UInt32}) AS moved,
  arrayConcat(groupArrayArray(c.shown), groupArrayIf(${cellOf(size)}, c.p >= {k:UInt32})) AS found
FROM (${squares}) AS c
GROUP BY f, px, py
) AS j`;
}

/** Clicks, and the set of people, by square of `GRID` px on a page of the shown width. */
function grouped(layout: Layout, where: string): string {
  if (layout.form === 'cells') {
    // A column's middle is scaled: its step's width may be another than the shown one.
    const width = `if(t.\`width\` = 0, ${FIRST_STEP_WIDTH}, t.\`width\`)`;
    return `SELECT t.\`fixed\` AS f, toUInt32(floor((t.\`x\` + 0.5) * {shownWidth:Float64} / ${width})) AS x, t.\`y\` AS y,
  countMerge(t.\`clicks\`) AS n, uniqExactMergeState(t.\`people\`) AS s
FROM ${layout.table} AS t
WHERE ${where}
GROUP BY f, x, y`;
  }
  const { columns } = layout;
  const [x, y] = [`toFloat64(${column(columns.x)})`, `toFloat64(${column(columns.y)})`];
  const across = `${x} * {shownWidth:Float64} / ${column(columns.viewportWidth)}`;
  const fixed =
    columns.fixed === '' ? 'toUInt8(0)' : `toUInt8(ifNull(${column(columns.fixed)}, 0) != 0)`;
  return `SELECT ${fixed} AS f, toUInt32(floor(${across} / ${GRID})) AS x, toUInt32(floor(${y} / ${GRID})) AS y,
  count() AS n, uniqExactState(cityHash64(${column(columns.person)})) AS s
FROM ${layout.table} AS t
WHERE ${where}
  AND ${x} >= 0 AND ${across} <= ${MAX_POSITION} AND ${y} BETWEEN 0 AND ${MAX_POSITION}
GROUP BY f, x, y`;
}

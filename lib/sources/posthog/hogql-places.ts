import * as v from 'valibot';
import { mergeLevels } from '../../heatmap/quadtree';
import type { HeatQuery } from '../../protocol/sources';
import { type CellColumns, createCellColumns } from '../cell-columns';
import type { PlacedHeat } from '../contract';
import type { Call } from '../http';
import { isCount, isPosition } from '../limits';
import { heatmapsOf, runHogQL } from './hogql';
import { STEP } from './places';
import type { PostHogConfig } from './question';
import { Figure, parsedRows } from './response';

/**
 * Squares of 16, 32, 64 and 128 px: multiples of the 16 px that PostHog keeps positions in. Squares of
 * 20 px would hold two of its rows here and one there, and so draw stripes that nobody clicked.
 */
export const SCALES = [1, 2, 4, 8] as const;

/** Positions this near to each other lie in one square: the whole page, of which nothing is left out. */
const WHOLE_PAGE = 2 ** 24;

/**
 * How many events and how many different people there are in each square, at four sizes, and on the
 * whole page, counted by PostHog's own engine. What fewer than k people stand behind is not sent.
 *
 * A square's place is of its middle position: those of 16 px lie around the position that was kept,
 * which is rounded to the nearest, and the larger ones hold 2, 4 and 8 of them a side.
 */
export const placesQuery = (where: string): string => `
SELECT scale, floor(across / scale) AS column_at, floor(down / scale) AS row_at, fixed,
  count() AS hits, uniq(distinct_id) AS people
FROM (
  SELECT distinct_id, pointer_target_fixed AS fixed,
    round(x * {width} / (viewport_width * 16)) AS across,
    round(y * scale_factor / 16) AS down,
    arrayJoin([1, 2, 4, 8, ${WHOLE_PAGE}]) AS scale
  FROM heatmaps
  WHERE ${where} AND NOT (x = 0 AND y = 0)
)
GROUP BY scale, column_at, row_at, fixed
HAVING uniq(distinct_id) >= {k}
ORDER BY scale, hits DESC, row_at, column_at, fixed
LIMIT {limit} OFFSET {offset}`;

/**
 * Four answers of PostHog's largest. A page of 20,000 px holds 106,000 such squares where people
 * clicked on every one.
 */
const MAX_ROWS = 200_000;

const RowSchema = v.tuple([
  v.picklist([...SCALES, WHOLE_PAGE]),
  Figure,
  Figure,
  v.union([v.boolean(), v.picklist([0, 1])]),
  Figure,
  Figure,
]);

/** Heat by place, merged upwards where few people were, by PostHog's engine (`query:read`). */
export async function askPlaces(
  call: Call,
  config: PostHogConfig,
  query: HeatQuery,
  type: string,
  maxCells: number,
): Promise<PlacedHeat> {
  const { host } = new URL(config.host);
  const { where, ...scoped } = heatmapsOf(query, type);
  const question = {
    ...scoped,
    query: placesQuery(where),
    values: { ...scoped.values, width: query.viewportWidth },
  };
  const levels = SCALES.map((scale) => ({ scale, columns: createCellColumns() }));
  let unusable = 0;
  let total = 0;
  const { truncated } = await runHogQL(
    call,
    config,
    question,
    Math.min(maxCells, MAX_ROWS),
    (rows, first) => {
      for (const row of parsedRows(RowSchema, rows, first, host)) {
        if (row[0] === WHOLE_PAGE) {
          if (isCount(row[4])) total += row[4];
          continue;
        }
        const level = levels.find(({ scale }) => scale === row[0]);
        if (level === undefined || !addCell(row, level.columns)) unusable += 1;
      }
    },
  );
  const { cells: merged, ...lost } = mergeLevels(
    levels.map(({ scale, columns }) => ({ size: scale * STEP, cells: columns.finish() })),
    query.k,
    total,
  );
  // Squares were counted from the page's corner; they lie around the positions that were kept.
  for (let i = 0; i < merged.length; i++) {
    merged.x[i] = Math.max(0, (merged.x[i] ?? 0) - STEP / 2);
    merged.y[i] = Math.max(0, (merged.y[i] ?? 0) - STEP / 2);
  }
  return {
    form: 'cells',
    cells: merged,
    viewportWidth: query.viewportWidth,
    gridErrorX: STEP / 2,
    gridErrorY: STEP / 2,
    unit: 'people',
    truncated,
    unusable,
    anonymisedAt: 'source',
    // Of an answer that was cut nobody knows what the rest holds.
    ...(total > 0 && !truncated && { lost }),
  };
}

function addCell(row: v.InferOutput<typeof RowSchema>, columns: CellColumns): boolean {
  const [scale, column, at, fixed, count, people] = row;
  const size = scale * STEP;
  if (!isPosition(column) || !isPosition(at) || !isCount(count) || !isCount(people)) return false;
  const x = (column + 0.5) * size;
  const y = (at + 0.5) * size;
  if (!isPosition(x) || !isPosition(y)) return false;
  columns.add(x, y, size, count, Math.min(people, count), Boolean(fixed));
  return true;
}

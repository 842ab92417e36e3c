import type { IndexedCell } from './heat-index';
import type { DepthRow } from './heatmaps-api';
import { type Clicks, countBy } from './select-events';

const X = 128;
const Y = 32_768;

/** Cells of any kind of event, hottest first. */
export function cellsOf(clicks: Clicks, rows: readonly number[]): IndexedCell[] {
  const { table } = clicks;
  const place = (row: number) =>
    ((table.fixed[row] ?? 0) * Y + (table.y[row] ?? 0)) * X + (table.x[row] ?? 0);
  return countBy(clicks, rows, place).map(({ key, count, people }) => ({
    x: key % X,
    y: Math.floor(key / X) % Y,
    fixed: key >= X * Y,
    count,
    people,
  }));
}

/** A visitor's own depth on a page, CSS px: the first screen at least, fewer further down. */
export function depthOf({ table, plan }: Clicks, row: number): number {
  const group = plan.groups[table.group[row] ?? 0];
  const height = group?.height ?? 0;
  const screen = Math.min(height, screenOf(group?.width ?? 0));
  // Knuth's multiplicative hash: the same share for the same visitor, spread evenly.
  const share = (((table.visitor[row] ?? 0) * 2_654_435_761) % 2 ** 32) / 2 ** 32;
  return Math.floor(screen + (height - screen) * (1 - Math.sqrt(share)));
}

/** Phones are held upright; windows are not. */
const screenOf = (width: number): number => (width < 800 ? 780 : 900);

/** Visitors in each 100 px, and those of there and below. */
export function depthsOf(clicks: Clicks, rows: readonly number[]): DepthRow[] {
  const buckets = countBy(clicks, rows, (row) => Math.floor(depthOf(clicks, row) / 100) * 100);
  let reached = 0;
  return buckets
    .sort((a, b) => b.key - a.key)
    .map(({ key, people }) => {
      reached += people;
      return { scroll_depth_bucket: key, bucket_count: people, cumulative_count: reached };
    })
    .reverse();
}

export function foldOf(
  { table, plan }: Clicks,
  rows: readonly number[],
): { total_count: number; median_viewport_height: number | null } {
  const middle = rows[Math.floor(rows.length / 2)];
  const width = middle === undefined ? null : plan.groups[table.group[middle] ?? 0]?.width;
  return {
    total_count: rows.length,
    median_viewport_height: width === null || width === undefined ? null : screenOf(width),
  };
}

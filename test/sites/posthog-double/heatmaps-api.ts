import { X_STEPS, Y_STEP } from './events';
import type { HeatIndex, IndexedCell } from './heat-index';
import { cellsOf, depthsOf, foldOf } from './other-kinds';
import { type Clicks, selectEvents } from './select-events';

/** A row of `GET /api/projects/:id/heatmaps/`. */
export interface HeatmapRow {
  readonly count: number;
  readonly pointer_y: number;
  readonly pointer_relative_x: number;
  readonly pointer_target_fixed: boolean;
}

export interface HeatmapsAnswer {
  readonly results: readonly HeatmapRow[];
  readonly fold?: { readonly total_count: number; readonly median_viewport_height: number | null };
  readonly has_more: boolean;
}

/** A row where depths were asked for. */
export interface DepthRow {
  readonly scroll_depth_bucket: number;
  readonly bucket_count: number;
  readonly cumulative_count: number;
}

export interface HeatmapsProblem {
  readonly problem: string;
}

const TYPES = ['click', 'rageclick', 'mousemove', 'scrolldepth', 'deadclick'];
const AGGREGATIONS = ['total_count', 'unique_visitors'];
const MOST = 1_000_000;

/**
 * The heatmaps endpoint over the generated clicks, with the real one's defaults: the last 7 days,
 * clicks, totals, 500 rows, `limit=0` for all. Other kinds of events are made out of the clicks.
 *
 * @param today - The last day with data, `YYYY-MM-DD` (UTC).
 */
export function answerHeatmaps(
  query: URLSearchParams,
  index: HeatIndex,
  today: string,
  clicks: Clicks | null = null,
): HeatmapsAnswer | { readonly results: readonly DepthRow[] } | HeatmapsProblem {
  const type = query.get('type') ?? 'click';
  if (!TYPES.includes(type)) return { problem: `"${type}" is not a valid choice for type.` };
  const aggregation = query.get('aggregation') ?? 'total_count';
  if (!AGGREGATIONS.includes(aggregation)) {
    return { problem: `"${aggregation}" is not a valid choice for aggregation.` };
  }
  const oldest = daysBefore(today, query.get('date_from') ?? '-7d');
  const newest = daysBefore(today, query.get('date_to') ?? today);
  if (oldest === null || newest === null) return { problem: 'Date has wrong format.' };
  const numbers = ['viewport_width_min', 'viewport_width_max', 'limit', 'offset'].map((name) =>
    wholeNumber(query.get(name)),
  );
  if (numbers.includes(null)) return { problem: 'A valid integer is required.' };
  const [widthMin, widthMax, limit, offset] = numbers;
  const pages = pageFilter(query);
  if (pages === null) return { problem: 'Invalid regular expression.' };
  const range = {
    pages,
    // Kept, and asked for, in units of 16 px.
    widthMin: Math.round((widthMin ?? 0) / 16) * 16 - 8,
    widthMax: Math.round((widthMax ?? Number.POSITIVE_INFINITY) / 16) * 16 + 7,
    oldest,
    newest: Math.max(0, newest),
  };
  const events = clicks === null ? [] : selectEvents(clicks, range, type);
  if (type === 'scrolldepth') return { results: clicks === null ? [] : depthsOf(clicks, events) };
  const hideZero = query.get('hide_zero_coordinates') !== 'false';
  const found = type === 'click' ? index.query(range) : clicks ? cellsOf(clicks, events) : [];
  const all = found.filter((cell) => !(hideZero && cell.x === 0 && cell.y === 0));
  const from = offset ?? 0;
  const rows = Math.min(limit === 0 ? MOST : (limit ?? 500), MOST);
  return {
    results: all.slice(from, from + rows).map((cell) => toRow(cell, aggregation)),
    ...(clicks !== null && { fold: foldOf(clicks, events) }),
    has_more: from + rows < all.length,
  };
}

function toRow(cell: IndexedCell, aggregation: string): HeatmapRow {
  return {
    count: aggregation === 'unique_visitors' ? cell.people : cell.count,
    pointer_y: cell.y * Y_STEP,
    pointer_relative_x: cell.x / X_STEPS,
    pointer_target_fixed: cell.fixed,
  };
}

/** `YYYY-MM-DD` (a time may follow) or `-7d`, as days before `today`; null where it is neither. */
export function daysBefore(today: string, given: string): number | null {
  const relative = /^-(\d{1,4})d$/.exec(given);
  if (relative) return Number(relative[1]);
  const day = /^\d{4}-\d{2}-\d{2}/.exec(given)?.[0];
  if (day === undefined) return null;
  const days = (Date.parse(today) - Date.parse(day)) / 86_400_000;
  return Number.isFinite(days) ? days : null;
}

/** Undefined where not given, null where given and not a whole number. */
function wholeNumber(given: string | null): number | null | undefined {
  if (given === null || given === '') return undefined;
  return /^\d{1,9}$/.test(given) ? Number(given) : null;
}

export function pageFilter(query: URLSearchParams): ((page: string) => boolean) | null {
  const pattern = query.get('url_pattern');
  if (pattern !== null) {
    try {
      // Anchored by the server, and a bare `*` stands for anything.
      const start = pattern.startsWith('^') ? pattern : `^${pattern}`;
      const whole = start.endsWith('$') ? start : `${start}$`;
      const expression = new RegExp(whole.replace(/(?<=[^.])\*/g, '.+'));
      return (page) => expression.test(page);
    } catch {
      return null;
    }
  }
  const exact = query.get('url_exact');
  if (exact === null) return () => true;
  return (page) => withoutSlash(page) === withoutSlash(exact);
}

const withoutSlash = (url: string): string => url.replace(/\/$/, '');

import type { ServerResponse } from 'node:http';
import type { DoubleOptions, DoubleRow } from './posthog-double';
import { sendJson } from './send-json';

/** The heatmaps API of the double: parameters as strict as there, cells by count, `limit=0` for all. */
export function answerHeatmaps(options: DoubleOptions, url: URL, response: ServerResponse): void {
  const params = url.searchParams;
  const fault = firstFault(params);
  if (fault !== null) sendJson(response, 400, { detail: fault });
  else if (params.get('type') === 'scrolldepth') sendDepths(options, response);
  else sendRows(response, select(options, params), options, params);
}

const KNOWN = new Set([
  'type',
  'url_exact',
  'url_pattern',
  'date_from',
  'date_to',
  'viewport_width_min',
  'viewport_width_max',
  'aggregation',
  'hide_zero_coordinates',
  'filter_test_accounts',
  'cohort_ids',
  'limit',
  'offset',
]);

function sendDepths(options: DoubleOptions, response: ServerResponse): void {
  const depths = options.depths ?? [];
  const results = depths.map(({ top, people }, i) => ({
    scroll_depth_bucket: top,
    bucket_count: people,
    cumulative_count: depths.slice(i).reduce((sum, depth) => sum + depth.people, 0),
  }));
  sendJson(response, 200, { results });
}

function firstFault(params: URLSearchParams): string | null {
  for (const name of params.keys()) if (!KNOWN.has(name)) return `unknown parameter ${name}`;
  for (const name of ['viewport_width_min', 'viewport_width_max', 'limit', 'offset']) {
    const value = params.get(name);
    if (value !== null && !/^\d{1,7}$/.test(value)) return `${name}: a valid integer is required`;
  }
  for (const name of ['date_from', 'date_to']) {
    if (!/^\d{4}-\d\d-\d\d$/.test(params.get(name) ?? '')) return `error parsing ${name}`;
  }
  if (!TYPES.has(params.get('type') ?? '')) return 'type';
  if (params.has('url_exact') === params.has('url_pattern')) return 'url_exact';
  if (!['total_count', 'unique_visitors'].includes(params.get('aggregation') ?? '')) {
    return 'aggregation: not a valid choice';
  }
  return null;
}

const TYPES = new Set(['click', 'rageclick', 'deadclick', 'mousemove', 'scrolldepth']);

/** `anchor_url_pattern` of PostHog's heatmaps_api.py: anchored, and a bare `*` becomes `.+`. */
export function anchored(pattern: string): RegExp {
  const start = pattern.startsWith('^') ? pattern : `^${pattern}`;
  const whole = start.endsWith('$') ? start : `${start}$`;
  return new RegExp(whole.replace(/(?<=[^.])\*/g, '.+'));
}

function pageFilter(params: URLSearchParams): (url: string) => boolean {
  const pattern = params.get('url_pattern');
  if (pattern !== null) {
    const expression = anchored(pattern);
    return (url) => expression.test(url);
  }
  const trimmed = (url: string) => url.replace(/\/+$/, '');
  const page = trimmed(params.get('url_exact') ?? '');
  return (url) => trimmed(url) === page;
}

function select(options: DoubleOptions, params: URLSearchParams): DoubleRow[] {
  const fits = pageFilter(params);
  const from = params.get('date_from') ?? '';
  const to = params.get('date_to') ?? '';
  const min = Math.round(Number(params.get('viewport_width_min') ?? 0) / 16);
  const max = Math.round(Number(params.get('viewport_width_max') ?? 1e6) / 16);
  const hideZero = params.get('hide_zero_coordinates') !== 'false';
  const isPeople = params.get('aggregation') === 'unique_visitors';
  const type = params.get('type');
  const rows = [...(options.rows ?? [])].filter((row) => {
    const width = Math.round((row.width ?? 1280) / 16);
    return (
      (row.type ?? 'click') === type &&
      (row.url === undefined || fits(row.url)) &&
      (row.day === undefined || (row.day >= from && row.day <= to)) &&
      width >= min &&
      width <= max &&
      !(hideZero && row.relativeX === 0 && row.y === 0) &&
      !(isPeople && row.people === 0)
    );
  });
  return isPeople
    ? rows.sort((a, b) => b.people - a.people)
    : rows.sort((a, b) => b.count - a.count);
}

function sendRows(
  response: ServerResponse,
  rows: DoubleRow[],
  options: DoubleOptions,
  params: URLSearchParams,
): void {
  const isPeople = params.get('aggregation') === 'unique_visitors';
  const asked = Number(params.get('limit') ?? 500);
  const offset = Number(params.get('offset') ?? 0);
  const limit = Math.min(asked === 0 ? 1_000_000 : asked, options.pageCap ?? 1_000_000);
  const page = rows.slice(offset, offset + limit);
  const isUnbounded = asked === 0 && options.pageCap === undefined;
  const more = !isUnbounded && rows.length > offset + limit;
  const results = page.map(
    (row) =>
      `{"count":${isPeople ? row.people : row.count},"pointer_y":${row.y},` +
      `"pointer_relative_x":${row.relativeX},"pointer_target_fixed":${row.fixed}}`,
  );
  sendJson(
    response,
    200,
    `{"results":[${results.join(',')}],"fold":{"total_count":${rows.length},"below_fold_count":0,` +
      `"pct_below_fold":0,"median_viewport_height":784},"has_more":${more}}`,
  );
}

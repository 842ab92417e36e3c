import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One cell as PostHog's query gives it, and what the query's filters see of it. */
export interface DoubleRow {
  readonly relativeX: number;
  readonly y: number;
  readonly fixed: boolean;
  readonly count: number;
  /** Distinct ids; 0: the second answer has no such row. */
  readonly people: number;
  readonly url?: string;
  readonly day?: string;
  readonly width?: number;
  /** As PostHog calls it; `click` where not given. */
  readonly type?: string;
}

/** Where visits ended: of so many people, 100 px from `top` on. */
export interface DoubleDepth {
  readonly top: number | null;
  readonly people: number;
}

/** A question in PostHog's SQL, as it arrived. */
export interface AskedHogQL {
  readonly query: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly filters?: unknown;
}

export interface DoubleOptions {
  readonly key: string;
  readonly project: string;
  readonly rows?: Iterable<DoubleRow>;
  readonly depths?: readonly DoubleDepth[];
  /** Rows of the element statistics, as PostHog gives them. */
  readonly elements?: readonly unknown[];
  /** All rows of the answer to a question in SQL; the double sends the part that was asked for. */
  readonly hogql?: (asked: AskedHogQL) => readonly (readonly unknown[])[];
  /** Scopes that the key lacks. */
  readonly lacks?: readonly string[];
  /** A server that sends at most so many rows at once, whatever is asked. */
  readonly pageCap?: number;
  /** Answers in place of the double; false: let the double answer. */
  readonly instead?: (request: IncomingMessage, response: ServerResponse) => boolean;
}

export interface SeenRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  /** Of a POST, once it has arrived. */
  body?: string;
}

export interface PostHogDouble {
  readonly origin: string;
  readonly seen: readonly SeenRequest[];
  close(): Promise<void>;
}

/**
 * A PostHog on loopback for its heatmaps, its element statistics and its queries: key and scopes are
 * checked, parameters are parsed as strictly as there, cells are sorted by count, `limit=0` means all
 * of them, and `has_more` or `next` tells of further rows. What a question in SQL is answered with is
 * the test's to say.
 */
export async function startPostHogDouble(options: DoubleOptions): Promise<PostHogDouble> {
  const seen: SeenRequest[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://double.test');
    const one: SeenRequest = { method: request.method ?? '', url, headers: request.headers };
    seen.push(one);
    // A client that hangs up (too large, too slow) is part of the tests.
    response.on('error', () => {});
    if (request.method !== 'POST') {
      if (options.instead?.(request, response) !== true) answer(options, request, url, response);
      return;
    }
    readText(request).then(
      (body) => {
        one.body = body;
        if (options.instead?.(request, response) !== true)
          answerQuery(options, request, url, body, response);
      },
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // `listen` on TCP gives an object, never a pipe's name.
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

async function readText(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
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

/** Who may ask what, in PostHog's own words; null: go on. */
function refusal(
  options: DoubleOptions,
  request: IncomingMessage,
  url: URL,
): readonly [status: number, detail: string] | null {
  if (request.headers.authorization !== `Bearer ${options.key}`) {
    return [401, 'Invalid personal API key.'];
  }
  const [, project, what = ''] = /^\/api\/projects\/([^/]+)\/(.*)$/.exec(url.pathname) ?? [];
  if (project !== options.project) return [404, 'Not found.'];
  const scope = SCOPES[what];
  if (scope === undefined) return [404, 'Not found.'];
  if (options.lacks?.includes(scope)) return [403, `API key missing required scope '${scope}'`];
  return null;
}

const SCOPES: Readonly<Record<string, string>> = {
  'heatmaps/': 'heatmap:read',
  'elements/stats/': 'element:read',
  'query/': 'query:read',
};

function answer(
  options: DoubleOptions,
  request: IncomingMessage,
  url: URL,
  response: ServerResponse,
): void {
  const refused = refusal(options, request, url);
  if (refused !== null) sendJson(response, refused[0], { detail: refused[1] });
  else if (url.pathname.endsWith('/elements/stats/')) sendElements(options, request, url, response);
  else answerHeatmaps(options, url, response);
}

function answerHeatmaps(options: DoubleOptions, url: URL, response: ServerResponse): void {
  const params = url.searchParams;
  const fault = firstFault(params);
  if (fault !== null) sendJson(response, 400, { detail: fault });
  else if (params.get('type') === 'scrolldepth') sendDepths(options, response);
  else sendRows(response, select(options, params), options, params);
}

/** A constant stands for every name in braces, and PostHog's limit of rows holds. */
function answerQuery(
  options: DoubleOptions,
  request: IncomingMessage,
  url: URL,
  body: string,
  response: ServerResponse,
): void {
  const refused = refusal(options, request, url);
  if (refused !== null) {
    sendJson(response, refused[0], { detail: refused[1] });
    return;
  }
  const asked = askedIn(body);
  const isJson = request.headers['content-type'] === 'application/json';
  if (asked === null || !isJson || !url.pathname.endsWith('/query/')) {
    sendJson(response, 400, { detail: 'Validation error.' });
    return;
  }
  const names = [...asked.query.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const missing = names.find((name) =>
    name === 'filters' ? asked.filters === undefined : !Object.hasOwn(asked.values, name),
  );
  if (missing !== undefined) {
    sendJson(response, 400, { detail: `Unresolved placeholder: {${missing}}` });
    return;
  }
  const limit = Math.min(Number(asked.values.limit ?? 100), options.pageCap ?? 50_000);
  const offset = Number(asked.values.offset ?? 0);
  const all = options.hogql?.(asked) ?? [];
  const results = all.slice(offset, offset + limit);
  sendJson(response, 200, { results, columns: [], hasMore: all.length > offset + limit });
}

function askedIn(body: string): AskedHogQL | null {
  // Whatever arrives; its form is checked on the next lines.
  const { query } = JSON.parse(body) as { query?: { kind?: unknown; query?: unknown } };
  if (query?.kind !== 'HogQLQuery' || typeof query.query !== 'string') return null;
  return { values: {}, ...query, query: query.query };
}

function sendElements(
  options: DoubleOptions,
  request: IncomingMessage,
  url: URL,
  response: ServerResponse,
): void {
  const params = url.searchParams;
  const event = params.get('include') ?? '';
  const limit = Number(params.get('limit') ?? 250);
  if (!['$autocapture', '$rageclick', '$dead_click'].includes(event) || !(limit <= 50_000)) {
    sendJson(response, 400, { detail: 'Only $autocapture, $rageclick and $dead_click.' });
    return;
  }
  const rows = options.elements ?? [];
  const offset = Number(params.get('offset') ?? 0);
  const page = Math.min(limit, options.pageCap ?? limit);
  let next: string | null = null;
  if (rows.length > offset + page) {
    const address = new URL(url.pathname + url.search, `http://${request.headers.host}`);
    address.searchParams.set('offset', String(offset + page));
    next = address.href;
  }
  sendJson(response, 200, { results: rows.slice(offset, offset + page), next, previous: null });
}

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

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
}

export interface DoubleOptions {
  readonly key: string;
  readonly project: string;
  readonly rows?: Iterable<DoubleRow>;
  /** A server that sends at most so many rows at once, whatever is asked. */
  readonly pageCap?: number;
  /** Answers in place of the double; false: let the double answer. */
  readonly instead?: (request: IncomingMessage, response: ServerResponse) => boolean;
}

export interface SeenRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
}

export interface PostHogDouble {
  readonly origin: string;
  readonly seen: readonly SeenRequest[];
  close(): Promise<void>;
}

/**
 * A PostHog on loopback for its heatmaps API: its key is checked, its parameters are parsed as
 * strictly as there, it sorts by count, `limit=0` means all, and `has_more` tells of further rows.
 */
export async function startPostHogDouble(options: DoubleOptions): Promise<PostHogDouble> {
  const seen: SeenRequest[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://double.test');
    seen.push({ method: request.method ?? '', url, headers: request.headers });
    // A client that hangs up (too large, too slow) is part of the tests.
    response.on('error', () => {});
    if (options.instead?.(request, response) === true) return;
    answer(options, request, url, response);
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

const KNOWN = new Set([
  'type',
  'url_exact',
  'date_from',
  'date_to',
  'viewport_width_min',
  'viewport_width_max',
  'aggregation',
  'hide_zero_coordinates',
  'limit',
  'offset',
]);

function answer(
  options: DoubleOptions,
  request: IncomingMessage,
  url: URL,
  response: ServerResponse,
): void {
  const refuse = (status: number, detail: string) => sendJson(response, status, { detail });
  const fault = firstFault(url.searchParams);
  if (request.method !== 'GET') refuse(405, 'Method not allowed.');
  else if (request.headers.authorization !== `Bearer ${options.key}`) {
    refuse(401, 'Invalid personal API key.');
  } else if (url.pathname !== `/api/projects/${options.project}/heatmaps/`) {
    refuse(404, 'Not found.');
  } else if (fault !== null) refuse(400, fault);
  else sendRows(response, select(options, url.searchParams), options, url.searchParams);
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
  if (params.get('type') !== 'click') return 'type';
  if (!params.has('url_exact')) return 'url_exact';
  if (!['total_count', 'unique_visitors'].includes(params.get('aggregation') ?? '')) {
    return 'aggregation: not a valid choice';
  }
  return null;
}

function select(options: DoubleOptions, params: URLSearchParams): DoubleRow[] {
  const trimmed = (url: string) => url.replace(/\/+$/, '');
  const page = trimmed(params.get('url_exact') ?? '');
  const from = params.get('date_from') ?? '';
  const to = params.get('date_to') ?? '';
  const min = Math.round(Number(params.get('viewport_width_min') ?? 0) / 16);
  const max = Math.round(Number(params.get('viewport_width_max') ?? 1e6) / 16);
  const hideZero = params.get('hide_zero_coordinates') !== 'false';
  const isPeople = params.get('aggregation') === 'unique_visitors';
  const rows = [...(options.rows ?? [])].filter((row) => {
    const width = Math.round((row.width ?? 1280) / 16);
    return (
      (row.url === undefined || trimmed(row.url) === page) &&
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

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerHeatmaps } from './posthog-double-heatmaps';
import { sendJson } from './send-json';

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

async function readText(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

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

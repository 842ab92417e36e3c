import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as v from 'valibot';

/** One click of a visit, as OpenReplay keeps it. */
export interface DoubleClick {
  /** Percent of the page's width and height. */
  readonly x: number | null;
  readonly y: number | null;
  readonly at: number;
  readonly visit: number;
}

export interface OpenReplayDoubleOptions {
  readonly token: string;
  readonly projectId: string;
  readonly clicks?: readonly DoubleClick[];
  /** Visits that came to a path. */
  readonly visits?: Readonly<Record<string, readonly number[]>>;
  readonly mayView?: boolean;
  readonly instead?: (request: IncomingMessage, response: ServerResponse) => boolean;
}

export interface OpenReplayDouble {
  readonly origin: string;
  readonly seen: readonly SeenCard[];
  close(): Promise<void>;
}

export interface SeenCard {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** What OpenReplay's validator asks for (`backend/pkg/analytics/model`), as far as a click map needs it. */
const CardSchema = v.object({
  metricType: v.literal('heatmaps_session'),
  metricOf: v.literal('heatMapUrl'),
  metricFormat: v.string(),
  viewType: v.string(),
  startTimestamp: v.pipe(v.number(), v.integer(), v.minValue(946_684_800_000)),
  endTimestamp: v.pipe(v.number(), v.integer(), v.minValue(946_684_800_000)),
  density: v.pipe(v.number(), v.minValue(1), v.maxValue(720)),
  limit: v.pipe(v.number(), v.minValue(1), v.maxValue(200)),
  page: v.pipe(v.number(), v.minValue(1)),
  includeClickRage: v.boolean(),
  series: v.tuple([
    v.object({
      name: v.string(),
      filter: v.object({
        eventsOrder: v.picklist(['then', 'or', 'and']),
        filters: v.tuple([
          v.object({
            name: v.literal('LOCATION'),
            isEvent: v.literal(true),
            operator: v.literal('is'),
            value: v.array(v.string()),
            propertyOrder: v.literal('and'),
            filters: v.tuple([
              v.object({
                name: v.literal('url_path'),
                operator: v.literal('is'),
                value: v.array(v.string()),
              }),
            ]),
          }),
        ]),
      }),
    }),
  ]),
});

/**
 * An OpenReplay on loopback: the visits that came to a path are chosen, and the oldest 500 of all
 * their clicks are sent, whichever page they were made on.
 */
export async function startOpenReplayDouble(
  options: OpenReplayDoubleOptions,
): Promise<OpenReplayDouble> {
  const seen: SeenCard[] = [];
  const server = createServer(async (request, response) => {
    response.on('error', () => {});
    let body = '';
    for await (const piece of request) body += piece;
    seen.push({
      method: request.method ?? '',
      url: request.url ?? '',
      headers: request.headers,
      body,
    });
    if (options.instead?.(request, response) === true) return;
    answer(options, request, body, response);
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

export function sendJson(response: ServerResponse, status: number, body: unknown): ServerResponse {
  response.writeHead(status, { 'content-type': 'application/json' });
  return response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

function answer(
  options: OpenReplayDoubleOptions,
  request: IncomingMessage,
  body: string,
  response: ServerResponse,
): unknown {
  const { token, projectId, clicks = [], visits = {}, mayView = true } = options;
  if (request.headers.authorization !== `Bearer ${token}`) {
    return sendJson(response, 401, { errors: [`invalid token ${request.headers.authorization}`] });
  }
  const id = /^\/v2\/api\/(\d+)\/cards\/try$/.exec(request.url ?? '')?.[1];
  if (id !== projectId) return sendJson(response, 404, { errors: ['project not found'] });
  if (!mayView) return sendJson(response, 403, { errors: ['forbidden'] });
  const card = v.safeParse(CardSchema, JSON.parse(body));
  const isJson = request.headers['content-type'] === 'application/json';
  if (request.method !== 'POST' || !isJson || !card.success) {
    return sendJson(response, 400, { error: 'invalid payload' });
  }
  const { startTimestamp, endTimestamp, series } = card.output;
  const paths = series[0].filter.filters[0].filters[0].value;
  const chosen = new Set(paths.flatMap((path) => visits[path] ?? []));
  const sent = clicks
    .filter(({ at, visit }) => chosen.has(visit) && at >= startTimestamp && at <= endTimestamp)
    .sort((a, b) => a.at - b.at)
    .slice(0, 500)
    .map(({ x, y }) => ({ normalizedX: x, normalizedY: y }));
  return sendJson(response, 200, { data: sent });
}

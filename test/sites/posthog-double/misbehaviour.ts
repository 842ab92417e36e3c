import type { ServerResponse } from 'node:http';
import type { HeatmapRow } from './heatmaps-api';

/** The ways in which a source can fail, one word each. `ok` ends it. */
export const MISBEHAVIOURS = [
  'ok',
  '401',
  '403',
  '404',
  '429',
  'html',
  'truncated',
  'nan',
  'million',
  'redirect',
  'slow',
  'down',
] as const;

export type Misbehaviour = (typeof MISBEHAVIOURS)[number];

export interface MisbehaviourContext {
  readonly url: URL;
  /** Where `redirect` leads: another origin, which notes whether the key came along. */
  readonly redirectTo: string;
}

/** Rows of the `million` answer, over all its pages. */
export const MILLION = 1_000_000;

/** Answers one request wrongly, in the way that was asked for. */
export function misbehave(
  mode: Exclude<Misbehaviour, 'ok'>,
  response: ServerResponse,
  context: MisbehaviourContext,
): void {
  const refusal = REFUSALS[mode];
  if (refusal) {
    if (mode === '429') response.setHeader('Retry-After', '30');
    problem(response, ...refusal);
  } else if (mode === 'redirect') {
    response.writeHead(302, { Location: context.redirectTo });
    response.end();
  } else if (mode === 'million') {
    million(response, context.url);
  } else if (mode === 'slow') {
    drip(response);
  } else if (mode === 'down') {
    response.socket?.destroy();
  } else {
    const [type, body] = BODIES[mode] ?? ['text/plain', ''];
    response.writeHead(200, { 'Content-Type': type });
    response.end(body);
  }
}

const REFUSALS: Partial<Record<Misbehaviour, readonly [number, string, string]>> = {
  '401': [401, 'authentication_error', 'Invalid personal API key.'],
  '403': [403, 'authentication_error', "API key missing required scope 'heatmap:read'"],
  '404': [404, 'invalid_request', 'Project not found.'],
  '429': [429, 'throttled_error', 'Request was throttled. Expected available in 30 seconds.'],
};

/** An error in the shape of the real API. */
export function problem(
  response: ServerResponse,
  status: number,
  type: string,
  detail: string,
): void {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify({ type, code: type, detail, attr: null }));
}

/** Valid JSON with impossible numbers: 1e999 is Infinity once parsed, and JSON has no NaN. */
const IMPOSSIBLE = `{"results":[
{"count":12,"pointer_y":1e999,"pointer_relative_x":0.5,"pointer_target_fixed":false},
{"count":-4,"pointer_y":160,"pointer_relative_x":0.5,"pointer_target_fixed":false},
{"count":9,"pointer_y":-320,"pointer_relative_x":0.5,"pointer_target_fixed":false},
{"count":9,"pointer_y":320,"pointer_relative_x":-0.2,"pointer_target_fixed":false},
{"count":7,"pointer_y":320,"pointer_relative_x":"NaN","pointer_target_fixed":false},
{"count":null,"pointer_y":320,"pointer_relative_x":0.4,"pointer_target_fixed":false}
],"has_more":false}`;

/** Answers that arrive whole, with status 200, and are of no use. */
const BODIES: Partial<Record<Misbehaviour, readonly [string, string]>> = {
  html: ['text/html', '<!doctype html><title>Sign in</title><h1>Sign in to continue</h1>'],
  truncated: [
    'application/json',
    '{"results":[{"count":15,"pointer_y":32,"pointer_relative_x":0.06,"poin',
  ],
  nan: ['application/json', IMPOSSIBLE],
};

/** A page of a million cells, written in pieces so that the double itself stays small. */
function million(response: ServerResponse, url: URL): void {
  const asked = Number(url.searchParams.get('limit') ?? 500);
  const offset = Number(url.searchParams.get('offset') ?? 0);
  const end = Math.min(MILLION, asked === 0 ? MILLION : offset + asked);
  response.writeHead(200, { 'Content-Type': 'application/json' });
  let at = offset;
  const write = (): void => {
    while (at < end) {
      const rows: string[] = [];
      const stop = Math.min(end, at + 10_000);
      for (; at < stop; at++) rows.push(JSON.stringify(millionthRow(at)));
      const piece = `${at - rows.length === offset ? '{"results":[' : ','}${rows.join(',')}`;
      if (!response.write(piece)) {
        response.once('drain', write);
        return;
      }
    }
    response.end(`${end <= offset ? '{"results":[' : ''}],"has_more":${end < MILLION}}`);
  };
  write();
}

/** 100 columns by 10,000 rows: a page 160,000 px tall, with 12 to 31 clicks a cell. */
export function millionthRow(i: number): HeatmapRow {
  return {
    count: 12 + ((i * 7) % 20),
    pointer_y: Math.floor(i / 100) * 16,
    pointer_relative_x: ((i % 100) + 0.5) / 100,
    pointer_target_fixed: false,
  };
}

/** One byte a second: the connection lives, the answer never comes. */
function drip(response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 1000);
  response.on('close', () => clearInterval(timer));
}

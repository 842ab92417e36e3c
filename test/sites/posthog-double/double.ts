import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodeBody, decodeRecording, type RecordedEvent } from './decode';
import { answerElements } from './elements-api';
import { generateEvents, type HeatPlan } from './events';
import { type HeatIndex, indexEvents } from './heat-index';
import { answerHeatmaps } from './heatmaps-api';
import { answerQuery } from './hogql-api';
import { type Misbehaviour, misbehave, problem } from './misbehaviour';
import { type HeatTruth, truthOf } from './truth';

export const API_KEY = 'phx_parley_double_key';
export const PROJECT_ID = '4173';

export interface PostHogDoubleOptions {
  readonly port?: number;
  /** The clicks to serve; without it the heatmaps are empty, and the start is instant. */
  readonly plan?: HeatPlan;
  /** Last day with clicks, `YYYY-MM-DD`; today (UTC) where not given. */
  readonly today?: string;
  /** Where `behave('redirect')` leads: must be another origin. */
  readonly redirectTo?: string;
}

/** One body that posthog-js sent, unpacked. */
export interface Ingested {
  readonly path: string;
  readonly at: number;
  readonly payload: unknown;
}

export interface ApiRequest {
  readonly method: string;
  readonly url: string;
  readonly authorization: string | null;
}

export interface PostHogDouble {
  readonly origin: string;
  readonly apiKey: string;
  readonly projectId: string;
  /** Last day with clicks. */
  readonly today: string;
  readonly index: HeatIndex;
  /** What the generated clicks add up to; null without a plan. */
  readonly truth: HeatTruth | null;
  /** All that was captured so far, in the order of arrival. */
  ingested(): readonly Ingested[];
  /** The recorded rrweb events so far, decoded; of one project key where it is given. */
  recording(token?: string): readonly RecordedEvent[];
  /** Requests to the API so far, with the key that they carried. */
  requests(): readonly ApiRequest[];
  /** From now on, requests to the API fail in this way: the next `times` of them, or until told otherwise. */
  behave(mode: Misbehaviour, times?: number): void;
  /** Forgets what was captured and asked, and behaves again. */
  reset(): void;
  close(): Promise<void>;
}

const API = /^\/api\/(?:projects|environments)\/([^/]+)\/(heatmaps|elements\/stats|query)\/?$/;
const CONFIG = /^\/array\/([^/]+)\/config(?:\.js)?$/;
const CAPTURE = /^\/(?:s|e|i\/v0\/e|capture|batch|engage)\/?$/;

/** A PostHog on loopback: takes what posthog-js sends, and serves heat of generated clicks. */
export async function startPostHogDouble(
  options: PostHogDoubleOptions = {},
): Promise<PostHogDouble> {
  const today = options.today ?? new Date().toISOString().slice(0, 10);
  const clicks = options.plan ? { table: generateEvents(options.plan), plan: options.plan } : null;
  const index = clicks ? indexEvents(clicks.table, clicks.plan) : EMPTY;
  const captured: Ingested[] = [];
  const recorded: { token: string; events: RecordedEvent[] }[] = [];
  const asked: ApiRequest[] = [];
  let mode: Misbehaviour = 'ok';
  let left = Number.POSITIVE_INFINITY;

  const capture = async (url: URL, request: IncomingMessage): Promise<void> => {
    const body = await readBody(request);
    if (body.length === 0) return;
    const payload = decodeBody(body);
    captured.push({ path: url.pathname, at: Date.now(), payload });
    const events = decodeRecording(body);
    if (events.length > 0) recorded.push({ token: tokenOf(payload), events });
  };

  const api = async (
    url: URL,
    [, project, what]: readonly (string | undefined)[],
    request: IncomingMessage,
    response: ServerResponse,
  ) => {
    if (mode !== 'ok' && left > 0) {
      left--;
      misbehave(mode, response, { url, redirectTo: options.redirectTo ?? 'http://127.0.0.1:9/' });
      return;
    }
    if (request.headers.authorization !== `Bearer ${API_KEY}`) {
      problem(response, 401, 'authentication_error', 'Invalid personal API key.');
      return;
    }
    if (project !== PROJECT_ID) {
      problem(response, 404, 'invalid_request', 'Project not found.');
      return;
    }
    const answer =
      what === 'query'
        ? answerQuery(String(await readBody(request)), clicks, today)
        : what === 'heatmaps'
          ? answerHeatmaps(url.searchParams, index, today, clicks)
          : answerElements(url, clicks, today);
    if ('problem' in answer) {
      problem(response, 400, 'validation_error', String(answer.problem));
      return;
    }
    response.setHeader('Cache-Control', 'max-age=30');
    json(response, answer);
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://double');
    allowOrigin(request, response);
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end();
      return;
    }
    const called = API.exec(url.pathname);
    if (called !== null) {
      asked.push({
        method: request.method ?? '',
        url: request.url ?? '',
        authorization: request.headers.authorization ?? null,
      });
      await api(url, called, request, response);
      return;
    }
    if (CONFIG.test(url.pathname)) {
      json(response, REMOTE_CONFIG);
    } else if (url.pathname.startsWith('/flags')) {
      json(response, FLAGS);
    } else if (CAPTURE.test(url.pathname)) {
      await capture(url, request);
      json(response, { status: 1 });
    } else {
      problem(response, 404, 'invalid_request', 'Not found.');
    }
  };

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (!response.headersSent) problem(response, 400, 'invalid_request', String(error));
    });
  });
  await listen(server, options.port ?? 0);

  return {
    origin: `http://127.0.0.1:${portOf(server)}`,
    apiKey: API_KEY,
    projectId: PROJECT_ID,
    today,
    index,
    truth: options.plan ? truthOf(options.plan) : null,
    ingested: () => captured,
    recording: (token) =>
      recorded
        .filter((part) => token === undefined || part.token === token)
        .flatMap((p) => p.events),
    requests: () => asked,
    behave: (next, times = Number.POSITIVE_INFINITY) => {
      mode = next;
      left = times;
    },
    reset: () => {
      captured.length = 0;
      recorded.length = 0;
      asked.length = 0;
      mode = 'ok';
    },
    close: () => closeServer(server),
  };
}

/** Session recording on, as a project with it enabled answers; everything else off. */
const REMOTE_CONFIG = {
  supportedCompression: ['gzip', 'gzip-js'],
  sessionRecording: { endpoint: '/s/' },
  autocapture_opt_out: true,
  heatmaps: false,
  surveys: false,
  capturePerformance: false,
  captureDeadClicks: false,
  hasFeatureFlags: false,
  siteApps: [],
  isAuthenticated: false,
  toolbarParams: {},
};

const FLAGS = { ...REMOTE_CONFIG, flags: {}, featureFlags: {}, errorsWhileComputingFlags: false };

const EMPTY: HeatIndex = { query: () => [] };

function tokenOf(payload: unknown): string {
  const first: unknown = Array.isArray(payload) ? payload[0] : payload;
  if (typeof first !== 'object' || first === null) return '';
  if ('api_key' in first && typeof first.api_key === 'string') return first.api_key;
  const { properties } = first as { properties?: { token?: unknown } }; // shape is checked on use
  return typeof properties?.token === 'string' ? properties.token : '';
}

/** The real API answers pages of any origin; the key, not the origin, is what it checks. */
function allowOrigin(request: IncomingMessage, response: ServerResponse): void {
  const { origin } = request.headers;
  response.setHeader('Access-Control-Allow-Origin', origin ?? '*');
  response.setHeader('Vary', 'Origin');
  response.setHeader('Access-Control-Allow-Methods', 'GET, POST, OPTIONS');
  response.setHeader('Access-Control-Allow-Headers', 'Authorization, Content-Type');
  if (origin !== undefined) response.setHeader('Access-Control-Allow-Credentials', 'true');
}

function json(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

export function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

export function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}

/** Of a server that listens on an address (never a pipe), so `address()` is an object. */
export const portOf = (server: Server): number => (server.address() as AddressInfo).port;

import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { RecordedEvent } from '../posthog-double/decode';
import {
  closeServer,
  type Ingested,
  listen,
  type PostHogDouble,
  portOf,
  startPostHogDouble,
} from '../posthog-double/double';
import type { Variant } from './expected';
import { parleyHeatPlan } from './heat-plan';
import { renderCard, renderPage } from './pages';
import { viewContext } from './views/html';
import { cardVault } from './views/payment';

/** Where the clicks were recorded: the product's real address, which this server stands in for. */
export const DATA_ORIGIN = 'https://parley.example';

/** PostHog's project key of each variant, so that their storage and recordings stay apart. */
export const TOKENS: Readonly<Record<Variant, string>> = {
  default: 'phc_parleyplanted',
  clean: 'phc_parleymended',
};

export interface ParleyOptions {
  /** The site's port; the other origin and PostHog take the next two. 0: any free ones. */
  readonly port?: number;
  /** False leaves out the generated clicks, for a start in no time. */
  readonly heat?: boolean;
  /** Last day with clicks, `YYYY-MM-DD`; today (UTC) where not given. */
  readonly today?: string;
  /** The origin whose pages the clicks are of. */
  readonly dataOrigin?: string;
}

export interface Parley {
  /** `http://localhost:…`. */
  readonly origin: string;
  /** `http://127.0.0.1:…`: another host, with the card vault. */
  readonly otherOrigin: string;
  readonly dataOrigin: string;
  readonly posthog: PostHogDouble;
  /** What posthog-js recorded on one variant so far, as plain rrweb events. */
  recording(variant?: Variant): readonly RecordedEvent[];
  /** Decoded bodies of all that posthog-js sent. */
  ingested(): readonly Ingested[];
  /** Requests that reached the other origin although they were meant for PostHog. */
  trapped(): readonly { url: string; authorization: string | null }[];
  close(): Promise<void>;
}

/** Starts the site, its other origin and its PostHog on loopback. */
export async function startParley(options: ParleyOptions = {}): Promise<Parley> {
  const port = options.port ?? 0;
  const dataOrigin = options.dataOrigin ?? DATA_ORIGIN;
  const trapped: { url: string; authorization: string | null }[] = [];
  const assets = await loadAssets();

  const other = createServer((request, response) => {
    if (request.url === '/card-vault') {
      html(response, cardVault(viewContext('default', ''), assets.vaultStyle).markup);
      return;
    }
    trapped.push({
      url: request.url ?? '',
      authorization: request.headers.authorization ?? null,
    });
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Headers', 'Authorization');
    response.setHeader('Content-Type', 'application/json');
    response.end('{"results":[],"has_more":false}');
  });
  await listen(other, port === 0 ? 0 : port + 1);
  const otherOrigin = `http://127.0.0.1:${portOf(other)}`;

  const posthog = await startPostHogDouble({
    port: port === 0 ? 0 : port + 2,
    redirectTo: `${otherOrigin}/api/projects/4173/heatmaps/`,
    ...(options.heat === false ? {} : { plan: parleyHeatPlan(dataOrigin) }),
    ...(options.today === undefined ? {} : { today: options.today }),
  });

  const site = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://parley');
    const asset = assets.files.get(url.pathname);
    if (asset) {
      response.writeHead(200, { 'Content-Type': asset.type, 'Cache-Control': 'max-age=60' });
      response.end(asset.body);
      return;
    }
    answerPage(url, request, response, { otherOrigin, posthogOrigin: posthog.origin });
  });
  await listen(site, port);

  return {
    // A name, not the address: the card vault's host must be another site than this one.
    origin: `http://localhost:${portOf(site)}`,
    otherOrigin,
    dataOrigin,
    posthog,
    recording: (variant) => posthog.recording(variant === undefined ? undefined : TOKENS[variant]),
    ingested: () => posthog.ingested(),
    trapped: () => trapped,
    close: async () => {
      await Promise.all([closeServer(site), closeServer(other), posthog.close()]);
    },
  };
}

interface Origins {
  readonly otherOrigin: string;
  readonly posthogOrigin: string;
}

function answerPage(
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
  { otherOrigin, posthogOrigin }: Origins,
): void {
  const asked =
    /^\/clean(?=\/|$)/.test(url.pathname) || url.searchParams.get('variant') === 'clean';
  const variant: Variant = asked ? 'clean' : 'default';
  const path = url.pathname.replace(/^\/clean(?=\/|$)/, '') || '/';
  const at = viewContext(variant, otherOrigin);
  const card = renderCard(path, at);
  if (card !== null) {
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(card));
    return;
  }
  const settings = JSON.stringify({
    base: at.base,
    clean: at.clean,
    posthog: { token: TOKENS[variant], host: posthogOrigin },
  });
  const page = request.method === 'GET' ? renderPage(path, at, settings) : null;
  if (page === null) {
    response.writeHead(404, { 'Content-Type': 'text/plain' });
    response.end('There is no such page.');
    return;
  }
  html(response, page);
}

function html(response: ServerResponse, markup: string): void {
  response.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
  });
  response.end(markup);
}

interface Assets {
  readonly files: ReadonlyMap<string, { readonly type: string; readonly body: Buffer | string }>;
  readonly vaultStyle: string;
}

const here = dirname(fileURLToPath(import.meta.url));
const { resolve } = createRequire(import.meta.url);

const FILES: readonly (readonly [string, string, string])[] = [
  ...['base', 'landing', 'app', 'consent'].map(
    (name) => [`/static/${name}.css`, 'text/css', join(here, `static/${name}.css`)] as const,
  ),
  ['/static/icon.svg', 'image/svg+xml', join(here, 'static/icon.svg')],
  ['/static/slipway.svg', 'image/svg+xml', join(here, 'static/slipway.svg')],
  ['/vendor/klaro.js', 'text/javascript', resolve('klaro/dist/klaro-no-css.js')],
  ['/vendor/klaro.css', 'text/css', resolve('klaro/dist/klaro.min.css')],
  ['/vendor/posthog.js', 'text/javascript', resolve('posthog-js/dist/array.full.no-external.js')],
  [
    '/vendor/display.woff2',
    'font/woff2',
    resolve(
      '@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2',
    ),
  ],
  [
    '/vendor/text.woff2',
    'font/woff2',
    resolve('@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2'),
  ],
];

async function loadAssets(): Promise<Assets> {
  const files = new Map<string, { type: string; body: Buffer | string }>();
  await Promise.all(
    FILES.map(async ([path, type, file]) => {
      files.set(path, { type, body: await readFile(file) });
    }),
  );
  const bundle = await build({
    entryPoints: [join(here, 'client/app.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  });
  files.set('/static/app.js', { type: 'text/javascript', body: bundle.outputFiles[0]?.text ?? '' });
  return { files, vaultStyle: await readFile(join(here, 'static/vault.css'), 'utf8') };
}

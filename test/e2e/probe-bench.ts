import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build, type PluginBuild } from 'esbuild';
import { type BrowserContext, chromium, type Page, type Worker } from 'playwright';
import * as v from 'valibot';
import { type Timeline, TimelineSchema } from '../../lib/protocol/timeline';
import { CHROMIUM_ARGS, findChromium } from '../run/browsers.mjs';

/** What a path of the test server answers. */
export interface Served {
  readonly body: string | Buffer;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Bench {
  readonly origin: string;
  readonly context: BrowserContext;
  /** Serves a page under `/watched/` (probe and relay) or `/unwatched/` (relay alone). */
  serve(path: string, served: Served | string): string;
  /** Asks the relay of a page's frame as the background does. */
  timeline(page: Page, frame?: number): Promise<Timeline | null>;
  /** The same of every frame that answers. */
  frames(page: Page): Promise<(Timeline | null)[]>;
  close(): Promise<void>;
}

/**
 * A real Chromium with an extension that holds nothing but the probe and its relay, at document
 * start in their two worlds, and a server on loopback.
 */
export async function openBench(): Promise<Bench> {
  const pages = new Map<string, Served>();
  const server = createServer((request, response) => {
    const path = pathOf(request);
    const served = pages.get(path);
    response.writeHead(served ? 200 : path.startsWith('/collect') ? 204 : 404, {
      'content-type': served?.type ?? 'text/html; charset=utf-8',
      ...served?.headers,
    });
    response.end(served?.body);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  // A server that listens on a port has an address of this form.
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const dir = mkdtempSync(join(tmpdir(), 'hushmap-probe-'));
  await writeExtension(dir);
  const context = await chromium.launchPersistentContext('', {
    executablePath: findChromium() ?? '/usr/bin/chromium',
    headless: true,
    args: [...CHROMIUM_ARGS, `--disable-extensions-except=${dir}`, `--load-extension=${dir}`],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));

  return {
    origin,
    context,
    serve(path, served) {
      pages.set(path, typeof served === 'string' ? { body: served } : served);
      return origin + path;
    },
    timeline: (page, frame = 0) => askRelay(worker, page.url(), frame),
    async frames(page) {
      const ids = await worker.evaluate(async (address) => {
        const tabs = await chrome.tabs.query({});
        const tab = tabs.find((one) => one.url === address);
        const target = { tabId: tab?.id ?? -1, allFrames: true };
        const results = await chrome.scripting.executeScript({ target, func: () => 0 });
        return results.map(({ frameId }) => frameId);
      }, page.url());
      return Promise.all(ids.map((frame) => askRelay(worker, page.url(), frame)));
    },
    async close() {
      await context.close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** The source of an entrypoint, bundled as the extension's build does, as one script. */
export async function bundle(entry: string, call: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: `import entry from '${entry}'; ${call}`, resolveDir: resolve('.') },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2023',
    plugins: [{ name: 'wxt-imports', setup: resolveImports }],
  });
  return outputFiles[0]?.text ?? '';
}

const pathOf = (request: IncomingMessage): string => (request.url ?? '/').split('?')[0] ?? '/';

async function writeExtension(dir: string): Promise<void> {
  const script = (matches: string, js: string, world: string) => ({
    matches: [matches],
    js: [js],
    world,
    run_at: 'document_start',
    all_frames: true,
    match_origin_as_fallback: true,
  });
  const manifest = {
    manifest_version: 3,
    name: 'Probe bench',
    version: '1',
    background: { service_worker: 'worker.js' },
    permissions: ['scripting'],
    host_permissions: ['http://127.0.0.1/*'],
    content_scripts: [
      { ...script('http://127.0.0.1/*', 'probe.js', 'MAIN'), exclude_globs: ['*/unwatched/*'] },
      script('http://127.0.0.1/*', 'relay.js', 'ISOLATED'),
    ],
  };
  const relayCall = 'entry.main({ signal: new AbortController().signal })';
  writeFileSync(join(dir, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(dir, 'worker.js'), '');
  writeFileSync(join(dir, 'probe.js'), await bundle('./entrypoints/probe.content', 'entry.main()'));
  writeFileSync(
    join(dir, 'relay.js'),
    await bundle('./entrypoints/probe-relay.content', relayCall),
  );
}

/** `#imports` is WXT's; of it the entrypoints use functions that hand back what they are given. */
function resolveImports(plugin: PluginBuild): void {
  plugin.onResolve({ filter: /^#imports$/ }, () => ({ path: 'imports', namespace: 'wxt' }));
  plugin.onLoad({ filter: /.*/, namespace: 'wxt' }, () => ({
    contents:
      'export const defineContentScript = (it) => it; export const defineUnlistedScript = (main) => ({ main });',
  }));
}

async function askRelay(worker: Worker, url: string, frame: number): Promise<Timeline | null> {
  const answer: unknown = await worker.evaluate(
    async ([address, frameId]) => {
      const tabs = await chrome.tabs.query({});
      const tab = tabs.find((one) => one.url === address);
      const message = { hushmap: 1, name: 'scanner.timeline' };
      return chrome.tabs.sendMessage(tab?.id ?? -1, message, { frameId });
    },
    [url, frame] as const,
  );
  return v.parse(v.object({ hushmap: v.literal(1), value: v.nullable(TimelineSchema) }), answer)
    .value;
}

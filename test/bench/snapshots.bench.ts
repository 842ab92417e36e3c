import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { chromium } from 'playwright';
import { CHROMIUM_ARGS } from '../run/browsers.mjs';

/** Pages of a site, and cells of a busy one: 29 bytes each, so 1.4 MB a snapshot. */
const SNAPSHOTS = 100;
const CELLS = 50_000;

/** 100 snapshots in Chromium's own IndexedDB, on disk: how long until a list, and until the cells of one, are there. */
export async function benchSnapshots(executablePath: string): Promise<Record<string, number>> {
  const {
    outputFiles: [bundle],
  } = await build({
    entryPoints: [join(import.meta.dirname, 'snapshots-in-page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2023',
  });
  // A page without an origin of its own may store nothing.
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>b</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // With a profile of its own: without one Chromium keeps databases in memory.
  const profile = mkdtempSync(join(tmpdir(), 'hushmap-bench-'));
  const options = { executablePath, args: CHROMIUM_ARGS };
  const browser = await chromium.launchPersistentContext(profile, options);
  try {
    const page = await browser.newPage();
    // `listen` on TCP gives an object, never a pipe's name.
    const { port } = server.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}/`);
    await page.addScriptTag({ content: bundle?.text ?? '' });
    const { list, opened } = await page.evaluate(
      ([snapshots, cells]) => window.snapshotBench(snapshots, cells),
      [SNAPSHOTS, CELLS] as const,
    );
    opened.sort((a, b) => a - b);
    return {
      'snapshot.open_ms': opened[Math.floor(0.95 * (opened.length - 1))] ?? Number.NaN,
      'snapshot.list_100_ms': list,
    };
  } finally {
    await browser.close();
    server.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

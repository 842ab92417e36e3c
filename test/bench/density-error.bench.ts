import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type HeatCell, heatFileOf, pageErrorPct } from '../overlay/page-error';
import { ask, heatState, waitFor } from '../run/drive';
import { launchWithExtension } from '../run/extension';

const PAGE =
  '<!doctype html><html lang="en"><head><title>Tall</title></head><body style="margin:0"><div style="height:6000px"></div></body></html>';

/**
 * The density error of the built overlay: a heat file on a blank page, painted with the gray palette
 * at opacity 1, read back from the browser's own picture at every pixel and compared with the direct
 * sum of Gaussians. Scrolled to between two pixels of the grid, at one and at two device pixels a CSS
 * pixel. The worst of all counts.
 */
export async function benchDensityError(extension: string): Promise<Record<string, number>> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(PAGE);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  try {
    const errors = [];
    for (const dpr of [1, 2]) errors.push(await errorAt(extension, url, dpr));
    return { 'overlay.density_max_error_pct': Math.max(...errors) };
  } finally {
    server.close();
  }
}

async function errorAt(extension: string, url: string, dpr: number): Promise<number> {
  const browser = await launchWithExtension({
    extension,
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: dpr,
  });
  try {
    const [page] = browser.context.pages();
    if (page === undefined) throw new Error('The browser has no page.');
    await page.goto(url);
    const cells = scatter();
    const panel = await browser.openSidePanel(page);
    const tabId = Number(new URL(panel.url()).searchParams.get('tab'));
    await panel.getByTestId('heat-file').setInputFiles(saved(url, cells));
    await waitFor(
      () => heatState(panel, tabId),
      ({ status, summary }) => status === 'shown' && summary?.provenance.kind === 'file',
      'The heat of the file',
    );
    await ask(panel, 'heat.set', { tabId, settings: { palette: 'gray', opacity: 1 } });
    await page.bringToFront();
    let worst = 0;
    for (const top of [0, 333, 1717.5]) {
      await page.evaluate((y) => window.scrollTo({ top: y, behavior: 'instant' }), top);
      await page.waitForTimeout(1_500);
      worst = Math.max(worst, await pageErrorPct(page, cells, dpr));
    }
    return worst;
  } finally {
    await browser.close();
  }
}

/** Clusters, lone cells and cells at the edges, off every grid; the same in each run. */
function scatter(): HeatCell[] {
  let seed = 20_261;
  const random = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
  return Array.from({ length: 90 }, (_, i) => {
    const cluster = i % 3 === 0;
    return {
      x: Math.round((cluster ? 400 + random() * 90 : random() * 1280) * 4) / 4,
      y: Math.round((cluster ? 500 + random() * 90 : random() * 2600) * 4) / 4,
      count: Math.ceil(20 + random() * 900),
    };
  });
}

function saved(page: string, cells: readonly HeatCell[]): string {
  const path = join(mkdtempSync(join(tmpdir(), 'hushmap-bench-')), 'heat.json');
  writeFileSync(path, heatFileOf(page, cells));
  return path;
}

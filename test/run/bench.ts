/**
 * `npm run bench -- --json FILE`: the budgets, measured in one run on this machine. Figures are
 * ratios wherever they can be, since machines differ and this one is never quiet. `--only` takes parts
 * by name, with commas between them; what was not measured is not judged.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page } from 'playwright';
import { RULE_SCRIPTS } from '../../lib/recorders/rule-scripts';
import { benchAccuracy, benchAnchors } from '../bench/anchor.bench';
import { benchAutopsy } from '../bench/autopsy.bench';
import { benchClickHouse } from '../bench/clickhouse.bench';
import { benchDensityError } from '../bench/density-error.bench';
import { benchGuard } from '../bench/guard.bench';
import { benchIngest } from '../bench/ingest.bench';
import { benchOverlay } from '../bench/overlay.bench';
import { benchScan } from '../bench/scan.bench';
import { benchSnapshots } from '../bench/snapshots.bench';
import { benchText } from '../bench/text.bench';
import { benchWire } from '../bench/wire.bench';
import { CHROMIUM_ARGS, findChromium } from './browsers.mjs';

const ROOT = join(import.meta.dirname, '../..');
const SHIPPED = join(ROOT, '.output/chrome-mv3');
const TESTING = join(ROOT, '.output/chrome-mv3-testing');

/** Key, what it says, and its budget: `>=` or `<=`. */
const BUDGETS: readonly (readonly [string, string, '>=' | '<=', number])[] = [
  [
    'overlay.speedup_vs_heatmapjs_1m',
    '1M events to pixels, times faster than heatmap.js',
    '>=',
    20,
  ],
  [
    'overlay.speedup_vs_heatmapjs_same_cells',
    '50,000 cells, page of 24,000 px, times faster',
    '>=',
    3,
  ],
  ['overlay.density_max_error_pct', 'largest error against the direct sum, % of the peak', '<=', 1],
  ['overlay.repaint_p95_ms', 'repaint after a scroll, 95th percentile, ms', '<=', 8],
  ['anchor.right_element_pct', 'heat given by element, on the right one, %', '>=', 98],
  ['anchor.right_element_pixel_pct', 'heat given by place, on the right element, %', '>=', 95],
  ['anchor.ms_40k', '40,000 elements found and measured, ms', '<=', 300],
  ['anchor.longest_slice_ms', 'longest slice of that, ms', '<=', 10],
  [
    'ingest.longest_task_ms',
    'a million cells of a source, longest gap in worker or page, ms',
    '<=',
    50,
  ],
  ['ingest.worker_peak_mb', 'the same, the most that the worker held, MB', '<=', 200],
  ['scan.speedup_vs_axe_10k', '10,000 elements, times faster than axe-core', '>=', 20],
  ['scan.longest_task_ms', 'longest gap of a heartbeat during a scan, ms', '<=', 50],
  ['scan.growth_40k_over_10k', '40,000 elements over 10,000, times longer', '<=', 5],
  [
    'scan.all_recorders_longest_task_ms',
    'the same with every recorder that is known, ms',
    '<=',
    50,
  ],
  [
    'scan.all_recorders_growth_40k_over_10k',
    '40,000 elements over 10,000 with every recorder, times longer',
    '<=',
    5,
  ],
  ['snapshot.open_ms', 'one of 100 snapshots opened, 95th percentile, ms', '<=', 100],
  ['wire.seconds_10mb', 'canaries sought in 10 MB of traffic, all encodings, seconds', '<=', 2],
  ['autopsy.mb_per_s', 'recordings read by the autopsy, MB of JSON a second', '>=', 5],
  ['text.mb_per_s', 'texts of a page through the recognisers, MB a second', '>=', 20],
  [
    'source.clickhouse_50m_s',
    'a map of 50 million events in ClickHouse, question to cells, seconds',
    '<=',
    30,
  ],
  ['size.overlay_gz_kb', 'overlay script, KB gzipped', '<=', 60],
  ['size.scanner_gz_kb', 'all that a masking scan injects into a frame, KB gzipped', '<=', 90],
];

type Figures = Record<string, number>;

/** What can be measured by itself, each in a browser of its own. */
const PARTS: Readonly<Record<string, () => Promise<Figures> | Figures>> = {
  text: benchText,
  overlay: () => inPage(benchOverlay),
  scan: () => inPage(benchScan),
  anchors: () => inPage(benchAnchors),
  accuracy: () => inBrowser(benchAccuracy),
  snapshots: () => benchSnapshots(chromiumPath()),
  ingest: () => benchIngest(TESTING),
  density: () => benchDensityError(TESTING),
  guard: benchGuard,
  wire: benchWire,
  autopsy: benchAutopsy,
  clickhouse: benchClickHouse,
  sizes,
};

const { values } = parseArgs({ options: { json: { type: 'string' }, only: { type: 'string' } } });
const wanted = values.only?.split(',') ?? Object.keys(PARTS);
const strangers = wanted.filter((name) => !(name in PARTS));
if (strangers.length > 0) {
  console.error(
    `There is no part ${strangers.join(', ')}. Parts: ${Object.keys(PARTS).join(', ')}.`,
  );
  process.exit(2);
}
const figures = await measure();
print(figures);
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);

async function measure(): Promise<Figures> {
  console.error('Building…');
  for (const mode of [[], ['--mode', 'testing']]) {
    execFileSync(join(ROOT, 'node_modules/.bin/wxt'), ['build', ...mode], {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  const all: Figures = {};
  for (const name of wanted) {
    const began = Date.now();
    const found = (await PARTS[name]?.()) ?? {};
    // Told at once: a run that is broken off has not measured for nothing.
    console.error(`${name}: ${((Date.now() - began) / 1000).toFixed(0)} s`);
    for (const [key, value] of Object.entries(found)) console.error(`  ${key} = ${value}`);
    Object.assign(all, found);
  }
  return all;
}

function inPage(bench: (page: Page) => Promise<Figures>): Promise<Figures> {
  return inBrowser(async (browser) => bench(await browser.newPage()));
}

async function inBrowser(bench: (browser: Browser) => Promise<Figures>): Promise<Figures> {
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    // WebGL without a graphics card, for visual-heatmap.
    args: [...CHROMIUM_ARGS, '--enable-unsafe-swiftshader'],
  });
  try {
    return await bench(browser);
  } finally {
    await browser.close();
  }
}

function chromiumPath(): string {
  const path = findChromium();
  if (path === null)
    throw new Error('Chromium was not found. Install it, or set HUSHMAP_CHROMIUM.');
  return path;
}

/** A masking scan injects the scanner and, in the page's world, the reader of recorders' globals. */
function sizes(): Figures {
  return {
    'size.overlay_gz_kb': gzippedKb('content-scripts/overlay.js'),
    'size.scanner_gz_kb':
      gzippedKb('scanner.js') +
      gzippedKb('recorder-facts.js') +
      Math.max(...RULE_SCRIPTS.map((script) => gzippedKb(`rules-${script}.js`))),
  };
}

function gzippedKb(file: string): number {
  return gzipSync(readFileSync(join(SHIPPED, file)), { level: 9 }).length / 1024;
}

function print(measured: Readonly<Record<string, number>>): void {
  for (const [key, what, sign, budget] of BUDGETS) {
    const value = measured[key];
    if (value === undefined && values.only !== undefined) continue;
    const holds = value !== undefined && (sign === '>=' ? value >= budget : value <= budget);
    const shown = value === undefined ? 'not measured' : value.toFixed(2);
    console.log(`${holds ? 'ok  ' : 'OVER'} ${key} = ${shown}  (${sign} ${budget}: ${what})`);
  }
  const others = Object.entries(measured).filter(([key]) =>
    BUDGETS.every(([name]) => name !== key),
  );
  for (const [key, value] of others) console.log(`     ${key} = ${value.toFixed(2)}`);
}

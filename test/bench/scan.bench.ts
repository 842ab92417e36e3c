import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright';
import { bundleScanner, bundleTimer } from './scan-bundle';
import type { Timed } from './scan-in-page';
import { scanPage } from './scan-page';

const ROUNDS = 5;

/**
 * The masking scan against axe-core on one page, its longest stop of the page, and its growth.
 * Everything is measured from the injection on, the serialisation of the evidence included.
 */
export async function benchScan(page: Page): Promise<Record<string, number>> {
  const [timer, bundle] = [await bundleTimer(), await bundleScanner()];
  const small = await measure(page, timer, bundle, 10_000, 'one');
  // On the same page, which is still there.
  const axe = await timeAxe(page);
  const all = await measure(page, timer, bundle, 10_000, 'all');
  const large = await measure(page, timer, bundle, 40_000, 'one');
  const largeAll = await measure(page, timer, bundle, 40_000, 'all');
  return {
    'scan.speedup_vs_axe_10k': axe / median(small.map(({ total }) => total)),
    'scan.longest_task_ms': median([...small, ...large].map(({ gap }) => gap)),
    'scan.growth_40k_over_10k':
      median(large.map(({ total }) => total)) / median(small.map(({ total }) => total)),
    'scan.all_recorders_speedup_vs_axe_10k': axe / median(all.map(({ total }) => total)),
    'scan.all_recorders_longest_task_ms': median([...all, ...largeAll].map(({ gap }) => gap)),
    'scan.all_recorders_growth_40k_over_10k':
      median(largeAll.map(({ total }) => total)) / median(all.map(({ total }) => total)),
    'scan.all_recorders_10k_ms': median(all.map(({ total }) => total)),
    'scan.10k_ms': median(small.map(({ total }) => total)),
    'scan.axe_10k_ms': axe,
    'scan.longest_task_max_ms': Math.max(...[...small, ...large].map(({ gap }) => gap)),
  };
}

async function measure(
  page: Page,
  timer: string,
  bundle: string,
  elements: number,
  who: 'one' | 'all',
): Promise<Timed[]> {
  await page.setContent(scanPage(elements), { waitUntil: 'load' });
  const rounds: Timed[] = [];
  for (let round = 0; round < ROUNDS; round++)
    rounds.push(await scanOnce(page, timer, bundle, who));
  return rounds;
}

/** One injection and one scan, as on a page that Hushmap was just opened on. */
function scanOnce(page: Page, timer: string, bundle: string, who: 'one' | 'all'): Promise<Timed> {
  return page.evaluate(`${timer};hushmapTime.timeScan(${JSON.stringify(bundle)}, '${who}')`);
}

async function timeAxe(page: Page): Promise<number> {
  const path = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  await page.evaluate(readFileSync(path, 'utf8'));
  const times: number[] = [];
  for (let round = 0; round < 3; round++) {
    times.push(
      await page.evaluate<number>(
        '(async () => { const t = performance.now(); await axe.run(); return performance.now() - t })()',
      ),
    );
  }
  return median(times);
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? 0) + high) / 2;
}

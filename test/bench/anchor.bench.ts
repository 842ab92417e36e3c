import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright';
import { measureSite, type Score, type SiteScores } from './accuracy/measure';
import { HELD_OUT, SITES } from './accuracy/sites';
import type { Timed } from './anchor-side';

const ROUNDS = 5;

/**
 * 40,000 elements found by 40,000 selectors and measured: how long, and the longest slice of it. Each
 * round in a page that has just been loaded, as the overlay meets it: the selectors come from outside,
 * and neither earlier rounds nor naming have left anything for the garbage collector.
 */
export async function benchAnchors(page: Page): Promise<Record<string, number>> {
  await page.setViewportSize({ width: 1280, height: 800 });
  const load = () => page.setContent(anchorPage(40_000), { waitUntil: 'load' });
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'anchor-side.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    globalName: 'hushmapAnchors',
    target: 'chrome120',
  });
  const source = outputFiles[0]?.text ?? '';
  const rounds: Timed[] = [];
  await load();
  const selectors: string[] = await page.evaluate(`${source};hushmapAnchors.nameAll()`);
  for (let round = 0; round < ROUNDS; round++) {
    await page.goto('about:blank');
    await load();
    const given = JSON.stringify(selectors);
    rounds.push(await page.evaluate(`${source};hushmapAnchors.timeAnchors(${given})`));
  }
  const lost = rounds.find(({ anchors, found }) => found !== anchors || anchors < 40_000);
  if (lost !== undefined) throw new Error(`${lost.found} of ${lost.anchors} anchors were found`);
  return {
    'anchor.ms_40k': median(rounds.map(({ total }) => total)),
    'anchor.read_40k_ms': median(rounds.map(({ read }) => read)),
    'anchor.resolve_40k_ms': median(rounds.map(({ resolved }) => resolved)),
    'anchor.measure_40k_ms': median(rounds.map(({ measured }) => measured)),
    'anchor.longest_slice_ms': median(rounds.map(({ longest }) => longest)),
  };
}

/**
 * Whether heat lies on the element that was clicked, over all front ends of the harness. Sites count
 * alike: the mean of their shares, so that the largest does not decide.
 */
export async function benchAccuracy(browser: Browser): Promise<Record<string, number>> {
  const figures: Record<string, number> = {};
  const all: SiteScores[] = [];
  for (const site of SITES) {
    const scores = await measureSite(browser, site);
    all.push(scores);
    figures[`anchor.${site.name}_element_pct`] = pct(scores.element);
    figures[`anchor.${site.name}_pixel_pct`] = pct(scores.pixel);
    figures[`anchor.${site.name}_posthog_pct`] = pct(scores.posthog);
  }
  const heldOut: SiteScores[] = [];
  for (const site of HELD_OUT) heldOut.push(await measureSite(browser, site));
  return {
    'anchor.held_out_element_pct': mean(heldOut.map(({ element }) => pct(element))),
    'anchor.held_out_pixel_pct': mean(heldOut.map(({ pixel }) => pct(pixel))),
    'anchor.right_element_pct': mean(all.map(({ element }) => pct(element))),
    'anchor.right_element_pixel_pct': mean(all.map(({ pixel }) => pct(pixel))),
    'anchor.right_element_pct_posthog': mean(all.map(({ posthog }) => pct(posthog))),
    ...figures,
  };
}

const pct = ({ right, all }: Score): number => (100 * right) / Math.max(1, all);

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, each) => sum + each, 0) / Math.max(1, numbers.length);

function anchorPage(elements: number): string {
  const rows = Math.ceil(elements / 5);
  const row = (i: number): string =>
    `<li id="row-${i}" class="row"><b class="name" id="name-${i}">Row ${i}</b><span data-testid="cell-${i}">a</span><a href="#${i}" id="link-${i}">Open</a><button data-testid="more-${i}">…</button></li>`;
  const lists = Array.from({ length: Math.ceil(rows / 1_000) }, (_, list) => {
    const count = Math.min(1_000, rows - list * 1_000);
    return `<ul>${Array.from({ length: count }, (__, i) => row(list * 1_000 + i)).join('')}</ul>`;
  });
  return `<!doctype html><title>Rows</title><main>${lists.join('')}</main>`;
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

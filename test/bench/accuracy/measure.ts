import type { Browser, Page } from 'playwright';
import type { Cell } from '../../../lib/heatmap/cells';
import { bundleForPage } from '../../overlay/bundle';
import type { TestAnchor } from '../../overlay/page-side';
import type { NamedBy } from './name-element';
import type { Point, Target } from './side';
import { type Served, type Site, serveSite } from './sites';

/** Where clicks were recorded, and where they are shown: three device classes, 5 to 8 % apart. */
export const WIDTHS = [
  { recorded: { width: 1440, height: 900 }, shown: { width: 1366, height: 768 } },
  { recorded: { width: 834, height: 1112 }, shown: { width: 768, height: 1024 } },
  { recorded: { width: 390, height: 844 }, shown: { width: 412, height: 915 } },
] as const;

const NAMERS: readonly NamedBy[] = ['matomo', 'posthog', 'clarity'];

/** Targets a page and width: enough for a page's kinds of elements, few enough for a bench. */
const MOST_TARGETS = 60;

/** Counts name cells; they start here, so that none is rounded to another. */
const FIRST = 1_000;

export interface Score {
  right: number;
  all: number;
}

export interface SiteScores {
  /** By element, recorded at each width and shown at each other. */
  readonly element: Score;
  readonly byNamer: Record<NamedBy, Score>;
  /** By place, within the band, put on the element beneath. */
  readonly pixel: Score;
  /** The same clicks as PostHog draws them: x by share of the width, y as it is. */
  readonly posthog: Score;
  /** What went astray, by place: how often each. */
  readonly misses: Map<string, number>;
  readonly elementMisses: Map<string, number>;
}

const none = (): Score => ({ right: 0, all: 0 });

/** Measures one site in real Chromium, by the overlay's own code. `place`: heat by place alone. */
export async function measureSite(
  browser: Browser,
  site: Site,
  what: 'all' | 'place' = 'all',
): Promise<SiteScores> {
  const served = await serveSite(site);
  const scores: SiteScores = {
    element: none(),
    byNamer: { matomo: none(), posthog: none(), clarity: none() },
    pixel: none(),
    posthog: none(),
    misses: new Map(),
    elementMisses: new Map(),
  };
  try {
    const page = await openWindow(browser, served);
    for (const path of site.pages) await measurePage(page, served, { path, what }, scores);
    await page.context().close();
  } finally {
    await served.close();
  }
  return scores;
}

async function measurePage(
  page: Page,
  served: Served,
  { path, what }: { readonly path: string; readonly what: 'all' | 'place' },
  scores: SiteScores,
) {
  const recorded: (readonly Target[])[] = [];
  for (const { recorded: size } of WIDTHS) {
    await open(page, served, path, size);
    recorded.push(await page.evaluate((most) => window.accuracy.targets(most), MOST_TARGETS));
  }
  for (const [i, { recorded: from, shown: size }] of WIDTHS.entries()) {
    await open(page, served, path, size);
    const here = await page.evaluate((most) => window.accuracy.targets(most), 10 * MOST_TARGETS);
    const keys = new Set(here.map(({ key }) => key));
    for (const targets of what === 'all' ? recorded : []) {
      const there = targets.filter(({ key }) => keys.has(key));
      await byElement(page, there, path, scores);
    }
    const there = (recorded[i] ?? []).filter(({ key }) => keys.has(key));
    await byPlace(page, there, { from: from.width, to: size.width, path, what }, scores);
  }
}

async function byElement(page: Page, targets: readonly Target[], path: string, scores: SiteScores) {
  if (targets.length === 0) return;
  const keys: string[] = [];
  const anchors = targets.map(({ key, selectors, clicks }, i): TestAnchor => {
    const by = NAMERS[i % NAMERS.length] ?? 'matomo';
    return {
      selectors: selectors[by],
      cells: clicks.map(({ x, y }) => [x, y, FIRST + keys.push(key) - 1]),
    };
  });
  await page.evaluate(
    (given) =>
      window.overlayTest.start({ cells: [], anchors: given, settings: { style: 'classic' } }),
    anchors,
  );
  await page.waitForFunction(() => window.overlayTest.log.anchored.length > 0);
  const { wrong } = await judgeAndStop(page, keys);
  const missed = countsOf(wrong);
  targets.forEach(({ key, clicks }, i) => {
    const misses = missed.get(key) ?? 0;
    const by = NAMERS[i % NAMERS.length] ?? 'matomo';
    for (const score of [scores.element, scores.byNamer[by]]) {
      score.all += clicks.length;
      score.right += clicks.length - misses;
    }
    if (misses > 0) add(scores.elementMisses, `${path} ${by} ${key}`, misses);
  });
}

interface Shown {
  /** Widths, CSS px. */
  readonly from: number;
  readonly to: number;
  readonly path: string;
  readonly what: 'all' | 'place';
}

async function byPlace(
  page: Page,
  targets: readonly Target[],
  { from, to, path, what }: Shown,
  scores: SiteScores,
) {
  const cells: Cell[] = [];
  const points: Point[] = [];
  for (const { key, fixed, clicks } of targets) {
    for (const click of clicks) {
      // As PostHog keeps them: x by hundredths of the width, y by steps of 16 px.
      const x = (Math.round((click.left / from) * 100) / 100) * to;
      const y = Math.round(click.top / 16) * 16;
      points.push({ key, left: x, top: y, fixed });
      cells.push({ x, y, size: 16, count: FIRST + cells.length, people: 20, fixed });
    }
  }
  if (cells.length === 0) return;
  if (what === 'all') {
    const plain = await page.evaluate((given) => window.accuracy.judgePlain(given), points);
    scores.posthog.all += points.length;
    scores.posthog.right += plain.right;
  }

  await page.evaluate((heat) => window.overlayTest.start(heat), {
    cells,
    viewportWidth: to,
    settings: { style: 'classic' as const },
  });
  await page.waitForFunction(() => window.overlayTest.log.elements.length > 0);
  const { right, wrong } = await judgeAndStop(
    page,
    points.map(({ key }) => key),
  );
  scores.pixel.all += points.length;
  scores.pixel.right += right;
  for (const key of wrong) add(scores.misses, `${path} ${to} ${key}`, 1);
}

/** Until what was found has been drawn, and the page has come to rest. */
const REST_MS = 600;

async function judgeAndStop(page: Page, keys: readonly string[]) {
  await page.waitForTimeout(REST_MS);
  const judged = await page.evaluate(([given, first]) => window.accuracy.judgeDrawn(given, first), [
    keys,
    FIRST,
  ] as const);
  await page.evaluate(() => {
    window.overlayTest.stop();
    window.overlayTest.log.anchored.length = 0;
    window.overlayTest.log.elements.length = 0;
  });
  return judged;
}

/** One window a site: opening one takes longer than most pages. */
async function openWindow(browser: Browser, { origin }: Served): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  // A site may ask for fonts and pictures of others: it does without them.
  await context.route(
    (url) => url.origin !== origin,
    (route) => route.abort(),
  );
  const page = await context.newPage();
  // Every visit is the first.
  await page.addInitScript('localStorage.clear(); sessionStorage.clear();');
  await page.addInitScript({ content: await bundleForPage('../bench/accuracy/side-all.ts') });
  return page;
}

async function open(
  page: Page,
  { origin }: Served,
  path: string,
  viewport: { readonly width: number; readonly height: number },
): Promise<void> {
  await page.setViewportSize(viewport);
  await page.goto(origin + path, { waitUntil: 'load' });
  await page.waitForTimeout(REST_MS);
}

const countsOf = (keys: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const key of keys) add(counts, key, 1);
  return counts;
};

const add = (counts: Map<string, number>, key: string, by: number): void => {
  counts.set(key, (counts.get(key) ?? 0) + by);
};

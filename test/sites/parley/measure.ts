import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright';
import { CHROMIUM_ARGS, findChromium } from '../../run/browsers.mjs';
import { PAGES, type ParleyPage } from './expected';
import type { PageLayout, SiteLayout } from './heat-plan';
import { HEAT_TARGETS, VIEWPORTS } from './heat-targets';
import { startParley } from './server';

/**
 * Where one page's targets are at one width, in CSS px of the page (of the viewport where fixed).
 * The page must be loaded and at its top; what is not shown at this width is left out.
 */
export async function measurePage(page: Page, path: ParleyPage): Promise<PageLayout> {
  const { targets } = HEAT_TARGETS[path];
  const selectors = targets.map(({ selector }) => selector);
  return page.evaluate((wanted) => {
    const boxes: Record<string, [number, number, number, number]> = {};
    for (const selector of wanted) {
      const element = document.querySelector(selector);
      const box = element?.getBoundingClientRect();
      if (!element || !box || box.width === 0 || box.height === 0) continue;
      if (!element.checkVisibility()) continue;
      boxes[selector] = [box.left, box.top, box.width, box.height].map(Math.round) as [
        // map keeps the length of the tuple, which its type does not say
        number,
        number,
        number,
        number,
      ];
    }
    return { height: document.documentElement.scrollHeight, boxes };
  }, selectors);
}

/** Loads a page as the clicks were made on it: late content there, no banner over it. */
export async function openForMeasuring(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.addStyleTag({ content: '#klaro { display: none }' });
  await page.evaluate(() => document.fonts.ready);
  if ((await page.locator('[data-late]').count()) > 0) await page.waitForSelector('.late-thread');
}

/** `npx tsx test/sites/parley/measure.ts` writes `layout.json` anew, after the pages have changed. */
async function main(): Promise<void> {
  const parley = await startParley({ heat: false });
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    args: CHROMIUM_ARGS,
  });
  const layout: SiteLayout = {};
  for (const path of PAGES) {
    const byWidth: Record<string, PageLayout> = {};
    layout[path] = byWidth;
    for (const { width, height } of VIEWPORTS) {
      const page = await browser.newPage({ viewport: { width, height } });
      await openForMeasuring(page, parley.origin + path);
      byWidth[width] = await measurePage(page, path);
      await page.close();
    }
  }
  await browser.close();
  await parley.close();
  const file = join(dirname(fileURLToPath(import.meta.url)), 'layout.json');
  writeFileSync(file, `${JSON.stringify(layout, null, 2)}\n`);
  console.log(`Wrote ${file}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();

import { copyFileSync, readFileSync } from 'node:fs';
import { type HeatCell, heatFileOf } from '../overlay/page-error';
import { launchWithExtension } from '../run/extension';
import { BUILD, expect, test } from './fixture';
import { markup, openFile, saved } from './steps';

const CELLS: HeatCell[] = [
  { x: 640, y: 420, count: 1200 },
  { x: 640, y: 1900, count: 900 },
];

/** The browser's camera sees the window as it is, so nothing may pretend another size. */
const pictured = test.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of this parameter.
  hushmap: async ({}, use) => {
    const browser = await launchWithExtension({
      extension: BUILD,
      viewport: null,
      args: ['--window-size=1000,900'],
    });
    await use(browser);
    await browser.close();
  },
});

pictured(
  'a picture of the whole page holds its heat from top to bottom, and leaves the page as it was',
  async ({ hushmap, tab, parley }) => {
    pictured.slow();
    await tab.goto(`${parley.origin}/`);
    const file = saved(heatFileOf(tab.url(), CELLS));
    const panel = await openFile(hushmap, tab, file);
    await panel.getByTestId('heat-elements').waitFor();
    const before = await markup(tab);
    const height = await tab.evaluate(() => document.documentElement.scrollHeight);
    const download = panel.waitForEvent('download', { timeout: 120_000 });
    // Beside the page the panel is no tab of its own; here it would hide the page from the camera.
    await tab.bringToFront();
    await panel
      .getByRole('button', { name: 'PNG' })
      .evaluate((button: HTMLElement) => button.click());
    const failed = panel.getByTestId('heat-error');
    await Promise.race([download, failed.waitFor({ timeout: 120_000 })]);
    expect(await failed.allTextContents()).toEqual([]);
    const path = await (await download).path();
    if (process.env.HUSHMAP_PICTURE) copyFileSync(path, process.env.HUSHMAP_PICTURE);
    const png = readFileSync(path).toString('base64');
    const seen = await panel.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes]));
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('No canvas.');
      context.drawImage(image, 0, 0);
      return { width: image.width, height: image.height };
    }, png);
    expect(seen.width).toBe(await tab.evaluate(() => document.documentElement.clientWidth));
    // The page, and the caption above it.
    expect(seen.height).toBeGreaterThan(height + 60);
    expect(seen.height).toBeLessThan(height + 400);
    expect(await markup(tab)).toBe(before);
    expect(await tab.evaluate(() => window.scrollY)).toBe(0);
  },
);

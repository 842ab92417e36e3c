import type { Browser, Page } from 'playwright';
import { expect } from 'playwright/test';
import { densityErrorPct } from './density-error';
import { scatter } from './heat';
import { drawn, openPage, type PlainPage, settled } from './open-page';
import { takePicture } from './screenshot';

/** Small enough for a page of 1280 x 800. */
const CELLS = scatter(9, 300, { height: 800 });
export const HEAT = {
  cells: CELLS,
  settings: { palette: 'gray', opacity: 1, style: 'density' } as const,
};

/** Opens a page with heat on it; it must end with nothing said on its console. */
export async function withHeat(
  browser: Browser,
  plain: PlainPage,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const page = await openPage(browser, plain);
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  await page.evaluate((heat) => window.overlayTest.start(heat), HEAT);
  await drawn(page);
  await look(page);
  expect(said, 'nothing is said on the page’s console').toEqual([]);
  await page.context().close();
}

/** The opaque gray picture covers all there is: so whatever lies above it would be an error in it. */
export async function expectOnTop(page: Page, width = 1280): Promise<void> {
  await page.waitForTimeout(120);
  await settled(page);
  const peak = await page.evaluate(() => window.overlayTest.peak);
  const picture = await takePicture(page, 1);
  expect(picture.width).toBe(width);
  const shown = { cells: CELLS, peak, scrollX: 0, scrollY: 0 };
  expect(densityErrorPct(picture, shown)).toBeLessThan(0.6);
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright';
import { build, preview } from 'vite';
import type { GalleryTheme, Press, Screen } from './screen-list';

/**
 * The gallery on a port of its own on loopback. It is built first: a screen is then two files, and not
 * hundreds of modules that the browser asks for one by one.
 */
export async function serveGallery() {
  const outDir = mkdtempSync(join(tmpdir(), 'hushmap-gallery-'));
  const config = {
    configFile: resolve(import.meta.dirname, 'vite.config.ts'),
    build: { outDir },
    logLevel: 'error' as const,
  };
  await build(config);
  const server = await preview({ ...config, preview: { host: '127.0.0.1', port: 0 } });
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('The gallery has no address.');
  return {
    url,
    async close(): Promise<void> {
      await server.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}

/** Shows a screen as its picture has it. */
export async function openScreen(
  page: Page,
  base: string,
  screen: Screen,
  theme: GalleryTheme,
): Promise<void> {
  await page.setViewportSize({ width: screen.width, height: screen.height });
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  const query = new URLSearchParams({ screen: screen.name, theme });
  if (screen.long) query.set('long', '1');
  await page.goto(`${base}?${query}`);
  await page.locator('#root > *').first().waitFor();
  if (screen.name === 'heat/noMatch') await page.getByTestId('heat-filter').fill('checkout');
  for (const press of screen.press ?? []) await perform(page, press);
  // Fonts, popovers and a first layout of the tables.
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(120);
}

async function perform(page: Page, press: Press): Promise<void> {
  if ('tab' in press) await page.getByRole('tab', { name: press.tab }).click();
  else if ('button' in press) {
    await page.getByRole('button', { name: press.button, exact: true }).first().click();
  } else if ('key' in press) await page.keyboard.press(press.key);
  else if ('testId' in press) {
    const row = /^row-(\d+)$/.exec(press.testId);
    if (row === null) await page.getByTestId(press.testId).click();
    else await page.getByRole('row').nth(Number(row[1])).click();
  } else {
    const data = await page.evaluateHandle(() => {
      const held = new DataTransfer();
      held.items.add(new File(['{}'], 'heat.json', { type: 'application/json' }));
      return held;
    });
    await page.dispatchEvent('[data-testid="heat-drop"]', 'dragenter', { dataTransfer: data });
  }
}

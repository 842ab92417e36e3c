import { expect, test } from 'playwright/test';
import { violations } from './axe';
import { SCREENS, THEMES } from './screen-list';
import { openScreen, serveGallery } from './serve';

/** Every screen, light and dark: no violation by axe-core, nothing said in the console. */
let gallery: Awaited<ReturnType<typeof serveGallery>>;

test.beforeAll(async () => {
  gallery = await serveGallery();
});

test.afterAll(async () => {
  await gallery.close();
});

for (const theme of THEMES) {
  for (const room of ['heat', 'audit', 'workspace']) {
    const screens = SCREENS.filter(({ name }) => name.startsWith(`${room}/`));
    test(`${room} screens are accessible in ${theme}`, async ({ page }) => {
      test.setTimeout(240_000);
      const troubles: string[] = [];
      let current = '';
      page.on('console', (entry) => {
        if (entry.type() === 'error') troubles.push(`${current}: ${entry.text()}`);
      });
      page.on('pageerror', (error) => troubles.push(`${current}: ${error}`));
      expect(screens.length).toBeGreaterThan(10);
      for (const screen of screens) {
        current = screen.name;
        await openScreen(page, gallery.url, screen, theme);
        for (const violation of await violations(page)) troubles.push(`${current}: ${violation}`);
      }
      expect(troubles).toEqual([]);
    });
  }
}

test('five thousand rows: a row is reached at once, and few are in the document', async ({
  page,
}) => {
  const screen = SCREENS.find(({ name }) => name === 'audit/many');
  if (screen === undefined) throw new Error('There is no screen with many rows.');
  await openScreen(page, gallery.url, screen, 'light');
  const rows = page.getByTestId('masking-table').locator('[role=row][tabindex]');
  await rows.first().focus();
  await page.keyboard.press('End');
  await expect(page.locator(':focus')).toHaveAttribute('aria-rowindex', '5001');
  await expect(page.locator(':focus')).toBeInViewport();
  expect(await rows.count()).toBeLessThan(80);
});

test('no screen scrolls sideways at 320 px', async ({ page }) => {
  const narrow = SCREENS.filter(({ width }) => width === 320);
  expect(narrow.length).toBeGreaterThan(3);
  for (const screen of narrow) {
    await openScreen(page, gallery.url, screen, 'light');
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect(beyond, screen.name).toBeLessThanOrEqual(0);
  }
});

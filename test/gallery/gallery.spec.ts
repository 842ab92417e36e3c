import { expect, type Page, test } from 'playwright/test';
import { violations } from './axe';
import { SCREENS, THEMES } from './screen-list';
import { openScreen, serveGallery } from './serve';

/** Every screen, light and dark: no violation by axe-core, nothing said in the console, none wider than its window. */
let gallery: Awaited<ReturnType<typeof serveGallery>>;

test.beforeAll(async () => {
  gallery = await serveGallery();
});

test.afterAll(async () => {
  await gallery.close();
});

/** Few enough that a busy machine is done with them in time. */
const AT_ONCE = 20;

for (const theme of THEMES) {
  for (const room of ['heat', 'audit', 'workspace']) {
    const all = SCREENS.filter(({ name }) => name.startsWith(`${room}/`));
    for (let from = 0; from < all.length; from += AT_ONCE) {
      const screens = all.slice(from, from + AT_ONCE);
      test(`${room} screens from ${from + 1} on are accessible in ${theme}`, async ({ page }) => {
        const troubles: string[] = [];
        let current = '';
        page.on('console', (entry) => {
          if (entry.type() === 'error') troubles.push(`${current}: ${entry.text()}`);
        });
        page.on('pageerror', (error) => troubles.push(`${current}: ${error}`));
        for (const screen of screens) {
          current = screen.name;
          await openScreen(page, gallery.url, screen, theme);
          const found = await violations(page, theme === 'light' ? 'all' : 'colours');
          for (const violation of found) troubles.push(`${current}: ${violation}`);
          if (screen.width === 320 && (await beyondSide(page)) > 0) {
            troubles.push(`${current}: scrolls sideways at 320 px`);
          }
        }
        expect(troubles).toEqual([]);
      });
    }
  }
}

/** By how many CSS px the page is wider than its window. */
const beyondSide = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

test('every room has its screens, and there are narrow ones', () => {
  expect(SCREENS.filter(({ width }) => width === 320).length).toBeGreaterThan(3);
  for (const room of ['heat', 'audit', 'workspace']) {
    expect(SCREENS.filter(({ name }) => name.startsWith(`${room}/`)).length).toBeGreaterThan(10);
  }
});

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

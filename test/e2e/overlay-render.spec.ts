import { expect, test } from 'playwright/test';
import { densityErrorPct } from '../overlay/density-error';
import { scatter } from '../overlay/heat';
import { drawn, openPage, settled } from '../overlay/open-page';
import { takePicture } from '../overlay/screenshot';

const GRAY = { palette: 'gray', opacity: 1, style: 'density' } as const;

for (const dpr of [1, 2, 1.5]) {
  test(`what the screen shows is the density, at ${dpr} device pixels a CSS px`, async ({
    browser,
  }) => {
    const page = await openPage(browser, { dpr });
    const cells = scatter(3, 700, { fixed: 40 });
    await page.evaluate((heat) => window.overlayTest.start(heat), { cells, settings: GRAY });
    await drawn(page);
    // On and off the grid, small and large, up and down.
    for (const top of [0, 333.4, 334.4, 1733.7, 7]) {
      await page.evaluate((y) => scrollTo(0, y), top);
      await settled(page);
      const [scrollX, scrollY, peak] = await page.evaluate(
        () => [window.scrollX, window.scrollY, window.overlayTest.peak] as const,
      );
      const error = densityErrorPct(await takePicture(page, dpr), {
        cells,
        peak,
        scrollX,
        scrollY,
      });
      expect(error, `scrolled to ${scrollY}`).toBeLessThan(0.6);
    }
    await page.context().close();
  });
}

test('a resized window shows the density of its new size', async ({ browser }) => {
  const page = await openPage(browser);
  const cells = scatter(5, 400, { width: 900 });
  const heat = { cells, settings: GRAY, viewportWidth: 900 };
  await page.evaluate((h) => window.overlayTest.start(h), heat);
  await drawn(page);
  await page.setViewportSize({ width: 900, height: 500 });
  await drawn(page);
  const peak = await page.evaluate(() => window.overlayTest.peak);
  const picture = await takePicture(page, 1);
  expect([picture.width, picture.height]).toEqual([900, 500]);
  expect(densityErrorPct(picture, { cells, peak, scrollX: 0, scrollY: 0 })).toBeLessThan(0.6);
  await page.context().close();
});

test('at another width, positions are stretched along x alone', async ({ browser }) => {
  const page = await openPage(browser, { width: 640 });
  const cells = scatter(6, 200);
  await page.evaluate((h) => window.overlayTest.start(h), { cells, settings: GRAY });
  await drawn(page);
  const peak = await page.evaluate(() => window.overlayTest.peak);
  const stretched = cells.map((cell) => ({ ...cell, x: Math.fround(cell.x) / 2 }));
  const picture = await takePicture(page, 1);
  expect(densityErrorPct(picture, { cells: stretched, peak, scrollX: 0, scrollY: 0 })).toBeLessThan(
    0.6,
  );
  await page.context().close();
});

test('both styles draw the same heat, and leave nothing of each other behind', async ({
  browser,
}) => {
  const page = await openPage(browser, {
    html: '<div style="height:3000px;background:#fff"></div>',
  });
  const cells = [{ x: 400, y: 300, size: 16, count: 100, people: 50, fixed: false }];
  const look = (style: 'density' | 'classic') => ({
    cells,
    settings: { style, opacity: 1, palette: 'viridis' as const },
  });
  await page.evaluate((h) => window.overlayTest.start(h), look('classic'));
  for (const style of ['density', 'classic', 'density', 'classic'] as const) {
    await page.evaluate((h) => window.overlayTest.update(h), look(style));
    await drawn(page);
    expect(await page.evaluate(() => window.overlayTest.canvases())).toEqual([
      { width: 1280, height: 800 },
    ]);
    const { rgba } = await takePicture(page, 1);
    const at = (x: number, y: number) => [
      ...rgba.slice((y * 1280 + x) * 4, (y * 1280 + x) * 4 + 3),
    ];
    expect(at(400, 300), `${style}: the peak`).not.toEqual([255, 255, 255]);
    expect(at(600, 300), `${style}: beside`).toEqual([255, 255, 255]);
    await page.evaluate(() => scrollTo(0, 150));
    await settled(page);
    const moved = await takePicture(page, 1);
    const after = [...moved.rgba.slice((150 * 1280 + 400) * 4, (150 * 1280 + 400) * 4 + 3)];
    expect(after, `${style}: scrolled along`).toEqual(at(400, 300));
    await page.evaluate(() => scrollTo(0, 0));
    await settled(page);
  }
  await page.context().close();
});

test('only what is near the viewport is fetched', async ({ browser }) => {
  const page = await openPage(browser, { html: '<div style="height:60000px"></div>' });
  const cells = Array.from({ length: 40_000 }, (_, i) => ({
    x: (i * 37) % 1280,
    y: (i / 40_000) * 60_000,
    size: 16,
    count: 20,
    people: 15,
    fixed: false,
  }));
  await page.evaluate((h) => window.overlayTest.start(h), { cells, settings: GRAY });
  await drawn(page);
  const tiles = () => page.evaluate(() => window.overlayTest.log.tiles);
  expect(await tiles()).toEqual([0]);
  await page.evaluate(() => scrollTo(0, 59_000));
  await expect.poll(tiles).toEqual([0, 2]);
  // And nothing else.
  await page.waitForTimeout(200);
  expect(await tiles()).toEqual([0, 2]);
  await page.context().close();
});

test('no cells, no picture: not even the white of the gray palette', async ({ browser }) => {
  const page = await openPage(browser, { html: '<style>html{background:#123456}</style>' });
  await page.evaluate((h) => window.overlayTest.start(h), { cells: [], settings: GRAY });
  await page.waitForTimeout(100);
  const { rgba } = await takePicture(page, 1);
  expect([...rgba.slice(0, 3)]).toEqual([0x12, 0x34, 0x56]);
  await page.context().close();
});

import { expect, type Page, test } from 'playwright/test';
import type { Cell } from '../../lib/heatmap/cells';
import { HEAT_STYLES } from '../../lib/protocol/heat';
import { bundleForPage } from '../overlay/bundle';

const VIEW = { scrollX: 0, scrollY: 0, width: 600, height: 400, dpr: 1, scaleX: 1 };
const LOOK = { palette: 'viridis', peak: 100, maxCell: 100 } as const;
const cell = (x: number, y: number, part: Partial<Cell> = {}): Cell => ({
  x,
  y,
  size: 16,
  count: 100,
  people: 50,
  fixed: false,
  ...part,
});
const BARE = [0, 0, 0, 0];

for (const style of HEAT_STYLES) {
  test.describe(`the ${style} renderer`, () => {
    let page: Page;

    test.beforeAll(async ({ browser }) => {
      page = await browser.newPage();
      await page.addScriptTag({ content: await bundleForPage('renderers-side.ts') });
    });
    test.afterAll(() => page.close());
    test.beforeEach(async () => {
      await page.evaluate((s) => window.rendererTest.start(s), style);
    });
    test.afterEach(async () => {
      await page.evaluate(() => window.rendererTest.destroy());
      expect(await page.evaluate(() => window.rendererTest.html())).toBe('');
    });

    const draw = (cells: Cell[], view = VIEW, look: Parameters<typeof show>[2] = LOOK) =>
      show(cells, view, look);
    function show(
      cells: Cell[] | null,
      view: typeof VIEW,
      look: { palette: 'viridis' | 'inferno'; peak: number; maxCell: number },
    ) {
      return page.evaluate(
        ([c, v, l]) => {
          if (c !== null) window.rendererTest.setCells(c);
          window.rendererTest.setLook(l);
          window.rendererTest.render(v);
        },
        [cells, view, look] as const,
      );
    }
    const pixel = (x: number, y: number) =>
      page.evaluate(([px, py]) => window.rendererTest.pixel(px, py), [x, y] as const);
    const digest = () => page.evaluate(() => window.rendererTest.digest());

    test('covers the viewport at the screen’s resolution', async () => {
      await draw([cell(300, 200)], { ...VIEW, dpr: 2 });
      expect(await page.evaluate(() => window.rendererTest.size())).toEqual({
        width: 1200,
        height: 800,
        css: '600px 400px',
      });
      expect(await pixel(600, 400)).not.toEqual(BARE);
      expect(await pixel(300, 200)).toEqual(BARE);
    });

    test('draws the same view the same, and nothing where nothing is', async () => {
      await draw([cell(300, 200)]);
      const first = await digest();
      await show(null, VIEW, LOOK);
      expect(await digest()).toBe(first);
      expect(await pixel(10, 10)).toEqual(BARE);
    });

    test('shows the same wherever it has scrolled from', async () => {
      const cells = [cell(100, 900), cell(320, 1010, { count: 40 }), cell(50, 30, { fixed: true })];
      await draw(cells, { ...VIEW, scrollY: 800 });
      const straight = await digest();
      for (const scrollY of [801, 1300, 1299, 640.5, 0, 820, 800]) {
        await show(null, { ...VIEW, scrollY }, LOOK);
      }
      expect(await digest()).toBe(straight);
    });

    test('moves page heat with the page and leaves fixed heat where it is', async () => {
      const cells = [cell(100, 300), cell(400, 300, { fixed: true })];
      await draw(cells);
      const [moving, staying] = [await pixel(100, 300), await pixel(400, 300)];
      await show(null, { ...VIEW, scrollY: 120 }, LOOK);
      expect(await pixel(100, 180)).toEqual(moving);
      expect(await pixel(400, 300)).toEqual(staying);
      expect(await pixel(400, 180)).toEqual(BARE);
    });

    test('follows sideways, and stretches along x alone', async () => {
      const cells = [cell(200, 100), cell(90, 300, { fixed: true })];
      await draw(cells, { ...VIEW, scrollX: 150.5, scaleX: 2 });
      expect(await pixel(249, 100)).not.toEqual(BARE);
      expect(await pixel(180, 300)).not.toEqual(BARE);
      expect(await pixel(400, 100)).toEqual(BARE);
    });

    test('takes other cells, another look and another size at once', async () => {
      await draw([cell(300, 200)]);
      const before = await pixel(300, 200);
      await show(null, VIEW, { ...LOOK, palette: 'inferno' });
      expect(await pixel(300, 200)).not.toEqual(before);
      await draw([cell(40, 40)], { ...VIEW, width: 200, height: 100 });
      expect(await pixel(40, 40)).not.toEqual(BARE);
      await draw([cell(300, 200)]);
      expect(await pixel(40, 40)).toEqual(BARE);
      expect(await pixel(300, 200)).toEqual(before);
    });

    test('bears no cells, cells at the edges, a zero peak and an empty viewport', async () => {
      await draw([]);
      await draw([cell(0, 0), cell(-20, 50), cell(599.9, 399.9), cell(620, 200), cell(300, 425)]);
      expect(await pixel(0, 0)).not.toEqual(BARE);
      await draw([cell(-25, -25)]);
      await draw([cell(5, 5)], VIEW, { ...LOOK, peak: 0, maxCell: 0 });
      await draw([cell(5, 5)], { ...VIEW, width: 0 });
    });
  });
}

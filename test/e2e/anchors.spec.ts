import type { Browser, Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { ANCHORS_PAGE } from '../overlay/anchors-page';
import { openPage, settled } from '../overlay/open-page';
import type { TestAnchor } from '../overlay/page-side';

/** One hot spot in the middle of an element. */
const on = (...selectors: string[]): TestAnchor => ({ selectors, cells: [[0.5, 0.5, 500]] });

async function show(browser: Browser, anchors: TestAnchor[]): Promise<Page> {
  const page = await openPage(browser, { html: ANCHORS_PAGE });
  await page.evaluate((given) => window.overlayTest.start({ cells: [], anchors: given }), anchors);
  await expect.poll(() => page.evaluate(() => window.overlayTest.canvases().length)).toBe(1);
  // The canvas is there before the anchors are fetched and looked for.
  await expect.poll(async () => (await reportOf(page)) !== undefined).toBe(true);
  await rest(page);
  return page;
}

/** What the overlay has told last of its anchors. */
const reportOf = (page: Page) => page.evaluate(() => window.overlayTest.log.anchored.at(-1));

/** Until passes that were asked for have run, and what they found is drawn. */
async function rest(page: Page): Promise<void> {
  await page.waitForTimeout(250);
  await settled(page);
}

/** How strong the heat is at a point of the viewport: the overlay's own pixels, 0 to 255. */
const inkAt = (page: Page, x: number, y: number): Promise<number> =>
  page.evaluate(([left, top]) => window.overlayTest.inkAt(left ?? 0, top ?? 0), [x, y]);

async function centreOf(page: Page, selector: string): Promise<[number, number]> {
  const box = await page.locator(selector).boundingBox();
  if (box === null) throw new Error(`${selector} has no box`);
  return [box.x + box.width / 2, box.y + box.height / 2];
}

const HOT = 60;

async function expectHot(page: Page, selector: string): Promise<void> {
  await expect
    .poll(async () => inkAt(page, ...(await centreOf(page, selector))))
    .toBeGreaterThan(HOT);
}

async function expectCold(page: Page, x: number, y: number): Promise<void> {
  await expect.poll(() => inkAt(page, x, y)).toBe(0);
}

const PLACES: readonly (readonly [what: string, anchor: string, locator: string])[] = [
  ['an open shadow root', '#open >>> .inner button', '#open button'],
  ['a transformed element', '#turned', '#turned'],
  ['a zoomed element', '#zoomed', '#zoomed'],
  ['a page part that reads from right to left', '#rtl button', '#rtl button'],
  ['a row by its place', '#list > li:nth-child(3) > button', '#list li:nth-child(3) button'],
];

for (const [what, anchor, locator] of PLACES) {
  test(`heat lies on ${what}`, async ({ browser }) => {
    const page = await show(browser, [on(anchor)]);
    await page.locator(locator).scrollIntoViewIfNeeded();
    await rest(page);
    await expectHot(page, locator);
    await page.setViewportSize({ width: 900, height: 700 });
    await page.locator(locator).scrollIntoViewIfNeeded();
    await rest(page);
    await expectHot(page, locator);
    await page.context().close();
  });
}

test('heat lies on elements of a closed shadow root', async ({ browser }) => {
  const page = await show(browser, [on('#closed >>> button')]);
  const [x, y] = await page.evaluate(() => {
    const host = document.querySelector('#closed');
    host?.scrollIntoView({ block: 'center' });
    const { left, top } = host?.getBoundingClientRect() ?? { left: 0, top: 0 };
    // The button's own place in its host is set by the page.
    return [left + 20 + 60, top + 10 + 20];
  });
  await expect.poll(() => inkAt(page, x ?? 0, y ?? 0)).toBeGreaterThan(HOT);
  await page.context().close();
});

test('heat lies on elements of a frame of the same origin, and scrolls with it', async ({
  browser,
}) => {
  const page = await show(browser, [on('#frame >>> #in-frame')]);
  await page.locator('#frame').scrollIntoViewIfNeeded();
  await rest(page);
  const inside = page.frameLocator('#frame').locator('#in-frame');
  const before = await inside.boundingBox();
  if (before === null) throw new Error('The frame shows no button.');
  await expect
    .poll(() => inkAt(page, before.x + before.width / 2, before.y + before.height / 2))
    .toBeGreaterThan(HOT);
  await page.evaluate(() => {
    document.querySelector<HTMLIFrameElement>('#frame')?.contentWindow?.scrollTo(0, 60);
  });
  const after = await inside.boundingBox();
  if (after === null) throw new Error('The frame shows no button.');
  expect(after.y).toBeLessThan(before.y - 40);
  await expect
    .poll(() => inkAt(page, after.x + after.width / 2, after.y + after.height / 2))
    .toBeGreaterThan(HOT);
  await page.context().close();
});

test('heat scrolls with an inner area, and what is scrolled out of it lies on nothing else', async ({
  browser,
}) => {
  const page = await show(browser, [on('#row-3')]);
  await page.locator('#area').scrollIntoViewIfNeeded();
  await rest(page);
  await expectHot(page, '#row-3');
  await page.evaluate(() => document.querySelector('#area')?.scrollTo(0, 40));
  await expectHot(page, '#row-3');
  const area = await page.locator('#area').boundingBox();
  await page.evaluate(() => document.querySelector('#area')?.scrollTo(0, 400));
  const [x, y] = await centreOf(page, '#row-3');
  expect(y).toBeLessThan((area?.y ?? 0) - 60);
  await expectCold(page, x, y);
  await page.context().close();
});

test('sticky heat goes with the page until it sticks, and then with the viewport', async ({
  browser,
}) => {
  const page = await show(browser, [on('#sticky button')]);
  const { top } = await page.evaluate(
    () => document.querySelector('#sticky')?.getBoundingClientRect() ?? { top: 0 },
  );
  for (const scroll of [0, top - 200, top - 20, top + 150, top + 600, top - 100, 0]) {
    await page.evaluate((to) => scrollTo(0, to), scroll);
    await settled(page);
    const [x, y] = await centreOf(page, '#sticky button');
    if (y < 0 || y > 780) continue;
    await expect.poll(() => inkAt(page, x, y), { message: `at ${scroll}` }).toBeGreaterThan(HOT);
  }
  await page.context().close();
});

test('fixed heat stays where it is while the page scrolls', async ({ browser }) => {
  const page = await show(browser, [on('#fixed')]);
  await expectHot(page, '#fixed');
  await page.evaluate(() => scrollTo(0, 900));
  await settled(page);
  await expectHot(page, '#fixed');
  await page.context().close();
});

test('a virtual list that gives a row to somebody else takes the heat away, and brings it back', async ({
  browser,
}) => {
  const page = await show(browser, [on('[data-item="4"]')]);
  await page.locator('#virtual').scrollIntoViewIfNeeded();
  await rest(page);
  await expectHot(page, '[data-item="4"]');
  await page.evaluate(() => document.querySelector('#virtual')?.scrollTo(0, 40 * 50));
  await expect.poll(async () => (await reportOf(page))?.missing).toEqual([0]);
  await rest(page);
  const box = await page.locator('#virtual').boundingBox();
  if (box === null) throw new Error('There is no list.');
  for (let y = 20; y < 200; y += 20) expect(await inkAt(page, box.x + 100, box.y + y)).toBe(0);
  await page.evaluate(() => document.querySelector('#virtual')?.scrollTo(0, 0));
  await expectHot(page, '[data-item="4"]');
  await page.context().close();
});

test('what is not there, or not to be seen, is told; hostile selectors harm nothing', async ({
  browser,
}) => {
  const page = await show(browser, [
    on('#fixed'),
    on('#nobody', '.nobody > a'),
    on('#in-closed-menu'),
    on(':::', '[', 'a:has(', `${'div '.repeat(200)}a`),
    on('#fixed >>> #fixed >>> a'),
    on('.twice', '#second'),
    on('.twin'),
  ]);
  await expect.poll(async () => (await reportOf(page))?.missing).toEqual([1, 3, 4]);
  const report = await reportOf(page);
  expect(report?.hidden).toEqual([2]);
  const found = report?.found.map(({ anchor }) => anchor).toSorted((a, b) => a - b);
  expect(found).toEqual([0, 5, 6]);
  // Of several that a selector names: what a later one says too, and else what can be seen.
  const boxes = await page.evaluate(() =>
    ['#second', '#shown-twin'].map(
      (each) => document.querySelector(each)?.getBoundingClientRect().left ?? 0,
    ),
  );
  const told = [5, 6].map((anchor) => report?.found.find((each) => each.anchor === anchor)?.box[0]);
  for (const [i, left] of boxes.entries()) expect(told[i]).toBeCloseTo(left, 0);
  await page.context().close();
});

test('an element that comes later gets its heat then', async ({ browser }) => {
  const page = await show(browser, [on('#late'), on('#fixed')]);
  await page.evaluate(() => {
    const late = document.createElement('button');
    late.id = 'late';
    late.textContent = 'Late';
    late.style.cssText = 'position:absolute;left:500px;top:300px;width:120px;height:40px';
    document.body.append(late);
  });
  await expectHot(page, '#late');
  await page.context().close();
});

import { expect, test } from 'playwright/test';
import { scatter } from '../overlay/heat';
import { drawn, openPage, settled } from '../overlay/open-page';

const HEAT = { cells: scatter(2, 300) };
const TALL = '<div style="height:6000px"></div>';

test('every way of client-side routing asks for the new page’s heat', async ({ browser }) => {
  const page = await openPage(browser);
  await page.evaluate((heat) => window.overlayTest.start(heat), HEAT);
  await drawn(page);
  const ways: [string, () => void][] = [
    ['/a', () => history.pushState(null, '', '/a')],
    ['/b', () => history.replaceState(null, '', '/b')],
    ['/b#c', () => location.assign('#c')],
    ['/b', () => history.back()],
  ];
  for (const [path, go] of ways) {
    await page.evaluate(go);
    await expect
      .poll(() => page.evaluate(() => window.overlayTest.log.hellos.at(-1)?.url))
      .toBe(`https://overlay.test${path}`);
  }
  // Nothing is asked twice.
  await page.waitForTimeout(650);
  expect(await page.evaluate(() => window.overlayTest.log.hellos.length)).toBe(5);
  await page.context().close();
});

test('a page whose address never rests is asked about when it does', async ({ browser }) => {
  const page = await openPage(browser);
  await page.evaluate((heat) => window.overlayTest.start(heat), HEAT);
  await drawn(page);
  const ink = await page.evaluate(async () => {
    for (let i = 0; i < 60; i++) {
      history.replaceState(null, '', `/?${i}`);
      await new Promise((resume) => setTimeout(resume, 20));
    }
    return window.overlayTest.inkAt(640, 400);
  });
  // Heat of the page before does not stay over this one meanwhile.
  expect(ink).toBe(0);
  const urls = () => page.evaluate(() => window.overlayTest.log.hellos.map(({ url }) => url));
  await expect.poll(async () => (await urls()).at(-1)).toBe('https://overlay.test/?59');
  await page.waitForTimeout(650);
  expect(await urls()).toEqual(['https://overlay.test/', 'https://overlay.test/?59']);
  await page.context().close();
});

test('routing is noticed where the browser has no Navigation API', async ({ browser }) => {
  const page = await openPage(browser);
  await page.evaluate((heat) => {
    Object.defineProperty(window, 'navigation', { value: undefined });
    return window.overlayTest.start(heat);
  }, HEAT);
  await drawn(page);
  await page.evaluate(() => history.pushState(null, '', '/later'));
  await expect
    .poll(() => page.evaluate(() => window.overlayTest.log.hellos.at(-1)?.url))
    .toBe('https://overlay.test/later');
  await page.context().close();
});

test('another width is asked for once it has come to rest', async ({ browser }) => {
  const page = await openPage(browser);
  await page.clock.install();
  await page.evaluate((heat) => {
    addEventListener('resize', () => document.body.setAttribute('data-heard', `${innerWidth}`));
    return window.overlayTest.start(heat);
  }, HEAT);
  await drawn(page);
  const widths = () =>
    page.evaluate(() => window.overlayTest.log.hellos.map(({ viewportWidth }) => viewportWidth));
  // However long a change of the size takes here, for the page they are 200 ms apart.
  await page.clock.pauseAt(Date.now() + 60_000);
  for (const width of [1100, 1000, 900]) {
    await page.setViewportSize({ width, height: 800 });
    await expect(page.locator('body')).toHaveAttribute('data-heard', `${width}`);
    await page.clock.runFor(200);
    expect(await widths()).toEqual([1280]);
  }
  await page.clock.runFor(900);
  expect(await widths()).toEqual([1280, 900]);
  await page.context().close();
});

test('a worker that dies is asked again until it answers', async ({ browser }) => {
  const page = await openPage(browser);
  await page.evaluate((heat) => {
    window.overlayTest.fail('message.lost', 3);
    return window.overlayTest.start(heat);
  }, HEAT);
  await expect.poll(() => page.evaluate(() => window.overlayTest.canvases().length)).toBe(1);
  await page.context().close();
});

test('when the extension is reloaded, nothing is left of it', async ({ browser }) => {
  const page = await openPage(browser);
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  const before = await page.evaluate(() => document.documentElement.outerHTML);
  await page.evaluate((heat) => window.overlayTest.start(heat), HEAT);
  await drawn(page);
  await page.evaluate(() => window.overlayTest.kill());
  await expect.poll(() => page.locator('[popover=manual]').count()).toBe(0);
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  const hellos = await page.evaluate(() => window.overlayTest.log.hellos.length);
  await page.evaluate(() => history.pushState(null, '', '/after'));
  await page.evaluate(() => scrollTo(0, 500));
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => window.overlayTest.log.hellos.length)).toBe(hellos);
  expect(said).toEqual([]);
  await page.context().close();
});

test('the background can end it', async ({ browser }) => {
  const page = await openPage(browser);
  await page.evaluate((heat) => window.overlayTest.start(heat), HEAT);
  await drawn(page);
  await page.evaluate(() => window.overlayTest.tell.stop());
  expect(await page.locator('[popover=manual]').count()).toBe(0);
  await page.context().close();
});

const ELEMENTS = `
  <header style="position:sticky;top:0;height:60px;background:#eee"><a href="/pricing">Pricing</a></header>
  <h1>Write to people</h1>
  <button style="position:absolute;left:100px;top:700px;width:120px;height:40px">Start free trial</button>
  <button style="display:none">Hidden</button>
  <label>E-mail <input name="email" value="jane.roe@example.com"></label>
  <textarea>My secret letter</textarea>
  <div contenteditable>typed words</div>
  <button aria-label="Write to jane.roe@example.com">x</button>
  <div style="height:100px;width:200px;overflow:auto"><div style="height:900px"></div><button id="below">Below the fold of its list</button></div>
  <div id="host"></div>${TALL}
  <script>document.querySelector('#host').attachShadow({mode:'open'}).innerHTML='<button>In the shadow</button>'</script>`;

test('elements are told with their boxes and names, and never with what people typed', async ({
  browser,
}) => {
  const page = await openPage(browser, { html: ELEMENTS });
  await page.evaluate((heat) => window.overlayTest.start(heat), HEAT);
  await drawn(page);
  await page.waitForFunction(() => window.overlayTest.log.elements.length > 0);
  const told = await page.evaluate(() => window.overlayTest.log.elements[0]);
  const boxes = told?.boxes ?? [];
  const find = (label: string) => boxes.findLast((each) => each.label.startsWith(label));
  expect(find('Start free trial')).toMatchObject({
    role: 'button',
    fixed: false,
    box: [100, 700, 120, 40],
  });
  expect(find('Pricing')).toMatchObject({ role: 'link', fixed: true });
  expect(find('In the shadow')).toMatchObject({ role: 'button' });
  expect(find('E-mail')).toMatchObject({ role: 'textbox' });
  expect(find('Write to people')).toMatchObject({ role: 'heading' });
  expect(find('Hidden')).toBeUndefined();
  expect(find('Below the fold')).toBeUndefined();
  expect(JSON.stringify(told)).not.toMatch(/jane|roe@|secret|typed/);
  await page.context().close();
});

test('an element can be outlined and scrolled to, also after it has moved', async ({ browser }) => {
  const page = await openPage(browser, { html: ELEMENTS });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.evaluate((heat) => window.overlayTest.start(heat), HEAT);
  await page.waitForFunction(() => window.overlayTest.log.elements.length > 0);
  const ref = await page.evaluate(
    () =>
      window.overlayTest.log.elements[0]?.boxes.find(({ label }) => label === 'Start free trial')
        ?.ref ?? -1,
  );
  const outline = () =>
    page.evaluate(() => {
      const frame = window.overlayTest.root?.children[1];
      const { left, top, width, height } = frame?.getBoundingClientRect() ?? new DOMRect();
      return [left, top, width, height];
    });
  await page.evaluate((n) => window.overlayTest.tell.highlight({ ref: n }), ref);
  expect(await outline()).toEqual([97, 697, 126, 46]);
  await page.evaluate(() => scrollTo(0, 200));
  await settled(page);
  expect(await outline()).toEqual([97, 497, 126, 46]);
  await page.evaluate(() => scrollTo(0, 4000));
  await page.evaluate((n) => window.overlayTest.tell.scrollTo({ ref: n }), ref);
  await settled(page);
  expect((await outline())[1]).toBe(377);
  await page.evaluate(() => window.overlayTest.tell.highlight({ ref: null }));
  expect(await outline()).toEqual([0, 0, 0, 0]);
  await page.context().close();
});

test('40,000 elements are gathered without holding the page up', async ({ browser }) => {
  const rows = '<p><a href="#">Open</a><button>Reply</button></p>'.repeat(13_400);
  const page = await openPage(browser, { html: rows });
  await page.evaluate((heat) => window.overlayTest.start(heat), HEAT);
  await page.waitForFunction(() => window.overlayTest.log.elements.length > 0);
  const [boxes, slices] = await page.evaluate(
    () => [window.overlayTest.log.elements[0]?.boxes.length, window.overlayTest.slices] as const,
  );
  expect(boxes).toBe(5000);
  // The page had its turn in between, again and again.
  expect(slices).toBeGreaterThan(3);
  await page.context().close();
});

test('sample data is marked as such on the page', async ({ browser }) => {
  const page = await openPage(browser);
  await page.evaluate((heat) => window.overlayTest.start({ ...heat, sample: true }), HEAT);
  await drawn(page);
  const badge = () => page.evaluate(() => window.overlayTest.root?.children[2]?.textContent);
  expect(await badge()).toBe('Sample data');
  await page.evaluate((heat) => window.overlayTest.update(heat), HEAT);
  expect(await badge()).toBe('');
  await page.context().close();
});

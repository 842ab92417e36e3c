import { expect, test } from 'playwright/test';
import { expectOnTop, HEAT, withHeat } from '../overlay/on-top';
import { drawn, openPage } from '../overlay/open-page';

const BUTTON = `<button id="b" style="position:fixed;left:40px;top:40px;width:200px;height:80px">Buy</button>`;

test('heat lies above modal dialogs, popovers and fullscreen that open later', async ({
  browser,
}) => {
  const html = `<dialog>Sign in <input></dialog><div popover id="p">Menu</div><main>Text</main>
    <div id="shadow"></div><script>
      document.querySelector('#shadow').attachShadow({ mode: 'open' })
        .innerHTML = '<dialog><input></dialog>';
    </script>`;
  await withHeat(browser, { html }, async (page) => {
    await expectOnTop(page);
    await page.evaluate(() => document.querySelector('dialog')?.showModal());
    await expectOnTop(page);
    await page.evaluate(() => document.querySelector('dialog')?.close());
    await page.evaluate(() => document.querySelector<HTMLElement>('#p')?.showPopover());
    await expectOnTop(page);
    await page.evaluate(() =>
      document.querySelector('#shadow')?.shadowRoot?.querySelector('dialog')?.showModal(),
    );
    await expectOnTop(page);
  });
});

test('heat lies above a fullscreen element', async ({ browser }) => {
  // No control, as heat on a control would go with it.
  const html = `<main style="background:red">Text</main><script>
    document.querySelector('main').addEventListener('click', (e) => e.target.requestFullscreen());
  </script>`;
  await withHeat(browser, { html }, async (page) => {
    await page.click('main');
    await page.waitForFunction(() => document.fullscreenElement !== null);
    await expectOnTop(page);
  });
});

test('the page stays usable under it', async ({ browser }) => {
  await withHeat(browser, { html: BUTTON }, async (page) => {
    await page.evaluate(() => {
      document.querySelector('#b')?.addEventListener('click', () => {
        document.title = 'clicked';
      });
    });
    await page.mouse.click(100, 80);
    expect(await page.title()).toBe('clicked');
    expect(await page.evaluate(() => document.elementFromPoint(100, 80)?.id)).toBe('b');
  });
});

const HOSTILE_STYLE = `<style>
  * { opacity: .5 !important; transform: rotate(9deg) !important; display: none !important }
  html, body, [popover] { display: block !important; opacity: 1 !important; transform: none !important }
  [popover], div { margin: 99px !important; width: 10px !important; visibility: hidden !important;
    filter: invert(1) !important; clip-path: circle(1px) !important; z-index: -1 !important }
  ::backdrop { background: red !important; display: block !important }
</style>`;

test('no style of the page reaches it, and no backdrop covers the page', async ({ browser }) => {
  await withHeat(browser, { html: HOSTILE_STYLE }, (page) => expectOnTop(page));
});

test('it works under a strict CSP with Trusted Types, and breaks none of its rules', async ({
  browser,
}) => {
  const headers = {
    'content-security-policy':
      "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  };
  await withHeat(browser, { headers, html: '<p>Text</p>' }, async (page) => {
    await expectOnTop(page);
    await page.evaluate(
      (heat) =>
        window.overlayTest.update({ ...heat, settings: { ...heat.settings, style: 'classic' } }),
      HEAT,
    );
    await drawn(page);
    expect(await page.evaluate(() => window.overlayTest.canvases().length)).toBe(1);
  });
});

const CLOBBERED = `
  ${['createElement', 'createTreeWalker', 'documentElement', 'body', 'defaultView', 'hidden']
    .map((name) => `<img name="${name}">`)
    .join('')}
  <form style="position:fixed;left:9px;top:9px" tabindex="0" aria-label="Sign up">
    ${[
      'matches',
      'getAttribute',
      'isConnected',
      'localName',
      'shadowRoot',
      'assignedSlot',
      'closest',
    ]
      .map((name) => `<input name="${name}">`)
      .join('')}
    <input name="getBoundingClientRect"><input name="checkVisibility"><input name="parentElement">
  </form>`;

test('a page whose fields and images are named after the DOM changes nothing', async ({
  browser,
}) => {
  const page = await openPage(browser, { html: CLOBBERED });
  expect(await page.evaluate(() => typeof document.createElement)).toBe('object');
  await page.evaluate((heat) => window.overlayTest.start(heat), HEAT);
  await drawn(page);
  await expectOnTop(page);
  await page.waitForFunction(() => window.overlayTest.log.elements.length > 0);
  const labels = await page.evaluate(() =>
    window.overlayTest.log.elements.at(-1)?.boxes.map(({ label }) => label),
  );
  expect(labels).toContain('Sign up');
  expect(labels?.length).toBe(11);
  await page.context().close();
});

test('it comes back when the page removes, hides or restyles it', async ({ browser }) => {
  await withHeat(browser, { html: '<p>Text</p>' }, async (page) => {
    const attacks: (() => void)[] = [
      () => document.querySelector('[popover=manual]')?.remove(),
      () => document.querySelector<HTMLElement>('[popover=manual]')?.hidePopover(),
      () => document.querySelector('[popover=manual]')?.removeAttribute('style'),
      () => document.querySelector('[popover=manual]')?.removeAttribute('popover'),
      () => document.documentElement.replaceChildren(document.createElement('body')),
    ];
    for (const attack of attacks) {
      await page.evaluate(attack);
      await expectOnTop(page);
      expect(await page.locator('[popover=manual]').count()).toBe(1);
    }
  });
});

test('a page that never stops removing it keeps its processor', async ({ browser }) => {
  await withHeat(browser, { html: '<p>Text</p>' }, async (page) => {
    const removals = await page.evaluate(async () => {
      let count = 0;
      const fight = () => {
        const host = document.querySelector('[popover=manual]');
        if (host === null) return;
        host.remove();
        count++;
      };
      const watcher = new MutationObserver(fight);
      watcher.observe(document.documentElement, { childList: true });
      fight();
      await new Promise((resume) => setTimeout(resume, 1500));
      watcher.disconnect();
      return count;
    });
    expect(removals).toBeGreaterThan(1);
    expect(removals).toBeLessThan(40);
    await page.waitForTimeout(2200);
    await expectOnTop(page);
  });
});

test('the page hears nothing of its popover, and sees one element with an inline style', async ({
  browser,
}) => {
  const page = await openPage(browser, { html: '<p>Text</p>' });
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const type of ['toggle', 'beforetoggle']) {
      document.addEventListener(type, () => heard.push(type), true);
    }
  });
  const before = await page.evaluate(() => document.querySelectorAll('*').length);
  await page.evaluate((heat) => window.overlayTest.start(heat), HEAT);
  await drawn(page);
  const seen = await page.evaluate(() => {
    const host = document.querySelector('[popover=manual]');
    return {
      elements: document.querySelectorAll('*').length,
      attributes: host?.getAttributeNames().sort(),
      root: host?.shadowRoot ?? null,
      heard: Reflect.get(window, 'heard'),
    };
  });
  expect(seen).toEqual({
    elements: before + 1,
    attributes: ['aria-hidden', 'popover', 'style'],
    root: null,
    heard: [],
  });
  await page.context().close();
});

import { expect, test } from 'playwright/test';
import { expectOnTop, withHeat } from '../overlay/on-top';

/** What a page's script can do to the one element that it can reach. */
const HOST = "document.querySelector('[popover=manual]')";

const INLINE: readonly (readonly [string, string])[] = [
  ['transform', 'translate(80px, 40px)'],
  ['translate', '80px 40px'],
  ['scale', '.5'],
  ['rotate', '9deg'],
  ['opacity', '0'],
  ['filter', 'hue-rotate(90deg) invert(1)'],
  ['backdrop-filter', 'invert(1)'],
  ['clip-path', 'circle(1px)'],
  ['mask', 'linear-gradient(transparent, transparent)'],
  ['visibility', 'hidden'],
  ['mix-blend-mode', 'difference'],
  ['content-visibility', 'hidden'],
  ['zoom', '2'],
  ['left', '90px'],
  ['background', 'red'],
  ['border', '40px solid red'],
  ['animation', 'none 1s'],
  ['all', 'unset'],
];

test('no inline style of the page stays on it', async ({ browser }) => {
  await withHeat(browser, { html: '<p>Text</p>' }, async (page) => {
    for (const [name, value] of INLINE) {
      await page.evaluate(`${HOST}.style.setProperty('${name}', '${value}', 'important')`);
      await test.step(name, () => expectOnTop(page));
    }
    await page.evaluate(`${HOST}.setAttribute('style', 'opacity:0!important')`);
    await expectOnTop(page);
  });
});

test('no attribute of the page stays on it', async ({ browser }) => {
  await withHeat(browser, { html: '<style>.gone{display:none}</style>' }, async (page) => {
    const before = await page.evaluate<string>(`${HOST}.cloneNode().outerHTML`);
    for (const [name, value] of [
      ['hidden', ''],
      ['inert', ''],
      ['class', 'gone'],
      ['dir', 'rtl'],
      ['id', 'ad'],
      ['popover', 'auto'],
      ['popover', 'hint'],
    ]) {
      const host = await page.evaluateHandle<Element>(HOST);
      await host.evaluate((element, [key, text]) => element.setAttribute(key, text), [
        name ?? '',
        value ?? '',
      ] as const);
      await test.step(`${name} ${value}`, () => expectOnTop(page));
      expect(await host.evaluate((element) => element.cloneNode() instanceof Element)).toBe(true);
      expect(await page.evaluate<string>(`${HOST}.cloneNode().outerHTML`)).toBe(before);
    }
  });
});

const RULES: Readonly<Record<string, string>> = {
  'a layer': '@layer a { div { opacity: 0 !important; transform: scale(.2) !important } }',
  'pseudo-elements': `div::before, div::after { content: "" !important; display: block !important;
    position: fixed !important; inset: 0 !important; background: red !important; z-index: 9 !important }`,
  'its backdrop': '::backdrop { display: block !important; background: red !important }',
  'all and custom properties': 'div { all: unset !important; --a: 1 !important }',
  'a transition': 'div { transition: all 99s !important; opacity: 0 !important }',
  'an animation':
    '@keyframes a { to { opacity: 0; transform: scale(.1) } } div { animation: a 1ms forwards !important }',
  'a first letter and line':
    'div::first-letter, div::first-line { font-size: 900px !important; color: red !important }',
  'a page that is turned': 'html { transform: rotate(9deg) scale(.5) }',
  'a page that is seen through': 'html { opacity: .1 }',
  'a page of other colours': 'html { filter: invert(1) hue-rotate(90deg) }',
  'a page that is cut':
    'html { clip-path: circle(9px); mask: linear-gradient(transparent, transparent); overflow: hidden; height: 9px }',
  'a page that is blended':
    'html { mix-blend-mode: difference; isolation: isolate; perspective: 9px; will-change: transform }',
  'a page that is contained': 'html { contain: strict; container-type: size }',
  'a page that is zoomed': 'html { zoom: 2 } body { zoom: .7 }',
  'a page that is not visible': 'html { visibility: hidden }',
};

for (const [what, rules] of Object.entries(RULES)) {
  test(`rules of the page do not reach it: ${what}`, async ({ browser }) => {
    await withHeat(browser, { html: `<p>Text</p><style>${rules}</style>` }, (page) =>
      expectOnTop(page),
    );
  });
}

test('it stays where it is put, and is not animated or scrolled', async ({ browser }) => {
  const html = '<div id="away" style="opacity:0;transform:scale(.1)"></div><iframe></iframe>';
  await withHeat(browser, { html }, async (page) => {
    for (const attack of [
      `document.querySelector('#away').append(${HOST})`,
      `document.querySelector('#away').moveBefore?.(${HOST}, null)`,
      `document.body.attachShadow({ mode: 'open' }).append(${HOST})`,
      `document.querySelector('iframe').contentDocument.body.append(${HOST})`,
      `${HOST}.animate([{ opacity: 0, transform: 'scale(.1)' }], { duration: 1, fill: 'both' })`,
      `${HOST}.animate([{ opacity: 1, background: 'red' }], { duration: 1, fill: 'both', pseudoElement: '::backdrop' })`,
      `${HOST}.scrollTo(90, 90)`,
      `${HOST}.append(document.createElement('dialog'))`,
      `document.open(), document.write('<p>Another'), document.close()`,
    ]) {
      await page.evaluate(`void (${attack})`);
      await test.step(attack, () => expectOnTop(page));
    }
    // A style that came with it, a root that lost its sheet.
    await page.addStyleTag({
      content: '::backdrop{display:block!important;background:red!important}',
    });
    await expectOnTop(page);
  });
});

test('a page that restyles it in every frame is undone in every frame', async ({ browser }) => {
  await withHeat(browser, { html: '<p>Text</p>' }, async (page) => {
    await page.evaluate(() => {
      const fight = () => {
        const host = document.querySelector<HTMLElement>('[popover=manual]');
        host?.style.setProperty('opacity', '0', 'important');
        requestAnimationFrame(fight);
      };
      fight();
    });
    await page.waitForTimeout(2_500);
    await expectOnTop(page);
  });
});

test('a page that never stops restyling it keeps its processor', async ({ browser }) => {
  await withHeat(browser, { html: '<p>Text</p>' }, async (page) => {
    const rounds = await page.evaluate(async () => {
      const host = document.querySelector<HTMLElement>('[popover=manual]');
      if (host === null) throw new Error('There is no overlay.');
      let count = 0;
      const fight = () => {
        if (host.style.opacity === '0') return;
        host.style.setProperty('opacity', '0', 'important');
        count++;
      };
      const watcher = new MutationObserver(fight);
      watcher.observe(host, { attributes: true });
      fight();
      await new Promise((resume) => setTimeout(resume, 1500));
      watcher.disconnect();
      return count;
    });
    expect(rounds).toBeGreaterThan(1);
    expect(rounds).toBeLessThan(500);
    await page.waitForTimeout(2_200);
    await expectOnTop(page);
  });
});

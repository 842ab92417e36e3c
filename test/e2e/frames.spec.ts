import type { Page } from 'playwright';
import { randomId } from '../../lib/core/ids';
import type { HeatState } from '../../lib/protocol/heat';
import { ask, heatState, waitFor } from '../run/drive';
import type { ExtensionBrowser } from '../run/extension';
import { expect, test } from './fixture';
import { tips, tipsAt, wordsOn } from './on-page';
import { type ServedPage, servePage } from './serve-page';
import { openFile, saved, tabIdOf } from './steps';

/** A button of this name in the midst of a section. */
const section = (name: string, more = ''): string =>
  `<section id=s-${name}><h2>Part ${name}</h2><button id=${name}>${name}</button>${more}</section>`;
const STYLE =
  '<style>body{margin:0;font:16px sans-serif}section{padding:8px 12px}h2{margin:0;font-size:16px}' +
  'button{width:120px;height:40px}iframe{background:white}</style>';
const framed = (body: string): string =>
  `<!doctype html>${STYLE}${body}`.replaceAll('&', '&amp;').replaceAll("'", '&#39;');

const NESTED = `<iframe id=deep srcdoc='${framed(section('inner'))}' style='width:200px;height:110px;zoom:1.25'></iframe>`;
const OUTER = framed(
  `${section('buy')}<div style='height:20px'></div>${NESTED}<div style='height:900px'></div>`,
);

const body = (foreign: string): string => `${STYLE}
<main>
  <section id=outside><h2>Outside</h2><button id=out>out</button></section>
  <iframe id=plain style="width:420px;height:300px;border:5px solid;padding:7px" srcdoc='${OUTER}'></iframe>
  <iframe id=scaled style="width:400px;height:200px;transform:scale(.5);transform-origin:0 0" srcdoc='${framed(section('small'))}'></iframe>
  <x-card style="display:block;height:60px;margin-top:-90px"></x-card>
  <iframe id=foreign src="${foreign}" style="width:300px;height:100px"></iframe>
</main>
<script>
  const root = document.querySelector('x-card').attachShadow({ mode: 'closed' });
  root.innerHTML = '<button id=shut style="position:absolute;left:440px;top:10px;width:120px;height:40px">shut</button>' +
    '<iframe id=kept style="position:absolute;left:600px;top:10px;width:300px;height:100px" srcdoc="<body style=margin:0><button id=lodged style=width:120px;height:40px>lodged</button>"></iframe>';
  // A page in a frame that would stand in our way, as far as a page can.
  addEventListener('load', () => {
    const inside = document.querySelector('#plain').contentWindow;
    inside.heard = [];
    for (const type of ['pointerdown', 'click', 'keydown'])
      inside.document.addEventListener(type, (event) => inside.heard.push(type), true);
    const broken = () => { throw new Error('broken'); };
    inside.EventTarget.prototype.addEventListener = broken;
    inside.Document.prototype.elementsFromPoint = broken;
    inside.Element.prototype.getBoundingClientRect = () => ({ left: 0, top: 0, right: 9999, bottom: 9999 });
    inside.Event.prototype.composedPath = () => [];
    Object.defineProperty(inside.Node.prototype, 'ownerDocument', { get: broken });
    Object.defineProperty(inside.MouseEvent.prototype, 'clientX', { get: () => 0 });
  });
</script>`;

/** Clicks by element, each element with a number of its own. */
const CLICKS = {
  '#plain >>> #buy': 500,
  '#plain >>> #deep >>> #inner': 200,
  '#scaled >>> #small': 150,
  'x-card >>> #shut': 80,
  'x-card >>> #kept >>> #lodged': 40,
  '#out': 30,
};

let foreign: ServedPage;
let site: ServedPage;

test.beforeAll(async () => {
  foreign = await servePage('<button style="width:120px;height:40px">theirs</button>');
  site = await servePage(body(foreign.url.replace('127.0.0.1', 'localhost')));
});

test.afterAll(() => {
  site.close();
  foreign.close();
});

async function open(hushmap: ExtensionBrowser, tab: Page): Promise<Page> {
  await tab.goto(site.url);
  const anchors = Object.keys(CLICKS).map((selector) => ({ selectors: [selector] }));
  const cells = Object.values(CLICKS).map((count, anchor) => ({
    ...{ anchor, x: 0.5, y: 0.5, count, people: count },
  }));
  const head = { format: 'hushmap-heat', version: 2, page: site.url, map: 'click' };
  const file = { ...head, viewportWidth: 1280, from: '2026-11-01', to: '2026-11-07' };
  const panel = await openFile(hushmap, tab, saved(JSON.stringify({ ...file, anchors, cells })));
  await until(panel, ({ elements }) => elements.length === anchors.length, 'Elements');
  await tab.bringToFront();
  return panel;
}

const until = (panel: Page, holds: (state: HeatState) => boolean, what: string) =>
  waitFor(() => heatState(panel, tabIdOf(panel)), holds, what);

const inFrame = (tab: Page, frame: string, ...path: string[]) => {
  const [inner, name] = [path.slice(0, -1), path.at(-1) ?? ''];
  return inner.reduce((at, each) => at.frameLocator(each), tab.frameLocator(frame)).locator(name);
};

/** The middle of an element in the page's viewport. */
const middle = async (tab: Page, selector: string): Promise<[number, number]> => {
  const box = await tab.locator(selector).boundingBox();
  return [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];
};

/** The same in frames, of which each shows its own px so many times as large: the driver leaves that out. */
async function inside(
  tab: Page,
  frames: readonly (readonly [selector: string, scale: number])[],
  selector: string,
): Promise<[number, number]> {
  const place = await tab.evaluate(
    ([path, last]) => {
      let at: Document | null | undefined = document;
      let [left, top, scale] = [0, 0, 1];
      for (const [each, more] of path) {
        const frame: HTMLIFrameElement | null | undefined = at?.querySelector(each);
        if (!frame) throw new Error(`No ${each}`);
        // The page's scripts have spoilt the frame's own prototypes, and not those of the page.
        const box = Element.prototype.getBoundingClientRect.call(frame);
        scale *= more;
        const style = getComputedStyle(frame);
        left += box.left * (scale / more) + scale * sum(style.borderLeftWidth, style.paddingLeft);
        top += box.top * (scale / more) + scale * sum(style.borderTopWidth, style.paddingTop);
        at = frame.contentDocument;
      }
      const found = at?.querySelector(last);
      if (!found) throw new Error(`No ${last}`);
      const box = Element.prototype.getBoundingClientRect.call(found);
      return [left + scale * (box.left + box.width / 2), top + scale * (box.top + box.height / 2)];

      function sum(...lengths: string[]): number {
        return lengths.reduce((total, length) => total + Number.parseFloat(length), 0);
      }
    },
    [frames, selector] as const,
  );
  return [place[0] ?? 0, place[1] ?? 0];
}

const PLAIN = [['#plain', 1]] as const;
const DEEP = [...PLAIN, ['#deep', 1.25]] as const;

/** Where what is in the closed root lies: nobody but us looks into it. */
async function inClosed(tab: Page, left: number, top: number): Promise<[number, number]> {
  return tab.evaluate(([dx, dy]) => [scrollX + (dx ?? 0), (dy ?? 0) - scrollY], [left, top]);
}

test('the number at the pointer is told in frames, nested, zoomed and scaled ones too', async ({
  hushmap,
  tab,
}) => {
  await open(hushmap, tab);
  const says = async (name: string, count: number, place: [number, number]) => {
    await tab.mouse.move(...place, { steps: 3 });
    await expect
      .poll(() => tipsAt(hushmap, tab, ...place))
      .toContain(`${name}\nAbout ${count} clicks`);
  };
  await says('buy', 500, await inside(tab, PLAIN, '#buy'));
  await says('inner', 200, await inside(tab, DEEP, '#inner'));
  await says('out', 30, await middle(tab, '#out'));
  await says('small', 150, await inside(tab, [['#scaled', 0.5]], '#small'));
  await says('shut', 80, await inClosed(tab, 500, 30));
  await says('lodged', 40, await inClosed(tab, 660, 30));
  // A frame of another origin tells nothing, and what was told before is gone.
  await tab.mouse.move(...(await middle(tab, '#foreign')), { steps: 3 });
  await expect.poll(() => tips(hushmap, tab)).not.toContain('About');
  // It stands beside the pointer, not where the frame would have it.
  const place = await inside(tab, DEEP, '#inner');
  await says('inner', 200, place);
  const words = await wordsOn(hushmap, tab);
  const tip = words.find(({ text }) => text === 'inner');
  expect(Math.abs((tip?.left ?? -100) - place[0])).toBeLessThan(40);
  expect(Math.abs((tip?.top ?? -100) - place[1])).toBeLessThan(40);
});

test('a frame that shows another document is listened to anew, and none is afterwards', async ({
  hushmap,
  tab,
}) => {
  const panel = await open(hushmap, tab);
  const [x, y] = await inside(tab, PLAIN, '#buy');
  await tab.mouse.move(x, y, { steps: 3 });
  await expect.poll(() => tipsAt(hushmap, tab, x, y)).toContain('About 500 clicks');
  await tab.evaluate(
    (srcdoc) => {
      const frame = document.querySelector<HTMLIFrameElement>('#plain');
      if (frame === null) throw new Error('No frame');
      return new Promise((done) => {
        frame.addEventListener('load', done, { once: true });
        frame.srcdoc = `<p style="height:0"></p>${srcdoc}`;
      });
    },
    `${STYLE}${section('buy')}`,
  );
  await until(panel, ({ elements }) => elements.length === 5, 'The new document');
  await expect.poll(() => tips(hushmap, tab)).not.toContain('About');
  const [left, top] = await inside(tab, PLAIN, '#buy');
  await expect.poll(() => tipsAt(hushmap, tab, left, top)).toContain('About 500 clicks');

  await ask(panel, 'heat.set', { tabId: tabIdOf(panel), settings: { hover: false } });
  await expect.poll(() => tips(hushmap, tab)).not.toContain('About');
  expect(await tipsAt(hushmap, tab, left, top)).not.toContain('About');
  // It is allowed again while the pointer rests in the frame.
  await ask(panel, 'heat.set', { tabId: tabIdOf(panel), settings: { hover: true } });
  await expect.poll(() => tipsAt(hushmap, tab, left, top)).toContain('About 500 clicks');
});

test('a section in a frame is picked, with its sum, and the frame hears nothing of it', async ({
  hushmap,
  tab,
}) => {
  const panel = await open(hushmap, tab);
  const pick = () => ask(panel, 'heat.pick', { tabId: tabIdOf(panel), step: 'start' });
  await pick();
  const [x, y] = await inside(tab, DEEP, '#inner');
  await tab.mouse.move(x, y);
  await tab.mouse.click(x, y);
  const { zones } = await until(panel, (state) => state.zones.list.length === 1, 'A zone');
  expect(zones.list[0]).toMatchObject({ label: 'Part inner', role: 'section' });
  expect(zones.list[0]?.heat).toMatchObject({ count: 200 });

  // With the focus in the frame, its keys are the picker's; wider goes out of frames as well.
  await inFrame(tab, '#plain', '#buy').focus();
  await pick();
  await tab.mouse.move(...(await inside(tab, PLAIN, '#buy')));
  await tab.keyboard.press('Escape');
  await until(panel, (state) => !state.zones.picking, 'The end');
  await pick();
  await tab.mouse.move(...(await inside(tab, PLAIN, '#buy')));
  for (let step = 0; step < 8; step++) await tab.keyboard.press('ArrowUp');
  await tab.keyboard.press('Enter');
  const both = await until(panel, (state) => state.zones.list.length === 2, 'Another zone');
  expect(both.zones.list[1]?.heat?.count).toBeGreaterThan(700);
  expect(await tab.evaluate('document.querySelector("#plain").contentWindow.heard')).toEqual([]);

  // It is found again where the frame draws it anew.
  await inFrame(tab, '#plain', '#deep', '#s-inner').evaluate((old) => {
    old.replaceWith(old.cloneNode(true));
  });
  await tab.evaluate(() => dispatchEvent(new Event('resize')));
  await until(panel, (state) => state.zones.list[0]?.heat?.count === 200, 'The new one');
});

test('sections of frames are in the list for the keyboard, and a note is pinned in a frame', async ({
  hushmap,
  tab,
}) => {
  const panel = await open(hushmap, tab);
  const tabId = tabIdOf(panel);
  const sections = await ask(panel, 'heat.sections', { tabId });
  expect(sections).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ label: 'Outside' }),
      expect.objectContaining({ label: 'Part buy', depth: 1 }),
      expect.objectContaining({ label: 'Part inner', depth: 1 }),
    ]),
  );
  const { elements } = await heatState(panel, tabId);
  const ref = elements.find(({ label }) => label === 'inner')?.ref ?? 0;
  const pins = await ask(panel, 'pins.add', { tabId, id: randomId('pin'), ref, note: 'Too deep' });
  expect(pins).toMatchObject([{ number: 1, ref }]);
  await expect.poll(() => tips(hushmap, tab)).toContain('1');
});

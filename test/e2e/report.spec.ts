import { readFileSync, statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright';
import { randomId } from '../../lib/core/ids';
import { violations } from '../gallery/axe';
import { ask, heatState, waitFor } from '../run/drive';
import type { ExtensionBrowser } from '../run/extension';
import { expect, pictured } from './fixture';
import { savedBy } from './save-file';
import { saved, shown, tabIdOf, widthAtRest } from './steps';

/** Buttons as a page would name them that means ill, and how often each was pressed before and after. */
const BUTTONS = [
  { label: '<img src=x onerror=alert(1)>', x: 120, y: 120, a: 3_000, b: 1_200 },
  { label: '</style><script>alert(2)</script>', x: 420, y: 120, a: 1_200, b: 3_000 },
  { label: 'Right \u202eto left', x: 120, y: 420, a: 2_000, b: 2_010 },
  { label: 'Call jane.roe@acme.test', x: 420, y: 1500, a: 900, b: 890 },
];

const IDS = ['lost', 'won', 'alike', 'call'];

async function openPage(tab: Page, origin: string): Promise<string> {
  const url = `${origin}/page-that-means-ill`;
  const buttons = BUTTONS.map(
    ({ x, y }, i) =>
      `<button id="${IDS[i]}" style="position:absolute;width:180px;height:40px;left:${x - 90}px;top:${y - 20}px"></button>`,
  );
  await tab.route(url, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><title>Ill</title><body style="margin:0;height:1800px;background:#fff">${buttons.join('')}<script>
        const names = ${JSON.stringify(BUTTONS.map(({ label }) => label)).replaceAll('<', '\\u003c')};
        document.querySelectorAll('button').forEach((button, i) => button.append(names[i]));
      </script>`,
    }),
  );
  await tab.goto(url);
  return url;
}

function heatFile(page: string, viewportWidth: number, side: 'a' | 'b'): string {
  const head = { format: 'hushmap-heat', version: 2, page, map: 'click', viewportWidth };
  const days =
    side === 'a'
      ? { from: '2026-11-08', to: '2026-11-14' }
      : { from: '2026-11-01', to: '2026-11-07' };
  const cells = BUTTONS.map((each) => ({
    ...{ x: each.x, y: each.y, size: 20, fixed: false },
    ...{ people: each[side], count: each[side] * 2 },
  }));
  return saved(JSON.stringify({ ...head, ...days, unit: 'people', cells }));
}

async function openHeat(hushmap: ExtensionBrowser, tab: Page, origin: string) {
  const url = await openPage(tab, origin);
  const panel = await hushmap.openSidePanel(tab);
  await shown(panel);
  const width = await widthAtRest(tab);
  const open = async (side: 'a' | 'b') => {
    await panel.getByTestId('heat-file').setInputFiles(heatFile(url, width, side));
    return waitFor(
      () => heatState(panel, tabIdOf(panel)),
      ({ status, summary, elements }) =>
        status === 'shown' &&
        summary?.provenance.from === (side === 'a' ? '2026-11-08' : '2026-11-01') &&
        elements.length > 0,
      'The heat of the file',
    );
  };
  return { panel, open };
}

/** Saves the report, and opens the file as whoever gets it would. */
async function openReport(hushmap: ExtensionBrowser, panel: Page, tab: Page) {
  const got = await savedBy(panel, tab, 'Save report');
  expect(got.suggestedFilename()).toMatch(/^heat-click-.*\.html$/);
  const path = saved('').replace(/heat\.json$/, 'report.html');
  await got.saveAs(path);
  const report = await hushmap.context.newPage();
  const trouble: string[] = [];
  report.on('console', (said) => trouble.push(said.text()));
  report.on('pageerror', (error) => trouble.push(error.message));
  report.on('dialog', (dialog) => trouble.push(dialog.message()));
  report.on('request', (request) => {
    if (!/^(data|file):/.test(request.url())) trouble.push(request.url());
  });
  await report.goto(pathToFileURL(path).href);
  return { report, trouble, html: readFileSync(path, 'utf8'), bytes: statSync(path).size };
}

/** What the file looks like on screens and on paper, and whether all can read it. */
async function look(hushmap: ExtensionBrowser, report: Page, html: string, name: string) {
  const pictures = await report
    .locator('img')
    .evaluateAll((all) => (all as HTMLImageElement[]).map(({ naturalWidth }) => naturalWidth));
  expect(Math.min(...pictures)).toBeGreaterThan(300);
  for (const scheme of ['light', 'dark'] as const) {
    await report.emulateMedia({ colorScheme: scheme });
    await report.screenshot({ path: `test-output/report-${name}-${scheme}.png`, fullPage: true });
  }
  await report.emulateMedia({ colorScheme: 'dark', media: 'print' });
  await report.screenshot({ path: `test-output/report-${name}-print.png`, fullPage: true });
  // The file's own policy keeps scripts out, those that look for faults as well.
  const open = await hushmap.context.newPage();
  await open.setContent(html.replace(/<meta http-equiv[^>]*>/, ''));
  for (const colorScheme of ['light', 'dark'] as const) {
    await open.emulateMedia({ colorScheme });
    expect(await violations(open)).toEqual([]);
  }
  await open.setViewportSize({ width: 320, height: 800 });
  const over = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  expect(await open.evaluate(over)).toBeLessThanOrEqual(0);
  await open.screenshot({ path: `test-output/report-${name}-320.png` });
  await open.close();
}

pictured(
  'a report of one map is a file that anybody can open',
  async ({ hushmap, tab, parley }) => {
    pictured.slow();
    const { panel, open } = await openHeat(hushmap, tab, parley.origin);
    await open('a');
    const { report, trouble, html, bytes } = await openReport(hushmap, panel, tab);
    expect(await report.title()).toContain('Clicks: ');
    await expect(report.getByRole('heading', { level: 1 })).toHaveText('Clicks');
    await expect(report.locator('tbody tr')).toHaveCount(BUTTONS.length);
    await expect(report.locator('tbody tr').first()).toContainText('<img src=x onerror=alert(1)>');
    await expect(report.locator('tbody')).toContainText('</style><script>alert(2)</script>');
    expect(html).not.toMatch(/\u202e|jane\.roe/);
    expect(bytes).toBeLessThan(3_000_000);
    await look(hushmap, report, html, 'one');
    expect(trouble).toEqual([]);
  },
);

pictured(
  'while two maps are compared it holds both, and where they differ; the view stays as it was',
  async ({ hushmap, tab, parley }) => {
    pictured.slow();
    const { panel, open } = await openHeat(hushmap, tab, parley.origin);
    await open('b');
    const tabId = tabIdOf(panel);
    await ask(panel, 'snapshots.save', {
      tabId,
      id: randomId('snapshot'),
      name: 'Before the redesign',
    });
    const { sources } = await open('a');
    const id = sources.find(({ kind }) => kind === 'snapshot')?.id ?? '';
    const compare = { with: { kind: 'map', id }, view: 'side', side: 'b', palette: 'vik' } as const;
    await ask(panel, 'heat.set', { tabId, settings: { compare } });
    const told = await waitFor(
      () => ask(panel, 'heat.comparison', { tabId }) as Promise<{ elements: unknown } | null>,
      (now) => Array.isArray(now?.elements),
      'The comparison',
    );
    expect(told).not.toBeNull();
    await pinNote(panel, /^Pin a note on Right/, 'Fewer since the <b>move</b>.');
    expect(await violations(panel)).toEqual([]);
    await panel.screenshot({ path: 'test-output/pins-compared.png' });
    const { report, trouble, html } = await openReport(hushmap, panel, tab);
    await expect(report.locator('.answer')).toContainText('2 places differ: 1 less in B, 1 more.');
    await expect(report.locator('img')).toHaveCount(3);
    await expect(report.locator('tbody')).toContainText('not significant');
    await expect(report.locator('tbody strong')).toHaveText(['different', 'different']);
    await expect(report.locator('.both')).toContainText('2026-11-01 to 2026-11-07');
    await expect(report.locator('.both')).toContainText('2026-11-08 to 2026-11-14');
    await expect(report.locator('.pins .note')).toHaveText('Fewer since the <b>move</b>.');
    expect((await heatState(panel, tabId)).settings.compare).toEqual(compare);
    await look(hushmap, report, html, 'compared');
    expect(trouble).toEqual([]);
  },
);

/** The colour of the page in the tab as a person sees it. */
async function colourAt(tab: Page, decoder: Page, x: number, y: number): Promise<number[]> {
  const base64 = (await tab.screenshot()).toString('base64');
  return decoder.evaluate(
    async (given) => {
      const bytes = Uint8Array.from(atob(given.base64), (character) => character.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes]));
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
      if (context === null) throw new Error('No canvas.');
      context.drawImage(image, 0, 0);
      return [...context.getImageData(given.x, given.y, 1, 1).data.slice(0, 3)];
    },
    { base64, x, y },
  );
}

/** In the upper part of the number that stands at the corner of the third button. */
const MARK = { x: 30, y: 392 };
const INK = [17, 24, 39];

/** Pins a note without a pointer. */
async function pinNote(panel: Page, button: RegExp, note: string): Promise<void> {
  await panel.bringToFront();
  await panel.getByRole('button', { name: button }).focus();
  await panel.keyboard.press('Enter');
  await expect(panel.getByTestId('pin-note')).toBeFocused();
  await panel.keyboard.type(note);
  await panel.keyboard.press('Tab');
  await panel.keyboard.press('Enter');
  await expect(panel.getByTestId('pin')).toContainText(note);
}

pictured(
  'a note is pinned by keyboard, stands on the page by its number, and goes into the report',
  async ({ hushmap, tab, parley }) => {
    pictured.slow();
    const { panel, open } = await openHeat(hushmap, tab, parley.origin);
    await open('a');
    await pinNote(panel, /^Pin a note on Right/, 'Move it <b>up</b>?');
    expect(await violations(panel)).toEqual([]);
    await tab.bringToFront();
    await expect.poll(() => colourAt(tab, panel, MARK.x, MARK.y)).toEqual(INK);
    await panel.screenshot({ path: 'test-output/pins-panel.png' });
    await tab.screenshot({ path: 'test-output/pins-page.png' });
    const { report, trouble } = await openReport(hushmap, panel, tab);
    await expect(report.locator('.pins .note')).toHaveText('Move it <b>up</b>?');
    expect(trouble).toEqual([]);
    await report.close();
    // What is behind another tab is not laid out.
    await tab.bringToFront();

    // It is found again where the page is opened anew.
    await tab.reload();
    await shown(panel);
    await expect.poll(() => colourAt(tab, panel, MARK.x, MARK.y)).toEqual(INK);
  },
);

pictured(
  'a pin whose element goes says so, moves to no other, and comes back with it',
  async ({ hushmap, tab, parley }) => {
    pictured.slow();
    const { panel, open } = await openHeat(hushmap, tab, parley.origin);
    await open('a');
    await pinNote(panel, /^Pin a note on Right/, 'Move it up?');
    const pins = panel.getByTestId('heat-pins');
    await tab.bringToFront();
    await expect.poll(() => colourAt(tab, panel, MARK.x, MARK.y)).toEqual(INK);
    await expect(pins).not.toContainText('Not to be seen');

    const next = await tab.evaluateHandle(() => {
      const element = document.querySelector('#alike');
      const after = element?.nextElementSibling ?? null;
      element?.remove();
      return { element, after };
    });
    await expect(pins.getByTestId('pin')).toContainText('Not to be seen on this page now.');
    await expect(pins).toContainText('1 pin is not to be seen on this page now.');
    await expect(pins.getByTestId('pin')).toContainText('Move it up?');
    await expect.poll(() => colourAt(tab, panel, MARK.x, MARK.y)).not.toEqual(INK);
    await panel.screenshot({ path: 'test-output/pin-gone.png' });

    await next.evaluate(({ element, after }) => {
      if (element) document.body.insertBefore(element, after);
    });
    await expect(pins).not.toContainText('ot to be seen');
    await expect.poll(() => colourAt(tab, panel, MARK.x, MARK.y)).toEqual(INK);
  },
);

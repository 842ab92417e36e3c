import type { Page } from 'playwright';
import * as v from 'valibot';
import { randomId } from '../../lib/core/ids';
import { differenceColour } from '../../lib/heatmap/compare/difference-colour';
import { DEFAULT_HEAT_SETTINGS, type HeatSettings } from '../../lib/protocol/heat';
import { type HeatComparison, HeatComparisonSchema } from '../../lib/protocol/heat-comparison';
import { violations } from '../gallery/axe';
import { takePicture } from '../overlay/screenshot';
import { ask, waitFor } from '../run/drive';
import type { ExtensionBrowser } from '../run/extension';
import { expect, pictured, test } from './fixture';
import { sliderOf } from './on-page';
import { openFile, saved, shown, tabIdOf } from './steps';

/** Places that people click on either side: one has lost a fifth of all, one has won it, two are alike. */
const PLACES = [
  { x: 200, y: 200, a: 3_000, b: 1_200 },
  { x: 1000, y: 200, a: 1_200, b: 3_000 },
  { x: 600, y: 200, a: 2_000, b: 2_010 },
  { x: 600, y: 520, a: 900, b: 890 },
];
const EDGE = 40;
const WHITE = [255, 255, 255];

/** A white page of its own, so that every colour on it is the overlay's. */
async function blank(tab: Page, origin: string): Promise<string> {
  const url = `${origin}/blank-for-colours`;
  await tab.route(url, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>Blank</title><body style="margin:0;height:2400px;background:#fff">
        <button style="position:absolute;left:160px;top:160px;width:80px;height:80px;opacity:0">Lost</button>
        <button style="position:absolute;left:960px;top:160px;width:80px;height:80px;opacity:0">Won</button>
        <p style="position:absolute;left:40px;top:700px"><a href="#here" id="link">A link</a></p>`,
    }),
  );
  await tab.goto(url);
  return url;
}

function heatFile(page: string, side: 'a' | 'b', unit = 'people'): string {
  const head = { format: 'hushmap-heat', version: 2, page, map: 'click', viewportWidth: 1280 };
  const days =
    side === 'a'
      ? { from: '2026-11-08', to: '2026-11-14' }
      : { from: '2026-11-01', to: '2026-11-07' };
  const cells = PLACES.map((place) => ({
    ...{ x: place.x, y: place.y, size: EDGE, fixed: false },
    ...(unit === 'people' && { people: place[side] }),
    count: place[side] * 2,
  }));
  return saved(JSON.stringify({ ...head, ...days, unit, cells }));
}

/** A file as map A, and a snapshot of the other as what it is compared with. */
async function bothMaps(hushmap: ExtensionBrowser, tab: Page, url: string, unit?: string) {
  const panel = await openFile(hushmap, tab, heatFile(url, 'b', unit));
  const tabId = tabIdOf(panel);
  await ask(panel, 'snapshots.save', {
    tabId,
    id: randomId('snapshot'),
    name: 'Before the redesign',
  });
  await panel.getByTestId('heat-file').setInputFiles(heatFile(url, 'a', unit));
  const state = await waitFor(
    () => shown(panel),
    ({ summary }) => summary?.provenance.from === '2026-11-08',
    'Map A',
  );
  const snapshot = state.sources.find(({ kind }) => kind === 'snapshot');
  return { panel, tabId, id: snapshot?.id ?? '' };
}

type View = NonNullable<HeatSettings['compare']>['view'];

async function compare(panel: Page, id: string, view: View): Promise<HeatComparison> {
  const settings: Partial<HeatSettings> = {
    opacity: 1,
    style: 'density',
    palette: DEFAULT_HEAT_SETTINGS.palette,
    compare: { with: { kind: 'map', id }, view, side: 'a', palette: 'vik' },
  };
  await ask(panel, 'heat.set', { tabId: tabIdOf(panel), settings });
  const read = async () =>
    v.parse(
      v.nullable(HeatComparisonSchema),
      await ask(panel, 'heat.comparison', { tabId: tabIdOf(panel) }),
    );
  const told = await waitFor(read, (now) => now?.status === 'shown', 'The comparison');
  if (told === null) throw new Error('Nothing is compared.');
  return told;
}

/** The colour in the middle of a place, and beside it. */
async function coloursAt(tab: Page, places: readonly { x: number; y: number }[]) {
  const { rgba, width } = await takePicture(tab, 1);
  return places.map(({ x, y }) => [...rgba.slice((y * width + x) * 4, (y * width + x) * 4 + 3)]);
}

test('what differs has its colour in its place, and everything else is bare', async ({
  hushmap,
  tab,
  parley,
}) => {
  const url = await blank(tab, parley.origin);
  const { panel, id } = await bothMaps(hushmap, tab, url);
  const told = await compare(panel, id, 'difference');
  expect(told.places).toMatchObject({ compared: 4, less: 1, more: 1 });
  const colour = (sign: number) => [...differenceColour('vik', sign * told.most, told.most)];
  await expect.poll(() => coloursAt(tab, PLACES)).toEqual([colour(-1), colour(1), WHITE, WHITE]);
  // To the edge of its square, and not beyond.
  const edge = [-EDGE / 2 + 1, -EDGE / 2 - 2].map((by) => ({ x: 200 + by, y: 200 }));
  expect(await coloursAt(tab, edge)).toEqual([colour(-1), WHITE]);
  await tab.screenshot({ path: 'test-output/compare-difference.png' });
  await tab.evaluate(() => window.scrollTo({ top: 120, behavior: 'instant' }));
  await expect
    .poll(() =>
      coloursAt(tab, [
        { x: 200, y: 80 },
        { x: 200, y: 200 },
      ]),
    )
    .toEqual([colour(-1), WHITE]);
});

test('the panel says how many differ, and lists elements with both shares', async ({
  hushmap,
  tab,
  parley,
}) => {
  const url = await blank(tab, parley.origin);
  const { panel } = await bothMaps(hushmap, tab, url);
  await panel.getByTestId('heat-compare').click();
  await panel.getByTestId('compare-with').click();
  await panel.getByRole('option', { name: /Before the redesign/ }).click();
  await expect(panel.getByTestId('compare-verdict')).toContainText(
    '2 places differ: 1 less in B, 1 more.',
  );
  const rows = panel.getByTestId('compare-elements').getByRole('row');
  await expect(rows.filter({ hasText: 'Lost' })).toContainText(/-2\d\.\d ±/);
  await expect(rows.filter({ hasText: 'Won' })).toContainText(/\+2\d\.\d ±/);
  await expect(panel.getByTestId('compare-b')).toContainText('Before the redesign');
  expect(await violations(panel)).toEqual([]);
});

test('clicks alone are called nothing, and colour nothing', async ({ hushmap, tab, parley }) => {
  const url = await blank(tab, parley.origin);
  const { panel, id } = await bothMaps(hushmap, tab, url, 'clicks');
  const told = await compare(panel, id, 'difference');
  expect(told).toMatchObject({ isTested: false, tiles: [] });
  await expect(panel.getByText(/one person may have made all of them/)).toBeVisible();
  await expect.poll(() => coloursAt(tab, PLACES)).toEqual([WHITE, WHITE, WHITE, WHITE]);
});

test('the handle parts A from B, by keyboard and by mouse, and leaves the page alone', async ({
  hushmap,
  tab,
  parley,
}) => {
  const url = await blank(tab, parley.origin);
  const { panel, id } = await bothMaps(hushmap, tab, url);
  await compare(panel, id, 'swipe');
  await tab.bringToFront();
  const slider = await sliderOf(tab);
  expect(slider).toMatchObject({ role: 'slider', value: 50 });
  expect(slider.name).toMatch(/map A ends/);
  // At the left edge all is B; at the right edge all is A: the lost place is hotter in A.
  await slider.focus();
  await tab.keyboard.press('Home');
  await expect.poll(async () => (await sliderOf(tab)).value).toBe(0);
  const lost = [{ x: 200, y: 200 }];
  await expect.poll(async () => (await coloursAt(tab, lost))[0]).not.toEqual(WHITE);
  const [inB] = await coloursAt(tab, lost);
  await tab.keyboard.press('End');
  await expect.poll(async () => (await coloursAt(tab, lost))[0]).not.toEqual(inB);
  const [inA] = await coloursAt(tab, lost);
  await tab.keyboard.press('ArrowLeft');
  await expect.poll(async () => (await sliderOf(tab)).value).toBe(99);
  // By mouse, from where it stands to beyond the lost place.
  const knob = { x: 0.99 * 1280, y: 400 };
  await tab.mouse.move(knob.x, knob.y);
  await tab.mouse.down();
  await tab.mouse.move(100, 400, { steps: 4 });
  await tab.mouse.up();
  await expect.poll(async () => (await coloursAt(tab, lost))[0]).toEqual(inB);
  expect(inA).not.toEqual(inB);
  await tab.mouse.move(640, 400);
  await tab.screenshot({ path: 'test-output/compare-swipe.png' });
  await tab.getByRole('link', { name: 'A link' }).click();
  await expect(tab).toHaveURL(/#here$/);
});

pictured(
  'both pictures are shown next to each other, and the view is put back',
  async ({ hushmap, tab, parley }) => {
    pictured.slow();
    const url = await blank(tab, parley.origin);
    const { panel, id } = await bothMaps(hushmap, tab, url);
    await compare(panel, id, 'side');
    await panel.getByTestId('compare-pictures').click();
    const opened = () =>
      hushmap.context.pages().find((page) => page.url().includes('/side-by-side.html'));
    const page = await waitFor(
      async () => opened(),
      (found) => found !== undefined,
      'The pictures',
    );
    if (page === undefined) throw new Error('No page');
    for (const side of ['a', 'b']) {
      const image = page.getByTestId(`picture-${side}`);
      const height = () => image.evaluate((el: HTMLImageElement) => el.naturalHeight);
      await expect.poll(height).toBeGreaterThan(2_400);
    }
    expect(await violations(page)).toEqual([]);
    await page.screenshot({ path: 'test-output/compare-side-by-side.png' });
    expect(await ask(panel, 'heat.state', { tabId: tabIdOf(panel) })).toMatchObject({
      settings: { compare: { view: 'side', side: 'a' } },
    });
  },
);

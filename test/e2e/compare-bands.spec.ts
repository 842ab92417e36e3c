import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright';
import * as v from 'valibot';
import { randomId } from '../../lib/core/ids';
import { differenceColour } from '../../lib/heatmap/compare/difference-colour';
import type { HeatSettings } from '../../lib/protocol/heat';
import { type HeatComparison, HeatComparisonSchema } from '../../lib/protocol/heat-comparison';
import { violations } from '../gallery/axe';
import { takePicture } from '../overlay/screenshot';
import { ask, waitFor } from '../run/drive';
import type { ExtensionBrowser } from '../run/extension';
import { expect, pictured, test } from './fixture';
import { openFile, saved, shown, tabIdOf } from './steps';

/** Quarters of the page: who got there. The third has lost a fifth of all in B, the others are alike. */
const A = [4_000, 3_510, 2_800, 1_010];
const B = [4_000, 3_490, 2_000, 990];
const HEIGHT = 2_400;
const WHITE = [255, 255, 255];

/** A white page of its own, so that every colour on it is the overlay's. */
async function blank(tab: Page, origin: string): Promise<string> {
  const url = `${origin}/blank-for-bands`;
  const body = `<!doctype html><title>Blank</title><body style="margin:0;height:${HEIGHT}px;background:#fff">`;
  await tab.route(url, (route) => route.fulfill({ contentType: 'text/html', body }));
  await tab.goto(url);
  return url;
}

type Unit = 'people' | 'sessions';

function scrollFile(page: string, side: 'a' | 'b', unit: Unit = 'people'): string {
  const counts = side === 'a' ? A : B;
  const days =
    side === 'a'
      ? { from: '2026-11-08', to: '2026-11-14' }
      : { from: '2026-11-01', to: '2026-11-07' };
  const bands = counts.map((reached, i) => ({
    ...{ top: i / 4, bottom: (i + 1) / 4, value: reached },
    ...(unit === 'people' ? { people: reached } : { sessions: reached }),
  }));
  const head = { format: 'hushmap-heat', version: 2, page, map: 'scroll', viewportWidth: 1280 };
  return saved(JSON.stringify({ ...head, ...days, unit, depth: 'share', bands }));
}

/** A file as map A, and a snapshot of the other as what it is compared with. */
async function bothMaps(hushmap: ExtensionBrowser, tab: Page, url: string, unitOfB?: Unit) {
  const panel = await openFile(hushmap, tab, scrollFile(url, 'b', unitOfB));
  await ask(panel, 'snapshots.save', {
    tabId: tabIdOf(panel),
    id: randomId('snapshot'),
    name: 'Before the redesign',
  });
  await panel.getByTestId('heat-file').setInputFiles(scrollFile(url, 'a'));
  const state = await waitFor(
    () => shown(panel),
    ({ summary }) => summary?.provenance.from === '2026-11-08',
    'Map A',
  );
  return { panel, id: state.sources.find(({ kind }) => kind === 'snapshot')?.id ?? '' };
}

type View = NonNullable<HeatSettings['compare']>['view'];

async function compare(
  panel: Page,
  id: string,
  view: View,
  side: 'a' | 'b' = 'a',
): Promise<HeatComparison> {
  const tabId = tabIdOf(panel);
  const settings: Partial<HeatSettings> = {
    opacity: 1,
    compare: { with: { kind: 'map', id }, view, side, palette: 'vik' },
  };
  await ask(panel, 'heat.set', { tabId, settings });
  const read = async () =>
    v.parse(v.nullable(HeatComparisonSchema), await ask(panel, 'heat.comparison', { tabId }));
  const told = await waitFor(read, (now) => now?.status === 'shown', 'The comparison');
  if (told === null) throw new Error('Nothing is compared.');
  return told;
}

/** The colour at these depths of the viewport, right of all labels. */
async function coloursAt(tab: Page, depths: readonly number[], x = 1_000) {
  const { rgba, width } = await takePicture(tab, 1);
  return depths.map((y) => [...rgba.slice((y * width + x) * 4, (y * width + x) * 4 + 3)]);
}

const scrollTo = (tab: Page, top: number) =>
  tab.evaluate((to) => window.scrollTo({ top: to, behavior: 'instant' }), top);

/** The band's colour over white, half of it. */
const halfOf = (colour: readonly number[]) => colour.map((part) => Math.round((part + 255) / 2));

test('the band that lost people has its colour and both shares, and all else is bare', async ({
  hushmap,
  tab,
  parley,
}) => {
  const url = await blank(tab, parley.origin);
  const { panel, id } = await bothMaps(hushmap, tab, url);
  const told = await compare(panel, id, 'difference');
  expect(told).toMatchObject({ isTested: true, bands: { depth: 'share', left: 0 } });
  expect(told.bands?.rows.map(({ isDifferent }) => isDifferent)).toEqual([
    false,
    false,
    true,
    false,
  ]);
  await scrollTo(tab, 1_000);
  const colour = differenceColour('vik', -told.most, told.most);
  const lost = halfOf(colour);
  // The third quarter lies from 1,200 to 1,800 px: to its edges, and not beyond.
  const near = (found: readonly number[][], meant: readonly (readonly number[])[]) =>
    found.every((rgb, i) => rgb.every((part, j) => Math.abs(part - (meant[i]?.[j] ?? 0)) <= 1));
  await expect
    .poll(async () => near(await coloursAt(tab, [100, 198, 202, 600]), [WHITE, WHITE, lost, lost]))
    .toBe(true);
  expect(near(await coloursAt(tab, [600], 3), [[...colour]])).toBe(true);
  await tab.screenshot({ path: 'test-output/compare-bands.png' });
  await scrollTo(tab, 1_600);
  await expect
    .poll(async () => near(await coloursAt(tab, [100, 198, 202]), [lost, lost, WHITE]))
    .toBe(true);
});

test('the panel says how many bands differ, and lists them with both shares and the interval', async ({
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
    '1 band differs: 1 less in B, 0 more.',
  );
  const row = panel
    .getByTestId('compare-bands')
    .getByRole('row')
    .filter({ hasText: '50 % to 75 %' });
  await expect(row).toContainText('70 %');
  await expect(row).toContainText('50 %');
  await expect(row).toContainText(/-20\.0 ±2\.1/);
  const alike = panel
    .getByTestId('compare-bands')
    .getByRole('row')
    .filter({ hasText: '25 % to 50 %' });
  await expect(alike).toContainText('not significant');
  await expect(panel.getByText('Swipe is for maps of clicks.')).toBeVisible();
  await expect(panel.getByTestId('compare-view-swipe')).toHaveCount(0);
  expect(await violations(panel)).toEqual([]);
});

test('each side is shown for itself, by its own people', async ({ hushmap, tab, parley }) => {
  const url = await blank(tab, parley.origin);
  const { panel, id } = await bothMaps(hushmap, tab, url);
  await compare(panel, id, 'side', 'a');
  await scrollTo(tab, 1_000);
  await expect.poll(async () => (await coloursAt(tab, [400]))[0]).not.toEqual(WHITE);
  const [inA] = await coloursAt(tab, [400]);
  await compare(panel, id, 'side', 'b');
  await expect.poll(async () => (await coloursAt(tab, [400]))[0]).not.toEqual(inA);
  // Both have the same share in the first quarter.
  await scrollTo(tab, 0);
  const [topB] = await coloursAt(tab, [400]);
  await compare(panel, id, 'side', 'a');
  await expect.poll(async () => (await coloursAt(tab, [400]))[0]).toEqual(topB);
  expect(topB).not.toEqual(WHITE);
});

test('where people are counted beside sessions nothing has a colour, and the panel says why', async ({
  hushmap,
  tab,
  parley,
}) => {
  const url = await blank(tab, parley.origin);
  const { panel, id } = await bothMaps(hushmap, tab, url, 'sessions');
  const told = await compare(panel, id, 'difference');
  expect(told).toMatchObject({ isTested: false, most: 0 });
  await expect(panel.getByText(/shares differ by what was counted/)).toBeVisible();
  await scrollTo(tab, 1_000);
  await expect.poll(() => coloursAt(tab, [100, 400, 700])).toEqual([WHITE, WHITE, WHITE]);
});

pictured(
  'the report has the difference, both sides and the table',
  async ({ hushmap, tab, parley }) => {
    pictured.slow();
    const url = await blank(tab, parley.origin);
    const { panel, id } = await bothMaps(hushmap, tab, url);
    await compare(panel, id, 'swipe');
    const download = panel.waitForEvent('download', { timeout: 120_000 });
    // Beside the page the panel is no tab of its own; here it would hide the page from the camera.
    await tab.bringToFront();
    await panel
      .getByRole('button', { name: 'Save report' })
      .evaluate((button: HTMLElement) => button.click());
    const path = saved('').replace(/heat\.json$/, 'report.html');
    await (await download).saveAs(path);
    const report = await hushmap.context.newPage();
    await report.goto(pathToFileURL(path).href);
    await expect(report.locator('img')).toHaveCount(3);
    await expect(report.getByRole('row', { name: /50 % to 75 %/ })).toContainText('different');
    // The third quarter of the difference is blue, the second bare.
    const [bare, blue] = await report
      .locator('img')
      .first()
      .evaluate(
        (image: HTMLImageElement, depths) => {
          const canvas = document.createElement('canvas');
          const { naturalWidth: width, naturalHeight: height } = image;
          canvas.width = width;
          canvas.height = height;
          const context = canvas.getContext('2d');
          context?.drawImage(image, 0, 0);
          return depths.map((depth) => [
            ...(context?.getImageData(width - 40, Math.round(depth * height), 1, 1).data ?? []),
          ]);
        },
        [0.4, 0.65],
      );
    expect(bare).toEqual([255, 255, 255, 255]);
    expect((blue?.[2] ?? 0) - (blue?.[0] ?? 0)).toBeGreaterThan(30);
    await report.screenshot({ path: 'test-output/compare-bands-report.png', fullPage: true });
  },
);

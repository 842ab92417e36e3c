import { readFileSync } from 'node:fs';
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
import { sliderOf, tips, tipsAt, wordsOn } from './on-page';
import { savedBy } from './save-file';
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
type Measure = 'scroll' | 'attention';

/** Of attention, each of those people had the band in view for a second. */
function bandsFile(
  page: string,
  side: 'a' | 'b',
  unit: Unit = 'people',
  map: Measure = 'scroll',
): string {
  const counts = side === 'a' ? A : B;
  const days =
    side === 'a'
      ? { from: '2026-11-08', to: '2026-11-14' }
      : { from: '2026-11-01', to: '2026-11-07' };
  const bands = counts.map((reached, i) => ({
    ...{ top: i / 4, bottom: (i + 1) / 4, value: reached },
    ...(unit === 'people' ? { people: reached } : { sessions: reached }),
  }));
  const head = { format: 'hushmap-heat', version: 2, page, map, viewportWidth: 1280 };
  return saved(JSON.stringify({ ...head, ...days, unit, depth: 'share', bands }));
}

/** A file as map A, and a snapshot of the other as what it is compared with. */
async function bothMaps(
  hushmap: ExtensionBrowser,
  tab: Page,
  url: string,
  unitOfB?: Unit,
  map?: Measure,
) {
  const panel = await openFile(hushmap, tab, bandsFile(url, 'b', unitOfB, map));
  await ask(panel, 'snapshots.save', {
    tabId: tabIdOf(panel),
    id: randomId('snapshot'),
    name: 'Before the redesign',
  });
  await panel.getByTestId('heat-file').setInputFiles(bandsFile(url, 'a', 'people', map));
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

/** Until the page has been told, which comes with the next frame: numbers at the pointer go then. */
const scrollTo = (tab: Page, top: number) =>
  tab.evaluate(async (to) => {
    if (window.scrollY === to) return;
    const told = new Promise((resolve) => addEventListener('scroll', resolve, { once: true }));
    window.scrollTo({ top: to, behavior: 'instant' });
    await told;
  }, top);

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

test('under the handle A is left and B right, on one scale, each with its own words and numbers', async ({
  hushmap,
  tab,
  parley,
}) => {
  const url = await blank(tab, parley.origin);
  const { panel, id } = await bothMaps(hushmap, tab, url);
  await scrollTo(tab, 1_000);
  // What each side looks like alone.
  const aloneAt = async (side: 'a' | 'b', ...before: (number[] | undefined)[]) => {
    await compare(panel, id, 'side', side);
    await expect.poll(() => tips(hushmap, tab)).toContain('75 % got this far');
    const colour = async () => (await coloursAt(tab, [400]))[0];
    const isOld = async () => [WHITE, ...before].map(String).includes(String(await colour()));
    await expect.poll(isOld).toBe(false);
    await tab.waitForTimeout(300);
    return colour();
  };
  const inA = await aloneAt('a');
  const inB = await aloneAt('b', inA);
  expect(inA).not.toEqual(inB);
  await compare(panel, id, 'swipe');
  await tab.bringToFront();
  // The third quarter: 70 % in A, 50 % in B.
  await expect.poll(() => coloursAt(tab, [400], 400)).toEqual([inA]);
  expect(await coloursAt(tab, [400], 900)).toEqual([inB]);
  await tab.screenshot({ path: 'test-output/compare-bands-swipe.png' });

  // No word is cut by the line.
  const [first] = await wordsBy(hushmap, tab, '75 % got this far');
  expect(first?.left).toBeLessThan(40);
  const sides = await wordsBy(hushmap, tab, 'got this far');
  expect(sides.some(({ left }) => left > 640)).toBe(true);
  expect(sides.every(({ left, right }) => right < 640 || left > 640)).toBe(true);

  // Numbers are those of the side that is pointed at.
  const at = (x: number) => tipsAt(hushmap, tab, x, 500);
  await expect.poll(() => at(300)).toMatch(/A\n70 % ±\d.* of the people got here/);
  await expect.poll(() => at(900)).toMatch(/B\n50 % ±\d.* of the people got here/);
  await ask(panel, 'heat.set', { tabId: tabIdOf(panel), settings: { hover: false } });
  await expect.poll(() => tips(hushmap, tab)).not.toContain('got here');

  // By keyboard to either edge; a side that has no room says nothing.
  const slider = await sliderOf(tab);
  expect(slider).toMatchObject({ role: 'slider', value: 50 });
  await slider.focus();
  await tab.keyboard.press('End');
  await expect.poll(() => coloursAt(tab, [400], 1_200)).toEqual([inA]);
  const alone = await wordsBy(hushmap, tab, 'got this far');
  expect(alone.every(({ left }) => left < 640)).toBe(true);
  await tab.keyboard.press('Home');
  await expect.poll(() => coloursAt(tab, [400], 80)).toEqual([inB]);

  expect(await violations(panel)).toEqual([]);
  await expect(panel.getByTestId('compare-view-swipe').getByRole('radio')).toBeChecked();
  // Another view takes the handle away, and what it parted.
  await compare(panel, id, 'difference');
  await expect.poll(() => tips(hushmap, tab)).toContain('A 70 %, B 50 %');
  expect(await tips(hushmap, tab)).not.toContain('got this far');
});

test('what people looked at is under the handle, too', async ({ hushmap, tab, parley }) => {
  const url = await blank(tab, parley.origin);
  const { panel, id } = await bothMaps(hushmap, tab, url, 'people', 'attention');
  await compare(panel, id, 'swipe');
  await tab.bringToFront();
  await scrollTo(tab, 1_000);
  const at = (x: number) => tipsAt(hushmap, tab, x, 500);
  await expect.poll(() => at(300)).toMatch(/A\nIn view 70 % as long as/);
  await expect.poll(() => at(900)).toMatch(/B\nIn view 50 % as long as/);
  const inB = async () => (await coloursAt(tab, [600], 1_000))[0];
  const [inA] = await coloursAt(tab, [600], 400);
  await expect.poll(inB).not.toEqual(inA);
  // Alike at the top: one scale.
  await scrollTo(tab, 0);
  await expect.poll(async () => (await coloursAt(tab, [300], 400))[0]).not.toEqual(inA);
  expect((await coloursAt(tab, [300], 400))[0]).toEqual((await coloursAt(tab, [300], 1_000))[0]);
});

const wordsBy = async (hushmap: ExtensionBrowser, tab: Page, part: string) =>
  (await wordsOn(hushmap, tab)).filter(({ text }) => text.includes(part));

test('on a narrow and dark page the words of both sides stay whole', async ({
  hushmap,
  tab,
  parley,
}) => {
  const url = `${parley.origin}/dark-for-bands`;
  const body = `<!doctype html><meta name="viewport" content="width=device-width"><title>Dark</title><body style="margin:0;height:${HEIGHT}px;background:#10151f;color:#dde;font:16px/1.6 sans-serif"><main style="padding:16px">${'<p>Words of a dark page that go on for a while, as they do.</p>'.repeat(24)}</main>`;
  await tab.route(url, (route) => route.fulfill({ contentType: 'text/html', body }));
  await tab.goto(url);
  const { panel, id } = await bothMaps(hushmap, tab, url);
  await compare(panel, id, 'swipe');
  await tab.setViewportSize({ width: 320, height: 700 });
  await tab.bringToFront();
  await scrollTo(tab, 1_000);
  await expect.poll(async () => (await wordsBy(hushmap, tab, '75 % got this far')).length).toBe(2);
  const [inA, inB] = await wordsBy(hushmap, tab, '75 % got this far');
  expect(inA?.right).toBeLessThan(160);
  expect(inB?.left).toBeGreaterThan(160);
  await tab.screenshot({ path: 'test-output/compare-bands-swipe-320.png' });
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
  'a picture of both under the handle has the line, no handle, and says which side is whose',
  async ({ hushmap, tab, parley }) => {
    pictured.slow();
    const url = await blank(tab, parley.origin);
    const { panel, id } = await bothMaps(hushmap, tab, url);
    await compare(panel, id, 'swipe');
    const download = await savedBy(panel, tab, 'PNG');
    const path = saved('').replace(/heat\.json$/, 'swipe.png');
    await download.saveAs(path);
    await download.saveAs('test-output/compare-bands-swipe-picture.png');
    const seen = await panel.evaluate(
      async ({ base64, height }) => {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        const image = await createImageBitmap(new Blob([bytes]));
        const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
        if (context === null) throw new Error('No canvas.');
        context.drawImage(image, 0, 0);
        const head = image.height - height;
        const at = (x: number, y: number) => [
          ...context.getImageData(Math.round(x), Math.round(head + y), 1, 1).data.slice(0, 3),
        ];
        const columns = [0.4, 0.6].map((x) => x * image.width);
        // Where the handle was in the first view, the line alone is left.
        const beside = Array.from({ length: 60 }, (_, i) => at(image.width / 2 - 14, 300 + i * 5));
        return {
          first: columns.map((x) => at(x, 0.1 * height)),
          third: columns.map((x) => at(x, 0.65 * height)),
          beside: new Set(beside.map(String)).size,
          line: at(image.width / 2, 0.65 * height),
        };
      },
      { base64: readFileSync(path).toString('base64'), height: HEIGHT },
    );
    expect(seen.first[0]).toEqual(seen.first[1]);
    expect(seen.third[0]).not.toEqual(seen.third[1]);
    expect(seen.beside).toBe(1);
    expect(Math.max(...seen.line)).toBeLessThan(60);
  },
);

pictured(
  'the report has the difference, both sides and the table',
  async ({ hushmap, tab, parley }) => {
    pictured.slow();
    const url = await blank(tab, parley.origin);
    const { panel, id } = await bothMaps(hushmap, tab, url);
    await compare(panel, id, 'swipe');
    const path = saved('').replace(/heat\.json$/, 'report.html');
    await (await savedBy(panel, tab, 'Save report')).saveAs(path);
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

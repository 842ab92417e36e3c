import type { Page } from 'playwright';
import * as v from 'valibot';
import { randomId } from '../../lib/core/ids';
import { differenceColour } from '../../lib/heatmap/compare/difference-colour';
import { roundCount } from '../../lib/heatmap/rounding';
import type { HeatSettings } from '../../lib/protocol/heat';
import { HeatComparisonSchema } from '../../lib/protocol/heat-comparison';
import { takePicture } from '../overlay/screenshot';
import { ask, waitFor } from '../run/drive';
import type { ExtensionBrowser } from '../run/extension';
import { expect, pictured, test } from './fixture';
import { savedBy } from './save-file';
import { openFile, saved, shown, tabIdOf } from './steps';

/** Elements of the page, 120 by 80 px: one has lost a fifth of all clicks, one has won it, one is alike. */
const ELEMENTS = [
  { id: 'lost', x: 100, a: 3_000, b: 1_200 },
  { id: 'won', x: 500, a: 1_200, b: 3_000 },
  { id: 'alike', x: 900, a: 2_000, b: 2_010 },
] as const;
const MIDDLE = { x: 60, y: 240 };
const WHITE = [255, 255, 255];

async function page(tab: Page, origin: string): Promise<string> {
  const url = `${origin}/three-elements`;
  const buttons = ELEMENTS.map(
    ({ id, x }) =>
      `<button id="${id}" aria-label="${id}" style="position:absolute;left:${x}px;top:200px;width:120px;height:80px;border:0;background:#fff"></button>`,
  );
  const body = `<!doctype html><title>Three</title><body style="margin:0;height:1600px;background:#fff">${buttons.join('')}`;
  await tab.route(url, (route) => route.fulfill({ contentType: 'text/html', body }));
  await tab.goto(url);
  return url;
}

function file(url: string, side: 'a' | 'b'): string {
  const days =
    side === 'a'
      ? { from: '2026-11-08', to: '2026-11-14' }
      : { from: '2026-11-01', to: '2026-11-07' };
  const head = { format: 'hushmap-heat', version: 2, page: url, map: 'click' };
  return saved(
    JSON.stringify({
      ...{ ...head, ...days, viewportWidth: 1280 },
      anchors: ELEMENTS.map(({ id }) => ({ selectors: [`#${id}`] })),
      cells: ELEMENTS.map((one, anchor) => ({ anchor, count: one[side], people: one[side] })),
    }),
  );
}

async function coloursAt(tab: Page, places: readonly { x: number; y: number }[]) {
  const { rgba, width } = await takePicture(tab, 1);
  return places.map(({ x, y }) => [...rgba.slice((y * width + x) * 4, (y * width + x) * 4 + 3)]);
}

/** A file as map A, and a snapshot of the other as what it is compared with. */
async function bothMaps(hushmap: ExtensionBrowser, tab: Page, origin: string) {
  const url = await page(tab, origin);
  const panel = await openFile(hushmap, tab, file(url, 'b'));
  const tabId = tabIdOf(panel);
  await ask(panel, 'snapshots.save', { tabId, id: randomId('snapshot'), name: 'Before' });
  await panel.getByTestId('heat-file').setInputFiles(file(url, 'a'));
  const state = await waitFor(
    () => shown(panel),
    ({ summary }) => summary?.provenance.from === '2026-11-08',
    'Map A',
  );
  const id = state.sources.find(({ kind }) => kind === 'snapshot')?.id ?? '';
  return { panel, tabId, id };
}

test('elements that differ have their colour on the page, and their row in the table', async ({
  hushmap,
  tab,
  parley,
}) => {
  const { panel, tabId, id } = await bothMaps(hushmap, tab, parley.origin);
  const settings: Partial<HeatSettings> = {
    opacity: 1,
    compare: { with: { kind: 'map', id }, view: 'difference', side: 'a', palette: 'vik' },
  };
  await ask(panel, 'heat.set', { tabId, settings });
  const told = await waitFor(
    async () =>
      v.parse(v.nullable(HeatComparisonSchema), await ask(panel, 'heat.comparison', { tabId })),
    (now) => (now?.elements?.length ?? 0) === ELEMENTS.length,
    'Rows of elements',
  );
  const by = new Map(told?.elements?.map((row) => [row.label, row]));
  expect(by.get('lost')?.difference).toBeCloseTo(1_200 / 6_210 - 3_000 / 6_200, 3);
  expect(by.get('won')?.difference).toBeCloseTo(3_000 / 6_210 - 1_200 / 6_200, 3);
  expect(
    [...by]
      .filter(([, row]) => row.isDifferent)
      .map(([label]) => label)
      .sort(),
  ).toEqual(['lost', 'won']);
  const most = Math.max(...[...by.values()].map(({ difference }) => Math.abs(difference)));
  const colour = (label: string) => [
    ...differenceColour('vik', by.get(label)?.difference ?? 0, most),
  ];
  const middles = ELEMENTS.map(({ x }) => ({ x: x + MIDDLE.x, y: MIDDLE.y }));
  const meant = [colour('lost'), colour('won'), WHITE];
  await expect.poll(() => coloursAt(tab, middles)).toEqual(meant);
  // The whole element, and nothing beside it.
  const edges = [102, 97].map((x) => ({ x, y: MIDDLE.y }));
  expect(await coloursAt(tab, edges)).toEqual([colour('lost'), WHITE]);
  const rows = panel.getByTestId('compare-elements').getByRole('row');
  await expect(rows.filter({ hasText: 'lost' })).toContainText(/-29\.\d ±\d/);
  await expect(rows.filter({ hasText: 'alike' })).toContainText('not significant');
  // What moves on the page takes its colour along.
  await tab.evaluate(() => window.scrollTo({ top: 150, behavior: 'instant' }));
  await expect
    .poll(() =>
      coloursAt(
        tab,
        middles.map(({ x, y }) => ({ x, y: y - 150 })),
      ),
    )
    .toEqual(meant);
});

pictured(
  'the scale that is said is the one that is painted, in the panel and under a picture of B',
  async ({ hushmap, tab, parley }) => {
    pictured.slow();
    const { panel, tabId, id } = await bothMaps(hushmap, tab, parley.origin);
    const peak = panel.getByTestId('heat-peak');
    // Only the page knows it, and has told it.
    await expect(peak).not.toHaveValue('0');
    const view = async (side: 'a' | 'b', name: 'side' | 'swipe') => {
      const compare = {
        with: { kind: 'map' as const, id },
        view: name,
        side,
        palette: 'vik' as const,
      };
      await ask(panel, 'heat.set', { tabId, settings: { compare } });
    };
    await view('b', 'side');
    await expect(peak).toHaveAccessibleName('Clicks at the peak of B');
    // As hot as A's hottest, with ten clicks more in all.
    const own = (await shown(panel)).summary?.peak ?? 0;
    expect(own).toBeGreaterThan(0);
    const ofB = async () =>
      v.parse(v.nullable(HeatComparisonSchema), await ask(panel, 'heat.comparison', { tabId }))?.b
        ?.peak ?? 0;
    await expect.poll(ofB).toBeGreaterThan(0);
    const end = String(roundCount(own)).replace(/(\d)(?=(\d{3})+$)/g, '$1,');
    await expect(peak).toHaveValue(end);
    const png = async (path: string) => {
      const download = await savedBy(panel, tab, 'PNG');
      await download.saveAs(path);
      return download.suggestedFilename();
    };
    expect(await png('test-output/compare-elements-b.png')).toMatch(/^heat-click-.*-b\.png$/);
    await panel.screenshot({ path: 'test-output/compare-elements-panel.png' });
    await view('a', 'swipe');
    await expect(panel.getByTestId('heat-peak-b')).toHaveText(
      new RegExp(`^A ends at .+, B at ${end}\\.$`),
    );
    expect(await png('test-output/compare-elements-swipe.png')).not.toMatch(/-b\.png$/);
    await panel.screenshot({ path: 'test-output/compare-elements-panel-swipe.png' });
  },
);

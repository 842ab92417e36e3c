import type { Page } from 'playwright';
import type { HeatSettings } from '../../lib/protocol/heat';
import { NO_FILTERS } from '../../lib/protocol/heat-kinds';
import type { SourceConfig } from '../../lib/protocol/sources';
import { type HeatCell, heatFileOf, pageErrorPct } from '../overlay/page-error';
import { ask, heatState, waitFor } from '../run/drive';
import { expect, test } from './fixture';
import { addSource, openFile, openWorkspace, saved, shown, tabIdOf } from './steps';

const CELLS: HeatCell[] = [
  { x: 200.5, y: 180, count: 900 },
  { x: 216.5, y: 188, count: 400 },
  { x: 640, y: 420.25, count: 1200 },
  { x: 1100, y: 700, count: 60 },
  { x: 1279, y: 1500, count: 800 },
  { x: 3, y: 1203, count: 700 },
];

test('the first press shows sample data, and says that it is', async ({ hushmap, tab, parley }) => {
  await tab.goto(parley.origin);
  const panel = await hushmap.openSidePanel(tab);
  const state = await shown(panel);
  expect(state.summary?.provenance.kind).toBe('sample');
  await expect(panel.getByText(/sample data/i).first()).toBeVisible();
});

test('a second press takes everything away again', async ({ hushmap, tab, parley }) => {
  await tab.goto(parley.origin);
  const children = () => tab.evaluate(() => document.documentElement.childElementCount);
  const before = await children();
  const panel = await hushmap.openSidePanel(tab);
  await shown(panel);
  expect(await children()).toBe(before + 1);
  await hushmap.pressButton(tab);
  await expect.poll(children).toBe(before);
});

for (const scroll of [0, 517.5]) {
  test(`a heat file is painted exactly, at scroll ${scroll}`, async ({ hushmap, tab, parley }) => {
    await tab.goto(`${parley.origin}/`);
    await tab.evaluate((top) => window.scrollTo({ top, behavior: 'instant' }), scroll);
    const panel = await openFile(hushmap, tab, heatFile(tab.url(), CELLS));
    await setHeat(panel, { palette: 'gray', opacity: 1 });
    await expect.poll(() => pageErrorPct(tab, CELLS, 1)).toBeLessThan(1);
  });
}

test('heat comes from PostHog, of the production page, for a page on localhost', async ({
  hushmap,
  tab,
  parley,
}) => {
  await addSource(hushmap, parley);
  await tab.goto(`${parley.origin}/pricing`);
  const panel = await hushmap.openSidePanel(tab);
  const state = await shown(panel);
  expect(state.summary?.provenance).toMatchObject({
    kind: 'posthog',
    page: `${parley.dataOrigin}/pricing`,
    unit: 'people',
  });
  expect(state.summary?.dropped).toBeGreaterThan(0);
  await expect(panel.getByText('parley.example/pricing').first()).toBeVisible();
  const ranked = await waitFor(
    () => heatState(panel, tabIdOf(panel)),
    ({ elements }) => elements.length > 0,
    'Elements',
  );
  expect(ranked.elements[0]?.share).toBeGreaterThan(0.01);
});

test('what is set while heat is on its way does not lose it', async ({ hushmap, tab, parley }) => {
  await addSource(hushmap, parley);
  await tab.goto(`${parley.origin}/`);
  const panel = await hushmap.openSidePanel(tab);
  for (const opacity of [0.5, 0.6, 0.7, 0.75]) await setHeat(panel, { opacity });
  await shown(panel);
  await waitFor(
    () => heatState(panel, tabIdOf(panel)),
    ({ elements }) => elements.length > 0,
    'Elements',
  );
});

test('every map that the source knows can be shown, and what people reached is told in words', async ({
  hushmap,
  tab,
  parley,
}) => {
  await addSource(hushmap, parley);
  await tab.goto(`${parley.origin}/pricing`);
  const panel = await hushmap.openSidePanel(tab);
  const { sources } = await shown(panel);
  const maps = sources[0]?.abilities?.maps.map(({ map }) => map) ?? [];
  expect(new Set(maps)).toEqual(new Set(['click', 'rage', 'dead', 'move', 'scroll']));
  for (const map of ['rage', 'dead', 'move', 'click', 'scroll'] as const) {
    await setHeat(panel, { map });
    const state = await waitFor(
      () => heatState(panel, tabIdOf(panel)),
      ({ status, summary }) => summary?.map === map && status !== 'loading',
      `The map ${map}`,
    );
    // Few people rage, so k may leave nothing; then the panel says so.
    if (state.status !== 'shown') expect(state.reason?.id).toMatch(/allUnderK|noClicks/);
  }
  await expect(panel.getByTestId('heat-reach')).toContainText('Half of the people got as far as');
  await expect(panel.getByTestId('heat-bands').getByRole('row').first()).toBeVisible();
});

test('filters that leave too few people are answered with a sentence and a way out', async ({
  hushmap,
  tab,
  parley,
}) => {
  await addSource(hushmap, parley);
  await tab.goto(`${parley.origin}/pricing`);
  const panel = await hushmap.openSidePanel(tab);
  await shown(panel);
  await setHeat(panel, {
    map: 'rage',
    days: 1,
    filters: { ...NO_FILTERS, device: 'tablet' },
  });
  const empty = panel.locator('[data-empty="segmentTooSmall"]');
  await expect(empty).toContainText('Fewer than 11 people');
  await empty.getByRole('button', { name: 'Take filters off' }).click();
  await waitFor(
    () => heatState(panel, tabIdOf(panel)),
    ({ settings, status }) => settings.filters.device === 'all' && status !== 'loading',
    'The map without filters',
  );
});

test('heat follows client-side routing', async ({ hushmap, tab, parley }) => {
  await addSource(hushmap, parley);
  await tab.goto(`${parley.origin}/`);
  const panel = await hushmap.openSidePanel(tab);
  await shown(panel);
  await tab.getByRole('link', { name: 'Pricing' }).first().click();
  await tab.waitForURL('**/pricing');
  await waitFor(
    () => heatState(panel, tabIdOf(panel)),
    ({ status, summary }) =>
      status === 'shown' && summary?.provenance.page.endsWith('/pricing') === true,
    'Heat of the next page',
  );
});

test('heat gives way while Alt and Shift are held, and the page gets the keys', async ({
  hushmap,
  tab,
  parley,
}) => {
  await tab.goto(`${parley.origin}/`);
  const panel = await openFile(hushmap, tab, heatFile(tab.url(), CELLS));
  await setHeat(panel, { palette: 'gray', opacity: 1 });
  await tab.bringToFront();
  await expect.poll(() => pageErrorPct(tab, CELLS, 1)).toBeLessThan(1);
  await tab.evaluate(() => {
    document.addEventListener('keydown', ({ key }) => (document.title += ` ${key}`));
  });
  await tab.keyboard.down('Alt');
  await tab.keyboard.down('Shift');
  await expect.poll(() => pageErrorPct(tab, CELLS, 1)).toBeGreaterThan(50);
  expect(await tab.title()).toContain('Alt Shift');
  await tab.keyboard.up('Shift');
  await tab.keyboard.up('Alt');
  await expect.poll(() => pageErrorPct(tab, CELLS, 1)).toBeLessThan(1);
});

test('the page stays usable under the heat', async ({ hushmap, tab, parley }) => {
  await tab.goto(`${parley.origin}/`);
  const panel = await hushmap.openSidePanel(tab);
  await shown(panel);
  await tab.getByRole('link', { name: 'Pricing' }).first().click();
  await expect(tab).toHaveURL(/\/pricing$/);
});

test.describe('when the source fails, the panel says what to do, and the page keeps its saved heat', () => {
  const faults = [
    ['401', /refused the key/],
    ['403', /lacks the scope heatmap:read/],
    ['404', /knows no such project/],
    ['429', /slow down/],
    ['html', /other than data/],
    ['truncated', /broke off/],
    ['redirect', /another address/],
  ] as const;
  for (const [fault, sentence] of faults) {
    test(fault, async ({ hushmap, tab, parley }) => {
      await addSource(hushmap, parley);
      await tab.goto(`${parley.origin}/pricing`);
      parley.posthog.behave(fault);
      try {
        const panel = await hushmap.openSidePanel(tab);
        await expect(panel.getByText(sentence).first()).toBeVisible();
        parley.posthog.reset();
        await ask(panel, 'heat.reload', { tabId: tabIdOf(panel) });
        await shown(panel);
        parley.posthog.behave(fault);
        await ask(panel, 'heat.reload', { tabId: tabIdOf(panel) });
        const state = await heatState(panel, tabIdOf(panel));
        expect(state.status).toBe('shown');
        expect(state.notes.map(({ id }) => id)).toContain('heat.note.savedCopy');
        expect(parley.trapped().filter(({ authorization }) => authorization !== null)).toEqual([]);
      } finally {
        parley.posthog.reset();
      }
    });
  }
});

test('a worker that is killed during a fetch loses nothing', async ({ hushmap, tab, parley }) => {
  await addSource(hushmap, parley);
  await tab.goto(`${parley.origin}/pricing`);
  parley.posthog.behave('slow', 1);
  const panel = await hushmap.openSidePanel(tab);
  await waitFor(
    () => heatState(panel, tabIdOf(panel)),
    ({ status }) => status === 'loading',
    'Loading',
  );
  await hushmap.killWorker();
  parley.posthog.reset();
  const state = await shown(panel, 60_000);
  expect(state.summary?.provenance.kind).toBe('posthog');
});

test('a broken file changes nothing and says where it breaks', async ({ hushmap, tab, parley }) => {
  await tab.goto(`${parley.origin}/`);
  const panel = await openFile(hushmap, tab, heatFile(tab.url(), CELLS));
  const before = await heatState(panel, tabIdOf(panel));
  await panel
    .getByTestId('heat-file')
    .setInputFiles(saved('{"format":"hushmap-heat","version":1,'));
  await expect(panel.getByText(/not valid JSON/).first()).toBeVisible();
  expect((await heatState(panel, tabIdOf(panel))).summary).toEqual(before.summary);
});

test('the key is on no page, in no state and in no export', async ({ hushmap, tab, parley }) => {
  await addSource(hushmap, parley);
  await tab.goto(`${parley.origin}/pricing`);
  const panel = await hushmap.openSidePanel(tab);
  await shown(panel);
  const stored = await hushmap.worker.evaluate(async () => [
    await chrome.storage.local.get(null),
    await chrome.storage.session.get(null),
  ]);
  const listed = await ask(panel, 'sources.list', undefined as never);
  const seen = JSON.stringify([stored, listed]) + (await panel.content()) + (await tab.content());
  expect(seen).not.toContain(parley.posthog.apiKey);
  for (const { authorization, url } of parley.posthog.requests()) {
    expect(url).not.toContain(parley.posthog.apiKey);
    expect(authorization ?? `Bearer ${parley.posthog.apiKey}`).toBe(
      `Bearer ${parley.posthog.apiKey}`,
    );
  }
});

async function setHeat(panel: Page, settings: Partial<HeatSettings>): Promise<void> {
  await ask(panel, 'heat.set', { tabId: tabIdOf(panel), settings });
}

const heatFile = (page: string, cells: readonly HeatCell[]): string =>
  saved(heatFileOf(page, cells));

test('a source that is added or removed in the workspace reaches a tab that shows heat', async ({
  hushmap,
  tab,
  parley,
}) => {
  await tab.goto(`${parley.origin}/pricing`);
  const panel = await hushmap.openSidePanel(tab);
  expect((await shown(panel)).summary?.provenance.kind).toBe('sample');
  const source: SourceConfig = {
    kind: 'posthog',
    hogql: false,
    id: 'parley',
    name: 'PostHog EU',
    host: parley.posthog.origin,
    projectId: parley.posthog.projectId,
    origins: [parley.dataOrigin],
    mappings: [{ from: parley.origin, to: parley.dataOrigin }],
  };
  const workspace = await openWorkspace(hushmap);
  // As if its key had been entered before: a shared file holds none.
  await ask(workspace, 'sources.save', { config: source, secret: parley.posthog.apiKey });
  await workspace
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'sources.json',
      mimeType: 'application/json',
      buffer: Buffer.from(
        JSON.stringify({ format: 'hushmap-sources', version: 1, sources: [source] }),
      ),
    });
  const kind = async () => {
    const { status, summary } = await heatState(panel, tabIdOf(panel));
    return status === 'shown' ? summary?.provenance.kind : status;
  };
  await expect.poll(kind).toBe('posthog');
  await workspace.getByRole('button', { name: 'Remove' }).click();
  await workspace.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect.poll(kind).toBe('sample');
});

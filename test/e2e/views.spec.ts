import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright';
import { ask, heatState, waitFor } from '../run/drive';
import type { ExtensionBrowser } from '../run/extension';
import { expect, test } from './fixture';
import { addSource, openWorkspace, shown, tabIdOf } from './steps';

const LINK =
  ':~:hushmap=1;source=sample;map=click;by=place;days=30;style=classic;palette=inferno;opacity=60';

test('a link that was copied on a page restores the view for somebody else', async ({
  hushmap,
  tab,
  parley,
}) => {
  await addSource(hushmap, parley);
  await leaveTour(hushmap);
  await tab.goto(`${parley.origin}/pricing`);
  const panel = await hushmap.openSidePanel(tab);
  await shown(panel);
  await ask(panel, 'heat.set', {
    tabId: tabIdOf(panel),
    settings: { map: 'scroll', days: 30, palette: 'cividis' },
  });
  await panel.getByRole('button', { name: 'Views', exact: true }).click();
  const link = await panel.getByTestId('view-link').inputValue();
  expect(link).toContain(`${parley.origin}/pricing#:~:hushmap=1;`);
  expect(link).not.toContain(parley.posthog.apiKey);
  // It is said for two seconds alone.
  const said = await panel.evaluateHandle(() => {
    const all: string[] = [];
    new MutationObserver(() => {
      for (const { textContent } of document.querySelectorAll('[role=status]')) {
        all.push(textContent ?? '');
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
    return all;
  });
  await panel.getByRole('button', { name: 'Copy link to this view' }).click();
  await expect.poll(async () => (await said.jsonValue()).join('\n')).toContain('Copied');

  // What was chosen last here is something else: the look must come from the link.
  const plain = { palette: 'gray', map: 'click', days: 7 } as const;
  await ask(panel, 'heat.set', { tabId: tabIdOf(panel), settings: plain });
  await panel.close();
  const other = await hushmap.context.newPage();
  await other.goto(link);
  const theirs = await hushmap.openSidePanel(other);
  const state = await shown(theirs);
  expect(state.settings).toMatchObject({ map: 'scroll', days: 30, palette: 'cividis' });
  expect(state.summary?.provenance).toMatchObject({
    sourceId: 'parley',
    page: `${parley.dataOrigin}/pricing`,
  });
  await expect(theirs.getByTestId('view-notice')).toContainText('View restored from the link');
  await theirs.getByTestId('view-notice').getByRole('button', { name: 'Undo' }).click();
  await expect
    .poll(async () => (await heatState(theirs, tabIdOf(theirs))).settings)
    .toMatchObject(plain);
  await expect(theirs.getByTestId('view-notice')).toHaveCount(0);
});

for (const rewrites of [false, true]) {
  const how = rewrites ? 'and rewrites its history' : 'and leaves its history alone';
  test(`a page that routes by its fragment ${how} sees its own route alone`, async ({
    hushmap,
    tab,
  }) => {
    await leaveTour(hushmap);
    const site = await serveRouter(rewrites);
    await tab.goto(`${site.origin}/#/inbox/3${LINK}`);
    await expect(tab.locator('h1')).toHaveText('/inbox/3');
    const panel = await hushmap.openSidePanel(tab);
    const state = await shown(panel);
    expect(state.settings).toMatchObject({ palette: 'inferno', style: 'classic', days: 30 });
    expect(state.page).toBe(`${site.origin}/`);
    await tab.evaluate(() => {
      location.hash = '#/sent';
    });
    await expect(tab.locator('h1')).toHaveText('/sent');
    await site.close();
  });
}

test('a link that is opened where heat is on already is shown by one press', async ({
  hushmap,
  tab,
  parley,
}) => {
  await leaveTour(hushmap);
  await tab.goto(parley.origin);
  const panel = await hushmap.openSidePanel(tab);
  expect((await shown(panel)).settings).toMatchObject({ days: 7, style: 'density' });
  await tab.goto(`${parley.origin}/pricing#${LINK}`);
  await waitFor(
    () => heatState(panel, tabIdOf(panel)),
    ({ status, page }) => status === 'shown' && page.endsWith('/pricing'),
    'Heat on the next page',
  );
  await hushmap.pressButton(tab);
  await expect
    .poll(async () => (await heatState(panel, tabIdOf(panel))).settings)
    .toMatchObject({ palette: 'inferno', style: 'classic', days: 30 });
  expect((await shown(panel)).on).toBe(true);
  await expect(panel.getByTestId('view-notice')).toContainText('View restored from the link');
  await hushmap.pressButton(tab);
  await expect.poll(async () => (await heatState(panel, tabIdOf(panel))).on).toBe(false);
});

test('a link that is damaged says so, and heat is shown as it was set', async ({
  hushmap,
  tab,
  parley,
}) => {
  await leaveTour(hushmap);
  await tab.goto(`${parley.origin}/#:~:hushmap=1;map=everything;days=4000`);
  const panel = await hushmap.openSidePanel(tab);
  expect((await shown(panel)).settings).toMatchObject({ map: 'click', days: 7 });
  await expect(panel.getByTestId('view-notice')).toContainText('cannot be read');
});

test('a link whose source is not set up here says which, and what to do', async ({
  hushmap,
  tab,
  parley,
}) => {
  await leaveTour(hushmap);
  const source = 'source=posthog,https%3A%2F%2Feu.posthog.com,42';
  await tab.goto(`${parley.origin}/#${LINK.replace('source=sample', source)}`);
  const panel = await hushmap.openSidePanel(tab);
  await shown(panel);
  const notice = panel.getByTestId('view-notice');
  await expect(notice).toContainText('PostHog at eu.posthog.com, project 42');
  await expect(notice).toContainText('Add it in the workspace');
});

test('a view is saved, opened, renamed, removed and put back', async ({ hushmap, tab, parley }) => {
  await leaveTour(hushmap);
  await tab.goto(parley.origin);
  const panel = await hushmap.openSidePanel(tab);
  await shown(panel);
  const set = (palette: 'inferno' | 'gray') =>
    ask(panel, 'heat.set', { tabId: tabIdOf(panel), settings: { palette } });
  const palette = async () => (await heatState(panel, tabIdOf(panel))).settings.palette;
  const views = panel.getByRole('button', { name: 'Views', exact: true });
  await set('inferno');
  await views.click();
  await panel.getByTestId('view-name').fill('Warm');
  await panel.getByRole('button', { name: 'Save view' }).click();
  await expect(panel.getByTestId('views')).toContainText('Warm');
  await panel.keyboard.press('Escape');
  await set('gray');
  await views.click();
  await panel.getByTestId('views').getByRole('button', { name: /^Warm/ }).click();
  await expect.poll(palette).toBe('inferno');
  await expect(panel.getByTestId('view-notice')).toContainText('"Warm"');
  await views.click();
  await panel.getByRole('button', { name: 'Rename Warm' }).click();
  await panel.getByTestId('view-new-name').fill('Hot');
  await panel.keyboard.press('Enter');
  await panel.getByRole('button', { name: 'Remove Hot' }).click();
  await expect(panel.getByTestId('views')).toHaveCount(0);
  await panel.getByRole('button', { name: 'Undo' }).last().click();
  await expect(panel.getByTestId('views')).toContainText('Hot');
});

test('the tour comes by itself once, is left by Escape, and ends with heat on the page', async ({
  hushmap,
  tab,
  parley,
}) => {
  await tab.goto(parley.origin);
  const panel = await hushmap.openSidePanel(tab);
  await shown(panel);
  const tour = panel.getByTestId('tour');
  await expect(tour).toContainText('sample data');
  for (let step = 0; step < 4; step++) await panel.getByTestId('tour-next').press('Enter');
  await expect(tour).toContainText('Sample heat is on the page');
  expect((await heatState(panel, tabIdOf(panel))).status).toBe('shown');
  // Nothing of it lies over the page: the overlay is all that is ours there.
  expect(await tab.getByText('Read a number').count()).toBe(0);
  await panel.getByTestId('tour-next').press('Enter');
  await expect(tour).toHaveCount(0);
  await panel.reload();
  await expect(panel.getByRole('button', { name: 'Help' })).toBeVisible();
  await shown(panel);
  await expect(tour).toHaveCount(0);
  await panel.getByRole('button', { name: 'Help' }).click();
  await panel.getByRole('button', { name: 'Take the tour' }).click();
  await expect(tour).toBeVisible();
  await expect(panel.getByRole('dialog')).toHaveCount(0);
  await panel.keyboard.press('Escape');
  await expect(tour).toHaveCount(0);
});

test('the form for a source opens from the tour', async ({ hushmap, tab, parley }) => {
  await tab.goto(parley.origin);
  const panel = await hushmap.openSidePanel(tab);
  await shown(panel);
  for (let step = 0; step < 3; step++) await panel.getByTestId('tour-next').click();
  await panel.getByRole('button', { name: 'Add a source' }).click();
  // The new tab has a side panel of its own, which may come first.
  const form = () => hushmap.context.pages().find((page) => page.url().endsWith('#add-source'));
  await expect.poll(() => form() !== undefined).toBe(true);
  await expect.poll(() => form()?.getByRole('textbox').first().isVisible()).toBe(true);
});

test('a pattern is proposed and shown against the pages of this browser', async ({
  hushmap,
  tab,
  parley,
}) => {
  await addSource(hushmap, parley);
  await leaveTour(hushmap);
  await tab.goto(`${parley.origin}/pricing?plan=team`);
  const panel = await hushmap.openSidePanel(tab);
  await waitFor(
    () => heatState(panel, tabIdOf(panel)),
    ({ status }) => status !== 'loading',
    'An answer',
  );
  await panel.getByTestId('heat-filters').click();
  await panel.getByTestId('pattern-pages').first().click();
  await expect(panel.getByTestId('pattern-said')).toContainText('known in this browser');
  await panel
    .getByRole('button', { name: /^Use https/ })
    .first()
    .click();
  await expect
    .poll(async () => (await heatState(panel, tabIdOf(panel))).settings.filters.pattern)
    .toBe(`${parley.dataOrigin}/pricing*`);
});

/** As for somebody who has seen it: it is not what these tests are about. */
async function leaveTour(hushmap: ExtensionBrowser): Promise<void> {
  const own: Page = await openWorkspace(hushmap);
  await own.evaluate(() => chrome.storage.local.set({ 'preferences:tour:1': true }));
  await own.close();
}

/** A page whose script shows the fragment as its route, as hash routers do. */
async function serveRouter(rewrites: boolean) {
  const script = `
    const show = () => { document.querySelector('h1').textContent = location.hash.slice(1) };
    ${rewrites ? "history.replaceState({}, '', location.href);" : ''}
    addEventListener('hashchange', show); show();`;
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(`<!doctype html><title>Router</title><h1></h1><button>Go</button>
      <script>${script}</script>`);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  // `listen` on TCP gives an object, never a pipe's name.
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => new Promise<void>((done) => server.close(() => done())),
  };
}

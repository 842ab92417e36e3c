import type { FrameLocator, Page } from 'playwright';
import * as v from 'valibot';
import { type Walk, WalkSchema } from '../../lib/protocol/walk/walk';
import type { ExtensionBrowser } from '../run/extension';
import { expect, test } from './fixture';
import { openWorkspace } from './steps';

const PATHS = ['Untouched', 'Reject', 'Accept', 'Withdraw', 'Settings off', 'GPC', 'Scroll'];

/** Opens the panel on a page, audits it, and goes to where all paths are walked. */
async function openWalk(hushmap: ExtensionBrowser, tab: Page, url: string) {
  await tab.goto(url);
  const own = await openWorkspace(hushmap);
  await tab.bringToFront();
  const { panel, devtools } = await hushmap.openAuditPanel(tab);
  await panel.getByRole('button', { name: 'Audit this site' }).click();
  await panel.getByRole('tab', { name: /^Consent/ }).click();
  await panel.getByText('All paths', { exact: true }).click();
  await expect(panel.getByTestId('walk-ready')).toBeVisible({ timeout: 30_000 });
  return { panel, devtools, own };
}

async function start(panel: FrameLocator, chosen: readonly string[]): Promise<void> {
  for (const name of PATHS.filter((each) => !chosen.includes(each))) {
    await panel.getByRole('checkbox', { name: new RegExp(`^${name} `) }).uncheck();
  }
  await panel.getByTestId('walk-start').click();
}

/** What is registered and set in the browser for our extension. */
const traces = (own: Page) =>
  own.evaluate(async () => ({
    scripts: (await chrome.scripting.getRegisteredContentScripts()).map(({ id }) => id).sort(),
    rules: (await chrome.declarativeNetRequest.getSessionRules()).length,
    run: Object.keys(await chrome.storage.session.get(null)).filter((key) =>
      /^walk-(run|leader)/.test(key),
    ),
  }));

/** A page that is being left tells nothing. */
const showsGpc = (tab: Page): Promise<boolean> =>
  tab.evaluate('navigator.globalPrivacyControl === true').then(
    (shown) => shown === true,
    () => false,
  );

/** The walk as it is kept for the comparison with the next one. */
async function keptWalk(own: Page): Promise<Walk> {
  const kept = await own.evaluate(async () =>
    Object.entries(await chrome.storage.session.get(null)).find(([key]) =>
      key.startsWith('last-walk'),
    ),
  );
  return v.parse(v.object({ walk: WalkSchema }), kept?.[1]).walk;
}

const asksToPress = (panel: FrameLocator): Promise<void> =>
  expect(panel.getByTestId('walk-task')).toContainText('framed', { timeout: 90_000 });

const press = async (panel: FrameLocator, tab: Page, name: RegExp): Promise<void> => {
  await asksToPress(panel);
  await tab.getByRole('button', { name }).first().click();
};

test('a person walks two paths, is guided to each press, and what was seen stays when they stop', async ({
  hushmap,
  tab,
  parley,
}) => {
  const { panel, own } = await openWalk(hushmap, tab, `${parley.origin}/sign-up`);
  const before = await traces(own);
  await tab.evaluate(`document.cookie = 'seen=1; path=/'; sessionStorage.setItem('draft', 'x')`);
  await start(panel, ['Reject', 'Accept']);
  await press(panel, tab, /decline|reject/i);
  // The site was cleared before the path.
  expect(
    await tab.evaluate(() => [document.cookie.includes('seen='), sessionStorage.length]),
  ).toEqual([false, expect.any(Number)]);
  expect(await tab.evaluate(() => sessionStorage.getItem('draft'))).toBeNull();
  // The choice was made, and what comes after it is seen for a while.
  await expect(panel.getByTestId('walk-task')).toContainText('Watching what the page does');
  await tab.waitForTimeout(3_000);
  await panel.getByRole('button', { name: 'Skip this path…' }).click();
  await panel.getByRole('button', { name: 'Skip this path', exact: true }).click();
  await asksToPress(panel);
  // Whoever waits for the press has to ask again.
  await hushmap.killWorker();
  await press(panel, tab, /^accept/i);
  // The matrix fills: PostHog records whatever was chosen.
  await expect(panel.getByTestId('walk-run').getByRole('grid')).toContainText('PostHog');
  await tab.waitForTimeout(3_000);
  await panel.getByRole('button', { name: 'Stop the walk' }).click();

  const report = panel.getByTestId('walk-report');
  await expect(report).toBeVisible({ timeout: 60_000 });
  await panel.getByRole('tab', { name: /Findings/ }).click();
  await expect(report).toContainText(/PostHog.*(before|refus)/i);
  expect(await traces(own)).toEqual(before);

  const { scenarios, vantage } = await keptWalk(own);
  expect(vantage).toMatchObject({ driver: 'panel', browser: 'Chrome' });
  expect(vantage.limits).toBeUndefined();
  const [reject, accept] = scenarios;
  expect(reject).toMatchObject({ id: 'reject', state: 'partly', clicks: 1 });
  expect(accept).toMatchObject({ id: 'accept', obstacle: 'interrupted' });
  const [first, after] = reject?.steps ?? [];
  expect(first).toMatchObject({ id: 'before', banner: { cmp: 'klaro' }, bannerAtEnd: true });
  expect(first?.timeline.fromStart).toBe(true);
  const types = new Set(first?.requests.map(({ type }) => type));
  expect([...types]).toEqual(expect.arrayContaining(['document', 'script', 'fetch']));
  expect(first?.requests.some(({ recorder, purpose }) => recorder && purpose === 'ingest')).toBe(
    true,
  );
  expect(after).toMatchObject({
    id: 'after',
    bannerAtEnd: false,
    clicks: [{ aim: 'reject', trusted: true, by: 'person', label: 'Decline' }],
  });
  expect(after?.cookies.map(({ name }) => name)).toContain('klaro');
});

test('the Global Privacy Control is sent for its path alone, and goes with the panel', async ({
  hushmap,
  tab,
  parley,
}) => {
  const { panel, own, devtools } = await openWalk(hushmap, tab, `${parley.origin}/pricing`);
  const before = await traces(own);
  await start(panel, ['GPC']);
  await expect.poll(() => showsGpc(tab), { timeout: 60_000 }).toBe(true);
  expect((await traces(own)).rules).toBe(before.rules + 1);
  await devtools.close();
  await expect.poll(() => traces(own), { timeout: 90_000 }).toEqual(before);
  await tab.reload();
  expect(await showsGpc(tab)).toBe(false);
});

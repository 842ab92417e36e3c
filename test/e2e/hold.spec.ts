import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from 'playwright/test';
import * as v from 'valibot';
import { type HoldState, HoldStateSchema } from '../../lib/protocol/hold';
import { ask } from '../run/drive';
import { type ExtensionBrowser, launchWithExtension } from '../run/extension';
import { type Sender, startSender, VENDOR_HOST, WAYS } from '../sites/sender/server';
import { BUILD } from './fixture';
import { openWorkspace } from './steps';

const launch = (profile: string) =>
  launchWithExtension({
    extension: BUILD,
    profile,
    viewport: { width: 1280, height: 800 },
    args: [`--host-resolver-rules=MAP ${VENDOR_HOST} 127.0.0.1`],
  });

let sender: Sender;
let profile: string;
let hushmap: ExtensionBrowser;

test.beforeEach(async () => {
  sender = await startSender();
  profile = mkdtempSync(join(tmpdir(), 'hushmap-hold-'));
  hushmap = await launch(profile);
});

test.afterEach(async () => {
  await hushmap.close();
  sender.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

const arrived = () => [...sender.arrived()].sort();

/** What arrives of everything that the page sends, within a moment. */
async function sent(tab: Page): Promise<string[]> {
  sender.forget();
  await tab.evaluate('sendAll()');
  await tab.waitForTimeout(1000);
  return arrived();
}

/** Of everything that the page sends, this arrives, however late, and nothing else. */
async function expectSent(tab: Page, expected: readonly string[]): Promise<void> {
  await sent(tab);
  await expect.poll(arrived).toEqual(expected);
}

/** Of everything that the page sends, this arrives at least. */
async function expectAmongSent(tab: Page, expected: readonly string[]): Promise<void> {
  await sent(tab);
  await expect.poll(arrived).toEqual(expect.arrayContaining([...expected]));
}

const allOf = (path: string) => WAYS.map((way) => `${way} ${path}`).sort();
const EVERYTHING = ['/s/', '/ingest/s/', '/hidden/s/'].flatMap(allOf).sort();

const holdOf = async (own: Page, name: 'hold.state' | 'hold.off', tabId: number) =>
  v.parse(HoldStateSchema, await ask(own, name, { tabId }));

async function hold(tab: Page): Promise<{ own: Page; tabId: number; state: HoldState }> {
  const tabId = await hushmap.tabId(tab);
  const own = await openWorkspace(hushmap);
  const state = v.parse(HoldStateSchema, await ask(own, 'hold.on', { tabId, whole: false }));
  await tab.bringToFront();
  return { own, tabId, state };
}

const firstTab = async () => hushmap.context.pages()[0] ?? (await hushmap.context.newPage());

test('a hold blocks every way of sending, outlives the browser, and ends when it is released', async () => {
  let tab = await firstTab();
  await tab.goto(`${sender.origin}/`);
  await expectSent(tab, EVERYTHING);

  const { state } = await hold(tab);
  expect(state.status).toBe('on');
  expect(state.held).toEqual(['posthog']);
  await tab.reload();
  expect(await sent(tab)).toEqual([]);

  await hushmap.close();
  hushmap = await launch(profile);
  tab = await firstTab();
  await tab.goto(`${sender.origin}/`);
  expect(await sent(tab)).toEqual([]);

  const tabId = await hushmap.tabId(tab);
  const own = await openWorkspace(hushmap);
  expect((await holdOf(own, 'hold.state', tabId)).status).toBe('on');
  await tab.bringToFront();
  expect((await holdOf(own, 'hold.off', tabId)).status).toBe('off');
  await tab.reload();
  await expectSent(tab, EVERYTHING);
});

test('of a proxy that nobody has seen yet, a hold blocks what is posted to known paths', async () => {
  const tab = await firstTab();
  await tab.goto(`${sender.origin}/`);
  await hold(tab);
  await expectSent(tab, ['event-source /hidden/s/', 'image /hidden/s/', 'websocket /hidden/s/']);
  // Now that it was seen, the hold says that it does not hold all of this recorder.
  const tabId = await hushmap.tabId(tab);
  const own = await openWorkspace(hushmap);
  const state = await holdOf(own, 'hold.state', tabId);
  expect(state).toMatchObject({ status: 'on', unheld: ['posthog'] });
});

test('frames of another site are not held, which the hold says', async () => {
  const tab = await firstTab();
  await tab.goto(`${sender.origin}/`);
  const { state } = await hold(tab);
  expect(state.plan?.escapes.map(({ id }) => id)).toContain('hold.escape.otherFrames');
  await tab.evaluate((other) => {
    const frame = document.createElement('iframe');
    frame.src = `${other}/frame`;
    document.body.append(frame);
  }, sender.otherOrigin);
  const other = await expect
    .poll(() => tab.frames().find((frame) => frame.url().startsWith(sender.otherOrigin)))
    .toBeTruthy()
    .then(() => tab.frames().find((frame) => frame.url().startsWith(sender.otherOrigin)));
  const { port } = new URL(sender.origin);
  await other?.evaluate(`fetch('http://${VENDOR_HOST}:${port}/s/?way=fetch', { mode: 'no-cors' })`);
  expect([...sender.arrived()]).toContain('fetch /s/');
});

test('a hold whose rules are gone is not called on', async () => {
  const tab = await firstTab();
  await tab.goto(`${sender.origin}/`);
  const { own, tabId } = await hold(tab);
  await own.evaluate(async () => {
    const [rule] = await chrome.declarativeNetRequest.getDynamicRules();
    await chrome.declarativeNetRequest.updateDynamicRules({ removeRuleIds: [rule?.id ?? 0] });
  });
  const broken = await holdOf(own, 'hold.state', tabId);
  expect(broken.status).toBe('broken');
  expect(broken.missing).toEqual([{ id: 'hold.missing.rules', params: [1] }]);
  // Holding again leaves nothing of the broken hold behind.
  await ask(own, 'hold.on', { tabId, whole: true });
  expect((await holdOf(own, 'hold.state', tabId)).status).toBe('on');
  await holdOf(own, 'hold.off', tabId);
  expect(await own.evaluate(() => chrome.declarativeNetRequest.getDynamicRules())).toEqual([]);
});

test('a quiet view blocks what its tab sends, and no other tab’s', async () => {
  const tab = await firstTab();
  await tab.goto(`${sender.origin}/`);
  const tabId = await hushmap.tabId(tab);
  const own = await openWorkspace(hushmap);
  await ask(own, 'quiet.set', { tabId, on: true });
  await tab.bringToFront();
  await tab.reload();
  const quiet = await sent(tab);
  expect(quiet.filter((each) => !each.endsWith('/hidden/s/'))).toEqual([]);

  const other = await hushmap.context.newPage();
  await other.goto(`${sender.origin}/?again`);
  // Shared and service workers are in no tab, so those of this site are quiet in all.
  const ofTabs = allOf('/s/').filter((each) => !/^(shared|service)-worker/.test(each));
  await expectAmongSent(other, ofTabs);

  await tab.close();
  await expect
    .poll(() => own.evaluate(() => chrome.declarativeNetRequest.getSessionRules()))
    .toEqual([]);
});

test('the panel holds a site from its button on, and lets go of it', async () => {
  const tab = await firstTab();
  await tab.goto(`${sender.origin}/`);
  const { panel } = await hushmap.openAuditPanel(tab);
  await panel.getByRole('button', { name: 'Audit this site' }).click();
  await expect(panel.getByTestId('verdict')).toContainText(/Blocked|Needs proof/);
  await panel.getByRole('button', { name: 'Hold', exact: true }).click();
  await expect(panel.getByRole('dialog')).toContainText('*.i.posthog.com');
  await panel.getByTestId('hold-on').click();
  await expect(panel.getByTestId('hold-note')).toContainText('Held on 127.0.0.1');
  expect((await sent(tab)).filter((each) => !each.endsWith('/hidden/s/'))).toEqual([]);
  // It has sent to a proxy by now that the hold does not know.
  await panel.getByRole('button', { name: 'Re-scan' }).click();
  await expect(panel.getByTestId('hold-note')).toContainText('Not in the hold: PostHog');
  await panel.getByRole('button', { name: 'Hold again' }).click();
  await expect(panel.getByTestId('hold-note')).not.toContainText('Not in the hold');
  expect(await sent(tab)).toEqual([]);
  await panel.getByRole('button', { name: 'Release' }).click();
  await expect(panel.getByTestId('hold-note')).toBeHidden();
  await expectAmongSent(tab, allOf('/s/'));
});

test('the side panel keeps a visit quiet by its switch', async () => {
  const tab = await firstTab();
  await tab.goto(`${sender.origin}/`);
  const panel = await hushmap.openSidePanel(tab);
  await expect(panel.getByText('Keeps this visit out of')).toBeVisible();
  await panel.getByTestId('quiet').click({ force: true });
  await expect(panel.getByText('Nothing of this tab is sent to')).toBeVisible();
  await tab.reload();
  expect((await sent(tab)).filter((each) => !each.endsWith('/hidden/s/'))).toEqual([]);
  await panel.getByTestId('quiet').click({ force: true });
  await expect(panel.getByText('Keeps this visit out of')).toBeVisible();
  await expectAmongSent(tab, allOf('/s/'));
});

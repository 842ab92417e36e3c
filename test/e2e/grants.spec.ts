import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { ask } from '../run/drive';
import { type ExtensionBrowser, launchWithExtension } from '../run/extension';
import { type Parley, startParley } from '../sites/parley/server';
import { openWorkspace, shown } from './steps';

const SHIPPED = join(import.meta.dirname, '../../.output/chrome-mv3');

test.describe('the extension as shipped, with no host granted', () => {
  let hushmap: ExtensionBrowser;
  let parley: Parley;

  test.beforeAll(async () => {
    parley = await startParley({ heat: false });
    hushmap = await launchWithExtension({
      extension: SHIPPED,
      viewport: { width: 1280, height: 800 },
    });
  });

  test.afterAll(async () => {
    await hushmap.close();
    await parley.close();
  });

  test('leaves a page alone until its button is pressed, and then shows heat', async () => {
    const tab = hushmap.context.pages()[0] ?? (await hushmap.context.newPage());
    await tab.goto(`${parley.origin}/`);
    const children = () => tab.evaluate(() => document.documentElement.childElementCount);
    const before = await children();
    const panel = await hushmap.openSidePanel(tab);
    const state = await shown(panel);
    expect(state.summary?.provenance.kind).toBe('sample');
    expect(await children()).toBe(before + 1);
  });

  test('looks without a grant, finds what is there, and does not call it clear', async () => {
    const tab = await hushmap.context.newPage();
    await tab.goto(`${parley.otherOrigin}/card-vault`);
    await tab.goto(`${parley.origin}/sign-up`);
    const { panel } = await hushmap.openAuditPanel(tab);
    await expect(panel.getByRole('button', { name: 'Audit this site' })).toBeVisible();
    await panel.getByRole('button', { name: 'Look without permission' }).click();
    await expect(panel.getByTestId('verdict')).toContainText(/Blocked|Needs proof/, {
      timeout: 60_000,
    });
    await expect(panel.getByText('#email', { exact: true }).first()).toBeVisible();
  });

  test('holds nothing, and does not say so, where the browser was not asked', async () => {
    const tab = await hushmap.context.newPage();
    await tab.goto(`${parley.origin}/sign-up`);
    const tabId = await hushmap.tabId(tab).catch(() => null);
    const own = await openWorkspace(hushmap);
    const [first] = await own.evaluate(() => chrome.tabs.query({}));
    const asked = { tabId: tabId ?? first?.id ?? 0 };
    expect(await ask(own, 'hold.state', asked)).toMatchObject({ status: 'unavailable' });
    await expect(ask(own, 'hold.on', { ...asked, whole: true })).rejects.toThrow();
    await expect(ask(own, 'quiet.set', { ...asked, on: true })).rejects.toThrow();
    expect(await own.evaluate(() => chrome.declarativeNetRequest.getDynamicRules())).toEqual([]);
    expect(await own.evaluate(() => chrome.declarativeNetRequest.getSessionRules())).toEqual([]);
  });
});

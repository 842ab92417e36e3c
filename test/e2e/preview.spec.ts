import { ask, auditState } from '../run/drive';
import { expect, test } from './fixture';
import { audit, markup } from './steps';

test('fixes are tried out on the page, counted against what they hide, and taken away without a trace', async ({
  hushmap,
  tab,
  parley,
}) => {
  await tab.goto(`${parley.origin}/chat`);
  const { own, tabId, result } = await audit(hushmap, tab);
  expect(result.verdict).toBe('blocked');
  const before = await markup(tab);
  await ask(own, 'audit.preview', { tabId, on: true });
  const tried = await auditState(own, tabId);
  const shown = tried.preview?.shown;
  expect(shown?.elements).toBeGreaterThan(0);
  expect(shown?.values.before).toBeGreaterThan(0);
  expect(shown?.values.after).toBeLessThan(shown?.values.before ?? 0);
  expect(await markup(tab)).not.toBe(before);
  // The page as it might be clears nothing, also when it changes meanwhile.
  expect(tried.result).toEqual(result);
  await tab.evaluate(() => document.body.append(document.createElement('p')));
  await tab.waitForTimeout(1500);
  expect((await auditState(own, tabId)).result).toEqual(result);
  await tab.evaluate(() => document.body.lastElementChild?.remove());

  await ask(own, 'audit.preview', { tabId, on: false });
  expect(await markup(tab)).toBe(before);
  const after = await auditState(own, tabId);
  expect(after.preview).toBeNull();
  expect(after.result?.findings.length).toBe(result.findings.length);
});

test('the panel tries fixes out and takes them away', async ({ hushmap, tab, parley }) => {
  await tab.goto(`${parley.origin}/chat`);
  const { panel } = await hushmap.openAuditPanel(tab);
  await panel.getByRole('button', { name: 'Audit this site' }).click();
  await expect(panel.getByTestId('verdict')).toHaveText('Blocked');
  await panel.getByRole('button', { name: 'Preview fixes' }).click();
  await expect(panel.getByTestId('preview-note')).toContainText('exposed values are covered');
  await expect(panel.getByTestId('verdict')).toHaveText('Blocked');
  await panel.getByRole('button', { name: 'Take them away' }).click();
  await expect(panel.getByTestId('preview-note')).toBeHidden();
  await expect(panel.getByTestId('verdict')).toHaveText('Blocked');
});

test('suggested options are predicted beside the marks, and set nowhere', async ({
  hushmap,
  tab,
}) => {
  await tab.route('https://shop.test/', (route) =>
    route.fulfill({ contentType: 'text/html', body: SHOP }),
  );
  await tab.goto('https://shop.test/');
  const { own, tabId, result } = await audit(hushmap, tab, false);
  const before = await markup(tab);
  await ask(own, 'audit.preview', { tabId, on: true });
  const tried = await auditState(own, tabId);
  const options = tried.preview?.shown?.options;
  expect(options?.suggested).toEqual([{ recorder: 'posthog', count: 1 }]);
  expect(options?.values.after).toBeLessThan(options?.values.before ?? 0);
  expect(tried.result).toEqual(result);
  await ask(own, 'audit.preview', { tabId, on: false });
  expect(await markup(tab)).toBe(before);
  expect((await auditState(own, tabId)).result?.verdict).toBe('blocked');
});

/** A title is mended by an option alone. */
const SHOP = `<!doctype html><title>Orders of ada@example.com</title><h1>Orders</h1>
<p>Sent to ada@example.com</p>`;

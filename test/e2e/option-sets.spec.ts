import { createTranslator } from '../../lib/core/translator';
import { setupsOf } from '../../lib/services/audit/assumed-setups';
import { ask, auditState } from '../run/drive';
import { expect, test } from './fixture';
import { audit, markup } from './steps';

test('two option sets of the recorder on the page are judged side by side, and clear nothing', async ({
  hushmap,
  tab,
  parley,
}) => {
  await tab.goto(`${parley.origin}/chat`);
  const { own, tabId, result } = await audit(hushmap, tab);
  const { onPage } = await auditState(own, tabId);
  const before = await markup(tab);
  const recorders = setupsOf(
    [
      { id: 'posthog', options: 'running' },
      { id: 'posthog', options: { maskAllInputs: true, maskTextSelector: '*' } },
    ],
    onPage,
    createTranslator(),
  );
  await ask(own, 'audit.assume', { tabId, recorders });
  const { result: compared } = await auditState(own, tabId);
  const [running, masked] = compared?.comparison?.setups ?? [];
  expect(running).toMatchObject({ id: 'posthog', verdict: 'blocked' });
  expect(masked?.blocking).toBeLessThan(running?.blocking ?? 0);
  // As it runs is as it was found: with the options read, and with the same exposures.
  expect(compared?.recorders[0]).toMatchObject({ detected: true, optionSource: 'read' });
  expect(compared?.coverage.byRecorder.posthog).toEqual(result.coverage.byRecorder.posthog);
  const classes = compared?.comparison?.pairs[0]?.classes ?? [];
  expect(classes.some(({ removed }) => removed.values > 0)).toBe(true);
  expect(classes.every(({ added }) => added.values === 0)).toBe(true);
  expect(compared?.clearance).toBeNull();
  expect(await markup(tab)).toBe(before);

  // Both sides of the slider, by the setups that the panel knows.
  const [left = null, right = null] = compared?.recorders ?? [];
  await ask(own, 'audit.eye', { tabId, left, right });
  await tab.bringToFront();
  const popovers = () =>
    tab.evaluate(() => document.querySelectorAll('html > [popover="manual"]').length);
  await expect.poll(popovers).toBe(1);
  await tab.waitForTimeout(500);
  const half = (x: number) => tab.screenshot({ clip: { x, y: 0, width: 640, height: 700 } });
  expect((await half(0)).equals(await half(640))).toBe(false);
  await tab.screenshot({ path: test.info().outputPath('sets.png') });
  await ask(own, 'audit.eye', { tabId, left: null, right: null });
  await expect.poll(popovers).toBe(0);

  await ask(own, 'audit.assume', { tabId, recorders: [] });
  const back = await auditState(own, tabId);
  expect(back.result?.comparison).toBeUndefined();
  expect(back.result?.findings.map(({ id }) => id)).toEqual(result.findings.map(({ id }) => id));
});

test('the panel compares what runs with another option set, in words and by class', async ({
  hushmap,
  tab,
  parley,
}) => {
  await tab.goto(`${parley.origin}/chat`);
  const { panel } = await hushmap.openAuditPanel(tab);
  await panel.getByRole('button', { name: 'Audit this site' }).click();
  await expect(panel.getByTestId('verdict')).toHaveText('Blocked');
  await panel.getByRole('tab', { name: 'Evidence' }).click();
  await panel.getByTestId('assume-summary').click();
  await panel.getByRole('checkbox', { name: 'PostHog', exact: true }).check();
  await panel.getByRole('checkbox', { name: 'With the options it runs with' }).check();
  const options = panel.getByTestId('assume-posthog-2');
  await options.fill('{ maskAllInputs: true }');
  await expect(panel.getByText('This is not JSON.')).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Predict' })).toBeDisabled();
  await options.fill('{ "maskAllInputs": true, "maskTextSelector": "*" }');
  await panel.getByRole('button', { name: 'Predict' }).click();
  await expect(panel.getByTestId('compare-said')).toContainText(
    /PostHog \(set 2\) covers [\d,]+ values that PostHog \(as it runs\) would take/,
  );
  await expect(panel.getByTestId('compare-classes')).toContainText('No longer exposed');
  await panel.getByRole('tab', { name: 'Coverage' }).click();
  await panel.getByTestId('eye').click();
  await panel.getByRole('option', { name: 'PostHog (as it runs) | PostHog (set 2)' }).click();
  await expect
    .poll(() => tab.evaluate(() => document.querySelectorAll('html > [popover="manual"]').length))
    .toBe(1);
});

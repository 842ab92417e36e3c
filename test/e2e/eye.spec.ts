import type { Page } from 'playwright';
import { assumeRecorder } from '../../lib/recorders';
import { ask } from '../run/drive';
import { expect, test } from './fixture';
import { audit, markup } from './steps';

const topLayer = (tab: Page): Promise<number> =>
  tab.evaluate(() => document.querySelectorAll('html > [popover="manual"]').length);

test('the page is repainted as a recorder would store it, and left without a trace', async ({
  hushmap,
  tab,
  parley,
}) => {
  await tab.goto(`${parley.origin}/chat`);
  const { own, tabId, result } = await audit(hushmap, tab);
  const [right] = result.recorders;
  if (!right) throw new Error('The demo site has a recorder.');
  const before = await markup(tab);
  await ask(own, 'audit.eye', { tabId, left: null, right });
  await tab.bringToFront();
  await expect.poll(() => topLayer(tab)).toBe(1);
  const shown = await tab.screenshot({ caret: 'initial', path: test.info().outputPath('eye.png') });
  await ask(own, 'audit.eye', { tabId, left: null, right: null });
  await expect.poll(() => topLayer(tab)).toBe(0);
  const after = await tab.screenshot({ caret: 'initial' });
  expect(shown.equals(after)).toBe(false);
  expect(await markup(tab)).toBe(before);
});

test('two recorders are shown side by side, each by its own rules', async ({
  hushmap,
  tab,
  parley,
}) => {
  await tab.goto(`${parley.origin}/chat`);
  const { own, tabId } = await audit(hushmap, tab);
  const left = assumeRecorder('rrweb', { maskTextSelector: '*', maskAllInputs: true });
  await ask(own, 'audit.eye', { tabId, left, right: assumeRecorder('rrweb') });
  await tab.bringToFront();
  await expect.poll(() => topLayer(tab)).toBe(1);
  // The right half shows what is plain, the left half nothing but stars: they can't look alike.
  await tab.waitForTimeout(500);
  const half = (x: number) => tab.screenshot({ clip: { x, y: 0, width: 640, height: 700 } });
  expect((await half(0)).equals(await half(640))).toBe(false);
  await tab.screenshot({ path: test.info().outputPath('two.png') });
});

import type { Page } from 'playwright';
import type { HeatState } from '../../lib/protocol/heat';
import { violations } from '../gallery/axe';
import { type HeatCell, heatFileOf } from '../overlay/page-error';
import { ask, heatState, waitFor } from '../run/drive';
import type { ExtensionBrowser } from '../run/extension';
import { expect, test } from './fixture';
import { tips, tipsAt } from './on-page';
import { type ServedPage, servePage } from './serve-page';
import { openFile, saved, tabIdOf } from './steps';

/** Two sections with a button each, far from each other, on a page that counts what it hears. */
const BODY = `
<style>body{margin:0;font:16px sans-serif}section,nav{box-sizing:border-box;width:1280px;height:300px;padding:40px}
button,a{display:inline-block;width:160px;height:48px}</style>
<nav aria-label="Main"><a href="#there">Elsewhere</a></nav>
<main>
  <section id="plans"><h2>Plans</h2><div class="card"><button>Buy</button></div></section>
  <section id="news"><h2>News</h2><button>Read</button></section>
</main>
<script>
  window.heard = [];
  for (const type of ['pointerdown', 'mousedown', 'click', 'keydown'])
    document.addEventListener(type, (event) => window.heard.push(type + ' ' + (event.key ?? '')), true);
</script>`;

let site: ServedPage;

test.beforeAll(async () => {
  site = await servePage(BODY);
});

test.afterAll(() => site.close());

/** Cells on both buttons, and one beside everything: 600, 300 and 100 clicks. */
async function cellsOf(tab: Page): Promise<HeatCell[]> {
  const at = async (name: string) => {
    const box = await tab.getByRole('button', { name }).boundingBox();
    if (box === null) throw new Error(`No button ${name}`);
    return { x: Math.round(box.x + 80), y: Math.round(box.y + 24) };
  };
  return [
    { ...(await at('Buy')), count: 600 },
    { ...(await at('Read')), count: 300 },
    { x: 900, y: 20, count: 100 },
  ];
}

async function open(hushmap: ExtensionBrowser, tab: Page): Promise<Page> {
  await tab.goto(site.url);
  const file = saved(heatFileOf(site.url, await cellsOf(tab)));
  const panel = await openFile(hushmap, tab, file);
  await until(panel, ({ elements }) => elements.length > 1, 'Elements');
  await tab.bringToFront();
  return panel;
}

const until = (panel: Page, holds: (state: HeatState) => boolean, what: string) =>
  waitFor(() => heatState(panel, tabIdOf(panel)), holds, what);

const heard = (tab: Page): Promise<string[]> => tab.evaluate('window.heard');

test('a section is picked with the pointer, the page hears nothing of it, and its sum is right', async ({
  hushmap,
  tab,
}) => {
  const panel = await open(hushmap, tab);
  await ask(panel, 'heat.pick', { tabId: tabIdOf(panel), step: 'start' });
  await tab.mouse.move(300, 420);
  await tab.mouse.click(300, 420);
  const { zones } = await until(panel, (state) => state.zones.list.length === 1, 'A zone');
  expect(zones).toMatchObject({ picking: false, limit: null });
  expect(zones.list[0]).toMatchObject({
    label: 'Plans',
    role: 'section',
    heat: { count: 600, share: 0.6, leastPeople: 600, mostPeople: 600 },
  });
  expect(await heard(tab)).toEqual([]);
  // The page has its pointer back.
  await tab.getByRole('button', { name: 'Buy' }).click();
  expect(await heard(tab)).toContain('click ');
});

test('by keys alone: wider takes in what lies around, Escape picks nothing', async ({
  hushmap,
  tab,
}) => {
  const panel = await open(hushmap, tab);
  const pick = () => ask(panel, 'heat.pick', { tabId: tabIdOf(panel), step: 'start' });
  await pick();
  await tab.mouse.move(300, 420);
  await tab.keyboard.press('Escape');
  await until(panel, ({ zones }) => !zones.picking && zones.list.length === 0, 'Nothing picked');
  await pick();
  await tab.mouse.move(301, 421);
  await tab.keyboard.press('ArrowUp');
  await tab.keyboard.press('Enter');
  const { zones } = await until(panel, (state) => state.zones.list.length === 1, 'A zone');
  expect(zones.list[0]).toMatchObject({ role: 'main', heat: { count: 900, share: 0.9 } });
  expect(await heard(tab)).toEqual([]);
});

test('from the list in the panel, a section is picked, limits the heat, and gives it back', async ({
  hushmap,
  tab,
}) => {
  const panel = await open(hushmap, tab);
  await panel.bringToFront();
  await panel.getByTestId('zone-list').click();
  const rows = panel.getByTestId('zone-sections').getByRole('row');
  await rows.filter({ hasText: 'News' }).press('Enter');
  await expect(panel.getByTestId('zones')).toContainText('About 300 clicks');
  expect(await violations(panel)).toEqual([]);
  const whole = await heatState(panel, tabIdOf(panel));

  await panel.getByRole('button', { name: 'Limit the heat to News' }).click();
  const limited = await until(
    panel,
    ({ summary, elements }) => summary?.cells === 1 && elements.length === 1,
    'The limit',
  );
  expect(limited.elements).toMatchObject([{ label: 'Read', count: 300, share: 1 }]);
  expect(limited.summary?.peak).toBeLessThan(whole.summary?.peak ?? 0);
  // Sums stay those of the whole page.
  expect(limited.zones.list[0]?.heat?.share).toBeCloseTo(0.3);

  await panel.getByTestId('zone-unlimit').click();
  const back = await until(
    panel,
    ({ elements }) => elements.length === whole.elements.length,
    'The whole page',
  );
  expect(back.summary?.mapId).toBe(whole.summary?.mapId);
  await panel.getByRole('button', { name: 'Remove News' }).click();
  await expect(panel.getByTestId('zones')).toBeHidden();
});

test('a section that the page draws anew stays picked, and another page has none', async ({
  hushmap,
  tab,
}) => {
  const panel = await open(hushmap, tab);
  await ask(panel, 'heat.pick', { tabId: tabIdOf(panel), step: 'start' });
  await tab.mouse.move(300, 420);
  await tab.mouse.click(300, 420);
  await until(panel, ({ zones }) => zones.list.length === 1, 'A zone');
  await tab.evaluate(() => {
    const old = document.querySelector<HTMLElement>('#plans');
    const anew = old?.cloneNode(true);
    if (!(anew instanceof HTMLElement)) throw new Error('No section');
    // Too low for its button.
    anew.style.cssText = 'height:90px;overflow:hidden;margin-bottom:210px';
    old?.replaceWith(anew);
    dispatchEvent(new Event('resize'));
    document.body.style.paddingBottom = '10px';
  });
  const moved = await until(panel, ({ zones }) => zones.list[0]?.heat === null, 'The new one');
  expect(moved.zones.list[0]).toMatchObject({ label: 'Plans', visible: true });
  await tab.evaluate(() => history.pushState(null, '', '/other'));
  await until(panel, ({ zones }) => zones.list.length === 0, 'Another page');
});

test('the number of what is pointed at is told, and nothing over what has none', async ({
  hushmap,
  tab,
}) => {
  const panel = await open(hushmap, tab);
  await ask(panel, 'heat.set', { tabId: tabIdOf(panel), settings: { ranks: true } });
  const buy = await tab.getByRole('button', { name: 'Buy' }).boundingBox();
  const onBuy = [(buy?.x ?? 0) + 80, (buy?.y ?? 0) + 24] as const;
  // Said of an element, and not of the place alone: once it is counted.
  await expect.poll(() => tipsAt(hushmap, tab, ...onBuy)).toContain('At least 600 people');
  expect(await tips(hushmap, tab)).toContain('About 600 clicks');
  expect(await tips(hushmap, tab)).toMatch(/60 % ±\d.* of all that is shown/);
  await expect.poll(() => tipsAt(hushmap, tab, 900, 20)).toContain('About 100 clicks');
  await tab.mouse.move(1000, 760);
  await expect.poll(() => tips(hushmap, tab)).not.toContain('About');
  // A row's number stands at its element, for whoever has no pointer; switched off, there is none.
  const { elements } = await heatState(panel, tabIdOf(panel));
  const ref = elements[0]?.ref ?? null;
  await ask(panel, 'heat.highlight', { tabId: tabIdOf(panel), ref });
  await expect.poll(() => tips(hushmap, tab)).toContain('About 600 clicks');
  await ask(panel, 'heat.highlight', { tabId: tabIdOf(panel), ref: null });
  await ask(panel, 'heat.set', { tabId: tabIdOf(panel), settings: { hover: false } });
  await tab.getByRole('button', { name: 'Buy' }).hover();
  await expect.poll(() => tips(hushmap, tab)).not.toContain('About');
});

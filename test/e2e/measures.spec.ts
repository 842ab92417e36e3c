import type { Page } from 'playwright';
import { expect, test } from './fixture';
import { openFile, saved } from './steps';

const HEADER = { from: '2026-11-01', to: '2026-11-07' };

/** Clicks on two of the page's controls. */
const heatOf = (page: string): string =>
  JSON.stringify({
    ...HEADER,
    format: 'hushmap-heat',
    version: 2,
    page,
    map: 'click',
    viewportWidth: 1280,
    anchors: [{ selectors: ['#cta'] }, { selectors: ['#see-pricing'] }],
    cells: [
      { anchor: 0, count: 900, people: 600 },
      { anchor: 1, count: 300, people: 200 },
    ],
  });

const measuresOf = (page: string, more: object = {}): string =>
  JSON.stringify({
    ...HEADER,
    format: 'hushmap-measures',
    version: 1,
    page,
    goal: 'signed up',
    base: { inp: { p75: 180, people: 5_000 } },
    elements: [
      { selectors: ['#cta'], inp: { p75: 90, people: 400 } },
      {
        selectors: ['#see-pricing'],
        inp: { p75: 233, people: 300 },
        conversion: { people: 1_000, converted: 123 },
      },
      { selectors: ['main h1'], lcp: { p75: 4_600, people: 4_000 } },
      { selectors: ['#no-such-element'], inp: { p75: 900, people: 90 } },
      { selectors: ['#start'], inp: { p75: 900, people: 10 } },
    ],
    ...more,
  });

const rowOf = (panel: Page, label: RegExp) =>
  panel.getByTestId('heat-elements').getByRole('row', { name: label });

test('measures of a file stand beside the clicks of their elements', async ({
  hushmap,
  tab,
  parley,
}) => {
  await tab.goto(`${parley.origin}/`);
  const panel = await openFile(hushmap, tab, saved(heatOf(tab.url())));
  await expect(rowOf(panel, /Start a parley/)).not.toContainText('INP');
  await panel.getByTestId('heat-file').setInputFiles(saved(measuresOf(tab.url())));

  await expect(rowOf(panel, /Start a parley/)).toContainText('INP 90 ms good');
  const pricing = rowOf(panel, /See pricing/);
  await expect(pricing).toContainText('INP 240 ms needs improvement');
  await expect(pricing).toContainText('converts 12 % ±3');
  // What nobody clicked is measured all the same.
  const heading = panel.getByTestId('heat-elements').getByRole('row').filter({ hasText: 'LCP' });
  await expect(heading).toContainText('LCP 4,600 ms poor');
  await expect(heading).toContainText('no clicks shown');
  await expect(panel.getByTestId('heat-elements')).not.toContainText('900 ms');

  await panel.getByTestId('measures').click();
  await expect(panel.getByTestId('measures-base')).toContainText('INP 180 ms good');
  await panel.getByTestId('measures-missing').click();
  await expect(panel.getByText('#no-such-element')).toBeVisible();
  await expect(panel.getByText('1 figure is left out')).toBeVisible();

  await panel.getByTestId('heat-order').click();
  await panel.getByRole('option', { name: 'Slowest answer (INP)' }).click();
  await expect(panel.getByTestId('heat-elements').getByRole('row').nth(1)).toContainText(
    'See pricing',
  );

  await panel.getByRole('button', { name: 'Take them away' }).click();
  await expect(pricing).not.toContainText('INP');
});

test('measures follow the page: what it gets later is found, and what goes is missed', async ({
  hushmap,
  tab,
  parley,
}) => {
  await tab.goto(`${parley.origin}/`);
  const panel = await openFile(hushmap, tab, saved(heatOf(tab.url())));
  const elements = [{ selectors: ['#late'], inp: { p75: 90, people: 400 } }];
  await panel.getByTestId('heat-file').setInputFiles(saved(measuresOf(tab.url(), { elements })));
  await panel.getByTestId('measures').click();
  await expect(panel.getByTestId('measures-missing')).toBeVisible();
  // An icon inside a control: a press on it presses the control.
  await tab.evaluate(() => {
    const cta = document.querySelector('#cta');
    if (cta) cta.innerHTML += '<b id="late">now</b>';
  });
  await expect(rowOf(panel, /Start a parley/)).toContainText('INP 90 ms good');
  await expect(panel.getByTestId('measures-missing')).toBeHidden();
});

test('a file of measures that is wrong changes nothing, and says what to mend', async ({
  hushmap,
  tab,
  parley,
}) => {
  await tab.goto(`${parley.origin}/`);
  const panel = await openFile(hushmap, tab, saved(heatOf(tab.url())));
  const elements = [{ selectors: ['#cta'], conversion: { people: 20, converted: 30 } }];
  await panel.getByTestId('heat-file').setInputFiles(saved(measuresOf(tab.url(), { elements })));
  await expect(panel.getByTestId('heat-error')).toContainText('1 of 1 elements');
  await expect(rowOf(panel, /Start a parley/)).toBeVisible();
});

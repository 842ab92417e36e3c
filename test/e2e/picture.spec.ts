import { readFileSync } from 'node:fs';
import { type HeatCell, heatFileOf } from '../overlay/page-error';
import { ask, heatState, waitFor } from '../run/drive';
import { expect, pictured } from './fixture';
import { savedBy } from './save-file';
import { markup, saved, shown, tabIdOf, widthAtRest } from './steps';

const CELLS: HeatCell[] = [
  { x: 300, y: 420, count: 1200 },
  { x: 300, y: 1900, count: 900 },
];

pictured(
  'a picture of the whole page holds its heat from top to bottom, and leaves the page as it was',
  async ({ hushmap, tab, parley }) => {
    pictured.slow();
    await tab.goto(`${parley.origin}/`);
    // The panel takes its room beside the page, so the page is measured after it.
    const panel = await hushmap.openSidePanel(tab);
    await shown(panel);
    await widthAtRest(tab);
    const page = await tab.evaluate(() => ({
      width: document.documentElement.clientWidth,
      recorded: window.innerWidth,
      height: document.documentElement.scrollHeight,
    }));
    const file = saved(heatFileOf(tab.url(), CELLS, page.recorded));
    await panel.getByTestId('heat-file').setInputFiles(file);
    await waitFor(
      () => heatState(panel, tabIdOf(panel)),
      ({ status, summary }) => status === 'shown' && summary?.provenance.kind === 'file',
      'The heat of the file',
    );
    // White where there is no heat, and black at its peak.
    const settings = { palette: 'gray' as const, opacity: 1 };
    await ask(panel, 'heat.set', { tabId: tabIdOf(panel), settings });
    await panel.getByTestId('heat-elements').waitFor();
    const before = await markup(tab);
    const download = await savedBy(panel, tab, 'PNG');
    const base64 = readFileSync(await download.path()).toString('base64');
    const seen = await panel.evaluate(
      async (given) => {
        const bytes = Uint8Array.from(atob(given.base64), (character) => character.charCodeAt(0));
        const image = await createImageBitmap(new Blob([bytes]));
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = canvas.getContext('2d');
        if (context === null) throw new Error('No canvas.');
        context.drawImage(image, 0, 0);
        const head = image.height - given.height;
        const grays = given.cells.map(
          ({ x, y }) => context.getImageData(x, y + head, 1, 1).data[0],
        );
        return { width: image.width, head, grays };
      },
      { base64, cells: CELLS, height: page.height },
    );
    expect(seen.width).toBe(page.width);
    // The caption above the page.
    expect(seen.head).toBeGreaterThan(60);
    expect(seen.head).toBeLessThan(400);
    // In the first view and far below it.
    expect(seen.grays[0]).toBeLessThan(20);
    expect(seen.grays[1]).toBeLessThan(90);
    expect(await markup(tab)).toBe(before);
    expect(await tab.evaluate(() => window.scrollY)).toBe(0);
  },
);

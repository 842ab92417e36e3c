import { join } from 'node:path';
import type { Page } from 'playwright';
import { test as base } from 'playwright/test';
import { type ExtensionBrowser, launchWithExtension } from '../run/extension';
import { type Parley, startParley } from '../sites/parley/server';

export const BUILD = join(import.meta.dirname, '../../.output/chrome-mv3-testing');

interface Fixtures {
  /** A fresh Chromium with the extension. */
  readonly hushmap: ExtensionBrowser;
  readonly tab: Page;
}

interface Shared {
  /** The demo site with its PostHog, one a worker process. */
  readonly parley: Parley;
}

/** A page in a Chromium with the extension, and the demo site. */
export const test = base.extend<Fixtures, Shared>({
  parley: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of this parameter.
    async ({}, use) => {
      const parley = await startParley({});
      await use(parley);
      await parley.close();
    },
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of this parameter.
  hushmap: async ({}, use) => {
    const browser = await launchWithExtension({
      extension: BUILD,
      viewport: { width: 1280, height: 800 },
    });
    await use(browser);
    await browser.close();
  },
  tab: async ({ hushmap }, use) => {
    await use(hushmap.context.pages()[0] ?? (await hushmap.context.newPage()));
  },
});

/** The browser's camera sees the window as it is, so nothing may pretend another size. */
export const pictured = test.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of this parameter.
  hushmap: async ({}, use) => {
    const browser = await launchWithExtension({
      extension: BUILD,
      viewport: null,
      args: ['--window-size=1000,900'],
    });
    await use(browser);
    await browser.close();
  },
});

export { expect } from 'playwright/test';

import { defineConfig } from 'playwright/test';
import { CHROMIUM_ARGS, findChromium } from './run/browsers.mjs';

const chromium = findChromium();

/** Real Chromium only; a flaky test is a bug to find, so nothing is retried. Most of a test is waiting. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  // The real recorders have a suite of their own: their packages are installed for it alone. So have
  // the banners, whose paths take a while to walk.
  testIgnore: ['**/contract/recorders/**', '**/contract/banners/**'],
  outputDir: '../test-output/playwright',
  workers: 3,
  fullyParallel: false,
  retries: 0,
  // Limits are there for what hangs: a machine under load may be many times slower than a desk's.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: '../test-output/playwright.json' }]],
  use: {
    launchOptions: {
      ...(chromium === null ? {} : { executablePath: chromium }),
      args: CHROMIUM_ARGS,
    },
  },
});

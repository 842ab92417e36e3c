import { defineConfig } from 'playwright/test';
import { CHROMIUM_ARGS, findChromium } from './run/browsers.mjs';

const chromium = findChromium();

/** Real Chromium only; a flaky test is a bug to find, so nothing is retried. Most of a test is waiting. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  // The real recorders have a suite of their own: their packages are installed for it alone.
  testIgnore: '**/contract/recorders/**',
  outputDir: '../test-output/playwright',
  workers: 3,
  fullyParallel: false,
  retries: 0,
  timeout: 90_000,
  reporter: [['list'], ['json', { outputFile: '../test-output/playwright.json' }]],
  use: {
    launchOptions: {
      ...(chromium === null ? {} : { executablePath: chromium }),
      args: CHROMIUM_ARGS,
    },
  },
});

import { defineConfig } from 'playwright/test';
import base from '../../playwright.config';
import { CHROMIUM_ARGS } from '../../run/browsers.mjs';

// Workers come and go within a run.
process.env.BANNERS_RUN ??= String(Date.now());

/** Consent banners, real ones and own ones, offline. */
export default defineConfig({
  ...base,
  testDir: '.',
  testIgnore: [],
  // All pages are visited once, by the first test's file; more workers would visit them again.
  workers: 1,
  outputDir: '../../../test-output/banners',
  reporter: [['list'], ['json', { outputFile: '../../../test-output/banners.json' }]],
  use: {
    launchOptions: {
      ...base.use?.launchOptions,
      args: [...CHROMIUM_ARGS, '--disable-features=LocalNetworkAccessChecks'],
    },
  },
});

import { defineConfig } from 'playwright/test';
import base from '../../playwright.config';
import { CHROMIUM_ARGS } from '../../run/browsers.mjs';

/** The real recorders, offline. The browser asks nobody for a name, and reaches this machine alone. */
export default defineConfig({
  ...base,
  testDir: '.',
  testIgnore: [],
  // One file holds nearly all of it, and no test knows of another.
  fullyParallel: true,
  outputDir: '../../../test-output/contract',
  reporter: [['list'], ['json', { outputFile: '../../../test-output/contract.json' }]],
  use: {
    launchOptions: {
      ...base.use?.launchOptions,
      args: [
        ...CHROMIUM_ARGS,
        '--host-resolver-rules=MAP *.test 127.0.0.1',
        '--disable-features=LocalNetworkAccessChecks',
        // Some recorders do not start in an automated browser.
        '--disable-blink-features=AutomationControlled',
      ],
    },
  },
});

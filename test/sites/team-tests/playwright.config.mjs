import { fileURLToPath } from 'node:url';
import { CHROMIUM_ARGS, findChromium } from '../../run/browsers.mjs';

/** The tests of a team that uses Hushmap in them. Some fail on purpose: the run is what is tested. */
export default {
  testDir: '.',
  testMatch: '*.team.mjs',
  outputDir: '../../../test-output/team-tests',
  workers: 1,
  // As in the run that these are a part of: for what hangs.
  timeout: 300_000,
  reporter: [
    ['line'],
    [
      fileURLToPath(import.meta.resolve('hushmap/playwright-reporter')),
      { outputFile: process.env.HUSHMAP_MATRIX },
    ],
  ],
  use: { launchOptions: { executablePath: findChromium() ?? undefined, args: CHROMIUM_ARGS } },
};

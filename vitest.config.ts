import solid from 'vite-plugin-solid';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { heatmapJsStrictMode } from './lib/heatmap/renderers/heatmap-js-vite';

/** Rooms that keep nothing between two calls: their tests share a process, and need no page. */
const PURE =
  '{consent,core,gate,heatmap,hold,masking,pii,protocol,prove,recorders,report,sources,wire}';

export default defineConfig({
  plugins: [await WxtVitest(), solid(), heatmapJsStrictMode()],
  test: {
    // The plugin of Solid asks for another one where none is named.
    environment: 'node',
    // Limits are there for what hangs: a machine under load may be many times slower than a desk's.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // One fewer than there are cores is the default: half of a small machine would idle.
    maxWorkers: '100%',
    server: { deps: { inline: ['heatmap.js', 'lucide-solid', '@kobalte/core'] } },
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          environment: 'node',
          isolate: false,
          include: [`lib/${PURE}/**/*.test.{ts,tsx}`, 'test/{structure,contract,run}/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'extension',
          environment: 'happy-dom',
          include: ['{lib,components}/**/*.test.{ts,tsx}'],
          exclude: [`lib/${PURE}/**`],
        },
      },
    ],
  },
});

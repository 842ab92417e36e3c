import solid from 'vite-plugin-solid';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { heatmapJsStrictMode } from './lib/heatmap/renderers/heatmap-js-vite';

export default defineConfig({
  plugins: [await WxtVitest(), solid(), heatmapJsStrictMode()],
  test: {
    environment: 'happy-dom',
    include: ['{lib,components}/**/*.test.{ts,tsx}', 'test/{structure,contract,run}/**/*.test.ts'],
    // Limits are there for what hangs: a machine under load may be many times slower than a desk's.
    testTimeout: 120_000,
    server: { deps: { inline: ['heatmap.js', 'lucide-solid', '@kobalte/core'] } },
  },
});

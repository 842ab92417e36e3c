import solid from 'vite-plugin-solid';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { heatmapJsStrictMode } from './lib/heatmap/renderers/heatmap-js-vite';

export default defineConfig({
  plugins: [await WxtVitest(), solid(), heatmapJsStrictMode()],
  test: {
    environment: 'happy-dom',
    include: ['{lib,components}/**/*.test.{ts,tsx}', 'test/{structure,contract,run}/**/*.test.ts'],
    testTimeout: 20_000,
    server: { deps: { inline: ['heatmap.js', 'lucide-solid', '@kobalte/core'] } },
  },
});

import { resolve } from 'node:path';
import { defineConfig } from 'wxt';
import { heatmapJsStrictMode } from './lib/heatmap/renderers/heatmap-js-vite';
import { squeezeVocabularies } from './lib/pii/fields/vocabulary/squeeze-vite';
import { manifest } from './lib/platform/manifest';

export default defineConfig({
  modules: ['@wxt-dev/module-solid', '@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  imports: false,
  manifestVersion: 3,
  i18n: { localesDir: resolve('lib/core/locales') },
  manifest,
  vite: () => ({ plugins: [heatmapJsStrictMode(), squeezeVocabularies()] }),
});

import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import solid from 'vite-plugin-solid';

/** Every screen with data that looks real, without an extension around it. */
export default defineConfig({
  root: resolve(import.meta.dirname),
  cacheDir: resolve(import.meta.dirname, '../../node_modules/.vite-gallery'),
  plugins: [solid()],
  server: { host: '127.0.0.1', fs: { allow: [resolve(import.meta.dirname, '../..')] } },
  clearScreen: false,
});

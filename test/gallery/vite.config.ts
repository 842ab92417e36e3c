import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import solid from 'vite-plugin-solid';

/** Every screen with data that looks real, without an extension around it. */
export default defineConfig({
  root: resolve(import.meta.dirname),
  plugins: [solid()],
  build: { target: 'esnext', minify: false, chunkSizeWarningLimit: 10_000, emptyOutDir: true },
  clearScreen: false,
});

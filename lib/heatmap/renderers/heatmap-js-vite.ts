import type { Plugin } from 'vite';

const WRITE_TO_READ_ONLY = 'img.data = imgData;';

/**
 * heatmap.js 2.0.5 assigns to `ImageData.data`, which is read-only: a silent no-op in sloppy code, a
 * TypeError in every ES module. The pixels were already changed in place, so the line is dropped;
 * if it is no longer there, the build stops, because then the package has changed.
 */
export function heatmapJsStrictMode(): Plugin {
  return {
    name: 'hushmap:heatmap-js-strict-mode',
    enforce: 'pre',
    transform(code, id) {
      if (!/heatmap\.js\/build\/heatmap(\.min)?\.js/.test(id)) return null;
      if (!code.includes(WRITE_TO_READ_ONLY)) {
        throw new Error(`heatmap.js has changed: "${WRITE_TO_READ_ONLY}" was not found in ${id}`);
      }
      return { code: code.replace(WRITE_TO_READ_ONLY, ''), map: null };
    },
  };
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';

const ROOT = join(import.meta.dirname, '../..');
const bundles = new Map<string, Promise<string>>();

/** A script for a plain page, bundled from a TypeScript file of this folder. */
export function bundleForPage(file: string): Promise<string> {
  const known = bundles.get(file);
  if (known) return known;
  const bundle = build({
    entryPoints: [join(import.meta.dirname, file)],
    absWorkingDir: ROOT,
    bundle: true,
    write: false,
    format: 'iife',
    minify: true,
    target: 'es2023',
    plugins: [heatmapJs],
  }).then(({ outputFiles: [output] }) => {
    if (output === undefined) throw new Error(`${file} gave no bundle`);
    return output.text;
  });
  bundles.set(file, bundle);
  return bundle;
}

/** The same repair as in the build (lib/heatmap/renderers/heatmap-js-vite.ts). */
const heatmapJs: Plugin = {
  name: 'heatmap-js-strict-mode',
  setup({ onLoad }) {
    onLoad({ filter: /heatmap\.js[\\/]build[\\/]heatmap\.js$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace('img.data = imgData;', ''),
      loader: 'js',
    }));
  },
};

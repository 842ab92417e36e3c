import { readFileSync } from 'node:fs';
import { build } from 'esbuild';

/** A file of a package that the project itself installs. */
export const ownPackage = (path: string): string =>
  readFileSync(new URL(`../../../node_modules/${path}`, import.meta.url), 'utf8');

/** A file of a package that only this suite installs. */
export const contractPackage = (path: string): string =>
  readFileSync(new URL(`./node_modules/${path}`, import.meta.url), 'utf8');

const bundles = new Map<string, Promise<string>>();

/** A package bundled as a page's own build would, as `window[globalName]`. */
export function bundlePackage(name: string, globalName: string): Promise<string> {
  const known = bundles.get(name);
  if (known) return known;
  const made = build({
    stdin: {
      contents: `export * from ${JSON.stringify(name)}`,
      resolveDir: new URL('.', import.meta.url).pathname,
    },
    bundle: true,
    write: false,
    format: 'iife',
    globalName,
    target: 'es2022',
    logLevel: 'error',
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? '');
  bundles.set(name, made);
  return made;
}

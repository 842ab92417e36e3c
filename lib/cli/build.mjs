/**
 * Builds the command line into `dist/`: the program itself, and the two scripts that it puts into pages.
 * npm runs it as `prepare`, so it is plain JavaScript.
 */
import { chmodSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
const OUT = join(HERE, '../../dist');

const esbuild = await import('esbuild').catch(() => null);
if (esbuild === null) {
  process.stderr.write('The command line was not built: esbuild is not installed.\n');
  process.exit(0);
}
mkdirSync(OUT, { recursive: true });

const inPage = { bundle: true, minify: true, format: 'iife', target: 'chrome120' };
const inNode = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  external: ['playwright', 'playwright/test'],
};
await Promise.all([
  esbuild.build({
    ...inPage,
    entryPoints: [join(HERE, 'in-page/scanner.ts')],
    globalName: 'hushmap',
    outfile: join(OUT, 'scanner.js'),
  }),
  esbuild.build({
    ...inPage,
    entryPoints: [join(HERE, 'in-page/facts.ts')],
    globalName: 'hushmapFacts',
    outfile: join(OUT, 'facts.js'),
  }),
  esbuild.build({
    ...inNode,
    entryPoints: [join(HERE, 'main.ts')],
    outfile: join(OUT, 'hushmap.mjs'),
    banner: { js: '#!/usr/bin/env node' },
  }),
]);
chmodSync(join(OUT, 'hushmap.mjs'), 0o755);

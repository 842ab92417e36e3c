/**
 * Builds the command line into `dist/`: the program itself, and the scripts that it puts into pages.
 * npm runs it as `prepare`, so it is plain JavaScript.
 */
import { chmodSync, copyFileSync, mkdirSync } from 'node:fs';
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

// npm runs this before `wxt prepare` has written what tsconfig.json extends: what is needed of it is here.
const inPage = {
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'chrome120',
  tsconfigRaw: { compilerOptions: { strict: true } },
};
const inNode = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  tsconfigRaw: {},
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
  ...['probe', 'consent'].map((name) =>
    esbuild.build({
      ...inPage,
      entryPoints: [join(HERE, `in-page/${name}.ts`)],
      outfile: join(OUT, `${name}.js`),
    }),
  ),
  esbuild.build({
    ...inPage,
    entryPoints: [join(HERE, 'in-page/cmp.ts')],
    globalName: 'hushmapCmp',
    outfile: join(OUT, 'cmp.js'),
    legalComments: 'eof',
    banner: {
      js: '/* Contains @duckduckgo/autoconsent and its rules, MPL-2.0, https://github.com/duckduckgo/autoconsent */',
    },
  }),
  esbuild.build({
    ...inNode,
    entryPoints: [join(HERE, 'main.ts')],
    outfile: join(OUT, 'hushmap.mjs'),
    banner: { js: '#!/usr/bin/env node' },
  }),
  esbuild.build({
    ...inNode,
    entryPoints: [join(HERE, 'playwright/index.ts')],
    outfile: join(OUT, 'playwright.mjs'),
  }),
  esbuild.build({
    ...inNode,
    entryPoints: [join(HERE, 'playwright/reporter.ts')],
    outfile: join(OUT, 'playwright-reporter.mjs'),
  }),
]);
chmodSync(join(OUT, 'hushmap.mjs'), 0o755);
const types = join(HERE, 'playwright');
for (const name of ['playwright.d.mts', 'playwright-reporter.d.mts']) {
  copyFileSync(join(types, 'declarations', name), join(OUT, name));
}
copyFileSync(join(types, 'types.ts'), join(OUT, 'types.d.mts'));

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export interface Asset {
  readonly type: string;
  readonly body: Buffer | string;
}

const here = dirname(fileURLToPath(import.meta.url));
const { resolve } = createRequire(import.meta.url);
const JS = 'text/javascript; charset=utf-8';
const CSS = 'text/css; charset=utf-8';

const FILES: readonly (readonly [path: string, type: string, file: string])[] = [
  ['/static/shop.css', CSS, join(here, 'static/shop.css')],
  ['/static/platforms.css', CSS, join(here, 'static/platforms.css')],
  ['/vendor/klaro.js', JS, resolve('klaro/dist/klaro-no-css.js')],
  ['/vendor/klaro.css', CSS, resolve('klaro/dist/klaro.min.css')],
  ['/vendor/cookieconsent.js', JS, fromRoot('vanilla-cookieconsent/dist/cookieconsent.umd.js')],
  ['/vendor/cookieconsent.css', CSS, fromRoot('vanilla-cookieconsent/dist/cookieconsent.css')],
  ['/vendor/posthog.js', JS, resolve('posthog-js/dist/array.full.no-external.js')],
  ['/vendor/rrweb.min.js', JS, fromRoot('rrweb/umd/rrweb.min.js')],
];

/** What the pages load: the platforms and the recorders as npm has them, and the shop's own. */
export async function loadAssets(): Promise<ReadonlyMap<string, Asset>> {
  const files = await Promise.all(
    FILES.map(async ([path, type, file]) => [path, { type, body: await readFile(file) }] as const),
  );
  const bundle = await build({
    entryPoints: [join(here, 'client/page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  });
  const page: Asset = { type: JS, body: bundle.outputFiles[0]?.text ?? '' };
  return new Map<string, Asset>([...files, ['/static/page.js', page]]);
}

/** tarteaucitron loads its language, its services and its style from beside itself. */
export async function tarteaucitronFile(path: string): Promise<Asset | null> {
  const name = /^\/tarteaucitron\/((?:css|lang)\/)?[\w.-]+\.(js|css)$/.exec(path);
  if (name === null) return null;
  const file = fromRoot(`tarteaucitronjs/${path.slice('/tarteaucitron/'.length)}`);
  const body = await readFile(file).catch(() => null);
  return body === null ? null : { type: name[2] === 'css' ? CSS : JS, body };
}

/** Of a package whose `exports` do not name the file. */
function fromRoot(path: string): string {
  return join(here, '../../../node_modules', path);
}

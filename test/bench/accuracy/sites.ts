import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { startParley } from '../../sites/parley/server';
import { API_DESCRIPTION } from './api-description';

/** A real front end as its package ships it, or our own demo site. */
export interface Site {
  readonly name: string;
  /** Package and version, and its licence. Fetched on demand; its code stays out of the repository. */
  readonly spec: string | null;
  readonly licence: string;
  readonly what: string;
  /** Folder of the package that its own paths start from. */
  readonly root?: string;
  readonly pages: readonly string[];
  /** What the package leaves to whoever uses it. */
  readonly files?: Readonly<Record<string, string>>;
}

const apiPage = (head: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>API</title>
<meta name="viewport" content="width=device-width,initial-scale=1">${head}</head><body style="margin:0">${body}</body></html>`;

export const SITES: readonly Site[] = [
  {
    name: 'parley',
    spec: null,
    licence: 'MIT',
    what: 'our demo site',
    pages: ['/', '/pricing', '/settings', '/sign-up'],
  },
  {
    name: 'sb-admin-2',
    spec: 'startbootstrap-sb-admin-2@4.1.4',
    licence: 'MIT',
    what: 'dashboard',
    pages: ['/index.html', '/buttons.html', '/cards.html', '/tables.html'],
  },
  {
    name: 'gentelella',
    spec: 'gentelella@4.2.0',
    licence: 'MIT',
    what: 'dashboard',
    root: 'dist',
    pages: [
      '/production/general_elements.html',
      '/production/pricing_tables.html',
      '/production/projects.html',
    ],
  },
  {
    name: 'uikit',
    spec: 'uikit@3.25.29',
    licence: 'MIT',
    what: 'component gallery',
    pages: ['/tests/button.html', '/tests/nav.html', '/tests/card.html', '/tests/tab.html'],
    files: {
      '/tests/js/test.js': `document.write('<link rel="stylesheet" href="../dist/css/uikit.css"><script src="../dist/js/uikit.js"></' + 'script><script src="../dist/js/uikit-icons.js"></' + 'script>')`,
    },
  },
  {
    name: 'swagger-ui',
    spec: 'swagger-ui-dist@5.35.0',
    licence: 'Apache-2.0',
    what: 'documentation',
    pages: ['/hushmap.html'],
    files: {
      '/api.json': API_DESCRIPTION,
      '/hushmap.html': apiPage(
        '<link rel="stylesheet" href="swagger-ui.css">',
        `<div id="ui"></div><script src="swagger-ui-bundle.js"></script>
<script>SwaggerUIBundle({ url: '/api.json', dom_id: '#ui' })</script>`,
      ),
    },
  },
  {
    name: 'redoc',
    spec: 'redoc@2.5.0',
    licence: 'MIT',
    what: 'documentation',
    pages: ['/hushmap.html'],
    files: {
      '/api.json': API_DESCRIPTION,
      '/hushmap.html': apiPage(
        '',
        '<redoc spec-url="/api.json"></redoc><script src="bundles/redoc.standalone.js"></script>',
      ),
    },
  },
  {
    name: 'rapidoc',
    spec: 'rapidoc@9.3.8',
    licence: 'MIT',
    what: 'documentation, in shadow roots',
    pages: ['/hushmap.html'],
    files: {
      '/api.json': API_DESCRIPTION,
      '/hushmap.html': apiPage(
        '<script type="module" src="dist/rapidoc-min.js"></script>',
        '<rapi-doc spec-url="/api.json" render-style="view" allow-try="false"></rapi-doc>',
      ),
    },
  },
];

/**
 * Front ends that nothing was ever fitted to: chosen by kind before they were measured, looked at only
 * by their figures, and reported by themselves. Whoever mends something for the sake of one of them
 * moves it to the list above, and chooses another.
 */
export const HELD_OUT: readonly Site[] = [
  {
    name: 'creative',
    spec: 'startbootstrap-creative@7.0.7',
    licence: 'MIT',
    what: 'landing page',
    root: 'dist',
    pages: ['/index.html'],
  },
  {
    name: 'argon',
    spec: '@creative-tim-official/argon-dashboard-free@1.2.0',
    licence: 'MIT',
    what: 'dashboard',
    pages: ['/examples/dashboard.html', '/examples/tables.html', '/examples/profile.html'],
  },
  {
    name: 'spectre',
    spec: 'spectre.css@0.5.9',
    licence: 'MIT',
    what: 'documentation, with a gallery of components',
    root: 'docs',
    pages: ['/index.html', '/elements/buttons.html', '/components/cards.html', '/layout/hero.html'],
  },
];

const CACHE = join(import.meta.dirname, '../../../node_modules/.cache/hushmap-accuracy');

export interface Served {
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves a site on the loopback interface, from its package as published. */
export async function serveSite(site: Site): Promise<Served> {
  if (site.spec === null) {
    const parley = await startParley({});
    return { origin: parley.origin, close: () => parley.close() };
  }
  const folder = join(fetchPackage(site.spec), site.root ?? '.');
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://a').pathname));
    const own = site.files?.[path];
    const file = join(folder, path);
    const isThere = file.startsWith(folder) && existsSync(file) && statSync(file).isFile();
    if (own === undefined && !isThere) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' });
    response.end(own ?? readFileSync(file));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  // A server that listens on a port has an address of this form.
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function fetchPackage(spec: string): string {
  const folder = join(CACHE, spec.replace(/[^\w.@-]/g, '_'));
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parts = `${folder}.part`;
  rmSync(parts, { recursive: true, force: true });
  mkdirSync(parts, { recursive: true });
  execFileSync('npm', ['pack', spec, '--silent', '--pack-destination', parts], { cwd: parts });
  const [archive] = readdirSync(parts);
  if (archive === undefined) throw new Error(`${spec} could not be fetched`);
  mkdirSync(folder, { recursive: true });
  execFileSync('tar', ['xzf', join(parts, archive), '-C', folder, '--strip-components=1']);
  rmSync(parts, { recursive: true, force: true });
  return folder;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
};

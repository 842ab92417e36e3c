import type { PageFacts } from '../../protocol/audit';
import { readAllGlobals } from '../../recorders/globals';
import { globalsOf } from './globals-of';
import { cookieNames, storageNames } from './isolated/presence';

const MAX_URL = 2_000;
const MAX_NAME = 300;

/**
 * What the page's own world shows of recorders, read once and bounded as `PageFactsSchema` wants it:
 * their globals, addresses without query and fragment, names of what is stored. Runs in the page's
 * world, so whoever gets it parses it as if the page had written it.
 */
export function readPageFacts(win: Window): PageFacts {
  return {
    globals: readAllGlobals(globalsOf(win)),
    scripts: addresses(scriptUrls(win.document), 2_000),
    resources: addresses(resourceUrls(win), 5_000),
    storageKeys: [...storageNames(win, 'localStorage'), ...storageNames(win, 'sessionStorage')]
      .map((name) => name.slice(0, MAX_NAME))
      .slice(0, 2_000),
    cookieNames: cookieNames(win.document)
      .map((name) => name.slice(0, MAX_NAME))
      .slice(0, 500),
  };
}

const scriptUrls = (document: Document): string[] =>
  Array.from(document.scripts, (script) => script.src);

const resourceUrls = (win: Window): string[] =>
  win.performance.getEntriesByType('resource').map((entry) => entry.name);

function addresses(urls: readonly string[], limit: number): string[] {
  const plain = urls.map(withoutQuery).filter((url) => url !== '');
  return [...new Set(plain)].slice(0, limit);
}

function withoutQuery(raw: string): string {
  if (!URL.canParse(raw)) return '';
  const url = new URL(raw);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return '';
  return `${url.origin}${url.pathname}`.slice(0, MAX_URL);
}

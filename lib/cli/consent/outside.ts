import type { APIResponse, Browser } from 'playwright';
import { parseGpcFile } from '../../consent/gpc-file';
import type { Walk } from '../../protocol/walk/walk';
import { contextOptions } from './context-options';
import type { WalkRequest } from './options';

/** What the site's `/.well-known/gpc.json` says; null: nothing. */
export async function askGpcFile(browser: Browser, request: WalkRequest): Promise<Walk['gpcFile']> {
  const address = new URL('/.well-known/gpc.json', request.url).href;
  const found = await askOutside(browser, request, address, async (answer) =>
    answer.ok() ? parseGpcFile((await answer.text()).slice(0, 10_000)) : null,
  );
  return found && { gpc: found.gpc, lastUpdate: found.lastUpdate ?? '' };
}

/** The status that a server answers to an address; null: nothing came. */
export const askStatus = (
  browser: Browser,
  request: WalkRequest,
  address: string,
): Promise<number | null> =>
  askOutside(browser, request, address, async (answer) => answer.status());

/** Asks outside any visit, as nobody in particular, so that it is in no traffic and leaves no cookie. */
async function askOutside<T>(
  browser: Browser,
  request: WalkRequest,
  address: string,
  read: (answer: APIResponse) => Promise<T>,
): Promise<T | null> {
  const context = await browser.newContext(contextOptions(request, { gpc: false }));
  try {
    return await read(await context.request.get(address, { timeout: 5_000, maxRedirects: 4 }));
  } catch {
    return null;
  } finally {
    await context.close();
  }
}

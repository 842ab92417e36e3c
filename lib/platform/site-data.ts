import { browser } from 'wxt/browser';
import type { SeenCookie } from '../consent/walk/stored-names';
import { hasSiteData } from './grants';

/**
 * Cookies of a registrable domain and all beneath it, HttpOnly ones too, without their values; null:
 * the browser was not allowed to tell. Only those of granted hosts are told.
 */
export async function readCookies(tabId: number, site: string): Promise<SeenCookie[] | null> {
  if (!(await hasSiteData())) return null;
  const storeId = await storeOf(tabId);
  const cookies = await browser.cookies.getAll({ domain: site, storeId });
  return cookies.map(({ name, domain, httpOnly, expirationDate }) => ({
    name: name.slice(0, 300),
    domain: domain.replace(/^\./, '').slice(0, 300),
    httpOnly,
    expires: expirationDate ?? null,
  }));
}

/**
 * Clears what a site keeps here: cookies of the whole site, the rest of these origins. False: the
 * browser was not allowed to.
 */
export async function clearSite(
  tabId: number,
  { site, origins, cache }: { site: string; origins: readonly string[]; cache: boolean },
): Promise<boolean> {
  if (!(await hasSiteData())) return false;
  const storeId = await storeOf(tabId);
  for (const { name, domain, path, secure } of await browser.cookies.getAll({
    domain: site,
    storeId,
  })) {
    const url = `${secure ? 'https' : 'http'}://${domain.replace(/^\./, '')}${path}`;
    await browser.cookies.remove({ url, name, storeId });
  }
  // It reaches the ordinary profile alone: of a private window, the page's own script clears the rest.
  if (!(await browser.tabs.get(tabId)).incognito) await clearStores(origins, cache);
  return true;
}

async function clearStores(origins: readonly string[], cache: boolean): Promise<void> {
  if (import.meta.env.FIREFOX) {
    const hostnames = origins.map((origin) => new URL(origin).hostname);
    // Firefox knows hosts in the place of origins, and clears no cache by them (MDN, RemovalOptions).
    const options = { hostnames } as Parameters<typeof browser.browsingData.remove>[0];
    const stores = { indexedDB: true, localStorage: true, serviceWorkers: true };
    await browser.browsingData.remove(options, stores);
    return;
  }
  const [first, ...more] = origins;
  if (first === undefined) return;
  await browser.browsingData.remove(
    { origins: [first, ...more] },
    {
      cacheStorage: true,
      fileSystems: true,
      indexedDB: true,
      localStorage: true,
      serviceWorkers: true,
      ...(cache ? { cache: true } : {}),
    },
  );
}

/** A private window has cookies of its own. */
async function storeOf(tabId: number): Promise<string> {
  const stores = await browser.cookies.getAllCookieStores();
  return stores.find(({ tabIds }) => tabIds.includes(tabId))?.id ?? stores[0]?.id ?? '0';
}

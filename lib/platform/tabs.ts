import { browser } from 'wxt/browser';
import type { ScriptPublicPath } from 'wxt/utils/inject-script';
import { HushmapError } from '../core/errors';
import { within } from './within';

export interface TabInfo {
  readonly tabId: number;
  readonly url: string;
  readonly title: string;
}

/** What the browser lets us know of a tab: the URL is empty where nothing was granted. */
export async function readTab(tabId: number): Promise<TabInfo> {
  const tab = await browser.tabs.get(tabId).catch((cause: unknown) => {
    throw new HushmapError('page.gone', [], { cause });
  });
  return { tabId, url: tab.url ?? '', title: tab.title ?? '' };
}

export interface Frame {
  readonly frameId: number;
}

/** Runs a bundled script in the frames that may be reached, and says which those were. */
export async function inject(
  tabId: number,
  file: ScriptPublicPath,
  options: { world?: 'ISOLATED' | 'MAIN'; allFrames?: boolean; frameIds?: number[] } = {},
): Promise<{ readonly frameId: number; readonly result: unknown }[]> {
  try {
    const results = await within(
      browser.scripting.executeScript({
        target: options.frameIds
          ? { tabId, frameIds: options.frameIds }
          : { tabId, allFrames: options.allFrames ?? false },
        files: [file],
        world: options.world ?? 'ISOLATED',
      }),
    );
    return results.map(({ frameId, result }) => ({ frameId, result }));
  } catch (cause) {
    throw refusal(cause);
  }
}

/** The frames that may be reached, and whether a script of ours has left its mark in each. */
export async function framesWith(
  tabId: number,
  mark: string,
): Promise<{ readonly frameId: number; readonly marked: boolean }[]> {
  try {
    const results = await within(
      browser.scripting.executeScript({
        target: { tabId, allFrames: true },
        func: (name: string) => name in globalThis,
        args: [mark],
      }),
    );
    return results.map(({ frameId, result }) => ({ frameId, marked: result === true }));
  } catch (cause) {
    throw refusal(cause);
  }
}

/**
 * The address that a tab's document was opened with, what stands after `:~:` in it as well; null: it
 * may not be asked. A page can change the one that `readTab` gives.
 */
export async function openedWith(tabId: number): Promise<string | null> {
  const results = await within(
    browser.scripting.executeScript({
      target: { tabId },
      func: () => performance.getEntriesByType('navigation')[0]?.name ?? null,
    }),
  ).catch(() => []);
  const [answer] = results;
  return typeof answer?.result === 'string' ? answer.result : null;
}

/** Addresses of all tabs that the browser lets us know: those of hosts that were granted. */
export async function openAddresses(): Promise<string[]> {
  const tabs = await browser.tabs.query({});
  return tabs.flatMap(({ url, incognito }) => (url === undefined || incognito ? [] : [url]));
}

/** Ids of all tabs. Of a page that was not granted, no more than the id is known. */
export const openTabs = async (): Promise<number[]> =>
  (await browser.tabs.query({})).flatMap(({ id }) => (id === undefined ? [] : [id]));

export const reloadTab = (tabId: number): Promise<void> =>
  loaded(tabId, () => browser.tabs.reload(tabId));

/** Opens an address in a tab and waits until it has loaded; `cold`: past the cache, where the tab is there already. */
export async function openInTab(tabId: number, url: string, cold = false): Promise<void> {
  const there = (await readTab(tabId)).url;
  await loaded(tabId, () =>
    withoutHash(there) === withoutHash(url)
      ? browser.tabs.reload(tabId, { bypassCache: cold })
      : browser.tabs.update(tabId, { url }),
  );
}

/** A change of the fragment alone loads nothing. */
const withoutHash = (url: string): string => url.split('#')[0] ?? url;

async function loaded(tabId: number, go: () => Promise<unknown>): Promise<void> {
  const complete = new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer);
      browser.tabs.onUpdated.removeListener(onUpdated);
      browser.tabs.onRemoved.removeListener(onRemoved);
      resolve();
    };
    const onUpdated = (id: number, change: { status?: string }) => {
      if (id === tabId && change.status === 'complete') end();
    };
    const onRemoved = (id: number) => {
      if (id === tabId) end();
    };
    const timer = setTimeout(end, RELOAD_LIMIT_MS);
    browser.tabs.onUpdated.addListener(onUpdated);
    browser.tabs.onRemoved.addListener(onRemoved);
  });
  await go();
  await complete;
}

/** Whether a tab is in a private window. */
export const isPrivate = async (tabId: number): Promise<boolean> =>
  (await browser.tabs.get(tabId)).incognito;

export function onTabRemoved(listener: (tabId: number) => void): void {
  browser.tabs.onRemoved.addListener(listener);
}

/** A page began to load in a tab: what was injected there is gone. */
export function onTabNavigated(listener: (tabId: number) => void): void {
  browser.tabs.onUpdated.addListener((tabId, change) => {
    if (change.status === 'loading') listener(tabId);
  });
}

/** The page of a tab has loaded. */
export function onTabLoaded(listener: (tabId: number) => void): void {
  browser.tabs.onUpdated.addListener((tabId, change) => {
    if (change.status === 'complete') listener(tabId);
  });
}

/** Longer than any page that somebody waits for; then the audit goes on with what has loaded. */
const RELOAD_LIMIT_MS = 30_000;

function refusal(cause: unknown): HushmapError {
  if (cause instanceof HushmapError) return cause;
  const said = cause instanceof Error ? cause.message : '';
  if (/no tab with id|tab was closed|frame.*removed|no frame/i.test(said)) {
    return new HushmapError('page.gone', [], { cause });
  }
  return new HushmapError('page.notAllowed', [], { cause });
}

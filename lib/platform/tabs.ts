import { browser } from 'wxt/browser';
import type { ScriptPublicPath } from 'wxt/utils/inject-script';
import { HushmapError } from '../core/errors';

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
    const results = await browser.scripting.executeScript({
      target: options.frameIds
        ? { tabId, frameIds: options.frameIds }
        : { tabId, allFrames: options.allFrames ?? false },
      files: [file],
      world: options.world ?? 'ISOLATED',
    });
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
    const results = await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: (name: string) => name in globalThis,
      args: [mark],
    });
    return results.map(({ frameId, result }) => ({ frameId, marked: result === true }));
  } catch (cause) {
    throw refusal(cause);
  }
}

export async function reloadTab(tabId: number): Promise<void> {
  const loaded = new Promise<void>((resolve) => {
    const onUpdated = (id: number, change: { status?: string }) => {
      if (id !== tabId || change.status !== 'complete') return;
      browser.tabs.onUpdated.removeListener(onUpdated);
      resolve();
    };
    browser.tabs.onUpdated.addListener(onUpdated);
    setTimeout(() => {
      browser.tabs.onUpdated.removeListener(onUpdated);
      resolve();
    }, RELOAD_LIMIT_MS);
  });
  await browser.tabs.reload(tabId);
  await loaded;
}

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
  const said = cause instanceof Error ? cause.message : '';
  if (/no tab with id|tab was closed|frame.*removed|no frame/i.test(said)) {
    return new HushmapError('page.gone', [], { cause });
  }
  return new HushmapError('page.notAllowed', [], { cause });
}

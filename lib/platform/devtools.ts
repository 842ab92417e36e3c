import { browser } from 'wxt/browser';

/** The DevTools panel's view of the one tab that it inspects. */
export const inspectedTabId = (): number => browser.devtools.inspectedWindow.tabId;

/** `dark` or `default`, as the person set DevTools. */
export function devtoolsTheme(): 'dark' | 'light' {
  return browser.devtools.panels.themeName === 'dark' ? 'dark' : 'light';
}

export function registerPanel(title: string, page: string): void {
  // The types want names of pages that are only known after the build has named them.
  void browser.devtools.panels.create(title, '', page);
}

/** Evaluates an expression of ours in the inspected page's own world; null where it failed. */
export function evaluateInPage(expression: string): Promise<unknown> {
  return new Promise((resolve) => {
    chrome.devtools.inspectedWindow.eval(expression, (value: unknown, failed: unknown) =>
      resolve(failed ? null : value),
    );
  });
}

/**
 * Selects an element in the Elements panel. The selector crosses shadow roots with ` >>> `; it runs
 * where our content script runs, so that closed roots are reached too.
 */
export async function revealInElements(selector: string): Promise<boolean> {
  const find = `(() => {
    let root = document;
    let found = null;
    for (const part of ${JSON.stringify(selector)}.split(' >>> ')) {
      if (!root) return false;
      found = root.querySelector(part);
      if (!found) return false;
      root = globalThis.chrome?.dom?.openOrClosedShadowRoot?.(found) ?? found.shadowRoot;
    }
    inspect(found);
    return true;
  })()`;
  return new Promise((resolve) => {
    chrome.devtools.inspectedWindow.eval(
      find,
      { useContentScriptContext: true },
      (value: unknown, failed: unknown) => {
        if (!failed) resolve(value === true);
        else void evaluateInPage(find).then((again) => resolve(again === true));
      },
    );
  });
}

/** The inspected tab shows another document. */
export function onInspectedNavigation(listener: () => void, signal: AbortSignal): void {
  browser.devtools.network.onNavigated.addListener(listener);
  signal.addEventListener('abort', () =>
    browser.devtools.network.onNavigated.removeListener(listener),
  );
}

/** What DevTools' network log says of a request: no body, no header, no value. */
export interface LoggedRequest {
  readonly time: number;
  readonly method: string;
  readonly url: string;
  readonly bytes: number | null;
}

/** Tells every finished request of the inspected page. It also sees the extension's own: left out. */
export function onRequestFinished(listener: (request: LoggedRequest) => void): void {
  const own = browser.runtime.getURL('/');
  chrome.devtools.network.onRequestFinished.addListener((entry) => {
    const { method, url, bodySize } = entry.request;
    if (url.startsWith(own) || !/^(https?|wss?):/.test(url)) return;
    const time = new Date(entry.startedDateTime).getTime();
    listener({ time, method, url, bytes: bodySize > 0 ? Math.round(bodySize) : null });
  });
}

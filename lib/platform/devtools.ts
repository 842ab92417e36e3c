import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { LoggedBody } from '../wire/logged-request';
import { within } from './within';

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

/**
 * Evaluates an expression of ours in the inspected page's own world; null where it failed.
 *
 * @throws HushmapError `page.silent` where the page does not come to an end with it
 */
export function evaluateInPage(expression: string): Promise<unknown> {
  return within(
    new Promise((resolve) => {
      chrome.devtools.inspectedWindow.eval(expression, (value: unknown, failed: unknown) =>
        resolve(failed ? null : value),
      );
    }),
  );
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
        else {
          evaluateInPage(find).then(
            (again) => resolve(again === true),
            () => resolve(false),
          );
        }
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

/** What DevTools' network log says of a request. It is for reading: nothing of it may be kept. */
export interface LoggedRequest extends LoggedBody {
  /** When it began, milliseconds since the epoch. */
  readonly time: number;
  /** How long it took, milliseconds. */
  readonly duration: number;
  /** As the DevTools protocol names it: `xhr`, `script`; empty: not told. */
  readonly resourceType: string;
  /** The script that caused it, or the kind of cause (`parser`); empty: not told. */
  readonly initiator: string;
}

/** Tells every finished request of the inspected page. It also sees the extension's own: left out. */
export function onRequestFinished(
  listener: (request: LoggedRequest) => void,
  signal?: AbortSignal,
): void {
  const own = browser.runtime.getURL('/');
  const onFinished: RequestListener = (entry) => {
    const { method, url, bodySize, headers, postData } = entry.request;
    if (url.startsWith(own) || !/^(https?|wss?):/.test(url)) return;
    listener({
      time: new Date(entry.startedDateTime).getTime(),
      duration: Math.max(0, entry.time),
      method,
      url,
      headers: headers.map(({ name, value }) => ({ name, value })),
      text: postData?.text,
      bodySize,
      ...causeOf(entry),
    });
  };
  const { onRequestFinished: finished } = chrome.devtools.network;
  finished.addListener(onFinished);
  signal?.addEventListener('abort', () => finished.removeListener(onFinished));
}

type RequestListener = Parameters<typeof chrome.devtools.network.onRequestFinished.addListener>[0];

/** Chromium's own remarks in a log's entry; other browsers have none. */
function causeOf(entry: object): Pick<LoggedRequest, 'resourceType' | 'initiator'> {
  const told = v.safeParse(RemarksSchema, entry);
  if (!told.success) return { resourceType: '', initiator: '' };
  const { _resourceType: resourceType = '', _initiator: by } = told.output;
  const script = by?.url ?? by?.stack?.callFrames?.find(({ url }) => url !== '')?.url;
  return { resourceType, initiator: script ?? by?.type ?? '' };
}

const RemarksSchema = v.object({
  _resourceType: v.optional(v.string()),
  _initiator: v.optional(
    v.object({
      type: v.optional(v.string()),
      url: v.optional(v.string()),
      stack: v.optional(
        v.object({ callFrames: v.optional(v.array(v.object({ url: v.string() }))) }),
      ),
    }),
  ),
});

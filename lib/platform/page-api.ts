import type { browser as Api } from 'wxt/browser';

/**
 * The browser's own API, without the polyfill around it, for what runs in pages too: a script there
 * needs no more than messages, and pays for every byte on every frame. Only what both browsers offer
 * in the same form may be used: events with callbacks, and calls that give promises.
 */
export const pageApi = (): typeof Api => {
  // Firefox has both.
  const scope = globalThis as { readonly browser?: typeof Api; readonly chrome?: typeof Api };
  const api = scope.browser?.runtime?.id === undefined ? scope.chrome : scope.browser;
  if (api === undefined) throw new Error('There is no extension API here.');
  return api;
};

import { browser } from 'wxt/browser';

/** Whether the extension that injected this script still runs: after a reload, its scripts stay behind. */
export function isAlive(): boolean {
  try {
    return browser.runtime?.id !== undefined;
  } catch {
    // Firefox takes the API itself away.
    return false;
  }
}

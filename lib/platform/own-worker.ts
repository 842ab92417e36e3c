import type { PublicPath } from 'wxt/browser';
import { browser } from 'wxt/browser';

/** A worker whose script is part of the extension. */
export const startOwnWorker = (path: PublicPath): Worker =>
  new Worker(browser.runtime.getURL(path));

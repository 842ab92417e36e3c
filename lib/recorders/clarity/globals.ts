import type { Json } from '../json';
import { type GlobalsReader, get } from '../read-page';

/** `clarity` is a queue until its script has come; `__clr` is there once it records. */
export const readGlobals: GlobalsReader = (page): Json => {
  const queue = typeof get(page, 'clarity') === 'function';
  const running = typeof get(page, '__clr') === 'object' && get(page, '__clr') !== null;
  return queue || running ? { running } : null;
};

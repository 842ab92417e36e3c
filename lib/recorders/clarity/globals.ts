import type { Json } from '../json';
import { asText, type GlobalsReader, get } from '../read-page';

/**
 * `clarity` is a queue before its script has come and after it has stopped; in between it has a
 * version. `__clr` is there once it has recorded. Its options are not to be seen.
 */
export const readGlobals: GlobalsReader = (page): Json => {
  const api = get(page, 'clarity');
  const isApi = typeof api === 'function';
  const version = isApi ? asText(get(api, 'v'), 40) : null;
  const wraps = get(page, '__clr');
  const hasRun = typeof wraps === 'object' && wraps !== null;
  if (!isApi && !hasRun) return null;
  // A page that bundles Clarity has no such function until it stops.
  return { version, hasRun, running: hasRun && (!isApi || version !== null) };
};

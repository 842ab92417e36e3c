import type { Json } from '../json';
import { readNatives } from '../natives';
import { at, type GlobalsReader, versionIn } from '../read-page';

/**
 * rrweb keeps its options to itself. What shows are its library, where a page put it on `window`,
 * and the browser functions that it has wrapped.
 */
export const readGlobals: GlobalsReader = (page): Json => {
  const library =
    typeof at(page, 'rrweb', 'record') === 'function' ||
    typeof at(page, 'rrwebRecord', 'record') === 'function' ||
    typeof at(page, 'rrwebRecord') === 'function';
  const natives = readNatives(page);
  return { library, version: versionIn(at(page, 'rrweb', 'version')), natives };
};

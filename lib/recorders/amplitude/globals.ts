import type { Json } from '../json';
import { type GlobalsReader, get } from '../read-page';

/** The stand-alone script leaves `sessionReplay`; an imported module leaves nothing on `window`. */
export const readGlobals: GlobalsReader = (page): Json => {
  const replay = get(page, 'sessionReplay');
  return typeof get(replay, 'getSessionReplayProperties') === 'function'
    ? { standAlone: true }
    : null;
};

import type { Json } from '../json';
import { ask, firstText, type GlobalsReader, get } from '../read-page';

/** Highlight shares its code base and leaves `LDRecord` as well, beside its own `H`. */
export const readGlobals: GlobalsReader = (page): Json => {
  const client = get(page, 'LDRecord');
  if (typeof client !== 'object' || client === null) return null;
  if (typeof get(get(page, 'H'), 'getSessionURL') === 'function') return null;
  return { state: firstText(ask(client, 'getRecordingState')) };
};

import { backendsIn, readOptions } from '../highlight/globals';
import type { Json } from '../json';
import { ask, firstText, type GlobalsReader, get, versionIn } from '../read-page';

/**
 * Highlight shares its code base and leaves `LDRecord` as well, beside its own `H`. The recorder
 * behind it keeps the options that it was given, and the version of highlight.run that it is.
 */
export const readGlobals: GlobalsReader = (page): Json => {
  const client = get(page, 'LDRecord');
  if (typeof client !== 'object' || client === null) return null;
  if (typeof get(get(page, 'H'), 'getSessionURL') === 'function') return null;
  const recorder = get(client, '_sdk');
  return {
    state: firstText(ask(client, 'getRecordingState')),
    version: versionIn(get(recorder, 'firstloadVersion')),
    options: readOptions(page, get(recorder, 'options')),
    addresses: backendsIn(get(recorder, 'options')),
  };
};

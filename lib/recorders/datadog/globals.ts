import type { Json } from '../json';
import { ask, firstText, type GlobalsReader, get } from '../read-page';

/** `DD_RUM` tells its version and the options that it was started with. */
export const readGlobals: GlobalsReader = (page): Json => {
  const rum = get(page, 'DD_RUM');
  if (typeof rum !== 'object' || rum === null) return null;
  const options = ask(rum, 'getInitConfiguration');
  const rate = get(options, 'sessionReplaySampleRate');
  return {
    version: firstText(get(rum, 'version')),
    started: typeof options === 'object' && options !== null,
    defaultPrivacyLevel: firstText(get(options, 'defaultPrivacyLevel')),
    sessionReplaySampleRate: typeof rate === 'number' ? rate : null,
  };
};

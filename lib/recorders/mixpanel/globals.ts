import type { Json } from '../json';
import {
  addressesIn,
  ask,
  at,
  type GlobalsReader,
  get,
  shareIn,
  toJson,
  versionIn,
} from '../read-page';
import { OPTION_NAMES } from './options';

/** `__mp_recorder` is there once the recorder's code is, whether it records or not. */
export const readGlobals: GlobalsReader = (page): Json => {
  const library = get(page, 'mixpanel');
  const config = get(library, 'config');
  const recorder = typeof get(page, '__mp_recorder') === 'function';
  const percent = get(config, 'record_sessions_percent');
  if (!recorder && !(typeof percent === 'number' && percent > 0)) return null;
  const replayId = at(ask(library, 'get_session_recording_properties'), '$mp_replay_id');
  const has = typeof config === 'object' && config !== null;
  return {
    version: versionIn(get(ask(at(library, '_', 'info'), 'properties'), '$lib_version')),
    recorder,
    // docs.mixpanel.com/docs/tracking-methods/sdks/javascript/javascript-replay
    rate: shareIn(percent, 100),
    addresses: addressesIn(get(config, 'api_host')),
    recording: typeof replayId === 'string' ? true : has ? false : null,
    options: has
      ? toJson(Object.fromEntries(OPTION_NAMES.map((name) => [name, get(config, name)])))
      : null,
  };
};

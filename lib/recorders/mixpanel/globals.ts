import type { Json } from '../json';
import { ask, at, firstText, type GlobalsReader, get } from '../read-page';

/** `__mp_recorder` is there once the recorder's code is, whether it records or not. */
export const readGlobals: GlobalsReader = (page): Json => {
  const library = get(page, 'mixpanel');
  const recorder = typeof get(page, '__mp_recorder') === 'function';
  const percent = at(library, 'config', 'record_sessions_percent');
  if (!recorder && !(typeof percent === 'number' && percent > 0)) return null;
  const replayId = at(ask(library, 'get_session_recording_properties'), '$mp_replay_id');
  return {
    version: firstText(at(library, 'LIB_VERSION'), at(library, 'config', 'LIB_VERSION')),
    recorder,
    recording: typeof replayId === 'string' ? true : null,
  };
};

import type { PageFacts } from '../../protocol/audit';
import type { RecorderState } from '../../protocol/recorders';
import { seen } from '../detecting';
import { asVersion, isObject } from '../json';
import { type Signs, signsOf } from '../sightings';
import { defaultsOf } from './defaults';
import { ALLOWLIST } from './options';

/**
 * Datadog RUM with the options of its init call over the defaults of its version. Options that
 * Datadog's servers may still change are not called read.
 */
export function detect(facts: PageFacts): RecorderState | null {
  const signs = signsOf('datadog', facts);
  const { globals } = signs;
  if (!globals && !signs.script && !signs.sent && !signs.stored) return null;
  const version = asVersion(globals?.version);
  const state = seen('datadog', defaultsOf(version), { recording: isRecording(signs), version });
  const given = globals?.options;
  if (!isObject(given)) return state;
  const allowlist = globals?.allowlist ?? null;
  return {
    ...state,
    optionSource: globals?.remote === true ? 'default' : 'read',
    options: {
      ...state.options,
      ...given,
      ...(allowlist === null ? {} : { [ALLOWLIST]: allowlist }),
    },
  };
}

/** RUM can run without replay. */
function isRecording({ globals, sent }: Signs): boolean | null {
  if (globals?.replayLink === 'recording') return true;
  if (globals?.replayLink === 'none') return false;
  if (sent) return true;
  return globals?.started === false || globals?.sessionReplaySampleRate === 0 ? false : null;
}

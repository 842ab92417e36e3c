import type { PageFacts } from '../../protocol/audit';
import type { RecorderState } from '../../protocol/recorders';
import { seen } from '../detecting';
import { signsOf } from '../sightings';
import { DEFAULT_OPTIONS, DEFAULT_OPTIONS_V6 } from './defaults';

/** RUM can run without replay; its sample rate and its traffic tell whether it records. */
export function detect(facts: PageFacts): RecorderState | null {
  const { globals, script, sent, stored } = signsOf('datadog', facts);
  if (!globals && !script && !sent && !stored) return null;
  const defaults =
    typeof globals?.version === 'string' && /^[1-6]\./.test(globals.version)
      ? DEFAULT_OPTIONS_V6
      : DEFAULT_OPTIONS;
  const level = globals?.defaultPrivacyLevel;
  const off = globals?.started === false || globals?.sessionReplaySampleRate === 0;
  const state = seen('datadog', defaults, {
    recording: sent ? true : off ? false : null,
    version: globals?.version,
  });
  return typeof level === 'string'
    ? { ...state, optionSource: 'read', options: { defaultPrivacyLevel: level } }
    : state;
}

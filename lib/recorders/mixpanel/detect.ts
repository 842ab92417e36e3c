import type { PageFacts } from '../../protocol/audit';
import type { RecorderState } from '../../protocol/recorders';
import { isRrwebRunning, seen } from '../detecting';
import { asBoolean, isObject } from '../json';
import { signsOf } from '../sightings';
import { DEFAULT_OPTIONS } from './defaults';
import { effectiveOptions } from './options';

/** Bundles carry the recorder's code even where recording is off. */
export function detect(facts: PageFacts): RecorderState | null {
  const { globals, script, sent } = signsOf('mixpanel', facts);
  if (!globals && !script && !sent) return null;
  const off = !sent && isRrwebRunning(facts) === false;
  const state = seen('mixpanel', DEFAULT_OPTIONS, {
    recording: asBoolean(globals?.recording) ?? (sent ? true : off ? false : null),
    version: globals?.version,
  });
  const read = globals?.options;
  return isObject(read)
    ? { ...state, optionSource: 'read', options: effectiveOptions(read) }
    : state;
}

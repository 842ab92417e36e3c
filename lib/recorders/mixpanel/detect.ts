import type { PageFacts } from '../../protocol/audit';
import type { RecorderState } from '../../protocol/recorders';
import { isRrwebRunning, seen } from '../detecting';
import { asBoolean } from '../json';
import { signsOf } from '../sightings';
import { DEFAULT_OPTIONS } from './defaults';

/** Bundles carry the recorder's code even where recording is off. */
export function detect(facts: PageFacts): RecorderState | null {
  const { globals, script, sent } = signsOf('mixpanel', facts);
  if (!globals && !script && !sent) return null;
  const off = !sent && isRrwebRunning(facts) === false;
  return seen('mixpanel', DEFAULT_OPTIONS, {
    recording: sent || asBoolean(globals?.recording) ? true : off ? false : null,
    version: globals?.version,
  });
}

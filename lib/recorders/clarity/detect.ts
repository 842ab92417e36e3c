import type { PageFacts } from '../../protocol/audit';
import type { RecorderState } from '../../protocol/recorders';
import { seen } from '../detecting';
import { signsOf } from '../sightings';
import { DEFAULT_OPTIONS } from './defaults';

export function detect(facts: PageFacts): RecorderState | null {
  const { globals, script, sent, stored } = signsOf('clarity', facts);
  if (!globals && !script && !sent && !stored) return null;
  return seen('clarity', DEFAULT_OPTIONS, {
    recording: sent || globals?.running === true ? true : null,
  });
}

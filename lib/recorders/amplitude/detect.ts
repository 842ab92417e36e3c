import type { PageFacts } from '../../protocol/audit';
import type { RecorderState } from '../../protocol/recorders';
import { isRrwebRunning, seen } from '../detecting';
import { signsOf } from '../sightings';
import { DEFAULT_OPTIONS } from './defaults';

export function detect(facts: PageFacts): RecorderState | null {
  const { globals, script, sent, stored } = signsOf('amplitude', facts);
  if (!globals && !script && !sent && !stored) return null;
  const off = !sent && isRrwebRunning(facts) === false;
  return seen('amplitude', DEFAULT_OPTIONS, { recording: sent ? true : off ? false : null });
}

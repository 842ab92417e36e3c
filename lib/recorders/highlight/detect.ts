import type { PageFacts } from '../../protocol/audit';
import type { RecorderState } from '../../protocol/recorders';
import { seen } from '../detecting';
import { signsOf } from '../sightings';
import { DEFAULT_OPTIONS } from './defaults';

export function detect(facts: PageFacts): RecorderState | null {
  const { globals, script, sent, stored } = signsOf('highlight', facts);
  if (!globals && !script && !sent && !stored) return null;
  const state = globals?.state;
  const told = typeof state === 'string' ? state === 'Recording' : null;
  return seen('highlight', DEFAULT_OPTIONS, { recording: told ?? (sent ? true : null) });
}

import type { PageFacts } from '../../protocol/audit';
import type { RecorderState } from '../../protocol/recorders';
import { seen } from '../detecting';
import { asBoolean } from '../json';
import { signsOf } from '../sightings';
import { DEFAULT_OPTIONS } from './defaults';

export function detect(facts: PageFacts): RecorderState | null {
  const { globals, script, sent, stored } = signsOf('openreplay', facts);
  if (!globals && !script && !sent && !stored) return null;
  return seen('openreplay', DEFAULT_OPTIONS, {
    recording: asBoolean(globals?.active) ?? (sent ? true : null),
    version: globals?.version,
  });
}

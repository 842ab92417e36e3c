import type { PageFacts } from '../../protocol/audit';
import type { RecorderState } from '../../protocol/recorders';
import { seen } from '../detecting';
import { signsOf } from '../sightings';
import { DEFAULT_OPTIONS } from './defaults';

/** Clarity with the mode that a project starts with: the page does not show what it runs with. */
export function detect(facts: PageFacts): RecorderState | null {
  const { globals, script, sent, stored } = signsOf('clarity', facts);
  if (!globals && !script && !sent && !stored) return null;
  const hasStopped = globals?.hasRun === true && globals.running === false;
  return seen('clarity', DEFAULT_OPTIONS, {
    recording: hasStopped ? false : sent || globals?.running === true ? true : null,
    version: globals?.version,
  });
}

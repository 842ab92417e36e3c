import type { PageFacts } from '../../protocol/audit';
import type { RecorderState } from '../../protocol/recorders';
import { isRrwebRunning, seen } from '../detecting';
import { signsOf } from '../sightings';
import { DEFAULT_OPTIONS } from './defaults';

/**
 * rrweb by itself, whose options nobody can read. What is built on rrweb shows the same signs, so
 * `detectRecorders` decides whose they are.
 */
export function detect(facts: PageFacts): RecorderState | null {
  const { globals, script } = signsOf('rrweb', facts);
  const running = isRrwebRunning(facts);
  if (globals?.library !== true && !script && running !== true) return null;
  return seen('rrweb', DEFAULT_OPTIONS, { recording: running, version: globals?.version });
}

/** Whether a script of rrweb's own was loaded, which no recorder built on it does. */
export const hasOwnScript = (facts: PageFacts): boolean => signsOf('rrweb', facts).script;

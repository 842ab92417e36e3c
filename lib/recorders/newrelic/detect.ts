import type { PageFacts } from '../../protocol/audit';
import type { RecorderState } from '../../protocol/recorders';
import { isRrwebRunning, seen } from '../detecting';
import { isObject } from '../json';
import { signsOf } from '../sightings';
import { DEFAULT_OPTIONS } from './defaults';

/** The agent counts only where its Session Replay is switched on, or may be. */
export function detect(facts: PageFacts): RecorderState | null {
  const { globals, script, sent } = signsOf('newrelic', facts);
  const unreadable = globals !== null && globals.enabled === null && isRrwebRunning(facts) === true;
  if (globals?.enabled !== true && !script && !sent && !unreadable) return null;
  const mode = globals?.mode;
  const byMode = typeof mode === 'number' ? mode > 0 : null;
  const state = seen('newrelic', DEFAULT_OPTIONS, {
    recording: sent ? true : byMode,
    version: globals?.version,
  });
  const read = globals?.options;
  // On a page the agent's getters give what is in effect, its own selectors among it.
  return isObject(read) ? { ...state, optionSource: 'read', options: { ...read } } : state;
}

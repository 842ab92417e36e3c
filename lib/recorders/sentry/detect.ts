import type { PageFacts } from '../../protocol/audit';
import type { RecorderState } from '../../protocol/recorders';
import { isRrwebRunning, seen } from '../detecting';
import { asBoolean, isObject } from '../json';
import { signsOf } from '../sightings';
import { DEFAULT_OPTIONS } from './defaults';

/**
 * Sentry's SDK is on many pages without Replay, so the SDK alone is no sign of a recorder, unless
 * its integrations can't be read while something built on rrweb runs.
 */
export function detect(facts: PageFacts): RecorderState | null {
  const { globals, script, stored } = signsOf('sentry', facts);
  const unreadable = globals !== null && globals.client !== true && isRrwebRunning(facts) === true;
  if (globals?.replay !== true && !script && !stored && !unreadable) return null;
  const state = seen('sentry', DEFAULT_OPTIONS, {
    recording: asBoolean(globals?.enabled) ?? (isRrwebRunning(facts) === false ? false : null),
    version: globals?.version,
  });
  const read = globals?.options;
  if (!isObject(read)) return state;
  const breadcrumbs = globals?.breadcrumbs !== false;
  return { ...state, optionSource: 'read', options: { ...DEFAULT_OPTIONS, ...read, breadcrumbs } };
}

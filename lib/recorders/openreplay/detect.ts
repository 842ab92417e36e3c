import type { PageFacts } from '../../protocol/audit';
import type { RecorderState } from '../../protocol/recorders';
import { seen } from '../detecting';
import { asBoolean, isObject } from '../json';
import { signsOf } from '../sightings';
import { DEFAULT_OPTIONS } from './defaults';

/** The tracker with the options that it was given over its defaults, where it can be read. */
export function detect(facts: PageFacts): RecorderState | null {
  const { globals, script, sent, stored } = signsOf('openreplay', facts);
  if (!globals && !script && !sent && !stored) return null;
  const state = seen('openreplay', DEFAULT_OPTIONS, {
    recording: asBoolean(globals?.active) ?? (sent ? true : null),
    version: globals?.version,
  });
  const given = globals?.options;
  return isObject(given)
    ? { ...state, optionSource: 'read', options: { ...state.options, ...given } }
    : state;
}

import type { PageFacts } from '../../protocol/audit';
import type { RecorderState } from '../../protocol/recorders';
import { seen } from '../detecting';
import { isObject } from '../json';
import { signsOf } from '../sightings';
import { DEFAULT_OPTIONS } from './defaults';

/** Highlight, with the options of its init call over its defaults where they can be read. */
export function detect(facts: PageFacts): RecorderState | null {
  const { globals, script, sent, stored } = signsOf('highlight', facts);
  if (!globals && !script && !sent && !stored) return null;
  const told = typeof globals?.state === 'string' ? globals.state === 'Recording' : null;
  const state = seen('highlight', DEFAULT_OPTIONS, { recording: told ?? (sent ? true : null) });
  return withOptions(state, globals?.options);
}

/** A state with the options that were read from the page, over the defaults that it has. */
export function withOptions(state: RecorderState, read: unknown): RecorderState {
  return isObject(read)
    ? { ...state, optionSource: 'read', options: { ...state.options, ...read } }
    : state;
}

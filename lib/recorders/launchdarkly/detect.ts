import type { PageFacts } from '../../protocol/audit';
import type { RecorderState } from '../../protocol/recorders';
import { seen } from '../detecting';
import { withOptions } from '../highlight/detect';
import { signsOf } from '../sightings';
import { DEFAULT_OPTIONS } from './defaults';

/** LaunchDarkly's session replay, with the options of its plugin where they can be read. */
export function detect(facts: PageFacts): RecorderState | null {
  const { globals, script, sent, stored } = signsOf('launchdarkly', facts);
  if (!globals && !script && !sent && !stored) return null;
  const told = typeof globals?.state === 'string' ? globals.state === 'Recording' : null;
  const state = seen('launchdarkly', DEFAULT_OPTIONS, {
    recording: told ?? (sent ? true : null),
    version: globals?.version,
  });
  return withOptions(state, globals?.options);
}

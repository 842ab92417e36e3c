import type { PageFacts } from '../../protocol/audit';
import type { RecorderState } from '../../protocol/recorders';
import { isRrwebRunning, seen } from '../detecting';
import { asBoolean, asVersion, isObject } from '../json';
import { signsOf } from '../sightings';
import { DEFAULT_OPTIONS } from './defaults';
import { effectiveOptions, isSettled } from './options';

/**
 * PostHog with the options that it runs with: `read` where both sides of them are known, those of
 * the init call and those of the project, else its defaults with what the init call says.
 */
export function detect(facts: PageFacts): RecorderState | null {
  const { globals, script, sent, stored } = signsOf('posthog', facts);
  if (!globals && !script && !sent && !stored) return null;
  if (globals?.instance !== true) {
    return seen('posthog', DEFAULT_OPTIONS, {
      recording: sent ? true : isRrwebRunning(facts) === false ? false : null,
    });
  }
  const read = {
    client: isObject(globals.client) ? globals.client : {},
    server: isObject(globals.server) ? globals.server : null,
    config: isObject(globals.config) ? globals.config : {},
  };
  return {
    id: 'posthog',
    detected: true,
    recording: asBoolean(globals.started) ?? (sent ? true : null),
    version: asVersion(globals.version),
    optionSource: isSettled(read) ? 'read' : 'default',
    options: effectiveOptions(read),
  };
}

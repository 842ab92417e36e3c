import type { RecorderState } from '../../protocol/recorders';
import { isObject } from '../json';
import { effectiveOptions } from './options';

/**
 * PostHog as it would run with given options of `posthog.init`: with `session_recording` in them,
 * or its fields alone. Project settings are not known, so the client's and the defaults count.
 */
export function assume(options?: Readonly<Record<string, unknown>>): RecorderState {
  const nested = options?.session_recording;
  return {
    id: 'posthog',
    detected: false,
    recording: null,
    version: null,
    optionSource: options ? 'entered' : 'default',
    options: effectiveOptions({
      client: isObject(nested) ? nested : (options ?? {}),
      server: null,
      config: options ?? {},
    }),
  };
}

import type { PageFacts } from '../protocol/audit';
import type { RecorderId, RecorderState } from '../protocol/recorders';
import { asVersion, isObject } from './json';

/** A recorder that was seen, with its documented defaults where its options can't be read. */
export function seen(
  id: RecorderId,
  defaults: Readonly<Record<string, unknown>>,
  found: { recording: boolean | null; version?: unknown },
): RecorderState {
  return {
    id,
    detected: true,
    recording: found.recording,
    version: asVersion(found.version),
    optionSource: 'default',
    options: { ...defaults },
  };
}

/** A recorder that was chosen to predict for, though the page has none. */
export function assumed(
  id: RecorderId,
  defaults: Readonly<Record<string, unknown>>,
  options: Readonly<Record<string, unknown>> | undefined,
): RecorderState {
  return {
    id,
    detected: false,
    recording: null,
    version: null,
    optionSource: options ? 'entered' : 'default',
    options: { ...defaults, ...options },
  };
}

/**
 * Whether the browser's functions are wrapped as rrweb and what is built on it wrap them while they
 * record; null: the page's world could not be read.
 */
export function isRrwebRunning(facts: PageFacts): boolean | null {
  const traces = Object.hasOwn(facts.globals, 'rrweb') ? facts.globals.rrweb : null;
  const natives = isObject(traces) ? traces.natives : null;
  if (!isObject(natives)) return null;
  return (
    natives.rrwebOriginal === true ||
    (natives.attachShadow === true && natives.valueSetter === true)
  );
}

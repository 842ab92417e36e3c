import type { RecorderId, RecorderState } from '../protocol/recorders';
import { assumeRecorder } from '../recorders';
import type { RecorderOptions } from './options';

/**
 * The recorders that a page is judged by: those on it, or those that were named. Options that were
 * entered replace what the page says of itself. A page without a recorder is judged by PostHog's
 * documented defaults, and needs proof at best.
 */
export function chooseRecorders(
  detected: readonly RecorderState[],
  { recorders, also = [], options }: RecorderOptions,
): RecorderState[] {
  const entered = Object.keys(options).filter((id): id is RecorderId => id in options);
  const wanted = [...(recorders ?? [...detected.map(({ id }) => id), ...entered]), ...also];
  const ids = wanted.length > 0 ? [...new Set(wanted)] : (['posthog'] as const);
  return ids.map((id) => {
    const seen = detected.find((state) => state.id === id);
    const given = options[id];
    if (!given) return seen ?? assumeRecorder(id);
    const state = assumeRecorder(id, given);
    return seen
      ? { ...state, detected: true, recording: seen.recording, version: seen.version }
      : state;
  });
}

/** Whether somebody said on the command line what this recorder runs with. */
export const isStated = (
  { id, detected, optionSource }: RecorderState,
  { recorders, also = [] }: RecorderOptions,
): boolean => {
  const isNamed = recorders?.includes(id) === true || also.includes(id);
  return optionSource === 'entered' || (!detected && isNamed);
};

import type { RecorderId } from '../../protocol/recorders';
import type { Walk } from '../../protocol/walk/walk';
import { activityOf } from '../activity';
import { stepOf } from './steps';
import { tracesOf } from './trace';

export interface Flush {
  /** Milliseconds that it had been recording when consent was given. */
  readonly startedBefore: number;
  /** Milliseconds from the consent to the first recording. */
  readonly sentAfter: number;
  /** When it began, milliseconds since the epoch. */
  readonly at: number;
}

/**
 * A recorder that begins before the choice, keeps what it records, and sends it as soon as consent is
 * given. No request of that time shows it; its beginning does. Null: it was not seen.
 */
export function flushed(recorder: RecorderId, walk: Walk, within: number): Flush | null {
  for (const trace of tracesOf(walk)) {
    const { choiceAt } = trace.step;
    if (trace.decided !== 'granted' || choiceAt === null) continue;
    const sent = activityOf(recorder, trace.timeline).find(({ what }) => what === 'ingest');
    if (sent === undefined || sent.t - choiceAt > within) continue;
    // A time line that goes on through the choice has the beginning itself, one that is cut has not.
    const earlier = [trace.step, stepOf(trace.scenario, 'before')].flatMap(
      (step) => step?.timeline.events ?? [],
    );
    const began = earlier.find(
      (event) =>
        event.kind === 'recorder' &&
        event.recorder === recorder &&
        event.what === 'started' &&
        event.t < choiceAt,
    );
    if (began === undefined) continue;
    return { startedBefore: choiceAt - began.t, sentAfter: sent.t - choiceAt, at: began.t };
  }
  return null;
}

import { type Message, message } from '../../core/message';
import type { RecorderId } from '../../protocol/recorders';
import { type Activity, activityOf, describeActivity } from '../activity';
import { placeOf } from './tell';
import type { StepTrace } from './trace';

/** Something that a recorder did in a step, and how long after the step's choice or beginning. */
export interface Deed {
  readonly trace: StepTrace;
  readonly what: Activity['what'];
  readonly t: number;
  /** Milliseconds. */
  readonly after: number;
}

/** What one recorder did in these steps, the gravest kind first, and of a kind the earliest first. */
export function deedsOf(recorder: RecorderId, traces: readonly StepTrace[]): readonly Deed[] {
  const deeds = traces.flatMap((trace) =>
    activityOf(recorder, trace.timeline).map(({ what, t }) => ({
      ...{ trace, what, t },
      after: t - trace.from,
    })),
  );
  return deeds.toSorted((a, b) => GRAVITY[a.what] - GRAVITY[b.what] || a.after - b.after);
}

const GRAVITY: Readonly<Record<Activity['what'], number>> = {
  ingest: 0,
  started: 1,
  analytics: 2,
  storage: 3,
};

/** Which sentence tells of a deed. */
export const FORM_OF = {
  ingest: 'failIngest',
  started: 'failStarted',
  analytics: 'failTraces',
  storage: 'failTraces',
} as const satisfies Record<Activity['what'], string>;

/** Whether it records, and does not only leave traces. */
export const records = ({ what }: Deed): boolean => what === 'ingest' || what === 'started';

/** The first deed with its evidence, then the other places and how many there are. */
export function describeDeeds(recorder: RecorderId, deeds: readonly Deed[]): readonly Message[] {
  const [first] = deeds;
  if (first === undefined) return [];
  const { trace } = first;
  const places = new Map(deeds.map((deed) => [deed.trace, placeOf(deed.trace)]));
  places.delete(trace);
  const count = (what: Activity['what']) => deeds.filter((deed) => deed.what === what).length;
  return [
    placeOf(trace),
    ...describeActivity(activityOf(recorder, trace.timeline), trace.timeline),
    ...[...places.values()].slice(0, 4),
    message('consent.walk.deeds', count('ingest'), count('analytics'), count('storage')),
  ];
}

/** Seconds with one decimal; a moment that is not before another is at least a tenth. */
export const inSeconds = (ms: number): string => Math.max(0.1, Math.abs(ms) / 1_000).toFixed(1);

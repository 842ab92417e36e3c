import type { RecorderId } from '../../protocol/recorders';
import type { WalkStep } from '../../protocol/walk/step';
import { activityOf } from '../activity';
import { recordersIn } from '../attribute';
import type { ConsentWalkPolicy } from '../walk-policy';
import type { StepTrace } from './trace';
import { isKnownAnalytics, isNeeded, kindOfTraffic, ownerOf } from './traffic';

/** Names that are stored at a step's end and known to be there for a recorder, analytics or ads. */
export function remainsOf(step: WalkStep, policy: ConsentWalkPolicy): readonly string[] {
  const names = [...step.cookies, ...step.stored]
    .filter((one) => !isNeeded(one, policy))
    .filter(({ name, recorder }) => recorder !== null || isKnownAnalytics(name))
    .map(({ name }) => name);
  return [...new Set(names)];
}

/** The last step of each run: a recorder that samples leaves its names in some runs alone. */
export const endsOf = (traces: readonly StepTrace[]): readonly StepTrace[] =>
  traces.filter((trace, index) => trace.scenario !== traces[index + 1]?.scenario);

/** Names that were stored on the same paths before anything was chosen. */
export const namesBefore = (traces: readonly StepTrace[]): ReadonlySet<string> =>
  new Set(
    [...new Set(traces.map(({ scenario }) => scenario))]
      .flatMap(({ steps }) => steps.filter(({ id }) => id === 'before' || id === 'warm'))
      .flatMap(({ cookies, stored }) => [...cookies, ...stored].map(({ name }) => name)),
  );

/**
 * Whether a moment of a step counts against its choice. What was on its way when consent was withdrawn may
 * still arrive: a recorder is given `withdrawalMs` to stop. So is one that ran before a refusal, sends the
 * rest of what it had, and keeps still in all steps after that: that it ran is a finding of its own.
 */
export function isAfterGrace(
  trace: Pick<StepTrace, 'step' | 'from' | 'scenario' | 'decided'>,
  t: number,
  { thresholds }: ConsentWalkPolicy,
  recorder: RecorderId | null = null,
): boolean {
  const { step, from } = trace;
  if (step.choiceAt === null) return true;
  const isStopping = step.id === 'withdrawn' || (recorder !== null && isEnding(recorder, trace));
  return isStopping ? t - from > thresholds.withdrawalMs : t >= from;
}

/** It ran before this refusal, and does no more once the page is loaded again. */
function isEnding(
  recorder: RecorderId,
  { step, decided, scenario }: Pick<StepTrace, 'step' | 'scenario' | 'decided'>,
): boolean {
  if (step.id !== 'after' || decided !== 'denied') return false;
  const before = scenario.steps.filter(({ id }) => id === 'before');
  const later = scenario.steps.filter(({ id }) => id !== 'before' && id !== 'after');
  return before.some(recordsIn(recorder)) && later.length > 0 && !later.some(recordsIn(recorder));
}

const recordsIn =
  (recorder: RecorderId) =>
  ({ requests, timeline }: WalkStep): boolean =>
    requests.some((one) => one.recorder === recorder && one.payload === 'recording') ||
    activityOf(recorder, timeline).some(({ what }) => what === 'ingest' || what === 'started');

/** Recorders and owners of hosts that something was sent to in a step and that need consent. */
export function trafficOf(trace: StepTrace, policy: ConsentWalkPolicy): readonly string[] {
  const counts = (t: number, recorder: RecorderId | null = null) =>
    isAfterGrace(trace, t, policy, recorder);
  const recorders = recordersIn(trace.timeline.events).filter((recorder) =>
    activityOf(recorder, trace.timeline).some(
      ({ what, t }) => (what === 'ingest' || what === 'analytics') && counts(t, recorder),
    ),
  );
  const owners = trace.step.requests
    .filter(({ t }) => counts(t))
    .filter((request) => kindOfTraffic(request, policy) === 'sends')
    .map(ownerOf);
  return [...new Set([...recorders, ...owners])];
}

import type { RecorderId } from '../protocol/recorders';
import { SCENARIO_IDS, type ScenarioId, STEP_IDS, type StepId } from '../protocol/walk/scenarios';
import type { Walk } from '../protocol/walk/walk';
import { type Activity, activityOf } from './activity';
import { absenceOf } from './walk/control';
import { longEnough } from './walk/quiet';
import { recordersOfWalk, type StepTrace, tracesOf } from './walk/trace';
import { isAfterGrace, namesBefore, remainsOf, trafficOf } from './walk/what-is-left';
import { type ConsentWalkPolicy, DEFAULT_WALK_POLICY } from './walk-policy';

/** The worst that a recorder did in a step, from nothing to a recording that was sent. */
export const RECORDER_DEEDS = [
  'none',
  'loaded',
  'storage',
  'analytics',
  'started',
  'ingest',
] as const;
export type RecorderDid = (typeof RECORDER_DEEDS)[number];

/**
 * `ok`: as the choice asks, shown where it is an absence. `fail`: something was done that the choice does
 * not allow. `review`: a person has to judge. `unknown`: nothing was seen, and that says nothing.
 */
export const MARKS = ['ok', 'fail', 'review', 'unknown', 'not-walked'] as const;
export type Mark = (typeof MARKS)[number];

export interface MatrixRecorder {
  readonly recorder: RecorderId;
  readonly did: RecorderDid;
  /** Recordings that were sent, over all runs. */
  readonly ingests: number;
  /** Milliseconds from the choice (else the step's beginning) to the first of it; null: nothing. */
  readonly first: number | null;
  readonly mark: Mark;
}

export interface MatrixCell {
  readonly scenario: ScenarioId;
  readonly step: StepId;
  /** Runs of this path that have this step. */
  readonly runs: number;
  readonly recorders: readonly MatrixRecorder[];
  /** Others that something was sent to, and names that are left, in words to show. */
  readonly others: readonly string[];
  readonly mark: Mark;
}

export interface WalkMatrix {
  readonly rows: readonly StepId[];
  readonly columns: readonly ScenarioId[];
  /** `cells[row][column]`; null: the path has no such step. */
  readonly cells: readonly (readonly (MatrixCell | null)[])[];
}

/** Paths across, steps down, and in each cell what every recorder did there. Pure. */
export function matrixOf(walk: Walk, policy: ConsentWalkPolicy = DEFAULT_WALK_POLICY): WalkMatrix {
  const traces = tracesOf(walk);
  const rows = STEP_IDS.filter((id) => traces.some(({ step }) => step.id === id));
  const columns = SCENARIO_IDS.filter((id) => walk.scenarios.some((one) => one.id === id));
  const shown = rows.length > 0 || columns.length === 0 ? rows : (['before'] as const);
  return {
    rows: shown,
    columns,
    cells: shown.map((step) => columns.map((scenario) => cellOf(walk, scenario, step, policy))),
  };
}

function cellOf(
  walk: Walk,
  scenario: ScenarioId,
  step: StepId,
  policy: ConsentWalkPolicy,
): MatrixCell | null {
  const traces = tracesOf(walk).filter(
    (trace) => trace.scenario.id === scenario && trace.step.id === step,
  );
  if (traces.length === 0) {
    const isOpen = walk.scenarios.some(({ id, state }) => id === scenario && state !== 'walked');
    if (!isOpen) return null;
    return { scenario, step, runs: 0, recorders: [], others: [], mark: 'not-walked' };
  }
  const recorders = recordersOfWalk(walk).map((id) => recorderIn(walk, id, traces, policy));
  const known = new Set<string>(recorders.map(({ recorder }) => recorder));
  const sent = traces.flatMap((trace) =>
    trafficOf(trace, policy).filter((name) => !known.has(name)),
  );
  const names = traces.flatMap((trace) => remainsOf(trace.step, policy));
  const isAgain = traces.every(({ decided }) => decided === 'denied');
  const earlier = isAgain ? namesBefore(traces) : new Set<string>();
  // After a press that may have been a choice, nobody knows what was allowed.
  if (traces.some(({ decided }) => decided === 'unknown')) {
    const unknown = recorders.map((one) => ({ ...one, mark: 'unknown' as const }));
    const others = [...new Set([...sent, ...names])];
    return { scenario, step, runs: traces.length, recorders: unknown, others, mark: 'unknown' };
  }
  const marks = [
    ...recorders.map(({ mark }) => mark),
    isAllowed(traces, policy) ? 'ok' : markOfOthers(sent, names, earlier),
    traces.every(({ watched }) => watched) || isAllowed(traces, policy) ? 'ok' : 'unknown',
  ] as const;
  return {
    scenario,
    step,
    runs: traces.length,
    recorders,
    others: [...new Set([...sent, ...names])],
    mark: worstOf(marks),
  };
}

/** What is left from before a refusal is for a person; what is new, or was sent, is not allowed. */
function markOfOthers(
  sent: readonly string[],
  names: readonly string[],
  earlier: ReadonlySet<string>,
): Mark {
  if (sent.length > 0 || names.some((name) => !earlier.has(name))) return 'fail';
  return names.length > 0 ? 'review' : 'ok';
}

function recorderIn(
  walk: Walk,
  recorder: RecorderId,
  traces: readonly StepTrace[],
  policy: ConsentWalkPolicy,
): MatrixRecorder {
  const acts = traces.flatMap((trace) =>
    activityOf(recorder, trace.timeline).map(({ what, t }) => ({
      ...{ what, after: t - trace.from },
      counts: isAfterGrace(trace, t, policy, isSending(what) ? recorder : null),
    })),
  );
  const did =
    DEEDS.find((deed) => acts.some(({ what }) => what === deed)) ??
    (traces.some((trace) => isLoaded(recorder, trace)) ? 'loaded' : 'none');
  const moments = acts.filter(({ what }) => what === did).map(({ after }) => after);
  return {
    recorder,
    did,
    ingests: acts.filter(({ what }) => what === 'ingest').length,
    first: moments.length > 0 ? Math.min(...moments) : null,
    mark: acts.some(({ counts }) => counts)
      ? markOfDeeds(traces, policy)
      : markOfSilence(walk, recorder, traces, policy),
  };
}

const isSending = (what: Activity['what']): boolean => what === 'ingest' || what === 'analytics';

const DEEDS = ['ingest', 'started', 'analytics', 'storage'] as const;

const isLoaded = (recorder: RecorderId, { timeline }: StepTrace): boolean =>
  timeline.events.some((event) => 'recorder' in event && event.recorder === recorder);

const markOfDeeds = (traces: readonly StepTrace[], policy: ConsentWalkPolicy): Mark =>
  isAllowed(traces, policy) ? 'ok' : 'fail';

function markOfSilence(
  walk: Walk,
  recorder: RecorderId,
  traces: readonly StepTrace[],
  policy: ConsentWalkPolicy,
): Mark {
  if (isAllowed(traces, policy)) return 'ok';
  if (!traces.every((trace) => isLongEnough(trace, policy))) return 'unknown';
  const { power } = policy.thresholds;
  return absenceOf(walk, recorder, traces.length, power).isShown ? 'ok' : 'unknown';
}

/** Where people opt out, a recorder may run until they do. */
const isAllowed = (traces: readonly StepTrace[], { region }: ConsentWalkPolicy): boolean =>
  traces.every(
    ({ decided, scenario }) =>
      decided === 'granted' || (region === 'ccpa' && decided === 'unset' && scenario.id !== 'gpc'),
  );

/** After a withdrawal, only what is watched beyond the time that it is given says something. */
const isLongEnough = (trace: StepTrace, policy: ConsentWalkPolicy): boolean =>
  longEnough([trace], policy.thresholds.watchMs).length > 0 &&
  isAfterGrace(trace, trace.step.endedAt, policy);

const ORDER: readonly Mark[] = ['fail', 'not-walked', 'review', 'unknown', 'ok'];

const worstOf = (marks: readonly Mark[]): Mark =>
  ORDER.find((mark) => marks.includes(mark)) ?? 'unknown';

import type { RecorderId } from '../../protocol/recorders';
import type { RequestEvent, Timeline, TimelineEvent } from '../../protocol/timeline';
import type { WalkRequest, WalkStep } from '../../protocol/walk/step';
import type { Walk, WalkScenario } from '../../protocol/walk/walk';
import { attribute, recordersIn } from '../attribute';
import { mergeRequests } from '../merge-requests';
import { type Decided, decidedBy, goesOn, isWatched } from './steps';
import { pathOf } from './traffic';

/** One step of one path, with what all its witnesses saw on one time line. */
export interface StepTrace {
  readonly scenario: WalkScenario;
  readonly step: WalkStep;
  readonly decided: Decided;
  /** What happened in this step alone: from its choice on where it has one. */
  readonly timeline: Timeline;
  /** Absence says something here. */
  readonly watched: boolean;
  /** Milliseconds since the epoch from which on the step counts: its choice, else its beginning. */
  readonly from: number;
}

/** Every step of a walk, in order. Read once for each walk. */
export function tracesOf(walk: Walk): readonly StepTrace[] {
  const known = TRACES.get(walk);
  if (known !== undefined) return known;
  const recorders = walk.recorders.filter(({ detected }) => detected).map(({ id }) => id);
  const traces = walk.scenarios.flatMap((scenario) =>
    scenario.steps.map((step) => traceOf(scenario, step, recorders)),
  );
  TRACES.set(walk, traces);
  return traces;
}

/**
 * What happened on the paths of a choice between the reading of the banner and the choice itself: as
 * much a part of the time before it as the step `before`, and told as such.
 */
export function leadUpsOf(walk: Walk): readonly StepTrace[] {
  const recorders = walk.recorders.filter(({ detected }) => detected).map(({ id }) => id);
  return walk.scenarios.flatMap((scenario) => {
    const after = scenario.steps.find(({ id }) => id === 'after');
    if (after === undefined || after.choiceAt === null) return [];
    const { startedAt, choiceAt } = after;
    const isBefore = ({ t }: { readonly t: number }) => t >= startedAt && t < choiceAt;
    const step: WalkStep = {
      ...after,
      ...{ id: 'before', choiceAt: null, endedAt: choiceAt, cookies: [], stored: [] },
      requests: after.requests.filter(isBefore),
      timeline: {
        ...after.timeline,
        // What is found to be there was there before, or is told of the step itself.
        events: after.timeline.events.filter(
          (event) => isBefore(event) && !(isStorage(event) && event.action === 'present'),
        ),
      },
    };
    return [traceOf(scenario, step, recorders)];
  });
}

const TRACES = new WeakMap<Walk, readonly StepTrace[]>();

/** Recorders that were found on the page, or that left a trace in any step. */
export function recordersOfWalk(walk: Walk): readonly RecorderId[] {
  const found = walk.recorders.filter(({ detected }) => detected).map(({ id }) => id);
  const traced = tracesOf(walk).flatMap(({ timeline }) => recordersIn(timeline.events));
  return [...new Set([...found, ...traced])];
}

function traceOf(
  scenario: WalkScenario,
  step: WalkStep,
  recorders: readonly RecorderId[],
): StepTrace {
  const from = step.choiceAt ?? step.startedAt;
  const counts = (t: number) => !goesOn(step.id) || t > from;
  const earlier = namesBefore(scenario, step);
  const isNews = (event: TimelineEvent) =>
    event.kind !== 'storage' || event.action !== 'present' || !earlier.has(nameOf(event));
  const events = [...step.timeline.events, ...unseenNames(step, earlier)].filter(isNews);
  const requests = events.filter((event) => event.kind === 'request');
  const merged = attribute(
    [
      ...events.filter((event) => event.kind !== 'request'),
      ...mergeRequests([...requests, ...step.requests.map(toEvent(recorders))]).map(withBody(step)),
    ],
    recorders,
  );
  return {
    scenario,
    step,
    decided: decidedBy(scenario, step.id),
    from,
    watched: isWatched(step),
    timeline: {
      ...step.timeline,
      events: merged.filter(({ t }) => counts(t)).toSorted((a, b) => a.t - b.t),
    },
  };
}

/** A recording without a name is the recorder's that is on the page, where there is but one. */
const toEvent =
  ([only, ...others]: readonly RecorderId[]) =>
  (request: WalkRequest): RequestEvent => ({
    kind: 'request',
    t: request.t,
    method: request.method,
    url: request.url,
    via: 'network',
    recorder:
      request.recorder ??
      (request.payload === 'recording' && others.length === 0 ? (only ?? null) : null),
    purpose: request.payload === 'recording' ? 'ingest' : request.purpose,
    bytes: request.bytes,
  });

/** A body that was read and is a recording says more than the address that it went to. */
const withBody =
  ({ requests }: WalkStep) =>
  (event: RequestEvent): RequestEvent => {
    const isRecording = requests.some(
      ({ payload, url, t }) =>
        payload === 'recording' &&
        pathOf(url) === pathOf(event.url) &&
        Math.abs(t - event.t) <= SAME_REQUEST_MS,
    );
    return isRecording ? { ...event, purpose: 'ingest' } : event;
  };

/** As for {@link mergeRequests}. */
const SAME_REQUEST_MS = 3_000;

type StorageEvent = Extract<TimelineEvent, { kind: 'storage' }>;
const nameOf = ({ area, name }: Pick<StorageEvent, 'area' | 'name'>) => `${area} ${name}`;

/** What is stored at the end and no witness saw being written: cookies of the server, for one. */
function unseenNames(step: WalkStep, earlier: ReadonlySet<string>): StorageEvent[] {
  const seen = new Set(step.timeline.events.filter(isStorage).map(nameOf));
  return namesAtEnd(step)
    .filter((name) => !seen.has(nameOf(name)) && !earlier.has(nameOf(name)))
    .map((name) => ({ kind: 'storage', t: step.endedAt, action: 'present', ...name }));
}

function namesBefore(scenario: WalkScenario, step: WalkStep): ReadonlySet<string> {
  const steps = scenario.steps.slice(0, Math.max(0, scenario.steps.indexOf(step)));
  return new Set(
    steps.flatMap((one) => [
      ...one.timeline.events.filter(isStorage).map(nameOf),
      ...namesAtEnd(one).map(nameOf),
    ]),
  );
}

type StoredName = Pick<StorageEvent, 'area' | 'name' | 'recorder'>;

function namesAtEnd({ cookies, stored }: WalkStep): StoredName[] {
  return [
    ...cookies
      .filter(({ essential }) => !essential)
      .map(({ name, recorder }) => ({ area: 'cookie' as const, name, recorder })),
    ...stored.flatMap(({ area, name, recorder, essential }) =>
      essential || area === 'cache' || area === 'serviceWorker' ? [] : [{ area, name, recorder }],
    ),
  ];
}

const isStorage = (event: TimelineEvent): event is StorageEvent => event.kind === 'storage';

import type { RequestEvent, Timeline, TimelineEvent } from '../../lib/protocol/timeline';
import type { StepId } from '../../lib/protocol/walk/scenarios';
import type { WalkClick, WalkRequest, WalkStep } from '../../lib/protocol/walk/step';
import type { WalkScenario } from '../../lib/protocol/walk/walk';

/** One time line of a whole path, with the moments at which its steps begin. */
export interface PathTimeline {
  readonly timeline: Timeline;
  readonly steps: readonly { readonly id: StepId; readonly t: number }[];
}

/** What every step of a path tells, one after the other. Requests are those that the browser made. */
export function pathTimeline({ steps }: WalkScenario): PathTimeline {
  const events = steps.flatMap(eventsOf).sort((a, b) => a.t - b.t);
  return {
    timeline: {
      startedAt: steps[0]?.startedAt ?? 0,
      fromStart: steps.every(({ timeline }) => timeline.fromStart),
      events,
      dropped: steps.reduce((sum, step) => sum + step.timeline.dropped + step.requestsDropped, 0),
    },
    steps: steps.map(({ id, startedAt }) => ({ id, t: startedAt })),
  };
}

function eventsOf(step: WalkStep): TimelineEvent[] {
  const told = step.timeline.events.filter(
    ({ kind }) =>
      !(kind === 'request' && step.requests.length > 0) &&
      !(kind === 'choice' && step.choiceAt !== null),
  );
  return [...told, ...step.requests.map(requestOf), ...choiceOf(step), ...bannerOf(step, told)];
}

/** The moment of choice as the one who walks knows it, which is surer than what the page shows of it. */
function choiceOf({ choiceAt, clicks }: WalkStep): TimelineEvent[] {
  if (choiceAt === null) return [];
  const last = clicks.findLast(({ t }) => t <= choiceAt);
  const choice = last === undefined ? 'unknown' : CHOICES[last.aim];
  const { trusted = false, selector = '' } = last ?? {};
  return [
    { kind: 'choice', t: choiceAt, choice, by: 'click', trusted, selector: selector.slice(0, 300) },
  ];
}

const CHOICES = {
  reject: 'reject',
  accept: 'accept',
  settings: 'settings',
  reopen: 'settings',
  toggle: 'unknown',
  save: 'unknown',
} as const satisfies Record<WalkClick['aim'], string>;

function bannerOf(step: WalkStep, told: readonly TimelineEvent[]): TimelineEvent[] {
  const { banner } = step;
  if (banner === null || told.some(({ kind }) => kind === 'banner')) return [];
  return [
    {
      kind: 'banner',
      t: step.startedAt + banner.after,
      visible: true,
      cmp: banner.cmp.slice(0, 60),
      namesRecording: banner.namesRecording,
      lang: banner.lang.written.slice(0, 20),
    },
  ];
}

const requestOf = ({
  t,
  method,
  url,
  type,
  recorder,
  purpose,
  bytes,
}: WalkRequest): RequestEvent => ({
  kind: 'request',
  t,
  method,
  url,
  via: VIAS[type],
  recorder,
  purpose,
  bytes,
});

const VIAS = {
  document: 'network',
  script: 'script',
  image: 'image',
  style: 'resource',
  font: 'resource',
  media: 'resource',
  fetch: 'fetch',
  beacon: 'beacon',
  websocket: 'websocket',
  other: 'network',
} as const satisfies Record<WalkRequest['type'], RequestEvent['via']>;

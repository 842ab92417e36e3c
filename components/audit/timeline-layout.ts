import type { Finding } from '../../lib/protocol/findings';
import type { Timeline, TimelineEvent } from '../../lib/protocol/timeline';

export const LANES = ['consent', 'requests', 'storage', 'recorders'] as const;
/** What is told of consent in one lane, told apart. */
export const FINE_LANES = [
  'banner',
  'choice',
  'signals',
  'recorders',
  'storage',
  'requests',
] as const;
export type Lane = (typeof LANES)[number] | (typeof FINE_LANES)[number];

/** The part of a time line that is drawn, in milliseconds from its start. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

interface View {
  readonly lanes: readonly Lane[];
  /** Null: all of it. */
  readonly stretch: Stretch | null;
}

/** Events of one lane that fall into one narrow column of the picture. */
export interface Mark {
  /** Percent of the width, of the column's middle. */
  readonly at: number;
  readonly count: number;
  /** `blocks`: a failing finding is about it. `recorder`: a recorder's own. `other`: the rest. */
  readonly tone: 'blocks' | 'recorder' | 'other';
  readonly first: TimelineEvent;
}

export interface Layout {
  readonly lanes: Readonly<Record<Lane, readonly Mark[]>>;
  /** The moments of choice that are in sight, as percent of the width. */
  readonly choices: readonly { readonly at: number; readonly event: Choice }[];
  readonly ticks: readonly { readonly at: number; readonly ms: number }[];
  /** Where what came before the first choice ends, as percent of the width; null: no choice was made. */
  readonly before: number | null;
  /** Milliseconds from the document's start to the right edge, of the whole. */
  readonly length: number;
}

type Choice = Extract<TimelineEvent, { kind: 'choice' }>;

/** Columns of the picture: narrower, and marks could not be told apart. */
const COLUMNS = 160;
const SHORTEST_MS = 1_000;

/** Where everything stands on a time line of any width. Thousands of events become few marks. */
export function layOut(
  timeline: Timeline,
  findings: readonly Finding[],
  { lanes, stretch }: View = { lanes: LANES, stretch: null },
): Layout {
  const { startedAt, events } = timeline;
  const length = lengthOf(timeline);
  const { from, to } = stretch ?? { from: 0, to: length };
  const percent = (t: number) => ((Math.max(0, t - startedAt) - from) / (to - from)) * 100;
  const accused = new Set(
    findings.flatMap(({ outcome, at }) => (outcome === 'fail' && at !== null ? [at] : [])),
  );
  const choices = events.flatMap((event) =>
    event.kind === 'choice' ? [{ at: percent(event.t), event }] : [],
  );
  const first = choices[0];
  return {
    lanes: markLanes(events, lanes, percent, accused),
    choices: choices.filter(({ at }) => isInSight(at)),
    before: first === undefined ? null : Math.min(100, Math.max(0, first.at)),
    ticks: ticksFor(from, to),
    length,
  };
}

/** Milliseconds from the start to a little after the last event, so that its mark is not cut. */
export function lengthOf({ startedAt, events }: Timeline): number {
  const last = events.reduce((latest, { t }) => Math.max(latest, t), startedAt);
  return Math.max(SHORTEST_MS, (last - startedAt) * 1.04);
}

const isInSight = (at: number): boolean => at >= 0 && at <= 100;

function markLanes(
  events: readonly TimelineEvent[],
  shown: readonly Lane[],
  percent: (t: number) => number,
  accused: ReadonlySet<number>,
): Record<Lane, Mark[]> {
  const columns = new Map(shown.map((lane) => [lane, new Map<number, Mark>()]));
  for (const event of events) {
    const lane = columns.get(laneOf(event, shown) ?? 'consent');
    const at = percent(event.t);
    if (lane === undefined || event.kind === 'navigation' || !isInSight(at)) continue;
    const column = Math.min(COLUMNS - 1, Math.floor((at / 100) * COLUMNS));
    const before = lane.get(column);
    const tone = toneOf(event, accused);
    lane.set(column, {
      at: ((column + 0.5) / COLUMNS) * 100,
      count: (before?.count ?? 0) + 1,
      tone: before === undefined ? tone : stronger(before.tone, tone),
      first: before?.first ?? event,
    });
  }
  const marks = (lane: Lane) => [...(columns.get(lane)?.values() ?? [])];
  return {
    consent: marks('consent'),
    banner: marks('banner'),
    choice: marks('choice'),
    signals: marks('signals'),
    recorders: marks('recorders'),
    storage: marks('storage'),
    requests: marks('requests'),
  };
}

/** Null: it has no lane of its own. */
export function laneOf({ kind }: TimelineEvent, lanes: readonly Lane[] = LANES): Lane | null {
  if (kind === 'request') return 'requests';
  if (kind === 'storage') return 'storage';
  if (kind === 'recorder') return 'recorders';
  if (kind === 'navigation') return null;
  if (lanes.includes('consent')) return 'consent';
  if (kind === 'signal') return 'signals';
  // What a script asks of a person is a recorder's or an analytics tool's doing.
  return kind === 'call' ? 'recorders' : kind;
}

function toneOf(event: TimelineEvent, accused: ReadonlySet<number>): Mark['tone'] {
  if (accused.has(event.t) && event.kind !== 'choice' && event.kind !== 'signal') return 'blocks';
  if (event.kind === 'recorder') return 'recorder';
  return 'recorder' in event && event.recorder !== null ? 'recorder' : 'other';
}

const TONES: readonly Mark['tone'][] = ['other', 'recorder', 'blocks'];
const stronger = (a: Mark['tone'], b: Mark['tone']): Mark['tone'] =>
  TONES.indexOf(a) > TONES.indexOf(b) ? a : b;

/** Four to eight round steps. */
function ticksFor(from: number, to: number): { at: number; ms: number }[] {
  const rough = (to - from) / 6;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((n) => n * power).find((each) => each >= rough) ?? power * 10;
  const first = Math.ceil(from / step);
  const count = Math.floor(to / step) - first;
  return Array.from({ length: count + 1 }, (_, i) => {
    const ms = (first + i) * step;
    return { at: ((ms - from) / (to - from)) * 100, ms };
  });
}

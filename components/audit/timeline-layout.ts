import type { Finding } from '../../lib/protocol/findings';
import type { Timeline, TimelineEvent } from '../../lib/protocol/timeline';

export const LANES = ['consent', 'requests', 'storage', 'recorders'] as const;
export type Lane = (typeof LANES)[number];

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
  /** The moments of choice, as percent of the width. */
  readonly choices: readonly { readonly at: number; readonly event: Choice }[];
  readonly ticks: readonly { readonly at: number; readonly ms: number }[];
  /** Milliseconds from the document's start to the right edge. */
  readonly length: number;
}

type Choice = Extract<TimelineEvent, { kind: 'choice' }>;

/** Columns of the picture: narrower, and marks could not be told apart. */
const COLUMNS = 160;
const SHORTEST_MS = 1_000;

/** Where everything stands on a time line of any width. Thousands of events become few marks. */
export function layOut(timeline: Timeline, findings: readonly Finding[]): Layout {
  const { startedAt, events } = timeline;
  const last = events.reduce((latest, { t }) => Math.max(latest, t), startedAt);
  // Some air at the right edge, so that the last mark is not cut.
  const length = Math.max(SHORTEST_MS, (last - startedAt) * 1.04);
  const percent = (t: number) => (Math.max(0, t - startedAt) / length) * 100;
  const accused = new Set(
    findings.flatMap(({ outcome, at }) => (outcome === 'fail' && at !== null ? [at] : [])),
  );
  return {
    lanes: markLanes(events, percent, accused),
    choices: events.flatMap((event) =>
      event.kind === 'choice' ? [{ at: percent(event.t), event }] : [],
    ),
    ticks: ticksFor(length),
    length,
  };
}

function markLanes(
  events: readonly TimelineEvent[],
  percent: (t: number) => number,
  accused: ReadonlySet<number>,
): Record<Lane, Mark[]> {
  const columns = {
    consent: new Map(),
    requests: new Map(),
    storage: new Map(),
    recorders: new Map(),
  } as Record<Lane, Map<number, Mark>>;
  for (const event of events) {
    const lane = laneOf(event);
    if (lane === null) continue;
    const column = Math.min(COLUMNS - 1, Math.floor((percent(event.t) / 100) * COLUMNS));
    const before = columns[lane].get(column);
    const tone = toneOf(event, accused);
    columns[lane].set(column, {
      at: ((column + 0.5) / COLUMNS) * 100,
      count: (before?.count ?? 0) + 1,
      tone: before === undefined ? tone : stronger(before.tone, tone),
      first: before?.first ?? event,
    });
  }
  const marks = (lane: Lane) => [...columns[lane].values()];
  return {
    consent: marks('consent'),
    requests: marks('requests'),
    storage: marks('storage'),
    recorders: marks('recorders'),
  };
}

export function laneOf({ kind }: TimelineEvent): Lane | null {
  if (kind === 'request') return 'requests';
  if (kind === 'storage') return 'storage';
  if (kind === 'recorder') return 'recorders';
  return kind === 'navigation' ? null : 'consent';
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
function ticksFor(length: number): { at: number; ms: number }[] {
  const rough = length / 6;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((n) => n * power).find((each) => each >= rough) ?? power * 10;
  const count = Math.floor(length / step);
  return Array.from({ length: count + 1 }, (_, i) => ({
    at: ((i * step) / length) * 100,
    ms: i * step,
  }));
}

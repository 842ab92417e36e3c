import type { RecorderId } from '../protocol/recorders';
import type { RequestEvent, Timeline, TimelineEvent } from '../protocol/timeline';
import { isBuiltOnRrweb } from '../recorders/detect';
import { attribute, recordersIn } from './attribute';
import { mergeRequests } from './merge-requests';
import { type ChoiceEvent, choicesFromSignals } from './signals';

const LIMIT = 5_000;

/**
 * Joins what the frames' probes and DevTools' network log saw of one visit into one time line:
 * every request once, each attributed to its recorder, decisions that only a signal tells of added,
 * all in order. The first frame is the page's own; a frame that should have answered and did not is
 * null. `fromStart` holds only if every frame was watched from its first moment.
 *
 * @param known Recorders that were detected otherwise, for paths that many share.
 */
export function buildTimeline(
  frames: readonly (Timeline | null)[],
  network: readonly RequestEvent[] = [],
  known: readonly RecorderId[] = [],
): Timeline {
  const seen = frames.filter((frame) => frame !== null);
  const startedAt = frames[0]?.startedAt ?? earliest(seen, network);
  // The log of a DevTools window may reach back to the page before.
  const traffic = network.filter((request) => request.t >= startedAt - BEFORE_START_MS);
  const events = [...seen.flatMap((frame) => frame.events), ...traffic];
  const choices = seen.flatMap((frame) => choicesFromSignals({ ...frame, startedAt }));
  const merged = attribute(
    [
      ...events.filter((event) => event.kind !== 'request' && event.kind !== 'choice'),
      ...mergeRequests(attribute(events, known).filter((event) => event.kind === 'request')),
      ...mergeChoices([...events.filter((event) => event.kind === 'choice'), ...choices]),
    ],
    known,
  );
  const sorted = withoutShadowOfRrweb(merged, known).toSorted(
    (a, b) => a.t - b.t || ORDER[a.kind] - ORDER[b.kind],
  );
  const kept = keep(sorted);
  return {
    startedAt,
    fromStart: frames.length > 0 && frames.every((frame) => frame?.fromStart === true),
    events: kept,
    dropped: seen.reduce((sum, frame) => sum + frame.dropped, 0) + sorted.length - kept.length,
  };
}

/**
 * A recorder that carries rrweb patches the natives of every frame of its page, and in a frame that
 * it has not loaded in, rrweb is all that shows. That is the recorder at work, not a second one.
 */
function withoutShadowOfRrweb(
  events: readonly TimelineEvent[],
  known: readonly RecorderId[],
): readonly TimelineEvent[] {
  const carried = [...known, ...recordersIn(events)].some(isBuiltOnRrweb);
  if (!carried || known.includes('rrweb')) return events;
  return events.filter((event) => event.kind !== 'recorder' || event.recorder !== 'rrweb');
}

/** The document's own request begins before its time origin is set. */
const BEFORE_START_MS = 50;

/** A signal changes some moments after the click that made it. */
const SAME_CHOICE_MS = 3_000;

/** What happened in the same millisecond is shown cause first. */
const ORDER: Readonly<Record<TimelineEvent['kind'], number>> = {
  navigation: 0,
  banner: 1,
  choice: 2,
  signal: 3,
  recorder: 4,
  call: 5,
  storage: 6,
  request: 7,
};

/**
 * One decision leaves several traces: the click, and what each signal says a moment later. The
 * first stays; a trace that contradicts it stays too, for the rules to see. A click whose label does
 * not tell ("Save") takes its content from the signal.
 */
function mergeChoices(choices: readonly ChoiceEvent[]): ChoiceEvent[] {
  const merged: ChoiceEvent[] = [];
  for (const choice of choices.toSorted((a, b) => a.t - b.t)) {
    const index = merged.findLastIndex(
      (before) => before.choice !== 'settings' && choice.t - before.t <= SAME_CHOICE_MS,
    );
    const before = merged[index];
    if (choice.by === 'click' || before === undefined) merged.push(choice);
    else if (before.choice === 'unknown') merged[index] = { ...before, choice: choice.choice };
    else if (before.choice !== choice.choice && choice.choice !== 'unknown') merged.push(choice);
  }
  return merged;
}

/** Over the limit, other people's traffic goes first: decisions and recorders are what it is for. */
function keep(events: TimelineEvent[]): TimelineEvent[] {
  if (events.length <= LIMIT) return events;
  const isOther = (event: TimelineEvent): boolean =>
    (event.kind === 'request' || event.kind === 'storage') && event.recorder === null;
  let excess = events.length - LIMIT;
  const rest = events.toReversed().filter((event) => !(isOther(event) && excess-- > 0));
  return rest.toReversed().slice(0, LIMIT);
}

function earliest(frames: readonly Timeline[], network: readonly RequestEvent[]): number {
  const moments = [...frames.map((frame) => frame.startedAt), ...network.map(({ t }) => t)];
  return moments.length > 0 ? Math.min(...moments) : 0;
}

import { type Message, message } from '../core/message';
import type { RecorderId } from '../protocol/recorders';
import type { Timeline, TimelineEvent } from '../protocol/timeline';
import { recordersIn } from './attribute';
import type { ConsentEvidence } from './contract';
import { keepsChoice } from './essential';

/**
 * Something that a recorder did which needs consent. Loading its script or asking for its
 * configuration is not among it: `ingest` sends a recording, `started` begins one, `analytics`
 * sends the vendor's events, `storage` writes to the device.
 */
export interface Activity {
  readonly what: 'ingest' | 'started' | 'analytics' | 'storage';
  readonly t: number;
  readonly event: TimelineEvent;
}

/** What one recorder did, in order. */
export function activityOf(recorder: RecorderId, timeline: Timeline): Activity[] {
  return timeline.events.flatMap((event) => {
    const what = kindOf(event, recorder, timeline.startedAt);
    return what === null ? [] : [{ what, t: event.t, event }];
  });
}

/** Recorders that were found on the page or that left a trace on the time line. */
export function recordersOf({ recorders, timeline }: ConsentEvidence): RecorderId[] {
  const found = recorders.filter(({ detected }) => detected).map(({ id }) => id);
  return [...new Set([...found, ...recordersIn(timeline.events)])];
}

/** Whether the absence of something on the time line says that it did not happen. */
export const isComplete = (timeline: Timeline): boolean =>
  timeline.fromStart && timeline.dropped === 0;

/** What one did, in sentences: the first of each kind, and how many more there are. */
export function describeActivity(activity: readonly Activity[], timeline: Timeline): Message[] {
  const kinds = [...new Set(activity.map(({ what }) => what))];
  const first = kinds.flatMap((kind) => activity.find(({ what }) => what === kind) ?? []);
  const more = activity.length - first.length;
  return [
    ...first.map((one) => describe(one, timeline)),
    ...(more > 0 ? [message('consent.evidence.more', more)] : []),
  ];
}

/** Seconds between two moments, with one decimal; never less than a tenth. */
export const seconds = (from: number, to: number): string =>
  Math.max(0.1, Math.abs(to - from) / 1_000).toFixed(1);

function kindOf(
  event: TimelineEvent,
  recorder: RecorderId,
  startedAt: number,
): Activity['what'] | null {
  if (!('recorder' in event) || event.recorder !== recorder) return null;
  if (event.kind === 'recorder') return event.what === 'started' ? 'started' : null;
  if (event.kind === 'storage') return isWritten(event, startedAt) ? 'storage' : null;
  if (event.kind === 'call') return null;
  return event.purpose === 'ingest' || event.purpose === 'analytics' ? event.purpose : null;
}

/**
 * What was there when the page began was left by an earlier visit; what is first seen later was
 * written by a way without a witness. A name that keeps a refusal needs no consent.
 */
function isWritten(event: Extract<TimelineEvent, { kind: 'storage' }>, startedAt: number): boolean {
  if (event.action === 'removed' || keepsChoice(event.name)) return false;
  return event.action === 'set' || event.t > startedAt;
}

function describe({ what, t, event }: Activity, { startedAt }: Timeline): Message {
  const after = seconds(startedAt, t);
  if (event.kind === 'request') {
    const id = what === 'ingest' ? 'consent.evidence.ingest' : 'consent.evidence.analytics';
    return message(id, event.url.slice(0, 200), after);
  }
  if (event.kind === 'storage' && event.area === 'cookie') {
    return message('consent.evidence.cookie', event.name.slice(0, 100), after);
  }
  if (event.kind === 'storage' && event.area === 'serviceWorker') {
    return message('consent.evidence.serviceWorker', event.name.slice(0, 100), after);
  }
  if (event.kind === 'storage') {
    return message('consent.evidence.storage', event.name.slice(0, 100), event.area, after);
  }
  return message('consent.evidence.started', after);
}

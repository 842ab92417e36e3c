import type { RecorderId } from '../protocol/recorders';
import type { TimelineEvent } from '../protocol/timeline';
import { classifyRequest, classifyStorage } from '../recorders/endpoints';

/**
 * Says of each request, each stored name and each script that read a fingerprint which recorder it belongs to. A path that many use
 * (`/s/`) counts only for recorders that showed themselves otherwise, so there are two passes.
 * What is attributed already stays so.
 */
export function attribute(
  events: readonly TimelineEvent[],
  known: readonly RecorderId[] = [],
): TimelineEvent[] {
  const first = events.map((event) => attributeOne(event, known));
  const seen = new Set([...known, ...recordersIn(first)]);
  return first.map((event) => attributeOne(event, [...seen]));
}

/** Recorders that anything on the time line belongs to, in order of appearance. */
export function recordersIn(events: readonly TimelineEvent[]): RecorderId[] {
  const found = events.flatMap((event) =>
    'recorder' in event && event.recorder !== null ? [event.recorder] : [],
  );
  return [...new Set(found)];
}

function attributeOne(event: TimelineEvent, known: readonly RecorderId[]): TimelineEvent {
  if (event.kind === 'request' && event.recorder === null) {
    const found = classifyRequest(event.url, known);
    return found === null ? event : { ...event, ...found };
  }
  if (event.kind === 'storage' && event.recorder === null) {
    return { ...event, recorder: classifyStorage(event.area, event.name) };
  }
  // What a script read is its owner's doing; an address of the page's own says nothing.
  if (event.kind === 'call' && event.recorder === null && event.what === 'fingerprint') {
    return { ...event, recorder: classifyRequest(event.by, known)?.recorder ?? null };
  }
  return event;
}

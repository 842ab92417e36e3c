import {
  describeAll,
  describeRequest,
  requestType,
  type SeenRequest,
} from '../../consent/describe-request';
import { type Payload, payloadOf } from '../../consent/payload';
import { type LoggedRequest, onRequestFinished } from '../../platform/devtools';
import type { RecorderId } from '../../protocol/recorders';
import type { RequestEvent } from '../../protocol/timeline';
import type { WalkRequest } from '../../protocol/walk/step';
import { redactUrl } from '../../report/redact-url';
import { readLogged } from '../../wire/logged-request';

/** Requests of a tab during a walk. */
export interface WalkTraffic {
  /** What has begun since then and has ended by now, and was not taken before. */
  take(
    since: number,
    pageUrl: string,
    known: readonly RecorderId[],
  ): { readonly requests: WalkRequest[]; readonly dropped: number };
  /** What was on its way while a step was read, and has ended since. */
  late(pageUrl: string, known: readonly RecorderId[]): WalkRequest[];
}

/**
 * Requests as DevTools' log tells them: those that have ended. Bodies are read where they are handed
 * over; what is no text is lost there, so that a packed recording is told by its address alone.
 */
export function watchTraffic(signal: AbortSignal): WalkTraffic {
  let seen: SeenRequest[] = [];
  const late: SeenRequest[] = [];
  let dropped = 0;
  const described = (
    requests: readonly SeenRequest[],
    pageUrl: string,
    known: readonly RecorderId[],
  ): WalkRequest[] =>
    describeAll(known, (all) => requests.map((one) => describeRequest(one, pageUrl, all)));
  onRequestFinished((logged) => {
    if (seen.length >= MOST) dropped += 1;
    else seen.push(seenOf(logged));
  }, signal);
  return {
    take(since, pageUrl, known) {
      const taken = seen.filter(({ t }) => t >= since).toSorted((a, b) => a.t - b.t);
      // What began in a step before belongs there, although that one has been read.
      const others = seen.filter(({ t }) => t < since);
      const kept = others.slice(0, Math.max(0, MOST - late.length));
      late.push(...kept);
      const lost = dropped + others.length - kept.length;
      seen = [];
      dropped = 0;
      return { requests: described(taken, pageUrl, known), dropped: lost };
    },
    late: (pageUrl, known) => described([...late, ...seen], pageUrl, known),
  };
}

const MOST = 5_000;
const MOST_TEXT = 2_000_000;

function seenOf(logged: LoggedRequest): SeenRequest {
  const { url, time, method, bodySize, resourceType, initiator } = logged;
  const isAddress = /^https?:/.test(initiator);
  return {
    t: time,
    method,
    url,
    type: requestType(resourceType),
    payload: payloadIn(logged),
    bytes: bodySize > 0 ? Math.round(bodySize) : method === 'GET' ? 0 : null,
    initiator: isAddress ? redactUrl(initiator) : initiator.replace(/[^\w-]/g, ''),
    fromWorker: false,
  };
}

function payloadIn(logged: LoggedRequest): Payload {
  const { request, isBodyUnseen } = readLogged(logged, '', MOST_TEXT);
  if (typeof request.body !== 'string') return isBodyUnseen ? 'binary' : 'none';
  const header = (wanted: string) =>
    logged.headers.find(({ name }) => name.toLowerCase() === wanted)?.value ?? '';
  const told = payloadOf(new TextEncoder().encode(request.body), header('content-type'));
  return isBodyUnseen && told !== 'recording' ? 'binary' : told;
}

/** As the time line has requests. */
export const toEvents = (requests: readonly WalkRequest[]): RequestEvent[] =>
  requests.map(({ t, method, url, recorder, purpose, bytes }) => ({
    kind: 'request',
    t,
    method,
    url,
    via: 'network',
    recorder,
    purpose,
    bytes,
  }));

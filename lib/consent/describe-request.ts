import type { RecorderId } from '../protocol/recorders';
import type { WalkRequest } from '../protocol/walk/step';
import { isBuiltOnRrweb } from '../recorders/detect';
import { classifyRequest } from '../recorders/endpoints';
import { redactUrl } from '../report/redact-url';
import { ownerOf, partyOf } from './owners';

/** A request as whoever drives the browser saw it, its address as it was. */
export type SeenRequest = Pick<
  WalkRequest,
  't' | 'method' | 'url' | 'type' | 'payload' | 'bytes' | 'initiator' | 'fromWorker'
>;

/** What is kept of a request: whose it is and what it is for, its address redacted. */
export function describeRequest(
  seen: SeenRequest,
  pageUrl: string,
  known: readonly RecorderId[],
): WalkRequest {
  const { url, payload } = seen;
  const told = classifyRequest(url, known);
  const recorded = payload === 'recording';
  const query = URL.canParse(url) ? new URL(url).searchParams : null;
  const [gcs, gcd] = [query?.get('gcs'), query?.get('gcd')];
  return {
    ...seen,
    method: seen.method.slice(0, 20),
    url: redactUrl(url).slice(0, 2_000),
    party: partyOf(pageUrl, url.replace(/^ws/, 'http')),
    ...ownerOf(url),
    recorder: told?.recorder ?? (recorded ? recorderOf(known) : null),
    purpose: recorded ? 'ingest' : (told?.purpose ?? 'other'),
    initiator: seen.initiator.slice(0, 500),
    ...(gcs && /^G1\w{2,6}$/.test(gcs) ? { gcs } : {}),
    ...(gcd && /^[\w-]{1,40}$/.test(gcd) ? { gcd } : {}),
  };
}

/** A path that many share counts once its recorder has shown itself otherwise: hence twice. */
export function describeAll(
  known: readonly RecorderId[],
  describe: (known: readonly RecorderId[]) => WalkRequest[],
): WalkRequest[] {
  const seen = describe(known).flatMap(({ recorder }) => recorder ?? []);
  return describe([...new Set([...known, ...seen])]);
}

/** Who sends a recording to a place that nobody knows: the page's one recorder of that kind, if it has one. */
function recorderOf(known: readonly RecorderId[]): RecorderId {
  const built = known.filter(isBuiltOnRrweb);
  const [only] = built;
  return built.length === 1 && only !== undefined ? only : 'rrweb';
}

/** By the name that the DevTools protocol has for it. */
export const requestType = (name: string): WalkRequest['type'] =>
  TYPES[name.toLowerCase()] ?? 'other';

const TYPES: Readonly<Record<string, WalkRequest['type']>> = {
  document: 'document',
  script: 'script',
  image: 'image',
  stylesheet: 'style',
  font: 'font',
  media: 'media',
  fetch: 'fetch',
  xhr: 'fetch',
  eventsource: 'fetch',
  ping: 'beacon',
  beacon: 'beacon',
  websocket: 'websocket',
};

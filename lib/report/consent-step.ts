import type { SignalEvent } from '../protocol/timeline';
import type { WalkClick, WalkRequest, WalkStep } from '../protocol/walk/step';
import type { ConsentFileRequests, ConsentFileStep } from './consent-file-schema';
import { isoTime } from './iso-time';
import { redactText } from './redact-text';

/** One step of a redacted walk as `consent.json` tells it: requests by who is behind them. */
export function toFileStep(step: WalkStep): ConsentFileStep {
  return {
    id: step.id,
    url: step.url,
    from: isoTime(step.startedAt),
    to: isoTime(step.endedAt),
    choice: step.choiceAt === null ? null : isoTime(step.choiceAt),
    counts: {
      requests: step.requests.length,
      requestsDropped: step.requestsDropped,
      recordings: step.requests.filter(isRecording).length,
      cookies: step.cookies.length,
      stored: step.stored.length,
      clicks: step.clicks.length,
    },
    requests: requestsOf(step),
    cookies: step.cookies,
    stored: step.stored,
    clicks: step.clicks.map(toFileClick),
    signals: signalsOf(step),
    banner: step.banner?.cmp ?? null,
    bannerAtEnd: step.bannerAtEnd,
    picture: step.picture,
  };
}

const isRecording = ({ purpose, payload }: WalkRequest): boolean =>
  purpose === 'ingest' || payload === 'recording';

/** Requests by owner and recorder, the ones with most requests first. */
function requestsOf({ requests, choiceAt }: WalkStep): ConsentFileRequests[] {
  const rows = new Map<string, ConsentFileRequests>();
  for (const request of requests) {
    const owner = request.owner || hostOf(request.url);
    const key = [owner, request.recorder ?? '', request.party].join('\n');
    const row = rows.get(key) ?? newRow(request, owner);
    row.requests += 1;
    if (isRecording(request)) row.recordings += 1;
    if (choiceAt === null || request.t < choiceAt) row.beforeChoice += 1;
    row.bytes += request.bytes ?? 0;
    const time = isoTime(request.t);
    if (time < row.first) row.first = time;
    rows.set(key, row);
  }
  return [...rows.values()].sort(
    (a, b) => b.requests - a.requests || (a.owner < b.owner ? -1 : a.owner > b.owner ? 1 : 0),
  );
}

const newRow = ({ t, category, party, recorder }: WalkRequest, owner: string) => ({
  owner,
  category,
  party,
  recorder,
  requests: 0,
  recordings: 0,
  beforeChoice: 0,
  bytes: 0,
  first: isoTime(t),
});

/** Redacted once more: a subdomain may be a person's. */
const hostOf = (url: string): string =>
  redactText(/^[a-z]+:\/\/([^/?#]*)/i.exec(url)?.[1] ?? url.slice(0, 100));

const toFileClick = ({ t, ...click }: WalkClick): ConsentFileStep['clicks'][number] => ({
  time: isoTime(t),
  ...click,
});

/** The last word of every signal, in the order of the signals' names. */
function signalsOf({ timeline }: WalkStep): ConsentFileStep['signals'] {
  const last = new Map<SignalEvent['signal'], SignalEvent>();
  for (const event of timeline.events) {
    if (event.kind !== 'signal') continue;
    if (event.t >= (last.get(event.signal)?.t ?? event.t)) last.set(event.signal, event);
  }
  return [...last.values()]
    .sort((a, b) => (a.signal < b.signal ? -1 : 1))
    .map(({ signal, t, states, note }) => ({ signal, time: isoTime(t), states, note }));
}

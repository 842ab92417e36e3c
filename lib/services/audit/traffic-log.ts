import { inspectedTabId, onRequestFinished } from '../../platform/devtools';
import { send } from '../../platform/messaging';
import type { Traffic } from '../../protocol/traffic';
import { classifyRequest } from '../../recorders/endpoints';
import { readLogged } from '../../wire/logged-request';
import { openPassive, type PassiveSighting } from '../../wire/passive';
import { askAgainIfLost } from '../retry';
import { inTurn } from './in-turn';

/**
 * Looks for personal data in all that the inspected page sends, from the moment DevTools opens. The
 * requests are read where DevTools hands them over and forgotten there; classes, places and counts
 * go on to the background, no value does.
 */
export function keepTraffic(): void {
  const tabId = inspectedTabId();
  const passive = openPassive();
  const since = Date.now();
  let unseenRequests = 0;
  const report = inTurn(
    // Lost reports are asked again, which takes its time: an old one must not replace a newer one.
    () =>
      askAgainIfLost(() => {
        const traffic = trafficOf(passive.report(), { since, unseenRequests });
        return send('audit.traffic', { tabId, traffic });
      }),
    FLUSH_MS,
  );
  onRequestFinished(({ time, ...logged }) => {
    const { request, isBodyUnseen } = readLogged(logged, '', MOST_TEXT);
    if (isBodyUnseen) unseenRequests += 1;
    passive.read(request, time);
    report();
  });
}

/** A report as the panel shows it: rows that do not fit are counted. */
export function trafficOf(
  { sightings, more, requests, opaque }: ReturnType<ReturnType<typeof openPassive>['report']>,
  { since, unseenRequests }: { readonly since: number; readonly unseenRequests: number },
): Traffic {
  const { unseen, ...unread } = opaque;
  return {
    since,
    requests,
    rows: sightings.slice(0, MOST_ROWS).map(rowOf),
    more: more + Math.max(0, sightings.length - MOST_ROWS),
    unseen: { requests: unseenRequests, bytes: unseen },
    opaque: Object.values(unread).reduce((sum, bytes) => sum + bytes, 0),
  };
}

function rowOf(sighting: PassiveSighting): Traffic['rows'][number] {
  const { receiver, channel, where, time, last, count } = sighting;
  const place =
    channel === 'request-url' ? 'url' : channel === 'request-header' ? 'header' : 'body';
  return {
    class: sighting.class,
    receiver: receiver.slice(0, 300),
    recorder: ownerOf(where, receiver),
    place,
    where: where.slice(0, 300),
    count,
    first: time === null ? null : Date.parse(time),
    last: last === null ? null : Date.parse(last),
  };
}

/** A recording's place is one inside of it, so that its receiver alone tells whose it is. */
const ownerOf = (where: string, receiver: string) =>
  (classifyRequest(where, []) ?? classifyRequest(`https://${receiver}/`, []))?.recorder ?? null;

/** A recording of a long page has a few million characters at once. */
const MOST_TEXT = 8_000_000;
const MOST_ROWS = 500;
const FLUSH_MS = 700;

import { inflateSync } from 'node:zlib';
import type { RecorderState } from '../../../../lib/protocol/recorders';
import { type Driver, jsonAnswer, keep, type Received, waitUntil } from '../driver';
import { bundlePackage } from '../packages';
import { type RecordedEvent, readSnapshot, recordedIds } from '../recording';
import { holdsLastResize, resizeOnceMore } from './last';
import { WATCH_MIRROR, WATCHED_MIRROR } from './mirror';

const HOST = 'http://sentry.test';

/** @sentry/browser with its Replay integration; its worker compresses what it sends where `useCompression` says so. */
export const sentry: Driver = {
  classes: {
    mask: 'sentry-mask',
    block: 'sentry-block',
    ignore: 'sentry-ignore',
    unmask: 'to-unmask',
  },
  mirror: WATCHED_MIRROR,
  answer({ url, body }, received) {
    if (url.origin !== HOST) return null;
    keep(received, 'envelopes', body);
    return jsonAnswer({});
  },
  async start(page, { options, config }) {
    await page.evaluate(WATCH_MIRROR);
    await page.addScriptTag({ content: await bundlePackage('@sentry/browser', 'Sentry') });
    await page.evaluate(`void Sentry.init({
      dsn: 'http://contract@sentry.test/1', sendClientReports: false,
      replaysSessionSampleRate: 1, replaysOnErrorSampleRate: 0,
      integrations: [Sentry.replayIntegration({
        useCompression: false, stickySession: false, minReplayDuration: 0, flushMinDelay: 500,
        ...(${options}) })],
      ${config ?? ''} })`);
    await page.waitForFunction('Sentry.getReplay()?.getReplayId()');
  },
  state: (page) =>
    page.evaluate<RecorderState>(`hushmap.detect({
      scripts: [], resources: [], storageKeys: [], cookieNames: [] })[0]`),
  async finish(page, received, nodes) {
    await resizeOnceMore(page);
    await page.evaluate('Sentry.getReplay().flush()');
    await page.evaluate('Sentry.getReplay().stop()');
    const isComplete = () => {
      const { events } = sentOf(received);
      const known = recordedIds(events);
      return holdsLastResize(events) && nodes.every((id) => known.has(id));
    };
    await waitUntil(isComplete, 'Sentry did not send all that it recorded');
    const { events, others } = sentOf(received);
    const ofPage = events.filter(({ type }) => type !== CUSTOM);
    const noted = events.filter(({ type }) => type === CUSTOM);
    return {
      payload: JSON.stringify(ofPage),
      snapshot: readSnapshot(ofPage),
      beside: [JSON.stringify(noted), ...others].join('\n'),
    };
  },
};

/** Events that Sentry adds to those of rrweb: clicks, the console, addresses, its options. */
const CUSTOM = 5;

interface Sent {
  readonly events: RecordedEvent[];
  /** Items that are no recording: the replay event with its addresses, sessions, errors. */
  readonly others: string[];
}

function sentOf(received: Received): Sent {
  const items = (received.get('envelopes') ?? []).flatMap(itemsOf);
  const recordings = items.filter(({ type }) => type === 'replay_recording');
  return {
    events: recordings.flatMap(({ payload }) =>
      JSON.parse(unpacked(payload.subarray(payload.indexOf(NEW_LINE) + 1)).toString('utf8')),
    ),
    others: items
      .filter(({ type }) => type !== 'replay_recording')
      .map(({ payload }) => payload.toString('utf8')),
  };
}

const unpacked = (events: Buffer): Buffer => (events[0] === ZLIB ? inflateSync(events) : events);

/** First byte of a zlib stream. */
const ZLIB = 0x78;
const NEW_LINE = 10;

/** An envelope: a line of its own, then items, each a line with its length (or none: up to the next line). */
function itemsOf(envelope: Buffer): { readonly type: string; readonly payload: Buffer }[] {
  const items: { type: string; payload: Buffer }[] = [];
  let at = envelope.indexOf(NEW_LINE) + 1;
  while (at > 0 && at < envelope.length) {
    const start = envelope.indexOf(NEW_LINE, at) + 1;
    const { type, length } = JSON.parse(envelope.subarray(at, start).toString('utf8'));
    const next = envelope.indexOf(NEW_LINE, start);
    const lineEnd = next < 0 ? envelope.length : next;
    const end = typeof length === 'number' ? start + length : lineEnd;
    items.push({ type: String(type), payload: envelope.subarray(start, end) });
    at = end + 1;
  }
  return items;
}

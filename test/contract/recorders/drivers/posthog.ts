import { gunzipSync } from 'node:zlib';
import type { RecorderState } from '../../../../lib/protocol/recorders';
import { type Driver, jsonAnswer, keep, type Received, waitUntil } from '../driver';
import { ownPackage } from '../packages';
import { type RecordedEvent, readSnapshot } from '../recording';
import { holdsLastResize, resizeOnceMore } from './last';

const HOST = 'http://posthog.test';

/** posthog-js with a project of its own that answers with `setup.project` as its masking settings. */
export const posthog: Driver = {
  classes: { mask: 'ph-mask', block: 'ph-no-capture', ignore: 'ph-ignore-input' },
  mirror: '__PosthogExtensions__.rrweb.record.mirror',
  answer({ url, body }, received) {
    if (url.origin !== HOST) return null;
    if (url.pathname === '/s/') keep(received, 'recording', body);
    const project = JSON.parse(received.get('project')?.[0]?.toString() ?? 'null');
    const masking = project ? { masking: project } : {};
    const supportedCompression = ['gzip', 'gzip-js'];
    return jsonAnswer({ supportedCompression, sessionRecording: { endpoint: '/s/', ...masking } });
  },
  async start(page, { options, config }) {
    await page.addScriptTag({ content: ownPackage('posthog-js/dist/array.full.no-external.js') });
    await page.evaluate(`posthog.init('phc_contract', {
      api_host: '${HOST}', opt_out_useragent_filter: true, autocapture: false,
      capture_pageview: false, session_recording: (${options}), ${config ?? ''} })`);
    await page.waitForFunction('posthog.sessionRecordingStarted()');
    // A recording is held back until somebody uses the page.
    await page.mouse.click(1, 1);
  },
  state: (page) =>
    page.evaluate<RecorderState>(`hushmap.detect({
      scripts: [], resources: [], storageKeys: [], cookieNames: [] })[0]`),
  async again(page) {
    await page.evaluate('__PosthogExtensions__.rrweb.record.takeFullSnapshot(true)');
  },
  async finish(page, received, nodes) {
    await resizeOnceMore(page);
    await page.evaluate('posthog.stopSessionRecording()');
    const isComplete = () => {
      const events = eventsOf(received);
      const known = readSnapshot(events).nodes;
      return holdsLastResize(events) && nodes.every((id) => known.has(id));
    };
    await waitUntil(isComplete, 'PostHog did not send all that it recorded');
    const events = eventsOf(received);
    return { payload: JSON.stringify(events), snapshot: readSnapshot(events) };
  },
};

const eventsOf = (received: Received): RecordedEvent[] =>
  (received.get('recording') ?? []).flatMap(decode);

/** posthog-js may gzip the request, and inside it the parts of an event that are large. */
function decode(body: Buffer): RecordedEvent[] {
  const text = (body[0] === GZIP ? gunzipSync(body) : body).toString('utf8');
  const batches = [JSON.parse(text)].flat();
  return batches.flatMap((batch) => batch.properties.$snapshot_data.map(unpack));
}

/** First byte of every gzip stream. */
const GZIP = 0x1f;

interface PackedEvent {
  readonly cv?: string;
  readonly type: number;
  readonly data: unknown;
}

function unpack(event: PackedEvent): RecordedEvent {
  const data = event.cv === undefined ? event.data : unpackData(event.data);
  // The form is checked by what is done with it: a snapshot without nodes agrees with nothing.
  return { type: event.type, data } as RecordedEvent;
}

function unpackData(data: unknown): unknown {
  if (typeof data === 'string') return inflate(data);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      ['texts', 'attributes', 'removes', 'adds'].includes(key) && typeof value === 'string'
        ? inflate(value)
        : value,
    ]),
  );
}

const inflate = (text: string): unknown =>
  JSON.parse(gunzipSync(Buffer.from(text, 'latin1')).toString('utf8'));

import { gunzipSync } from 'node:zlib';
import type { RecorderState } from '../../../../lib/protocol/recorders';
import { type Driver, jsonAnswer, keep, type Received, waitUntil } from '../driver';
import { contractPackage } from '../packages';
import { type RecordedEvent, readSnapshot, recordedIds } from '../recording';
import { holdsLastResize, resizeOnceMore } from './last';
import { WATCH_MIRROR, WATCHED_MIRROR } from './mirror';

const HOST = 'http://amplitude.test';

/** The stand-alone script of @amplitude/session-replay-browser, whose server answers with `setup.project`: its privacy settings, and under `logging` what else is recorded. */
export const amplitude: Driver = {
  classes: { mask: 'amp-mask', block: 'amp-block', ignore: 'rr-ignore', unmask: 'amp-unmask' },
  mirror: WATCHED_MIRROR,
  answer({ url, body }, received) {
    if (url.origin !== HOST) return null;
    if (url.pathname === '/track') {
      keep(received, 'track', body);
      return jsonAnswer({ code: 200 });
    }
    const project = JSON.parse(received.get('project')?.[0]?.toString() ?? 'null');
    const { logging, ...privacy } = project ?? {};
    const sessionReplay = {
      sr_sampling_config: { capture_enabled: true, sample_rate: 1 },
      ...(Object.keys(privacy).length > 0 ? { sr_privacy_config: privacy } : {}),
      ...(logging ? { sr_logging_config: logging } : {}),
    };
    return jsonAnswer({ configs: { sessionReplay } });
  },
  async start(page, { options }) {
    await page.evaluate(WATCH_MIRROR);
    await page.addScriptTag({
      content: contractPackage(
        '@amplitude/session-replay-browser/lib/scripts/session-replay-browser-min.js',
      ),
    });
    await page.evaluate(`(async () => {
      const options = (${options});
      window.recorderState = hushmap.enter('amplitude', options);
      await sessionReplay.init('contract', {
        deviceId: 'contract', sessionId: Date.now(), sampleRate: 1, logLevel: 0, storeType: 'memory',
        trackServerUrl: '${HOST}/track', configServerUrl: '${HOST}/config', useWebWorker: false,
        enableTransportCompression: false, performanceConfig: { enabled: false }, ...options,
      }).promise;
    })()`);
    await page.waitForFunction('window.mirrored.get(document.body) > 0');
  },
  state: (page) => page.evaluate<RecorderState>('window.recorderState'),
  async finish(page, received, nodes) {
    await resizeOnceMore(page);
    // It sends once a while, and at once where the window is left.
    await waitUntil(async () => {
      await page.evaluate(`window.dispatchEvent(new Event('blur'))`);
      const events = eventsOf(received);
      const known = recordedIds(events);
      return holdsLastResize(events) && nodes.every((id) => known.has(id));
    }, 'Amplitude did not send all that it recorded');
    const events = eventsOf(received);
    await page.evaluate('sessionReplay.shutdown()');
    return {
      payload: JSON.stringify(events.filter(({ type }) => type !== CUSTOM)),
      snapshot: readSnapshot(events),
      beside: JSON.stringify(events.filter(({ type }) => type === CUSTOM)),
    };
  },
};

/** Events of rrweb's plugins and of Amplitude's own. */
const CUSTOM = 5;

/** First byte of every gzip stream. */
const GZIP = 0x1f;

const eventsOf = (received: Received): RecordedEvent[] =>
  (received.get('track') ?? []).flatMap((body) => {
    const { events = [] } = JSON.parse(
      (body[0] === GZIP ? gunzipSync(body) : body).toString('utf8'),
    );
    return events.map((event: string) => JSON.parse(event));
  });

import { gunzipSync } from 'node:zlib';
import type { RecorderState } from '../../../../lib/protocol/recorders';
import { type Driver, jsonAnswer, keep, type Received, waitUntil } from '../driver';
import { bundlePackage } from '../packages';
import { type RecordedEvent, readSnapshot, recordedIds } from '../recording';
import { holdsLastResize, resizeOnceMore } from './last';
import { WATCH_MIRROR, WATCHED_MIRROR } from './mirror';

const HOST = 'newrelic.test';

/** New Relic's browser agent with all its features; its back end entitles the page to a full replay. */
export const newrelic: Driver = {
  classes: { mask: 'nr-mask', block: 'nr-block', ignore: 'nr-ignore', unmask: 'nr-unmask' },
  mirror: WATCHED_MIRROR,
  answer({ url, body }, received) {
    if (url.hostname !== HOST) return null;
    const isReplay = url.searchParams.get('type') === 'SessionReplay';
    keep(received, isReplay ? 'replay' : 'others', body);
    keep(received, 'addresses', Buffer.from(url.href));
    return jsonAnswer({ ...ENTITLED(), ...projectOf(received) });
  },
  async start(page, { options, config }) {
    await page.evaluate(OWN_STORAGE);
    await page.evaluate(WATCH_MIRROR);
    const script = await bundlePackage('@newrelic/browser-agent/loaders/browser-agent', 'NewRelic');
    await page.addScriptTag({ content: script });
    await page.evaluate(`void (window.agent = new NewRelic.BrowserAgent({
      info: { beacon: '${HOST}', errorBeacon: '${HOST}', licenseKey: 'contract', applicationID: '1', sa: 1 },
      init: {
        ssl: false, privacy: { cookies_enabled: true }, harvest: { interval: 1 },
        session_replay: { enabled: true, sampling_rate: 100, ...(${options}) }, ${config ?? ''} },
      loader_config: { accountID: '1', trustKey: '1', agentID: '1', licenseKey: 'contract', applicationID: '1' },
    }))`);
    await page.waitForFunction('agent.runtime.isRecording && agent.runtime.timeKeeper?.ready');
  },
  state: (page) =>
    page.evaluate<RecorderState>(`hushmap.detect({
      scripts: [], resources: [], storageKeys: [], cookieNames: [] })[0]`),
  async again(page) {
    await page.evaluate('agent.features.session_replay.recorder.takeFullSnapshot()');
  },
  async finish(page, received, nodes) {
    await resizeOnceMore(page);
    const isComplete = async () => {
      await page.evaluate(`for (const { featAggregate } of Object.values(agent.features)) {
        if (featAggregate) agent.runtime.harvester.triggerHarvestFor(featAggregate);
      }`);
      const events = eventsOf(received);
      const known = recordedIds(events);
      return holdsLastResize(events) && nodes.every((id) => known.has(id));
    };
    await waitUntil(isComplete, 'New Relic did not send all that it recorded');
    await page.evaluate('newrelic.pauseReplay()');
    const events = eventsOf(received);
    return {
      payload: JSON.stringify(events),
      snapshot: readSnapshot(events),
      beside: [...(received.get('others') ?? []), ...(received.get('addresses') ?? [])]
        .map((body) =>
          decodeURIComponent(body.toString('utf8').replace(/%(?![\da-f]{2})/gi, '%25')),
        )
        .join('\n'),
    };
  },
};

/** Pages share a session by their storage: where one is paused, so is the next. */
const OWN_STORAGE = `{
  const kept = new Map();
  Object.defineProperty(window, 'localStorage', { value: {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  } });
}`;

/** What the back end says to the page view: recorded from the start, traces and errors as well. */
const ENTITLED = () => ({
  ...{ sr: 1, srs: 1, st: 1, sts: 1, err: 1, ins: 1, spa: 1, log: 3 },
  app: { agents: [{ entityGuid: 'contract' }], nrServerTime: Date.now() },
});

/** What the vendor's server says otherwise: `log` is how much of the console it asks for. */
const projectOf = (received: Received): object =>
  JSON.parse(received.get('project')?.[0]?.toString() ?? '{}');

const eventsOf = (received: Received): RecordedEvent[] =>
  (received.get('replay') ?? []).flatMap((body) =>
    JSON.parse((isGzip(body) ? gunzipSync(body) : body).toString('utf8')),
  );

const isGzip = (body: Buffer): boolean => body[0] === 0x1f && body[1] === 0x8b;

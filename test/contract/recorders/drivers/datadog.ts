import type { RecorderState } from '../../../../lib/protocol/recorders';
import { type Answer, type Driver, type Received, waitUntil } from '../driver';
import { contractPackage } from '../packages';
import { readSegments } from './datadog-segments';
import { LAST } from './last';
import { arrivedAt, type Intake, openIntake } from './loopback';

/** The site serves it itself: a module loads its chunks from its own origin alone. */
const SCRIPTS = '/datadog/';
const INTAKES = new WeakMap<Received, Intake>();

/**
 * @datadog/browser-rum as a site serves it. Segments are multipart forms with blobs in them,
 * which only a server sees whole, so they go to one on this machine as to a `proxy`.
 */
export const datadog: Driver = {
  classes: {
    mask: 'dd-privacy-mask',
    block: 'dd-privacy-hidden',
    ignore: 'dd-privacy-mask-user-input',
    unmask: 'dd-privacy-allow',
  },
  mirror: 'window.datadogMirror',
  answer: ({ url }) => (url.pathname.startsWith(SCRIPTS) ? script(url.pathname) : null),
  async start(page, { options, major = 7 }, received) {
    const intake = await openIntake();
    INTAKES.set(received, intake);
    await page.evaluate(MIRROR);
    await page.addScriptTag({ url: `${SCRIPTS}v${major}/datadog-rum.js` });
    await page.evaluate(`DD_RUM.init({
      applicationId: 'contract', clientToken: 'pubcontract', proxy: '${intake.url}',
      sessionSampleRate: 100, sessionReplaySampleRate: 100, telemetrySampleRate: 0, allowUntrustedEvents: true,
      ...(${options}) })`);
    await page.waitForFunction('datadogMirror.getId(document.body) > 0');
  },
  state: (page) =>
    page.evaluate<RecorderState>(`hushmap.detect({
      scripts: [], resources: [], storageKeys: [], cookieNames: [] })[0]`),
  async again(page) {
    await page.evaluate('DD_RUM.startView()');
  },
  async finish(page, received, nodes) {
    const intake = INTAKES.get(received);
    if (!intake) throw new Error('Datadog was not started');
    await page.evaluate(`DD_RUM.stopSessionReplayRecording();
      DD_RUM.addAction('${LAST}');
      window.dispatchEvent(new Event('beforeunload'));`);
    const read = () => readSegments(intake.bodies);
    await waitUntil(() => {
      const { snapshot, beside = '' } = read();
      return beside.includes(LAST) && nodes.every((id) => snapshot.nodes.has(id));
    }, 'Datadog did not send all that it recorded');
    await intake.close();
    return { ...read(), arrived: arrivedAt(intake) };
  },
};

/** The recorder numbers the nodes in a map that is weak in them; this is a copy of it. */
const MIRROR = `{
  const ids = new Map();
  const set = WeakMap.prototype.set;
  WeakMap.prototype.set = function (key, value) {
    if (key instanceof Node && typeof value === 'number') ids.set(key, value);
    return set.call(this, key, value);
  };
  window.datadogMirror = { getId: (node) => ids.get(node) ?? -1 };
}`;

function script(path: string): Answer {
  const [, version, file = ''] = /^\/datadog\/v(\d)\/(.+)$/.exec(path) ?? [];
  const name = version === '6' ? 'browser-rum-v6' : 'browser-rum';
  return {
    contentType: 'text/javascript',
    body: contractPackage(`@datadog/${name}/bundle/${file}`),
  };
}

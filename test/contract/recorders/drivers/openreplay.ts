import { gunzipSync } from 'node:zlib';
import type { RecorderState } from '../../../../lib/protocol/recorders';
import { type Answer, type Driver, type Received, waitUntil } from '../driver';
import { bundlePackage } from '../packages';
import { LAST } from './last';
import { arrivedAt, type Intake, type IntakeBody, openIntake } from './loopback';
import { readMessages, TITLE } from './openreplay-messages';

const INTAKES = new WeakMap<Received, Intake>();

/** @openreplay/tracker; its worker sends to a server on this machine, which starts the session. */
export const openreplay: Driver = {
  classes: {
    mask: 'to-obscure',
    block: 'to-hide',
    ignore: 'to-mask-by-the-older-name',
    unmask: 'to-unmask',
  },
  mirror: `{ getId: (node) =>
    node.parentNode === document.querySelector('head > title') ? ${TITLE} : (node.__openreplay_id ?? -1) }`,
  answer: ({ url }) => FILES[url.pathname] ?? null,
  async start(page, { options }, received) {
    const project = JSON.parse(received.get('project')?.[0]?.toString() ?? '{}');
    const intake = await openIntake((path) => backend(path, project));
    INTAKES.set(received, intake);
    await page.addScriptTag({ content: await bundlePackage('@openreplay/tracker', 'OpenReplay') });
    await page.evaluate(MARK);
    await page.evaluate(`{
      OpenReplay.tracker.configure({
        projectKey: 'contract', ingestPoint: '${intake.url}', __DISABLE_SECURE_MODE: true,
        ...(${options}) });
      window.started = OpenReplay.tracker.start();
    }`);
    await page.waitForFunction('started.then(({ success }) => success)');
    await page.evaluate(FRAMES_SEEN);
  },
  state: (page) =>
    page.evaluate<RecorderState>(`hushmap.detect({
      scripts: [], resources: [], storageKeys: [], cookieNames: [] })[0]`),
  async finish(page, received) {
    const intake = INTAKES.get(received);
    if (!intake) throw new Error('OpenReplay was not started');
    // Messages keep their order, so all is there once the last one is.
    await page.evaluate(`OpenReplay.tracker.event('${LAST}')`);
    await waitUntil(async () => {
      await page.evaluate('OpenReplay.tracker.forceFlushBatch()');
      return unzipped(intake).some(({ body }) => body.includes(LAST));
    }, 'OpenReplay did not send all that it recorded');
    await page.evaluate('OpenReplay.tracker.stop()');
    await intake.close();
    return { ...readMessages(unzipped(intake)), arrived: arrivedAt(intake) };
  },
};

const unzipped = ({ bodies }: Intake): IntakeBody[] =>
  bodies.map((one) => ({ ...one, body: one.body[0] === GZIP ? gunzipSync(one.body) : one.body }));

/** First byte of every gzip stream. */
const GZIP = 0x1f;

/** The tracker's marks are attributes; fixtures name classes, in frames and shadow roots too. */
const MARK = `{
  const marks = {
    'to-obscure': 'data-openreplay-obscured', 'to-hide': 'data-openreplay-hidden',
    'to-mask-by-the-older-name': 'data-openreplay-masked', 'to-unmask': 'data-openreplay-unmask' };
  const mark = (root) => {
    for (const element of root.querySelectorAll('*')) {
      for (const name of element.classList) if (marks[name]) element.setAttribute(marks[name], '');
      const shadow = element.shadowRoot ?? window.closedRoots?.get(element);
      if (shadow) mark(shadow);
      if (element.localName === 'iframe' && element.contentDocument) mark(element.contentDocument);
    }
  };
  mark(document);
}`;

/** Frames are recorded a quarter of a second after the document around them, one by one; some never. */
const FRAMES_SEEN = `(async () => {
  const seen = (root) => [...root.querySelectorAll('iframe')].every((frame) => {
    const isLeftOut = frame.__openreplay_id === undefined || frame.matches('[data-openreplay-obscured]');
    const inner = isLeftOut ? null : frame.contentDocument;
    return !inner || (inner.documentElement.__openreplay_id !== undefined && seen(inner));
  });
  for (let round = 0; round < 10 && !seen(document); round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
})()`;

/** Pictures and style sheets are told apart by whether they load. */
const FILES: { readonly [path: string]: Answer | undefined } = {
  '/pixel.png': {
    contentType: 'image/svg+xml',
    body: '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"></svg>',
  },
  '/sheet.css': { contentType: 'text/css', body: 'p { color: black }' },
};

/** What the back end says when a session starts; nothing is compressed below so many bytes unless it says so. */
function backend(path: string, project: object): unknown {
  if (path.endsWith('/v1/web/tags')) return { tags: [] };
  if (!path.endsWith('/v1/web/start')) return {};
  return {
    token: 'contract',
    userUUID: 'contract',
    sessionID: '1',
    projectID: '1',
    delay: 1,
    beaconSizeLimit: 1_000_000,
    compressionThreshold: 100_000_000,
    startTimestamp: 1,
    ...project,
  };
}

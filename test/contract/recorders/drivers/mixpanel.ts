import { gunzipSync } from 'node:zlib';
import type { RecorderState } from '../../../../lib/protocol/recorders';
import { type Driver, type Received, waitUntil } from '../driver';
import { contractPackage } from '../packages';
import { type RecordedEvent, readSnapshot, recordedIds } from '../recording';
import { arrivedAt, type Intake, type IntakeBody, openIntake } from './loopback';
import { WATCH_MIRROR, WATCHED_MIRROR } from './mirror';

const INTAKES = new WeakMap<Received, Intake>();

/** mixpanel-browser with its recorder; it sends blobs, which only a server sees whole. */
export const mixpanel: Driver = {
  classes: { mask: 'mp-mask', block: 'mp-block', ignore: 'mp-sensitive', unmask: 'mp-unmask' },
  mirror: WATCHED_MIRROR,
  async start(page, { options }, received) {
    const project = JSON.parse(received.get('project')?.[0]?.toString() ?? '{}');
    const intake = await openIntake((path) =>
      path.includes('/settings')
        ? { sdk_config: { config: project } }
        : { code: 200, status: 'OK' },
    );
    INTAKES.set(received, intake);
    await page.evaluate(WATCH_MIRROR);
    await page.addScriptTag({
      content: await contractPackage('mixpanel-browser/dist/mixpanel.umd.js'),
    });
    await page.evaluate(`{
      ${PATIENT}
      mixpanel.init('contract', {
        api_host: '${intake.url}', record_sessions_percent: 100, ...(${options}) });
      window.setTimeout = later;
    }`);
    await page.waitForFunction('mixpanel.get_session_recording_properties().$mp_replay_id');
  },
  state: (page) =>
    page.evaluate<RecorderState>(`hushmap.detect({
      scripts: [], resources: [], storageKeys: [], cookieNames: [] })[0]`),
  async again(page) {
    await page.evaluate('mixpanel.stop_session_recording()');
    await page.evaluate('void mixpanel.start_session_recording()');
  },
  async finish(page, received, nodes) {
    const intake = INTAKES.get(received);
    if (!intake) throw new Error('Mixpanel was not started');
    await page.evaluate('mixpanel.stop_session_recording()');
    const isComplete = () => {
      const known = recordedIds(eventsOf(intake));
      return nodes.every((id) => known.has(id));
    };
    await waitUntil(isComplete, 'Mixpanel did not send all that it recorded');
    await intake.close();
    const events = eventsOf(intake);
    return {
      payload: JSON.stringify(events),
      snapshot: readSnapshot(events),
      beside: intake.bodies.map(besideOf).join('\n'),
      arrived: arrivedAt(intake),
    };
  },
};

/** The library gives the project's settings half a second, which a busy machine may exceed. */
const PATIENT = `
  const later = window.setTimeout;
  window.setTimeout = (run, wait, ...given) => later(run, wait === 500 ? 10_000 : wait, ...given);`;

/** Addresses of all requests hold more than the recording does; other bodies are forms. */
const besideOf = ({ path, body }: IntakeBody): string =>
  decodeURIComponent(path.includes('/record') ? path : `${path}\n${body.toString()}`);

const eventsOf = ({ bodies }: Intake): RecordedEvent[] =>
  bodies
    .filter(({ path, body }) => path.includes('/record') && body.length > 0)
    .flatMap(({ body }) => JSON.parse(gunzipSync(body).toString('utf8')));

import type { RecorderState } from '../../../../lib/protocol/recorders';
import { type Driver, jsonAnswer } from '../driver';
import { ownPackage } from '../packages';
import { readSnapshot } from '../recording';

const COLLECT = '/collect';

/** rrweb as a page calls it; its events go to a callback, and the page sends them itself once it is left. */
export const rrweb: Driver = {
  classes: { mask: 'rr-mask', block: 'rr-block', ignore: 'rr-ignore' },
  mirror: 'rrweb.record.mirror',
  answer: ({ url }) => (url.pathname === COLLECT ? jsonAnswer({}) : null),
  async start(page, { options }) {
    await page.addScriptTag({ content: ownPackage('rrweb/umd/rrweb.js') });
    await page.evaluate(`{
      const options = (${options});
      window.recorded = [];
      window.recorderState = hushmap.enter('rrweb', options);
      rrweb.record({ ...options, emit: (event) => window.recorded.push(event) });
    }`);
  },
  state: (page) => page.evaluate<RecorderState>('window.recorderState'),
  async again(page) {
    await page.evaluate('rrweb.record.takeFullSnapshot(true)');
  },
  async finish(page) {
    const payload = await page.evaluate<string>('JSON.stringify(window.recorded)');
    await page.evaluate(
      `fetch('${COLLECT}', { method: 'POST', body: JSON.stringify(window.recorded) })`,
    );
    return { payload, snapshot: readSnapshot(JSON.parse(payload)) };
  },
};

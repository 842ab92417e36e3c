import type { RecorderState } from '../../../../lib/protocol/recorders';
import { type Driver, keep, type Received, waitUntil } from '../driver';
import { contractPackage } from '../packages';
import { META, readPayloads, textOf } from './clarity-events';
import { LAST } from './last';

const HOST = 'https://clarity.test';

/** clarity-js as its tag loads it; what it sends is decoded by the vendor's own clarity-decode. */
export const clarity: Driver = {
  classes: { mask: 'to-mask', block: 'to-block', ignore: 'to-ignore', unmask: 'to-unmask' },
  mirror: `{ getId: (node) =>
    node.nodeName === 'META' ? ${META} : (window.clarityIds.get(node) ?? -1) }`,
  answer({ url, body }, received) {
    if (url.origin !== HOST) return null;
    keep(received, 'collect', body);
    const headers = {
      'access-control-allow-origin': 'http://site.test',
      'access-control-allow-credentials': 'true',
    };
    return { headers, body: '' };
  },
  async start(page, { options }, received) {
    await page.evaluate(MARK);
    await page.evaluate(KEEP_IDS);
    await page.addScriptTag({ content: contractPackage('clarity-js/build/clarity.min.js') });
    await page.evaluate(`{
      const options = (${options});
      window.recorderState = hushmap.enter('clarity', options);
      clarity('start', { projectId: 'contract', upload: '${HOST}/collect', delay: 100, ...options });
    }`);
    await waitUntil(
      () => snapshotOf(received).nodes.size > 1,
      'Clarity did not send the page that it found',
    );
    await page.evaluate(TYPE);
  },
  state: (page) => page.evaluate<RecorderState>('window.recorderState'),
  async finish(page, received, nodes) {
    await page.evaluate(FLUSH_INPUT);
    await page.evaluate(`clarity('event', '${LAST}')`);
    const isComplete = (): boolean => {
      const known = snapshotOf(received).nodes;
      return isTold(received) && nodes.every((id) => known.has(id));
    };
    await waitUntil(isComplete, 'Clarity did not send all that it recorded');
    const recording = readPayloads(received.get('collect') ?? []);
    await page.evaluate(`clarity('stop')`);
    return recording;
  },
};

const snapshotOf = (received: Received) => readPayloads(received.get('collect') ?? []).snapshot;

const isTold = (received: Received): boolean =>
  (received.get('collect') ?? []).some((body) => textOf(body).includes(LAST));

/** Clarity's marks are attributes; fixtures name classes, in frames and shadow roots too. */
const MARK = `{
  const marks = { 'to-mask': 'data-clarity-mask', 'to-unmask': 'data-clarity-unmask' };
  const mark = (root) => {
    for (const element of root.querySelectorAll('*')) {
      for (const name of element.classList) if (marks[name]) element.setAttribute(marks[name], 'true');
      const shadow = element.shadowRoot ?? window.closedRoots?.get(element);
      if (shadow) mark(shadow);
      if (element.localName === 'iframe' && element.contentDocument) mark(element.contentDocument);
    }
  };
  mark(document);
}`;

/** Of all that Clarity keeps by node, its numbers are what it keeps of the document too. */
const KEEP_IDS = `{
  const set = WeakMap.prototype.set;
  WeakMap.prototype.set = function (key, value) {
    if (key === document && typeof value === 'number') window.clarityIds = this;
    return set.call(this, key, value);
  };
}`;

/** What is typed is held back for a second, or until Enter is pressed. */
const FLUSH_INPUT = `document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }))`;

/** Types in every field that a person types in: a value that has changed is told apart from its attribute. */
const TYPE = `{
  const kept = ['radio', 'checkbox', 'submit', 'button', 'reset', 'image', 'hidden', 'file'];
  const type = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.matches('input, select, textarea') && !kept.includes(element.type)) {
        for (const name of ['input', 'change']) element.dispatchEvent(new Event(name, { bubbles: true, composed: true }));
      }
      if (element.shadowRoot) type(element.shadowRoot);
      if (element.localName === 'iframe' && element.contentDocument) type(element.contentDocument);
    }
  };
  type(document);
  ${FLUSH_INPUT}
}`;

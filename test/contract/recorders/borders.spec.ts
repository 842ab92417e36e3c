import { expect, test } from 'playwright/test';
import { plant } from './canaries';
import type { Fixture } from './fixtures';
import { type Outcome, record, type Setup } from './harness';
import { found } from './later';
import { titleOf } from './setups';

/** Shadow roots and a frame under a mark, some there from the start and some that come later. */
const borders = (mark: string): Fixture => ({
  id: 'borders',
  body: `<p>@@</p><div class="${mark}"><x-old></x-old><x-late></x-late>
      <iframe srcdoc="<p>x</p>"></iframe><p id="in">x</p></div>
    <x-host class="${mark}">x</x-host><x-plain></x-plain>`,
  setup: `document.querySelector('x-old').attachShadow({ mode: 'open' }).innerHTML = 'x<p>x</p>';`,
});

/** 01 to 04 and 11: text that changes; 05 to 10, 14 and 15: in roots that come later; 13: no border around it. */
const CHANGES = `(async () => {
  const of = (selector) => document.querySelector(selector);
  const root = (host, html) => { host.attachShadow({ mode: 'open' }).innerHTML = html; };
  const old = of('x-old').shadowRoot;
  old.querySelector('p').firstChild.data = 'cnry5501z';
  old.querySelector('p').insertAdjacentHTML('beforeend', '<b>cnry5502z</b>');
  old.firstChild.data = 'cnry5503z';
  old.append('cnry5504z');
  root(of('x-late'), 'cnry5505z<p>cnry5506z</p>');
  root(of('x-host'), 'cnry5507z<p>cnry5508z</p>');
  root(of('x-plain'), 'cnry5509z<p>cnry5510z</p>');
  of('iframe').contentDocument.querySelector('p').textContent = 'cnry5511z';
  of('#in').innerHTML = '<b>cnry5513z</b>';
  const late = document.createElement('x-new');
  root(late, 'cnry5514z<p>cnry5515z</p>');
  of('#in').append(late);
})()`;

/** The canaries of the changes, in digits or letters. */
const CHANGED = /cnry(?:55|ff)([0-9a-j]{2})z/g;

/** What the rules call covered, each by the end of its canary. */
const coveredBy = ({ rows }: Outcome): string[] =>
  rows
    .filter(({ predicted }) => predicted !== 'plain' && predicted !== 'unknown')
    .flatMap(({ value }) => found(value, CHANGED));

const MARKS: readonly (readonly [Setup, ...marks: string[]])[] = [
  [{ recorder: 'rrweb', options: '{}' }, 'rr-mask', 'rr-block'],
  [{ recorder: 'rrweb', options: `{ maskTextSelector: '*' }` }, 'rr-mask', 'rr-block'],
  [{ recorder: 'posthog', options: '{}' }, 'ph-mask', 'ph-no-capture'],
  [{ recorder: 'posthog', options: `{ maskTextSelector: '*' }` }, 'ph-mask', 'ph-no-capture'],
  [{ recorder: 'newrelic', options: '{}' }, 'nr-mask', 'nr-block'],
  [{ recorder: 'newrelic', options: '{ mask_text_selector: null }' }, 'nr-mask', 'nr-block'],
  [{ recorder: 'sentry', options: '{ maskAllText: false }' }, 'sentry-mask', 'sentry-block'],
  [{ recorder: 'mixpanel', options: '{}' }, 'mp-mask', 'mp-block'],
  [{ recorder: 'mixpanel', options: '{ record_mask_all_text: false }' }, 'mp-mask', 'mp-block'],
  [{ recorder: 'amplitude', options: '{}' }, 'amp-mask', 'amp-block'],
  [
    {
      recorder: 'amplitude',
      options: `{ privacyConfig: { defaultMaskLevel: 'conservative' } }`,
    },
    ...(['amp-mask', 'amp-block'] as const),
  ],
  ...[`{ privacySetting: 'none' }`, `{ privacySetting: 'strict' }`].map(
    (options) => [{ recorder: 'highlight', options }, 'highlight-mask', 'highlight-block'] as const,
  ),
  ...['{}', `{ privacySetting: 'none' }`].map(
    (options) =>
      [{ recorder: 'launchdarkly', options }, 'highlight-mask', 'highlight-block'] as const,
  ),
  ...['{}', '{ obscureTextNumbers: true }', '{ privateMode: true }'].map(
    (options) => [{ recorder: 'openreplay', options }, 'to-obscure', 'to-hide'] as const,
  ),
  // Balanced covers what holds a digit, Strict everything, Relaxed nothing.
  [{ recorder: 'clarity', options: '{}' }, 'to-mask'],
  [{ recorder: 'clarity', options: '{ content: false }', shape: 'letters' }, 'to-unmask'],
  [{ recorder: 'clarity', options: `{ unmask: ['body'] }`, shape: 'letters' }, 'to-mask'],
  [{ recorder: 'clarity', options: `{ mask: ['.set-mask'] }`, shape: 'letters' }, 'set-mask'],
  [
    {
      recorder: 'clarity',
      options: `{ content: false, unmask: ['.set-unmask'] }`,
      shape: 'letters',
    },
    'set-unmask',
  ],
  ...[`{ defaultPrivacyLevel: 'allow' }`, '{}'].map(
    (options) =>
      [{ recorder: 'datadog', options }, 'dd-privacy-mask', 'dd-privacy-hidden'] as const,
  ),
];

for (const [setup, ...marks] of MARKS) {
  for (const mark of marks) {
    test(`${titleOf(setup)}: nothing that is called covered by ${mark} comes out of a shadow root or a frame later`, async ({
      page,
    }) => {
      const outcome = await record(page, borders(mark), {
        ...setup,
        during: plant(CHANGES, { mask: mark, block: mark, ignore: mark }, setup.shape),
      });
      const sent = found(outcome.payload, CHANGED);
      const covered = coveredBy(outcome);
      expect(covered.length).toBeGreaterThan(0);
      expect(sent.filter((canary) => covered.includes(canary))).toEqual([]);
    });
  }
}

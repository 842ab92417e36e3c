import { expect, test } from 'playwright/test';
import type { Fixture } from './fixtures';
import { record } from './harness';

const CLICKS: Fixture = {
  id: 'clicks',
  body: `<p data-click>cnry5101z</p><p data-click class="highlight-mask">cnry5102z</p>
    <p data-click class="highlight-block">cnry5103z</p><x-host data-click></x-host>`,
  setup: `document.querySelector('x-host').attachShadow({ mode: 'open' }).innerHTML = '<p>cnry5104z</p>';`,
};

const DURING = `
  for (const element of document.querySelectorAll('[data-click]')) element.click();
  document.querySelector('x-host').shadowRoot.querySelector('p').click();
  console.log('cnry5201z');
  fetch('/none?cnry5202z');`;

const clicked = (payload: string): string[] =>
  [...new Set([...payload.matchAll(/cnry510(\d)z/g)].map(([, digit]) => digit ?? ''))].sort();

for (const recorder of ['highlight', 'launchdarkly'] as const) {
  test(`${recorder}: a click sends the text that was clicked, masked or blocked, and strict does not help`, async ({
    page,
  }) => {
    const options = `{ privacySetting: 'strict' }`;
    const setup = { recorder, options, during: DURING };
    const { payload, beside, state } = await record(page, CLICKS, setup);
    expect(clicked(payload)).toEqual(['1', '2', '3']);
    expect(payload).toContain('cnry9999z');
    const told = /cnry520\dz/.test(payload + beside);
    expect(told).toBe(recorder === 'highlight');
    expect(state).toMatchObject({
      id: recorder,
      recording: true,
      optionSource: 'read',
      options: { privacySetting: 'strict' },
    });
  });
}

import { expect, test } from 'playwright/test';
import type { Fixture } from './fixtures';
import { record } from './harness';

const PLAIN: Fixture = { id: 'plain', body: '<p>@@</p><input value="@@">' };

const detect = (scripts: readonly string[] = []): string =>
  `hushmap.detect({ scripts: ${JSON.stringify(scripts)}, resources: [], storageKeys: Object.keys(localStorage),
     cookieNames: document.cookie.split('; ').map((pair) => pair.split('=')[0]).filter(Boolean) })`;

test('a running rrweb is found by what it wraps, and its options are its defaults', async ({
  page,
}) => {
  await record(page, PLAIN, { recorder: 'rrweb', options: '{}' });
  expect(await page.evaluate(detect())).toMatchObject([
    { id: 'rrweb', recording: true, version: null, optionSource: 'default' },
  ]);
});

test('PostHog is found alone, with its version and the options that it runs with', async ({
  page,
}) => {
  const { state } = await record(page, PLAIN, {
    recorder: 'posthog',
    options: "{ maskTextSelector: '.mine', maskTextFn: (text) => text }",
    project: { maskAllInputs: false, maskTextSelector: '.project', blockSelector: '.box' },
  });
  expect(state).toMatchObject({
    id: 'posthog',
    detected: true,
    recording: true,
    version: '1.449.2',
    optionSource: 'read',
    options: {
      maskAllInputs: false,
      maskTextSelector: '.mine',
      blockSelector: '.box',
      maskTextFn: { function: true },
    },
  });
});

test('PostHog that has stopped is not called recording, and rrweb is not reported beside it', async ({
  page,
}) => {
  await record(page, PLAIN, { recorder: 'posthog', options: '{}' });
  const found = await page.evaluate(detect());
  expect(found).toMatchObject([{ id: 'posthog', recording: false }]);
});

test('rrweb beside PostHog is reported where its own script was loaded', async ({ page }) => {
  await record(page, PLAIN, { recorder: 'posthog', options: '{}' });
  const found = await page.evaluate(detect(['https://cdn.test/npm/rrweb@2.2.2/umd/rrweb.min.js']));
  expect(found).toMatchObject([{ id: 'rrweb' }, { id: 'posthog' }]);
});

import { expect, test } from 'playwright/test';
import { mismatches, taken } from './compare';
import type { Fixture } from './fixtures';
import { PAGE_PATH, record, type Setup } from './harness';

const LATER: Fixture = {
  id: 'later',
  body: `
    <input id="secret" type="password" value="@@"><input id="toggled" type="text" value="@@">
    <div id="closed-host"></div><p id="late">@@</p>`,
};

/** What a page does while it is being recorded, before the next snapshot. */
const CHANGES = `
  document.getElementById('secret').type = 'text';
  window.closedRoots = new WeakMap();
  const host = document.getElementById('closed-host');
  const root = host.attachShadow({ mode: 'closed' });
  root.innerHTML = '<p title="cnry5001z">cnry5002z</p>cnry5003z';
  window.closedRoots.set(host, root);`;

for (const recorder of ['rrweb', 'posthog'] as const) {
  const setup: Setup = { recorder, options: '{ maskAllInputs: false }', during: CHANGES };

  test(`${recorder}: a password stays one, and a closed root is never seen, not even a late one`, async ({
    page,
  }) => {
    const recording = await record(page, LATER, setup);
    const { rows, payload } = recording;
    expect(mismatches(rows, recording)).toEqual([]);
    const fields = rows.filter(({ tag, channel }) => tag === 'input' && channel === 'value');
    expect(fields.map((row) => taken(row, recording))).toEqual(['masked', 'plain']);
    expect(payload).not.toMatch(/cnry500\dz/);
  });
}

test('rrweb: rewriting the address before the recorder starts keeps the query out', async ({
  page,
}) => {
  const { snapshot } = await record(page, LATER, {
    recorder: 'rrweb',
    options: '{}',
    before: "history.replaceState(null, '', location.pathname)",
  });
  expect(snapshot?.href).toMatch(/\/page$/);
});

test('PostHog: the proposed callback keeps the query out', async ({ page }) => {
  const { snapshot } = await record(page, LATER, {
    recorder: 'posthog',
    options:
      "{ maskCapturedNetworkRequestFn: (request) => ({ ...request, name: request.name?.split('?')[0] }) }",
  });
  expect(snapshot?.href).toMatch(/\/page$/);
});

test('PostHog: named parameters are masked and fragments stripped where it is told to', async ({
  page,
}) => {
  const { snapshot, state } = await record(page, LATER, {
    recorder: 'posthog',
    options: '{}',
    config:
      "mask_personal_data_properties: true, custom_personal_data_properties: ['email'], disable_capture_url_hashes: true",
  });
  expect(state.options).toMatchObject({
    mask_personal_data_properties: true,
    custom_personal_data_properties: ['email'],
    disable_capture_url_hashes: true,
  });
  expect(PAGE_PATH).toContain('email=cnry9999z#');
  expect(snapshot?.href).not.toMatch(/cnry999[89]z/);
});

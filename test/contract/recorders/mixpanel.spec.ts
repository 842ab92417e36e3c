import { expect, test } from 'playwright/test';
import { mismatches } from './compare';
import type { Fixture } from './fixtures';
import { record, type Setup } from './harness';
import { changesWith, found, LATER } from './later';

const mixpanel = (options: string, during = ''): Setup => ({
  recorder: 'mixpanel',
  options,
  ...(during ? { during } : {}),
});

const CHANGES = changesWith('mp-mask');

test('Mixpanel: what comes after the snapshot is masked as well, but for attributes and text straight in a shadow root', async ({
  page,
}) => {
  const recording = await record(page, LATER, mixpanel('{}', CHANGES));
  expect(mismatches(recording.rows, recording)).toEqual([]);
  expect(found(recording.payload, /cnry54(\d\d)z/g)).toEqual(['08', '11', '13', '17', '18']);
});

test('Mixpanel: a shown password stays masked, and a late mask holds for what changes after it', async ({
  page,
}) => {
  const open = '{ record_mask_all_text: false, record_mask_all_inputs: false }';
  const recording = await record(page, LATER, mixpanel(open, CHANGES));
  expect(mismatches(recording.rows, recording)).toEqual([]);
  expect(found(recording.payload, /cnry54(\d\d)z/g)).toEqual([
    ...['03', '04', '05', '07', '08', '11', '13', '14', '17', '18'],
  ]);
});

const TALK: Fixture = {
  id: 'talk',
  body: `<p>@@</p><button>Open cnry5101z</button><button class="mp-sensitive">Open cnry5102z</button>
    <div class="mp-mask"><button>Open cnry5103z</button></div>`,
};

const SAY = `
  console.log('cnry5301z'); console.error('cnry5302z');
  for (const button of document.querySelectorAll('button')) button.click();
  fetch('/pixel.png?q=cnry5201z');`;

test('Mixpanel records the console and the address, with what it is told to beside them', async ({
  page,
  context,
}) => {
  const open = await record(page, TALK, mixpanel('{}', SAY));
  expect(found(open.payload, /cnry530(\d)z/g)).toEqual(['1', '2']);
  for (const canary of ['cnry9999z', 'cnry9998z']) {
    expect(open.payload).toContain(canary);
    expect(open.beside).toContain(canary);
  }
  expect(open.payload + open.beside).not.toMatch(/cnry(520|510)\dz/);
  const proposed = await page.evaluate<string[]>(`(() => {
    const root = hushmap.judgeAt(${JSON.stringify(open.state)});
    return ['console', 'page-url'].map((channel) => root.capture(channel).fix.text); })()`);
  const closed = await record(await context.newPage(), TALK, {
    ...mixpanel(`{ ${proposed[0]} }`, SAY),
    before: proposed[1] ?? '',
  });
  expect(closed.payload + closed.beside).not.toMatch(/cnry(530\d|999\d)z/);
});

test('Mixpanel records requests and sends the text of clicks where it is told to', async ({
  page,
}) => {
  const { payload, beside, state } = await record(
    page,
    TALK,
    mixpanel(
      `{ record_network: true, batch_requests: false, api_payload_format: 'json', autocapture: { capture_text_content: true } }`,
      SAY,
    ),
  );
  expect(payload).toContain('cnry5201z');
  expect(found(beside, /cnry510(\d)z/g)).toEqual(['1', '3']);
  const captures = await page.evaluate<string[]>(`(() => {
    const root = hushmap.judgeAt(${JSON.stringify(state)});
    return ['resource-url', 'clicked-text'].map((channel) => root.capture(channel).capture); })()`);
  expect(captures).toEqual(['plain', 'plain']);
});

test('Mixpanel is found with its version, its options and whether it records', async ({ page }) => {
  const { state } = await record(page, TALK, {
    ...mixpanel(`{ remote_settings_mode: 'fallback', record_unmask_text_selector: '.open' }`),
    project: { record_block_selector: '.project', record_mask_input_selector: '.never' },
  });
  expect(state).toMatchObject({
    ...{ id: 'mixpanel', detected: true, recording: true, version: '2.83.0', optionSource: 'read' },
    options: {
      ...{ record_unmask_text_selector: '.open', record_block_selector: '.project' },
      ...{ record_console: true, record_mask_all_inputs: true },
    },
  });
  // The library takes from the project only what its own defaults name.
  expect(state.options).not.toHaveProperty('record_mask_input_selector');
  const stopped = await page.evaluate<unknown[]>(
    'hushmap.detect({ scripts: [], resources: [], storageKeys: [], cookieNames: [] })',
  );
  expect(stopped).toMatchObject([{ id: 'mixpanel', recording: false }]);
});

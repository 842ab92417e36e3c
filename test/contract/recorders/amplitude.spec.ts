import { expect, type Page, test } from 'playwright/test';
import { mismatches } from './compare';
import type { Fixture } from './fixtures';
import { record, type Setup } from './harness';
import { changesWith, found, LATER } from './later';

const amplitude = (options: string, during = ''): Setup => ({
  recorder: 'amplitude',
  options,
  ...(during ? { during } : {}),
});

const CHANGES = changesWith('amp-mask');

test('Amplitude: what comes after the snapshot is taken by the same rules', async ({ page }) => {
  const { payload } = await record(page, LATER, amplitude('{}', CHANGES));
  expect(found(payload, /cnry54(\d\d)z/g)).toEqual([
    '04',
    '07',
    '08',
    '11',
    '13',
    '14',
    '17',
    '18',
  ]);
});

test('Amplitude, conservative: text that comes later is masked, but for text straight in a shadow root', async ({
  page,
}) => {
  const options = `{ privacyConfig: { defaultMaskLevel: 'conservative' } }`;
  const { payload } = await record(page, LATER, amplitude(options, CHANGES));
  expect(found(payload, /cnry54(\d\d)z/g)).toEqual(['04', '08', '11', '13', '17', '18']);
});

test('Amplitude, light: a shown password stays masked, other fields are plain', async ({
  page,
}) => {
  const options = `{ privacyConfig: { defaultMaskLevel: 'light' } }`;
  const { payload } = await record(page, LATER, amplitude(options, CHANGES));
  expect(found(payload, /cnry54(\d\d)z/g)).toEqual([
    ...['03', '04', '05', '07', '08', '11', '13', '14', '17', '18'],
  ]);
});

const TALK: Fixture = {
  id: 'talk',
  body: `<p>@@</p><button class="amp-mask">Open cnry5101z</button>
    <div class="amp-block"><button>Open cnry5102z</button></div>
    <iframe class="amp-block" src="/frame?cnry5103z"></iframe>`,
};

/** As it stands in the fixture's document, and as it is sent beside an address. */
const TITLE = '"title":"cnry0001z"';

const SAY = `
  console.log('cnry5301z'); console.error('cnry5302z');
  for (const button of document.querySelectorAll('button')) button.click();
  fetch('/none?q=cnry5202z').catch(() => {});`;

test('Amplitude sends addresses, of blocked frames too, and neither clicked text nor the console', async ({
  page,
}) => {
  const { payload, beside } = await record(page, TALK, amplitude('{}', SAY));
  const sent = payload + beside;
  expect(sent).toContain('cnry5103z');
  expect(sent).toContain('cnry9999z');
  expect(found(sent, /cnry(510[12]|530\d|5202)z/g)).toEqual([]);
});

test('Amplitude sends the title as it is with captureDocumentTitle, and not without', async ({
  page,
  context,
}) => {
  const level = `privacyConfig: { defaultMaskLevel: 'conservative' }`;
  const told = await record(page, TALK, amplitude(`{ ${level}, captureDocumentTitle: true }`));
  expect(told.payload).toContain(TITLE);
  const titles = told.rows.filter(({ channel }) => channel === 'document-title');
  expect(titles.map(({ predicted }) => predicted)).toEqual(titles.map(() => 'plain'));
  const quiet = await record(await context.newPage(), TALK, amplitude(`{ ${level} }`));
  expect(quiet.payload).not.toContain(TITLE);
});

test('Amplitude drops selectors that are not valid where its server sets masks', async ({
  page,
}) => {
  const setup = {
    ...amplitude('{}'),
    project: { defaultMaskLevel: 'medium', maskSelector: ['..broken', '#text'] },
  };
  const { payload } = await record(page, LATER, setup);
  expect(payload).toContain('"***');
});

test('Amplitude records the console and addresses where its server asks for them', async ({
  page,
}) => {
  const logging = {
    console: { enabled: true, levels: ['error'] },
    network: { enabled: true },
  };
  const told = { ...amplitude('{}', SAY), project: { logging } };
  const { payload, beside } = await record(page, TALK, told);
  expect(found(payload + beside, /cnry(530\d|5202)z/g)).toEqual(['5202', '5302']);
  const state = { options: { loggingConfig: logging } };
  expect(await predicted(page, state, 'console')).toBe('plain');
  expect(await predicted(page, state, 'resource-url')).toBe('plain');
});

test('Amplitude takes a selector that is no list apart into letters, and the rules cannot tell', async ({
  page,
}) => {
  const options = `{ privacyConfig: { defaultMaskLevel: 'conservative', unmaskSelector: 'input' } }`;
  const { payload, rows } = await record(page, LATER, amplitude(options));
  const [text] = rows.filter(({ tag, channel }) => tag === 'p' && channel === 'text');
  expect(payload).toContain(text?.value ?? 'no text was asked about');
  expect(text?.predicted).toBe('unknown');
});

test('Amplitude joins what its server says of masks with the init call', async ({ page }) => {
  const setup = {
    ...amplitude(`{ privacyConfig: { unmaskSelector: ['#text'] } }`),
    project: { defaultMaskLevel: 'conservative', maskSelector: ['#text'] },
  };
  const { payload } = await record(page, LATER, setup);
  expect(payload).not.toMatch(/cnry0\d{3}z/);
});

/** What the rules say of something beside the nodes, for a recorder with these options. */
const predicted = (page: Page, { options }: { options: object }, channel: string) =>
  page.evaluate<string>(
    `hushmap.judgeAt(hushmap.enter('amplitude', ${JSON.stringify(options)})).capture('${channel}').capture`,
  );

test('Amplitude is found where its script is, with the rules of its defaults', async ({ page }) => {
  const recording = await record(page, TALK, amplitude('{}'));
  expect(mismatches(recording.rows, recording).map(({ because }) => because)).toEqual(
    expect.not.arrayContaining(['recorder.because.textMasked']),
  );
  const states = await page.evaluate<unknown[]>(
    'hushmap.detect({ scripts: [], resources: [], storageKeys: [], cookieNames: [] })',
  );
  expect(states).toMatchObject([{ id: 'amplitude', detected: true }]);
});

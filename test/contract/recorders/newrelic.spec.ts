import { expect, test } from 'playwright/test';
import { mismatches } from './compare';
import { isException } from './exceptions';
import type { Fixture } from './fixtures';
import { record, type Setup } from './harness';
import { changesWith, found, LATER } from './later';

/** @param config options of the agent beside `session_replay`. */
const newrelic = (options: string, during = '', config = ''): Setup => ({
  recorder: 'newrelic',
  options,
  ...(during ? { during } : {}),
  ...(config ? { config } : {}),
});

const OPEN = '{ mask_all_inputs: false, mask_text_selector: null }';
const CHANGES = changesWith('nr-mask');

test('New Relic: what comes after the snapshot is masked as well, but for attributes and text straight in a shadow root', async ({
  page,
}) => {
  const recording = await record(page, LATER, newrelic('{}', CHANGES));
  expect(mismatches(recording.rows, recording).filter((one) => !isException(one))).toEqual([]);
  expect(found(recording.payload, /cnry54(\d\d)z/g)).toEqual(['04', '08', '11', '13', '17', '18']);
  expect(recording.beside).not.toMatch(/cnry54\d\dz/);
});

test('New Relic: a shown password stays masked, and a late mask holds for what changes after it', async ({
  page,
}) => {
  const recording = await record(page, LATER, newrelic(OPEN, CHANGES));
  expect(mismatches(recording.rows, recording).filter((one) => !isException(one))).toEqual([]);
  expect(found(recording.payload, /cnry54(\d\d)z/g)).toEqual([
    ...['03', '04', '05', '07', '08', '11', '13', '14', '17', '18'],
  ]);
});

const TALK: Fixture = {
  id: 'talk',
  body: `<button id="cnry5111z" class="cnry5112z" title="cnry5113z">Open cnry5101z</button>
    <button class="nr-mask">Open cnry5102z</button>
    <div class="nr-block"><button id="cnry5114z">Open cnry5103z</button></div>
    <input value="cnry5107z"><input type="password" value="cnry5108z">
    <img src="/pixel.png?q=cnry5201z"><x-host></x-host>`,
  setup: `document.querySelector('x-host').attachShadow({ mode: 'open' }).innerHTML =
    '<button>Open cnry5109z</button><input value="cnry5110z">';`,
};

/** Clicks everything, and waits until the agent has sent what it has noted. */
const SAY = `(async () => {
  await fetch('/none/cnry5205z?q=cnry5202z#cnry5203z', { method: 'POST', body: 'cnry5206z' });
  console.log('cnry5301z'); console.error('cnry5302z');
  for (const element of document.querySelectorAll('button, input')) element.click();
  for (const element of document.querySelector('x-host').shadowRoot.children) element.click();
  document.body.click();
  await new Promise((resolve) => setTimeout(resolve, 2500));
})()`;

/** What the rules say of what is sent beside the recording. */
const BESIDE = (state: unknown): string => `(() => {
  const root = hushmap.judgeAt(${JSON.stringify(state)});
  const of = (selector) => {
    const judge = (element) =>
      (element.parentElement ? judge(element.parentElement) : root).enter(hushmap.viewOf(element), 'child');
    return judge(document.querySelector(selector));
  };
  return [
    root.capture('console').capture,
    root.capture('resource-url').capture,
    root.capture('resource-url', 'q').capture,
    root.capture('resource-url', '#').capture,
    of('button').capture('clicked-text').capture,
    of('[type="password"]').capture('value').capture,
    of('.nr-block button').capture('id', 'id').capture,
  ]; })()`;

test('New Relic sends names of what is clicked, the console, and addresses without their query', async ({
  page,
}) => {
  const { beside, payload, state } = await record(page, TALK, newrelic('{}', SAY));
  expect(found(beside, /cnry51(\d\d)z/g)).toEqual(['11', '12', '14']);
  expect(found(beside, /cnry530(\d)z/g)).toEqual(['1', '2']);
  expect(found(beside, /cnry520(\d)z/g)).toEqual(['5']);
  expect(payload).toContain('cnry9999z');
  expect(payload).not.toMatch(/cnry(530|5202|5203|5205)/);
  expect(await page.evaluate(BESIDE(state))).toEqual([
    ...['plain', 'plain', 'absent', 'absent', 'absent', 'masked', 'plain'],
  ]);
});

test('New Relic sends text and passwords of what is clicked, and whole requests, where it is told to', async ({
  page,
}) => {
  const told = `user_actions: { elementAttributes: ['innerText', 'value'] }, ajax: { capture_payloads: 'all' }`;
  const { beside, state } = await record(page, TALK, newrelic('{}', SAY, told));
  expect(found(beside, /cnry51(\d\d)z/g)).toEqual(['01', '02', '03', '07', '08', '11', '12', '14']);
  expect(found(beside, /cnry520(\d)z/g)).toEqual(['2', '5', '6']);
  expect(await page.evaluate(BESIDE(state))).toEqual([
    ...['plain', 'plain', 'plain', 'absent', 'plain', 'plain', 'plain'],
  ]);
});

test('New Relic: each option that is proposed keeps out what it is proposed for, and traces keep ids and classes in', async ({
  page,
}) => {
  const off = `user_actions: { enabled: false }, logging: { enabled: false }, ajax: { capture_payloads: 'none' }`;
  const before = "history.replaceState(null, '', location.pathname)";
  const { beside, payload, state } = await record(page, TALK, {
    ...newrelic('{}', SAY, off),
    before,
  });
  expect(payload + beside).not.toMatch(/cnry999\dz/);
  expect(found(beside, /cnry5([1-3]\d\d)z/g)).toEqual(['111', '112', '114', '205']);
  expect(await page.evaluate(BESIDE(state))).toEqual([
    ...['absent', 'plain', 'absent', 'absent', 'absent', 'masked', 'plain'],
  ]);
});

/** Texts of every kind that is sent beside a recording. */
const TALK_MORE: Fixture = {
  ...TALK,
  body: `<button id="cnry5111z" class="cnry5112z">Open cnry5101z cnry5104z</button>
    <input type="password" value="cnry5108z">`,
  setup: '',
};

const SAY_MORE = `(async () => {
  await fetch('/none/cnry5205z/cnry5207z?q=cnry5202z', { method: 'POST', body: 'cnry5206z' });
  console.error('cnry5301z', 'cnry5308z'); console.warn('cnry5302z'); console.info('cnry5303z');
  console.log('cnry5304z cnry5305z'); console.debug('cnry5306z'); console.trace('cnry5307z');
  for (const element of document.querySelectorAll('button, input')) element.click();
  document.body.click();
  await new Promise((resolve) => setTimeout(resolve, 2500));
})()`;

const TOLD = `user_actions: { elementAttributes: ['id', 'className', 'innerText', 'value'] }, ajax: { capture_payloads: 'all' }`;

/** What the rules say of each value, by the digits of its canary. */
const JUDGED = (state: unknown): string => `(() => {
  const root = hushmap.judgeAt(${JSON.stringify(state)});
  const at = (element) => (element.parentElement ? at(element.parentElement) : root)
    .enter(hushmap.viewOf(element), 'child');
  const [button, field] = ['button', 'input'].map((name) => at(document.querySelector(name)));
  const of = (digits) => ({ whole: 'cnry' + digits + 'z', part: 'cnry' + digits + 'z' });
  const text = { part: 'cnry5101z', whole: 'Open cnry5101z cnry5104z' };
  const line = { part: 'cnry5305z', whole: 'cnry5304z cnry5305z' };
  return Object.fromEntries(Object.entries({
    5101: button.capture('clicked-text', undefined, text),
    5108: field.capture('value', undefined, of('5108')),
    5111: button.capture('id', 'id', of('5111')),
    5202: root.capture('resource-url', 'q', of('5202')),
    5205: root.capture('resource-url', '', of('5205')),
    5301: root.capture('console', 'error', of('5301')),
    5305: root.capture('console', 'log', line),
    5306: root.capture('console', 'debug', of('5306')),
  }).map(([name, { capture }]) => [name, capture])); })()`;

const OBFUSCATING: readonly (readonly [
  rules: string,
  sent: readonly string[],
  judged: Readonly<Record<string, string>>,
])[] = [
  [`{ regex: /.+/g, replacement: 'x' }`, [], allOf('masked')],
  [`{ regex: /cnry\\d{4}z/g, replacement: '' }`, [], allOf('unknown')],
  [
    // Once in a text, and not where it does not occur.
    `{ regex: 'cnry53' }`,
    ['5101', '5104', '5108', '5111', '5112', '5202', '5205', '5206', '5207', '5305'],
    { ...allOf('plain'), 5301: 'unknown', 5305: 'unknown' },
  ],
  [
    `{ regex: 5 }, { replacement: 'x' }, { regex: /.+/g, replacement: () => 'x' }`,
    [
      ...['5101', '5104', '5108', '5111', '5112', '5202', '5205', '5206', '5207'],
      ...['5301', '5302', '5303', '5304', '5305'],
    ],
    allOf('plain'),
  ],
  [
    `{ regex: /[^]+/, eventFilter: ['Log'] }`,
    ['5101', '5104', '5108', '5111', '5112', '5202', '5205', '5206', '5207'],
    { ...allOf('plain'), 5301: 'masked', 5305: 'masked' },
  ],
  [
    // An id goes out with traces too, an address by them alone where requests are covered.
    `{ regex: /[^]+/, eventFilter: ['UserAction', 'AjaxRequest'] }`,
    ['5111', '5112', '5205', '5207', '5301', '5302', '5303', '5304', '5305'],
    { ...allOf('plain'), 5101: 'masked', 5108: 'masked', 5202: 'masked' },
  ],
  [
    `{ regex: /[^]+/, eventFilter: ['AjaxRequest', 'SessionTrace'] }`,
    ['5101', '5104', '5108', '5111', '5112', '5301', '5302', '5303', '5304', '5305'],
    { ...allOf('plain'), 5202: 'masked', 5205: 'masked' },
  ],
  [
    // A rule for clicks brings those for other events along.
    `{ regex: /[^]+/, eventFilter: ['Log'] }, { regex: 'nothing', eventFilter: ['UserAction'] }`,
    ['5111', '5112', '5202', '5205', '5206', '5207'],
    { ...allOf('plain'), 5101: 'masked', 5108: 'masked', 5301: 'masked', 5305: 'masked' },
  ],
];

function allOf(capture: string): Readonly<Record<string, string>> {
  const all = ['5101', '5108', '5111', '5202', '5205', '5301', '5305'];
  return { ...Object.fromEntries(all.map((name) => [name, capture])), 5306: 'absent' };
}

for (const [rules, sent, judged] of OBFUSCATING) {
  test(`New Relic: what obfuscate [${rules}] leaves beside the recording, and that it changes nothing in it`, async ({
    page,
  }) => {
    const config = `${TOLD}, obfuscate: [${rules}]`;
    const outcome = await record(page, TALK_MORE, newrelic('{}', SAY_MORE, config));
    expect(found(outcome.beside, /cnry(5[1-3]\d\d)z/g)).toEqual(sent);
    expect(found(outcome.payload, /cnry(5[1-3]\d\d)z/g)).toEqual(['5111', '5112']);
    expect(outcome.payload).toContain('cnry9999z');
    // The recording holds the id itself.
    const inRecording = judged[5111] === 'masked' || judged[5111] === 'unknown';
    expect(await page.evaluate(JUDGED(outcome.state))).toEqual({
      ...judged,
      ...(inRecording ? { 5111: 'plain' } : {}),
    });
  });
}

/** What is sent of the console by what the vendor's server answers; of each call the first argument. */
const BY_LEVEL: readonly (readonly [log: number, sent: readonly string[]])[] = [
  [0, []],
  [1, ['1']],
  [2, ['1', '2']],
  [3, ['1', '2', '3', '4', '5']],
  [4, ['1', '2', '3', '4', '5', '6']],
  [5, ['1', '2', '3', '4', '5', '6', '7']],
];

for (const [log, sent] of BY_LEVEL) {
  test(`New Relic: of the console, what level ${log} of its server asks for`, async ({ page }) => {
    const { beside, state } = await record(page, TALK_MORE, {
      ...newrelic('{}', SAY_MORE),
      project: { log },
    });
    expect(found(beside, /cnry530(\d)z/g)).toEqual(sent);
    const methods = { error: '1', warn: '2', info: '3', log: '4', debug: '6', trace: '7' };
    const root = `hushmap.judgeAt(${JSON.stringify(state)})`;
    for (const [method, digit] of Object.entries(methods)) {
      const judged = await page.evaluate(`${root}.capture('console', '${method}').capture`);
      expect([method, judged]).toEqual([method, sent.includes(digit) ? 'plain' : 'absent']);
    }
  });
}

test('New Relic is found with its version, its options and whether it records', async ({
  page,
}) => {
  const setup = newrelic(`{ mask_text_selector: '.private', block_selector: '.secret' }`);
  const { state } = await record(page, TALK, setup);
  expect(state).toMatchObject({
    ...{
      id: 'newrelic',
      detected: true,
      recording: true,
      version: '1.322.0',
      optionSource: 'read',
    },
    options: {
      ...{ mask_all_inputs: true, mask_text_selector: '.private,[data-nr-mask]' },
      ...{ block_selector: '[data-nr-block],.secret', logging: { enabled: true, mode: 3 } },
      user_actions: { enabled: true, elementAttributes: ['id', 'className', 'tagName', 'type'] },
    },
  });
  const stopped = await page.evaluate<unknown[]>(
    'hushmap.detect({ scripts: [], resources: [], storageKeys: [], cookieNames: [] })',
  );
  expect(stopped).toMatchObject([{ id: 'newrelic', recording: false }]);
});

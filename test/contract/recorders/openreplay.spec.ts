import { expect, test } from 'playwright/test';
import { mismatches } from './compare';
import type { Fixture } from './fixtures';
import { record, type Setup } from './harness';

const openreplay = (options: string, during: string): Setup => ({
  recorder: 'openreplay',
  options,
  during,
});

const digits = (payload: string, pattern: RegExp): string[] =>
  [...new Set([...payload.matchAll(pattern)].map(([, digit]) => digit ?? ''))].sort();

const CLICKS: Fixture = {
  id: 'clicks',
  body: `
    <button data-click>Open cnry5101z</button>
    <section><button data-click>Open <b data-openreplay-obscured>cnry5102z</b></button></section>
    <section><button data-click data-openreplay-obscured>cnry5103z</button></section>
    <section data-openreplay-obscured><div><div><button data-click>cnry5104z</button></div></div></section>
    <section><button data-click data-openreplay-masked>cnry5105z</button></section>
    <section><button data-click>cnry5106z@mail.test</button></section>
    <x-host></x-host>`,
  setup: `document.querySelector('x-host').attachShadow({ mode: 'open' }).innerHTML =
    '<section data-openreplay-obscured><button data-click>cnry5107z</button></section>'`,
};

/** Clicks with a place, as a person's have: the tracker passes over others. */
const CLICK = `
  const inside = document.querySelector('x-host').shadowRoot;
  for (const target of [...document.querySelectorAll('[data-click]'), ...inside.querySelectorAll('[data-click]')]) {
    target.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, clientX: 9, clientY: 9 }));
  }`;

test('OpenReplay labels clicks with masked text that is in or near what was clicked', async ({
  page,
}) => {
  const { payload, state } = await record(page, CLICKS, openreplay('{}', CLICK));
  expect(digits(payload, /cnry510(\d)z/g)).toEqual(['1', '2', '3']);
  const captures = await page.evaluate<string[]>(`(() => {
    const root = hushmap.judgeAt(${JSON.stringify(state)});
    const judgeOf = (element) => {
      const host = element.parentElement ? null : element.getRootNode().host;
      const around = element.parentElement ?? host;
      const outer = around ? judgeOf(around) : root;
      return outer.enter(hushmap.viewOf(element), host ? 'shadow-open' : 'child');
    };
    const inside = document.querySelector('x-host').shadowRoot;
    return [...document.querySelectorAll('[data-click]'), ...inside.querySelectorAll('[data-click]')].map((element) => {
      const text = element.textContent;
      return judgeOf(element).capture('clicked-text', undefined, { whole: text, part: text }).capture;
    }); })()`);
  expect(captures).toEqual([
    ...['plain', 'plain', 'unknown', 'masked', 'absent', 'masked', 'absent'],
  ]);
});

const TALK: Fixture = {
  id: 'talk',
  body: '<img src="/missing.png?cnry5201z"><img src="/pixel.png?cnry5202z" data-openreplay-obscured>',
};

const SAY = `console.log('cnry5301z'); console.warn('cnry5302z'); console.error('cnry5303z');`;

test('OpenReplay sends addresses, the title and the console, and in private mode the address of the page still', async ({
  page,
  context,
}) => {
  const open = await record(page, TALK, openreplay('{}', SAY));
  for (const canary of ['cnry9999z', 'cnry9998z', 'cnry0001z']) {
    expect(open.payload).toContain(canary);
  }
  expect(digits(open.beside, /cnry520(\d)z/g)).toEqual(['1', '2']);
  expect(digits(open.payload, /cnry530(\d)z/g)).toEqual(['1', '2', '3']);
  const closed = await record(
    await context.newPage(),
    TALK,
    openreplay('{ privateMode: true, urls: { urlSanitizer: () => "" } }', SAY),
  );
  expect(closed.payload).toContain('cnry9999z');
  expect(closed.payload).not.toContain('cnry0001z');
  expect(digits(closed.payload, /cnry530(\d)z/g)).toEqual([]);
});

test('OpenReplay: the proposed options keep title, console and addresses out', async ({ page }) => {
  const options = `{ urls: { titleSanitizer: () => '' }, consoleMethods: [],
    captureResourceTimings: false, network: { disabled: true } }`;
  const { payload, beside } = await record(page, TALK, {
    ...openreplay(options, SAY),
    before: "history.replaceState(null, '', location.pathname)",
  });
  expect(payload).not.toMatch(/cnry(999\d|0001|530\d)z/);
  // A picture that fails to load is told all the same.
  expect(digits(beside, /cnry520(\d)z/g)).toEqual(['1']);
});

const LATER: Fixture = {
  id: 'later',
  body: `
    <input id="secret" type="password" value="@@"><input id="plain" value="@@"><textarea id="area"></textarea>
    <p id="late">@@</p><p id="text">@@</p><p id="attribute">x</p><div id="host"></div>
    <div id="masked" data-openreplay-obscured></div><div id="hidden" data-openreplay-hidden><i>x</i></div>`,
};

/** Typing, changes of the page, a mark that comes late, and a password that is shown. */
const CHANGES = `
  const of = (id) => document.getElementById(id);
  of('secret').value = 'cnry5401z';
  of('plain').value = 'cnry5402z';
  of('area').value = 'cnry5403z';
  of('secret').type = 'text';
  of('late').setAttribute('data-openreplay-obscured', '');
  of('late').firstChild.data = 'cnry5404z';
  of('text').textContent = 'cnry5405z';
  of('attribute').title = 'cnry5406z';
  of('masked').innerHTML = '<p title="cnry5407z">cnry5408z</p>';
  of('hidden').innerHTML = '<p title="cnry5409z">cnry5410z</p>';
  of('host').attachShadow({ mode: 'open' }).innerHTML =
    '<p>cnry5411z</p><p data-openreplay-obscured title="cnry5412z">cnry5413z</p>';`;

test('OpenReplay: what comes after the snapshot is taken by the same rules, and a late mask holds for what changes after it', async ({
  page,
}) => {
  const { payload } = await record(page, LATER, openreplay('{}', CHANGES));
  const found = digits(payload, /cnry54(\d\d)z/g);
  expect(found).toEqual(['05', '06', '07', '11', '12']);
});

test('OpenReplay: a password that is shown has the mode of any other field', async ({ page }) => {
  const options = '{ defaultInputMode: 0, obscureInputNumbers: false }';
  const recording = await record(
    page,
    LATER,
    openreplay(
      options,
      `const of = (id) => document.getElementById(id);
      of('secret').type = 'text'; of('secret').value = 'cnry5401z';`,
    ),
  );
  expect(recording.payload).toContain('cnry5401z');
  expect(mismatches(recording.rows, recording).filter(({ tag }) => tag !== 'input')).toEqual([]);
});

test('OpenReplay is found with its version, its options and whether it records', async ({
  page,
}) => {
  const { state } = await record(page, TALK, {
    recorder: 'openreplay',
    options:
      '{ privateMode: true, domSanitizer: () => 0, network: { disabled: true, capturePayload: true } }',
  });
  expect(state).toMatchObject({
    ...{
      id: 'openreplay',
      detected: true,
      recording: true,
      version: '19.0.1',
      optionSource: 'read',
    },
    options: {
      ...{ privateMode: true, domSanitizer: { function: true }, network: { disabled: true } },
      ...{ defaultInputMode: 1, obscureTextEmails: true },
    },
  });
  const [found] = await page.evaluate<unknown[]>(
    'hushmap.detect({ scripts: [], resources: [], storageKeys: [], cookieNames: [] })',
  );
  expect(found).toMatchObject({ id: 'openreplay', recording: false });
});

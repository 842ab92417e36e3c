import { expect, test } from 'playwright/test';
import type { Fixture } from './fixtures';
import { record, type Setup } from './harness';
import { bundlePackage } from './packages';

const clarity = (options: string, during?: string): Setup => ({
  ...{ recorder: 'clarity', options, shape: 'letters' },
  ...(during === undefined ? {} : { during }),
});

/** The last digits of canaries in letters, such as `b` of `cnryfbabz`, as numbers. */
const digits = (text: string, pattern: RegExp): number[] => {
  const found = [...text.matchAll(pattern)].map(([, letters = '']) =>
    Number([...letters].map((letter) => 'abcdefghij'.indexOf(letter)).join('')),
  );
  return [...new Set(found)].sort((a, b) => a - b);
};

const CLICKED = /cnryfba(\w)/g;

const CLICKS: Fixture = {
  id: 'clicks',
  body: `
    <button data-click>Open cnry5101z</button>
    <button data-click>Open <b data-clarity-mask>cnry5102z</b></button>
    <button data-click data-clarity-mask>Open cnry5103z</button>
    <div data-clarity-mask><p data-click>cnry5104z</p></div>
    <p data-click>a@cnry5105z</p>
    <p data-click>Please write to your own cnry5106z</p>
    <img data-click alt="cnry5107z">
    <p data-click>Please write to cnry5108z@mail.test</p>
    <a data-click href="#cnry5109z">x</a>`,
};

const CLICK = `
  for (const target of document.querySelectorAll('[data-click]')) {
    target.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, clientX: 9, clientY: 9 }));
  }`;

/** What the rules say of a click on each, but for the link, whose address is an attribute. */
const predictClicks = (state: unknown): string => `(() => {
  const root = hushmap.judgeAt(${JSON.stringify(state)});
  const judgeOf = (element) =>
    (element.parentElement ? judgeOf(element.parentElement) : root).enter(hushmap.viewOf(element), 'child');
  return [...document.querySelectorAll('[data-click]:not(a)')].map((element) => {
    const whole = element.textContent || element.alt;
    const part = /cnry\\w{5}/.exec(whole)[0];
    return judgeOf(element).capture('clicked-text', undefined, { whole, part }).capture;
  }); })()`;

test('Clarity tells what was clicked by the mask of that alone: what is masked in it goes along', async ({
  page,
}) => {
  const { beside, state } = await record(page, CLICKS, clarity('{}', CLICK));
  expect(digits(beside, CLICKED)).toEqual([1, 2, 7, 8, 9]);
  expect(await page.evaluate(predictClicks(state))).toEqual([
    ...['plain', 'plain', 'masked', 'masked', 'masked', 'absent', 'plain', 'plain'],
  ]);
});

test('Clarity tells nothing of what was clicked in its mode Strict, but where links lead', async ({
  page,
}) => {
  const { beside, state } = await record(page, CLICKS, clarity('{ content: false }', CLICK));
  expect(digits(beside, CLICKED)).toEqual([9]);
  expect(new Set(await page.evaluate<string[]>(predictClicks(state)))).toEqual(new Set(['masked']));
});

const TALK: Fixture = {
  id: 'talk',
  head: `<script type="application/ld+json">
    { "@type": "Product", "name": "cnry5301z", "description": "cnry5302z" }</script>`,
  body: '<img src="/pixel.png?cnry5303z" data-clarity-mask><p>@@</p>',
};

const SAY = `
  console.log('cnryfdaez'); console.error('cnryfdafz'); fetch('/missing?cnryfdagz');
  setTimeout(() => { throw new Error('cnryfdahz'); });`;

test('Clarity sends the address and title of the page, structured data and errors, in its mode Strict too', async ({
  page,
}) => {
  const { beside, payload } = await record(page, TALK, clarity('{ content: false }', SAY));
  for (const canary of ['cnry9999z', 'cnry9998z', 'cnryaaabz']) expect(beside).toContain(canary);
  expect(digits(payload, /cnryfda(\w)z/g)).toEqual([1, 7]);
  expect(payload).not.toContain('cnryaaacz');
});

test('Clarity: the proposed option and an address rewritten before it starts keep the query out', async ({
  page,
  context,
}) => {
  const open = await record(page, TALK, clarity('{}'));
  const [parameter, fragment] = await page.evaluate<string[]>(`(() => {
    const root = hushmap.judgeAt(${JSON.stringify(open.state)});
    return [root.capture('page-url', 'email'), root.capture('page-url', '#')].map(({ fix }) => fix.text);
  })()`);
  const dropped = await record(await context.newPage(), TALK, clarity(`{ ${parameter} }`));
  expect(dropped.payload).toContain('email=*na*');
  expect(dropped.payload).not.toContain('cnry9999z');
  const before = fragment ?? '';
  const rewritten = await record(await context.newPage(), TALK, { ...clarity('{}'), before });
  expect(rewritten.payload).not.toMatch(/cnry999[89]z/);
});

const LATER: Fixture = {
  id: 'later',
  body: `
    <input id="secret" type="password" value="@@"><input id="plain" value="@@"><textarea id="area"></textarea>
    <p id="late">@@</p><p id="text">@@</p><p id="attribute">x</p><div id="masked" data-clarity-mask></div>
    <div id="closed"></div><div id="open"></div>
    <iframe srcdoc="<p class='shown'>@@</p>" data-clarity-mask></iframe>`,
};

/** Typing, changes of the page, a mark that comes late, and a password that is shown. */
const CHANGES = `
  const of = (id) => document.getElementById(id);
  const type = (field, text) => {
    field.value = text;
    for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }));
  };
  type(of('secret'), 'cnryfeabz');
  of('secret').type = 'text';
  type(of('secret'), 'cnryfeacz');
  of('secret').setAttribute('value', 'cnryfeacz');
  type(of('plain'), 'cnryfeadz');
  type(of('area'), 'cnryfeaez');
  of('late').setAttribute('data-clarity-mask', 'true');
  of('late').firstChild.data = 'cnryfeafz';
  of('text').textContent = 'cnryfeagz';
  of('attribute').dataset.user = 'cnryfeahz';
  of('masked').innerHTML = '<p data-user="cnryfeaiz">cnryfeajz</p>';
  of('closed').attachShadow({ mode: 'closed' }).innerHTML = '<p>cnryfebaz</p>';
  of('open').attachShadow({ mode: 'open' }).innerHTML = '<p>cnryfebbz</p><p data-clarity-mask>cnryfebcz</p>';
  const inside = document.querySelector('iframe').contentDocument;
  inside.body.append(Object.assign(inside.createElement('p'), { className: 'shown', textContent: 'cnryfebdz' }));`;

test('Clarity: a mark that comes late changes nothing, a late closed root is seen, and selectors reach into a frame that has changed', async ({
  page,
}) => {
  const { payload, rows } = await record(page, LATER, clarity("{ unmask: ['.shown'] }", CHANGES));
  expect(digits(payload, /cnryfe(\w\w)z/g)).toEqual([5, 6, 7, 10, 11, 13]);
  const shown = rows.filter(({ where }) => where === 'p.shown');
  expect(shown.map(({ predicted }) => predicted)).toEqual(['unknown', 'unknown']);
});

const checksums = (beside: string): string[] =>
  [...beside.matchAll(/"checksum":"(\w+)"/g)].map(([, checksum = '']) => checksum);

test('Clarity sends checksums of what is typed, not of passwords, unless it is told not to', async ({
  page,
  context,
}) => {
  const type = (value: string) => `{
    for (const field of [secret, plain]) {
      field.value = '${value}';
      field.dispatchEvent(new Event('change', { bubbles: true }));
    } }`;
  const on = await record(page, LATER, clarity('{}', type('something')));
  const off = await record(
    await context.newPage(),
    LATER,
    clarity('{ fraud: false }', type('something')),
  );
  expect(on.beside).not.toContain('something');
  // The value that the field had at first, and what was typed.
  expect(new Set(checksums(on.beside)).size).toBe(2);
  expect(checksums(off.beside)).toEqual([]);
});

const DETECT = `hushmap.detect({ scripts: [], resources: [], storageKeys: [], cookieNames: [] })`;

test('Clarity is found with its version and whether it records, and its options are its defaults', async ({
  page,
}) => {
  await record(page, TALK, {
    ...clarity('{ content: false }'),
    during: `window.found = ${DETECT}`,
  });
  expect(await page.evaluate('window.found')).toMatchObject([
    {
      ...{ id: 'clarity', recording: true, version: '0.8.70', optionSource: 'default' },
      options: { content: true },
    },
  ]);
  expect(await page.evaluate(DETECT)).toMatchObject([{ id: 'clarity', recording: false }]);
});

test('Clarity in a bundle of the page is found by what it wraps', async ({ page }) => {
  await record(page, TALK, { recorder: 'rrweb', options: '{}' });
  await page.addScriptTag({ content: await bundlePackage('clarity-js', 'Bundled') });
  await page.evaluate('Bundled.clarity.start({ upload: () => {} })');
  const isRecording = async (): Promise<unknown> => {
    const found = await page.evaluate<{ id: string; recording: boolean; version: null }[]>(DETECT);
    return found.find(({ id }) => id === 'clarity');
  };
  expect(await isRecording()).toMatchObject({ recording: true, version: null });
  await page.evaluate('Bundled.clarity.stop()');
  expect(await isRecording()).toMatchObject({ recording: false });
});

import { expect, test } from 'playwright/test';
import { mismatches } from './compare';
import type { Fixture } from './fixtures';
import { record, type Setup } from './harness';

const VERSIONS = [6, 7] as const;

/** Clicks as a person's would be: Datadog names an action when a pointer goes down and up. */
const CLICK = `
  for (const target of document.querySelectorAll('[data-click]')) {
    for (const type of ['pointerdown', 'pointerup', 'click']) {
      target.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, isPrimary: true }));
    }
  }`;

const CLICKS: Fixture = {
  id: 'clicks',
  body: `
    <button data-click>Open cnry5101z</button>
    <button data-click data-dd-privacy="mask">Open cnry5102z</button>
    <button data-click data-dd-privacy="hidden">Open cnry5103z</button>
    <button data-click>Open <b data-dd-privacy="mask">cnry5104z</b></button>
    <div data-dd-privacy="mask"><p><span data-click>Open cnry5105z</span></p></div>
    <div data-click aria-label="cnry5106z" data-dd-privacy="mask-unless-allowlisted">x</div>
    <button data-click>The last click is named once the next one comes</button>`,
};

/** Which of the canaries 5101 to 5106 were sent beside the recording. */
const named = (beside: string): number[] => {
  const found = [...beside.matchAll(/cnry510(\d)z/g)].map(([, digit]) => Number(digit));
  return [...new Set(found)].sort();
};

/** An action is made a while after its click, once nothing more seems to come of it. */
const clicked = (version: number, options: string): Setup => ({
  ...{
    recorder: 'datadog',
    major: version,
    during: `(async () => { ${CLICK}; ${SIX_ACTIONS} })()`,
  },
  options: `{ beforeSend: ({ type }) => { window.actions = (window.actions ?? 0) + (type === 'action'); return true; },
    ...${options} }`,
});

const SIX_ACTIONS = `
  for (let round = 0; (window.actions ?? 0) < 6 && round < 300; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }`;

test('Datadog 7 names clicks after what is not masked', async ({ page }) => {
  const { beside, rows } = await record(page, CLICKS, clicked(7, '{}'));
  expect(beside).toContain('Masked Element');
  expect(named(beside)).toEqual([1]);
  expect(rows.length).toBeGreaterThan(5);
});

test('Datadog 6 names clicks after masked text too, unless it is told not to', async ({
  page,
  context,
}) => {
  const open = await record(page, CLICKS, clicked(6, '{}'));
  expect(named(open.beside)).toEqual([1, 2, 3, 4, 5, 6]);
  const told = clicked(6, `{ enablePrivacyForActionName: true, defaultPrivacyLevel: 'allow' }`);
  const closed = await record(await context.newPage(), CLICKS, told);
  expect(named(closed.beside)).toEqual([1]);
});

test('Datadog names no clicks where trackUserInteractions is off', async ({ page }) => {
  const options = '{ trackUserInteractions: false }';
  const { beside } = await record(page, CLICKS, { ...clicked(6, options), during: CLICK });
  expect(named(beside)).toEqual([]);
});

const ADDRESSES: Fixture = {
  id: 'addresses',
  body: '<img src="/pixel.png?q=cnry5201z" data-dd-privacy="mask"><p>@@</p>',
};

/** What the page writes and asks for while it is recorded. */
const TALK = `
  console.log('cnry5301z'); console.warn('cnry5302z'); console.info('cnry5303z');
  console.error('cnry5304z');`;

for (const major of VERSIONS) {
  const setup: Setup = { recorder: 'datadog', major, options: '{}', during: TALK };

  test(`Datadog ${major} sends addresses and console errors beside the recording`, async ({
    page,
  }) => {
    const { beside, payload } = await record(page, ADDRESSES, setup);
    for (const canary of ['cnry9999z', 'cnry9998z', 'cnry5201z', 'cnry5304z']) {
      expect(beside).toContain(canary);
    }
    expect(beside).not.toMatch(/cnry530[123]z/);
    const addressInRecording = /cnry999[89]z/.test(payload);
    expect(addressInRecording).toBe(major === 6);
    expect(payload).not.toContain('cnry5201z');
  });

  test(`Datadog ${major}: the proposed options keep queries and addresses out`, async ({
    page,
    context,
  }) => {
    const exposed = await record(page, ADDRESSES, setup);
    const [pageUrl, query, path] = await page.evaluate<string[]>(`(() => {
      const root = hushmap.judgeAt(${JSON.stringify(exposed.state)});
      return [root.capture('page-url', 'email'), root.capture('resource-url', 'q'), root.capture('resource-url')]
        .map(({ fix }) => fix.text); })()`);
    const stripped = await record(await context.newPage(), ADDRESSES, {
      ...setup,
      options: `{ ${query} }`,
      ...(major === 6 ? { before: pageUrl } : {}),
    });
    expect(stripped.beside + stripped.payload).not.toMatch(/cnry(999\d|5201)z/);
    const dropped = await record(await context.newPage(), ADDRESSES, {
      ...setup,
      options: `{ ${path} }`,
    });
    expect(dropped.beside).not.toContain('cnry5201z');
  });
}

const LATER: Fixture = {
  id: 'later',
  body: `
    <div data-dd-privacy="allow">
      <input id="secret" type="password" value="@@"><input id="plain" value="@@">
      <textarea id="area">@@</textarea><select id="choice"><option>x</option><option value="@@">@@</option></select>
    </div>
    <p id="late">@@</p><p id="text">@@</p><p id="attribute">x</p><div id="host"></div>
    <div id="masked" data-dd-privacy="mask"></div>`,
};

/** Typing, changes of the page, marks that come late, and a password that is shown. */
const CHANGES = `
  const of = (id) => document.getElementById(id);
  const type = (field, text) => {
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  type(of('secret'), 'cnry5401z');
  of('secret').type = 'text';
  type(of('secret'), 'cnry5402z');
  type(of('plain'), 'cnry5403z');
  of('plain').setAttribute('autocomplete', 'new-password');
  type(of('plain'), 'cnry5404z');
  of('late').dataset.ddPrivacy = 'mask';
  of('late').firstChild.data = 'cnry5405z';
  of('text').textContent = 'cnry5406z';
  of('attribute').title = 'cnry5407z';
  of('masked').innerHTML = '<p title="cnry5408z">cnry5409z</p>';
  of('masked').firstChild.title = 'cnry5410z';
  const root = of('host').attachShadow({ mode: 'open' });
  root.innerHTML = '<p>cnry5411z</p><p data-dd-privacy="mask" title="cnry5412z">cnry5413z</p>';`;

for (const major of VERSIONS) {
  test(`Datadog ${major}: what comes after the snapshot is taken by the same rules, and a shown password is plain`, async ({
    page,
  }) => {
    const recording = await record(page, LATER, {
      ...{ recorder: 'datadog', major, during: CHANGES },
      options: `{ defaultPrivacyLevel: 'mask-user-input' }`,
    });
    expect(mismatches(recording.rows, recording)).toEqual([]);
    const found = [...recording.payload.matchAll(/cnry54(\d\d)z/g)].map(([, number]) => number);
    expect([...new Set(found)].sort()).toEqual(['02', '03', '06', '07', '11']);
  });
}

const detect = `hushmap.detect({ scripts: [], resources: [],
  storageKeys: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
  cookieNames: document.cookie.split('; ').map((pair) => pair.split('=')[0]).filter(Boolean) })`;

for (const [major, version, level] of [
  [6, '6.33.0', 'mask'],
  [7, '7.16.2', 'mask-user-input'],
] as const) {
  test(`Datadog ${major} is found with its version, its options and whether it records`, async ({
    page,
  }) => {
    const { state } = await record(page, ADDRESSES, {
      ...{ recorder: 'datadog', major },
      options: '{ actionNameAttribute: "data-name", beforeSend: () => true }',
      before: 'window.$DD_ALLOW = new Set(["log out"])',
    });
    expect(state).toMatchObject({
      ...{ id: 'datadog', detected: true, recording: true, version, optionSource: 'read' },
      options: {
        ...{ defaultPrivacyLevel: level, enablePrivacyForActionName: major === 7 },
        ...{ actionNameAttribute: 'data-name', beforeSend: { function: true } },
        ...{ trackResources: true, $DD_ALLOW: ['log out'] },
      },
    });
    expect(await page.evaluate(detect)).toMatchObject([{ id: 'datadog', recording: false }]);
  });
}

import { truncateSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { heatFileOf } from '../overlay/page-error';
import { heatState, waitFor } from '../run/drive';
import { expect, test } from './fixture';
import { addSource, audit, openFile, saved, shown, tabIdOf } from './steps';

const STRICT =
  "default-src 'none'; style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
const FORM =
  '<form><label>E-mail <input type="email" value="mara.lind@quaymail.example"></label></form><p>Call +1 202 555 0143</p>';

test.describe('pages that make it hard', () => {
  test('a strict CSP with Trusted Types: heat and audit work', async ({ hushmap, tab }) => {
    const site = await serve(FORM, { 'content-security-policy': STRICT });
    try {
      await tab.goto(site.url);
      const panel = await hushmap.openSidePanel(tab);
      await shown(panel);
      const { result } = await audit(hushmap, tab);
      expect(result.findings.some(({ pii }) => pii?.class === 'email')).toBe(true);
    } finally {
      site.server.close();
    }
  });

  test('rewritten prototypes and forged messages change nothing', async ({ hushmap, tab }) => {
    const site = await serve(`${FORM}<script>${HOSTILE}</script>`);
    try {
      await tab.goto(site.url);
      const panel = await hushmap.openSidePanel(tab);
      await shown(panel);
      const { result } = await audit(hushmap, tab);
      expect(result.verdict).not.toBe('clear');
      const classes = new Set(result.findings.map(({ pii }) => pii?.class));
      expect([...classes]).toEqual(expect.arrayContaining(['email', 'phone']));
    } finally {
      site.server.close();
    }
  });

  test('a name that is markup is shown as text', async ({ hushmap, tab }) => {
    const name = '&lt;img src=x onerror=globalThis.pwned=1&gt;Buy';
    const site = await serve(
      `<button style="position:absolute;left:20px;top:20px;width:300px;height:60px">${name}</button>`,
    );
    try {
      await tab.goto(site.url);
      const cells = [{ x: 100, y: 50, count: 500 }];
      const panel = await openFile(hushmap, tab, saved(heatFileOf(site.url, cells)));
      await expect(panel.getByText('<img src=x', { exact: false }).first()).toBeVisible();
      expect(await panel.evaluate(() => 'pwned' in globalThis)).toBe(false);
      expect(await panel.locator('img[src="x"]').count()).toBe(0);
    } finally {
      site.server.close();
    }
  });

  test('40,000 elements are audited', async ({ hushmap, tab }) => {
    const row = '<div class="row"><span>Row</span><b>ready</b><i>12:30</i></div>';
    const site = await serve(FORM + row.repeat(10_000));
    try {
      await tab.goto(site.url);
      const { result } = await audit(hushmap, tab);
      expect(result.frames[0]?.elements).toBeGreaterThan(40_000);
      expect(result.findings.some(({ pii }) => pii?.class === 'email')).toBe(true);
    } finally {
      site.server.close();
    }
  });
});

test('the extension is reloaded while the heat is on: it leaves the page as it was', async ({
  hushmap,
  tab,
  parley,
}) => {
  await tab.goto(`${parley.origin}/`);
  const children = () => tab.evaluate(() => document.documentElement.childElementCount);
  const before = await children();
  const panel = await hushmap.openSidePanel(tab);
  await shown(panel);
  expect(await children()).toBe(before + 1);
  const errors: string[] = [];
  tab.on('pageerror', ({ message }) => errors.push(message));
  await hushmap.worker.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  await tab.mouse.wheel(0, 400);
  await expect.poll(children).toBe(before);
  expect(errors).toEqual([]);
});

test.describe('sources that misbehave', () => {
  test('positions that are no numbers are left out, and that is said', async ({
    hushmap,
    tab,
    parley,
  }) => {
    await addSource(hushmap, parley);
    await tab.goto(`${parley.origin}/pricing`);
    parley.posthog.behave('nan');
    try {
      const panel = await hushmap.openSidePanel(tab);
      const state = await waitFor(
        () => heatState(panel, tabIdOf(panel)),
        ({ status }) => status !== 'loading' && status !== 'off',
        'An answer',
      );
      const said = state.reason === null ? state.notes : [state.reason];
      expect(said.map(({ id }) => id)).toContain(
        state.status === 'shown' ? 'source.note.unusable' : 'error.source.badShape',
      );
    } finally {
      parley.posthog.reset();
    }
  });

  test('a million cells are shown, and the page goes on', async ({ hushmap, tab, parley }) => {
    await addSource(hushmap, parley);
    await tab.goto(`${parley.origin}/pricing`);
    parley.posthog.behave('million');
    try {
      const panel = await hushmap.openSidePanel(tab);
      const state = await shown(panel, 200_000);
      expect(state.summary?.cells).toBeGreaterThan(100_000);
      await tab.getByRole('link', { name: 'Settings' }).first().click();
    } finally {
      parley.posthog.reset();
    }
  });

  test('a source that is down says so', async ({ hushmap, tab, parley }) => {
    await addSource(hushmap, parley);
    await tab.goto(`${parley.origin}/pricing`);
    parley.posthog.behave('down');
    try {
      const panel = await hushmap.openSidePanel(tab);
      await expect(panel.getByText(/could not be reached/).first()).toBeVisible();
    } finally {
      parley.posthog.reset();
    }
  });
});

test('a file of 200 MB is refused before it is read', async ({ hushmap, tab, parley }) => {
  await tab.goto(`${parley.origin}/`);
  const path = saved('');
  truncateSync(path, 200 * 1024 * 1024);
  const panel = await hushmap.openSidePanel(tab);
  await shown(panel);
  await panel.getByTestId('heat-file').setInputFiles(path);
  await expect(panel.getByText(/200 MB/).first()).toBeVisible();
  const after = await heatState(panel, tabIdOf(panel));
  expect(after).toMatchObject({ status: 'shown', summary: { provenance: { kind: 'sample' } } });
});

/** What a page can do to its own world, and say to everybody. */
const HOSTILE = `
  for (const name of ['push','map','filter','forEach','slice','indexOf','join'])
    Array.prototype[name] = () => { throw new Error('trap'); };
  JSON.parse = JSON.stringify = () => { throw new Error('trap'); };
  for (const name of ['querySelectorAll','getAttribute','matches','attachShadow'])
    Element.prototype[name] = () => null;
  Object.defineProperty(HTMLInputElement.prototype, 'value', { get: () => '' });
  setInterval(() => {
    window.postMessage({ hushmap: 1, name: 'audit.resolve', request: {} }, '*');
    window.postMessage({ type: 'wxt:content-script-started' }, '*');
    document.dispatchEvent(new CustomEvent('hushmap:probe', { detail: '{"fromStart":true,"events":[]}' }));
  }, 20);
`;

async function serve(body: string, headers: Record<string, string> = {}) {
  const html = `<!doctype html><html lang="en"><head><title>Page</title></head><body>${body}</body></html>`;
  const server: Server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers });
    response.end(html);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

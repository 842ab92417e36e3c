import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { startMany } from '../sites/many/server';

const PROGRAM = join(import.meta.dirname, '../../dist/hushmap.mjs');

const PAGES: Readonly<Record<string, string>> = {
  '/open': '<title>Open</title><p>Write to ada.kline@example.com</p>',
  '/covered': '<title>Covered</title><p class="rr-mask">Write to ada.kline@example.com</p>',
  '/drifted': '<title>Covered</title><p class="rr-mask">x@example.com</p><p>+49 30 901820</p>',
  '/hidden-root': `<title>Root</title><div id="host"></div><script>
    document.getElementById('host').attachShadow({ mode: 'closed' }).innerHTML = '<p>ada.kline@example.com</p>';
  </script>`,
  '/tampered': `<title>Tampered</title><p>ada.kline@example.com</p><script>
    for (const proto of [Node.prototype, Element.prototype, CharacterData.prototype]) {
      for (const name of ['textContent', 'childNodes', 'firstChild', 'data', 'nodeValue', 'attributes']) {
        if (Object.hasOwn(proto, name)) Object.defineProperty(proto, name, { get: () => null });
      }
    }
    Array.prototype.map = () => []; JSON.stringify = () => '{}'; String.prototype.match = () => null;
  </script>`,
};

/** What stands at `/covered` changes under a clearance. */
let hasDrifted = false;
let server: Server;
let site = '';

test.beforeAll(async () => {
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname;
    const body = PAGES[hasDrifted && path === '/covered' ? '/drifted' : path];
    const away = path === '/away';
    if (away) response.setHeader('location', 'http://other.test/');
    response.writeHead(away ? 302 : body ? 200 : 404, {
      'content-type': 'text/html; charset=utf-8',
    });
    response.end(body ? `<!doctype html>${body}` : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address of this form.
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

test.afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
});

const folder = (): string => mkdtempSync(join(tmpdir(), 'hushmap-cli-'));

/** With a limit for what hangs alone: other tests run beside these. */
function hushmap(command: string, ...args: string[]) {
  const loadsPages = command === 'audit' || command === 'gate';
  return typed(command, ...args, ...(loadsPages ? ['--timeout', '200'] : []));
}

async function typed(...args: string[]) {
  const child = spawn(process.execPath, [PROGRAM, ...args], { cwd: folder() });
  const said = { out: '', err: '' };
  child.stdout.on('data', (part) => (said.out += part));
  child.stderr.on('data', (part) => (said.err += part));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { ...said, code };
}

test('exits 0 on a clear page, 1 on a blocked one, 2 where there is none', async () => {
  const clear = await hushmap('audit', `${site}/covered`, '--recorder', 'rrweb');
  expect([clear.code, JSON.parse(clear.out).verdict]).toEqual([0, 'clear']);
  const blocked = await hushmap('audit', `${site}/open`, '--recorder', 'rrweb');
  expect([blocked.code, JSON.parse(blocked.out).verdict]).toEqual([1, 'blocked']);
  const missing = await hushmap('audit', `${site}/none`, '--recorder', 'rrweb');
  expect(missing.code).toBe(2);
  expect(missing.err).toContain('status 404');
});

test('one page that fails loses no other, and none of them is called clear', async () => {
  const out = folder();
  const paths = ['/open', '/none', '/away', '/covered'].map((path) => site + path);
  const { code } = await hushmap('audit', ...paths, '--recorder', 'rrweb', '--out', out);
  expect(code).toBe(1);
  const index = JSON.parse(readFileSync(join(out, 'index.json'), 'utf8'));
  expect(index.pages.map(({ verdict }: { verdict: string | null }) => verdict)).toEqual([
    'blocked',
    null,
    null,
    'clear',
  ]);
});

test('a page that crashes its tab loses no other, and is told as such', async () => {
  const many = await startMany();
  try {
    const paths = ['/form/1', '/crashes/2', '/covered/3'].map((path) => many.origin + path);
    const out = folder();
    await hushmap('audit', ...paths, '--recorder', 'rrweb', '--out', out);
    const { pages } = JSON.parse(readFileSync(join(out, 'index.json'), 'utf8'));
    expect(pages.map(({ verdict }: { verdict: string | null }) => verdict)).toEqual([
      'blocked',
      null,
      'clear',
    ]);
    expect(pages[1].text).toContain('The page crashed its tab');
  } finally {
    many.close();
  }
});

test('reads closed shadow roots, and a page that tampers with prototypes changes nothing', async () => {
  for (const path of ['/hidden-root', '/tampered']) {
    const captures = join(folder(), 'captures.jsonl');
    await hushmap('audit', site + path, '--recorder', 'rrweb', '--captures', captures);
    const lines = readFileSync(captures, 'utf8').trim().split('\n');
    const found = lines.map((line) => JSON.parse(line)).filter(({ pii }) => pii === 'email');
    expect([path, found.length]).toEqual([path, 1]);
  }
});

test('writes values only where they were asked for, and warns of them', async () => {
  const [without, including] = [join(folder(), 'a.jsonl'), join(folder(), 'b.jsonl')];
  const args = [`${site}/open`, '--recorder', 'rrweb', '--captures'];
  const plain = await hushmap('audit', ...args, without);
  expect(readFileSync(without, 'utf8') + plain.out + plain.err).not.toContain('ada.kline');
  const { err } = await hushmap('audit', ...args, including, '--include-values');
  expect(readFileSync(including, 'utf8')).toContain('ada.kline@example.com');
  expect(err).toMatch(/personal/i);
});

test('options that are entered replace the defaults', async () => {
  const file = join(folder(), 'options.json');
  writeFileSync(file, JSON.stringify({ rrweb: { maskTextSelector: 'p' } }));
  const { code } = await hushmap('audit', `${site}/open`, '--recorder-options', file);
  expect(code).toBe(0);
});

for (const [format, sign] of [
  ['jsonl', /^\{"url":.*"outcome":"fail"/],
  ['junit', /<testsuites?[\s\S]*<failure/],
  ['html', /<!doctype html>/i],
  ['markdown', /^# Hushmap/],
] as const) {
  test(`writes ${format} without a value of the page`, async () => {
    const { out, code } = await hushmap(
      'audit',
      `${site}/open`,
      '--recorder',
      'rrweb',
      '--format',
      format,
    );
    expect(out).toMatch(sign);
    expect(out).not.toContain('ada.kline@example.com');
    expect(code).toBe(1);
  });
}

test('the gate fails on drift from a clearance, and on nothing else', async () => {
  const out = folder();
  await hushmap('audit', `${site}/covered`, '--recorder', 'rrweb', '--out', out);
  const file = join(out, 'audit.json');
  const same = await hushmap('gate', file, '--url', `${site}/covered`);
  expect(same.code).toBe(0);
  hasDrifted = true;
  const drifted = await hushmap('gate', file, '--url', `${site}/covered`);
  hasDrifted = false;
  expect(drifted.code).toBe(1);
});

test('a baseline lets known findings pass and fails on new ones', async () => {
  const out = folder();
  await hushmap('audit', `${site}/open`, '--recorder', 'rrweb', '--out', out);
  const again = ['--recorder', 'rrweb', '--baseline', join(out, 'audit.json')];
  expect((await hushmap('audit', `${site}/open`, ...again)).code).toBe(0);
  expect((await hushmap('audit', `${site}/drifted`, ...again)).code).toBe(1);
});

test('wrong usage ends with 2 and a sentence that says what to type', async () => {
  for (const [args, sentence] of [
    [['audit'], /Give at least one address/],
    [['audit', 'ftp://x'], /no address of the web/],
    [['audit', `${site}/open`, '--recorder', 'sentri'], /takes one of rrweb/],
    [['walk'], /There is no command "walk"/],
  ] as const) {
    const { code, err } = await typed(...args);
    expect([code, sentence.test(err)]).toEqual([2, true]);
  }
});

test('one patch mends all pages that were audited', async () => {
  const out = folder();
  const pages = [`${site}/open`, `${site}/drifted`];
  await hushmap('audit', ...pages, '--recorder', 'rrweb', '--out', out);
  const { out: patch, code } = await hushmap('patch', out);
  expect(code).toBe(0);
  expect(patch.match(/class="rr-mask"/g)).toHaveLength(1);
  for (const url of pages) expect(patch).toContain(`# ${url}`);
  expect((await hushmap('patch', join(out, 'none.json'))).code).toBe(2);
});

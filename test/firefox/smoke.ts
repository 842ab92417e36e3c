/**
 * The extension in a real Firefox: it installs, its pages open, and heat lies on a page where the
 * cells are. Firefox is driven over WebDriver BiDi. The counts go to the file named on the command
 * line.
 */

import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { randomId } from '../../lib/core/ids';
import { FIREFOX_ID } from '../../lib/platform/manifest';
import { findFirefox } from '../run/browsers.mjs';
import { startSender, VENDOR_HOST } from '../sites/sender/server';
import { proves } from './prove';

const UUID = '5e1f2a3b-7c8d-4e9f-a0b1-c2d3e4f50617';
const BUILD = join(import.meta.dirname, '../../.output/firefox-mv3-testing');
const OWN = `moz-extension://${UUID}`;
const HOT = { x: 400, y: 300 };

/** Ways that get as far as the network while this Firefox is driven; frames and workers do not. */
const WAYS_HERE = ['fetch', 'keepalive', 'xhr', 'beacon', 'image', 'websocket'];

const counts = { passed: 0, failed: 0, skipped: 0 };
await main().catch((cause: unknown) => check('Firefox ran', () => Promise.reject(cause)));
const [report] = process.argv.slice(2);
if (report !== undefined) writeFileSync(report, JSON.stringify(counts));
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(counts.failed > 0 ? 1 : 0);

async function main(): Promise<void> {
  const executablePath = findFirefox();
  if (executablePath === null) throw new Error('Firefox was not found. Install firefox-esr.');
  const site = await serve();
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    args: ['-remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [FIREFOX_ID]: UUID }),
      'network.dns.localDomains': VENDOR_HOST,
    },
  });
  try {
    const url = `http://127.0.0.1:${(site.address() as AddressInfo).port}/`;
    await run(browser, url);
    await views(browser, url);
    await holds(browser);
    await proves({ browser, check, openOwnPage, askOwn });
  } finally {
    await browser.close();
    site.close();
  }
}

async function run(browser: Browser, url: string): Promise<void> {
  await check('it installs', async () => {
    await browser.installExtension(BUILD);
  });
  const page = await browser.newPage();
  await page.setViewport({ width: 1000, height: 700 });
  await page.goto(url);

  const workspace = await openOwnPage(browser, 'options.html');
  await check('the workspace opens', async () => {
    await workspace.waitForSelector('main', { timeout: 60_000 });
  });
  const tabId = await workspace.evaluate(async (wanted) => {
    const tabs = await chrome.tabs.query({});
    return tabs.find((tab) => tab.url === wanted)?.id ?? -1;
  }, url);

  const panel = await openOwnPage(browser, `sidepanel.html?tab=${tabId}`);
  await check('a heat file is shown on the page', async () => {
    await askOwn(panel, 'heat.on', { tabId });
    const input = await panel.waitForSelector('[data-testid="heat-file"]', { timeout: 60_000 });
    await panel.evaluate(dropFile, heatFile(url));
    await input?.dispose();
    await eventually(
      async () => (await stateOf(panel, tabId)).summary?.provenance?.kind === 'file',
    );
    await askOwn(panel, 'heat.set', { tabId, settings: { palette: 'gray', opacity: 1 } });
    await page.bringToFront();
    await eventually(async () => (await brightness(page, HOT.x, HOT.y)) < 16);
  });
  await check('it is dark where people click and white where they do not', async () => {
    const far = await brightness(page, 900, 600);
    if (far !== 255) throw new Error(`Far from every cell the picture is ${far}, not 255.`);
  });
  await check('the heat goes away without a trace', async () => {
    await askOwn(panel, 'heat.off', { tabId });
    await eventually(
      async () => (await page.evaluate(() => document.body.parentElement?.childElementCount)) === 2,
    );
    await eventually(async () => (await brightness(page, HOT.x, HOT.y)) > 240);
  });
}

/** A view is saved, comes back by its name, and by its link with one press, heat on already or not. */
async function views(browser: Browser, url: string): Promise<void> {
  const own = await openOwnPage(browser, 'options.html');
  await own.waitForSelector('main', { timeout: 60_000 });
  const warm = { palette: 'inferno', days: 30, style: 'classic' };
  const plain = { palette: 'gray', days: 7, style: 'density' };
  const page = await browser.newPage();
  await page.goto(`${url}mine`);
  const mine = await tabOf(own, `${url}mine`);
  const looks = async (tabId: number, settings: object): Promise<void> =>
    eventually(async () => {
      const state = await stateOf(own, tabId);
      const now = new Map(Object.entries(state.settings ?? {}));
      return (
        state.on === true && Object.entries(settings).every(([key, to]) => now.get(key) === to)
      );
    });
  let link = '';
  await check('a view is saved, and opened by its name', async () => {
    await press(browser, page);
    await looks(mine, {});
    await askOwn(own, 'heat.set', { tabId: mine, settings: warm });
    // The smoke test reads two words of the answer; the protocol's own tests read it whole.
    const saved = (await askOwn(own, 'views.save', {
      ...{ tabId: mine, id: randomId('view'), name: 'Warm', where: 'template' },
    })) as { value?: { link?: string; views?: { id: string }[] } } | undefined;
    link = saved?.value?.link ?? '';
    if (!link.includes(':~:hushmap=1;')) throw new Error(`No link: ${JSON.stringify(saved)}`);
    await askOwn(own, 'heat.set', { tabId: mine, settings: plain });
    await looks(mine, plain);
    await askOwn(own, 'views.open', { tabId: mine, id: saved?.value?.views?.[0]?.id ?? '' });
    await looks(mine, warm);
    await askOwn(own, 'heat.set', { tabId: mine, settings: plain });
  });
  await check('a link to a view shows it by one press', async () => {
    const other = await browser.newPage();
    await other.goto(link);
    const theirs = await tabOf(own, `${url}mine`, mine);
    await press(browser, other);
    await looks(theirs, warm);
    if ((await other.evaluate(() => location.href)) !== `${url}mine`)
      throw new Error('The page has seen the view.');
    await other.close();
  });
  await check('a link to a view shows it by one press where heat is on', async () => {
    await looks(mine, plain);
    await page.goto('about:blank');
    await page.goto(link);
    await press(browser, page);
    await looks(mine, warm);
  });
  await page.close();
}

/** The toolbar button, as a person presses it: the browser's own window does what a press does. */
async function press(browser: Browser, page: Page): Promise<void> {
  await page.bringToFront();
  const connection: unknown = Reflect.get(browser, 'connection');
  if (!isConnection(connection)) throw new Error('The driver has no connection.');
  const scope = { 'moz:scope': 'chrome' };
  const { contexts } = (await connection.send('browsingContext.getTree', scope)).result;
  const expression = `{
    const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
    const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(FIREFOX_ID)});
    ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
  }`;
  const target = { context: contexts?.[0]?.context };
  const call = { target, expression, awaitPromise: true, userActivation: true };
  const { result } = await connection.send('script.evaluate', call);
  if (result.type !== 'success') throw new Error(`No press: ${JSON.stringify(result)}`);
}

interface Connection {
  send(
    method: string,
    params: object,
  ): Promise<{ result: { type?: string; contexts?: { context: string }[] } }>;
}

function isConnection(value: unknown): value is Connection {
  return typeof value === 'object' && value !== null && 'send' in value;
}

/** The number of the tab with this address, but for one. */
async function tabOf(own: Page, address: string, but = -1): Promise<number> {
  return own.evaluate(
    async (wanted, other) => {
      const tabs = await chrome.tabs.query({});
      const found = tabs.find(({ id, url }) => id !== other && url?.replace(/#.*/, '') === wanted);
      return found?.id ?? -1;
    },
    address,
    but,
  );
}

/** A hold and its release, in the ways of sending that a driven Firefox lets through. */
async function holds(browser: Browser): Promise<void> {
  const sender = await startSender();
  const page = await browser.newPage();
  await page.goto(`${sender.origin}/`);
  const own = await openOwnPage(browser, 'options.html');
  await own.waitForSelector('main', { timeout: 60_000 });
  const tabId = await own.evaluate(async (wanted) => {
    const tabs = await chrome.tabs.query({});
    return tabs.find((tab) => tab.url === wanted)?.id ?? -1;
  }, `${sender.origin}/`);
  const sent = async (): Promise<string[]> => {
    await page.bringToFront();
    await page.goto(`${sender.origin}/`);
    sender.forget();
    // Its driver waits for ever where frames come and go meanwhile.
    await page.evaluate('setTimeout(sendAll, 0); 0');
    await new Promise((done) => setTimeout(done, 9_000));
    return [...sender.arrived()].sort();
  };
  await check('what a page sends arrives before a hold', async () => {
    const arrived = await sent();
    const missing = WAYS_HERE.filter((way) => !arrived.includes(`${way} /s/`));
    if (missing.length > 0) throw new Error(`Not sent at all: ${missing.join(', ')}`);
  });
  await check('a hold blocks what the page sends', async () => {
    const answer = await askOwn(own, 'hold.on', { tabId, whole: false });
    if (!JSON.stringify(answer).includes('"status":"on"'))
      throw new Error(JSON.stringify(answer).slice(-300));
    const arrived = await sent();
    if (arrived.length > 0) throw new Error(`Arrived all the same: ${arrived.join(', ')}`);
  });
  await check('a hold that is released blocks nothing', async () => {
    await askOwn(own, 'hold.off', { tabId });
    const arrived = await sent();
    if (!arrived.includes('fetch /s/')) throw new Error(`Arrived: ${arrived.join(', ')}`);
  });
  sender.close();
}

async function openOwnPage(browser: Browser, path: string): Promise<Page> {
  const page = await browser.newPage();
  // Firefox loads the page, yet its driver never tells that it has.
  await page.goto(`${OWN}/${path}`, { timeout: 3_000 }).catch(() => undefined);
  return page;
}

async function askOwn(page: Page, name: string, request: object): Promise<unknown> {
  return page.evaluate((call) => chrome.runtime.sendMessage(call), { hushmap: 1, name, request });
}

interface Told {
  readonly on?: boolean;
  readonly settings?: object;
  readonly summary?: { readonly provenance?: { readonly kind?: string } };
}

async function stateOf(panel: Page, tabId: number): Promise<Told> {
  // The smoke test reads one word of the answer; the protocol's own tests read it whole.
  const answer = (await askOwn(panel, 'heat.state', { tabId })) as { value?: Told } | undefined;
  return answer?.value ?? {};
}

function heatFile(page: string): string {
  const cells = [{ ...HOT, size: 16, count: 500, people: 400, fixed: false }];
  const head = { format: 'hushmap-heat', version: 1, page, map: 'click', viewportWidth: 1000 };
  return JSON.stringify({ ...head, from: '2026-11-01', to: '2026-11-07', cells });
}

/** Runs in the panel: gives the file input a file, as a person's choice does. */
function dropFile(text: string): void {
  const input = document.querySelector<HTMLInputElement>('[data-testid="heat-file"]');
  if (input === null) throw new Error('The panel has no file input.');
  const transfer = new DataTransfer();
  transfer.items.add(new File([text], 'heat.json', { type: 'application/json' }));
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Mean of the three colours at one pixel of what Firefox shows. */
async function brightness(page: Page, x: number, y: number): Promise<number> {
  const shot = await page.screenshot({ encoding: 'base64' });
  const reader = await page.browser().newPage();
  try {
    return await reader.evaluate(
      async (data, left, top) => {
        const image = new Image();
        image.src = `data:image/png;base64,${data}`;
        await image.decode();
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = canvas.getContext('2d');
        context?.drawImage(image, 0, 0);
        const pixel = context?.getImageData(left, top, 1, 1).data ?? [255, 255, 255];
        return ((pixel[0] ?? 0) + (pixel[1] ?? 0) + (pixel[2] ?? 0)) / 3;
      },
      shot,
      x,
      y,
    );
  } finally {
    await reader.close();
  }
}

async function eventually(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; ) {
    if (await holds()) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('It did not happen within a minute.');
}

async function check(name: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
    counts.passed += 1;
    console.log(`ok      ${name}`);
  } catch (cause) {
    counts.failed += 1;
    console.log(`FAILED  ${name}: ${cause instanceof Error ? cause.message : cause}`);
  }
}

function serve(): Promise<Server> {
  const html =
    '<!doctype html><html lang="en"><head><title>Page</title></head><body style="background:#fff"><h1>Page</h1><div style="height:2000px"></div></body></html>';
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(html);
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

import { createHmac } from 'node:crypto';
import type { Page } from 'playwright';
import { expect, test } from 'playwright/test';
import * as v from 'valibot';
import { type FrameEvidence, FrameEvidenceSchema } from '../../lib/protocol/evidence';
import { CHANNELS } from '../../lib/protocol/recorders';
import { bundleScanner } from '../bench/scan-bundle';
import { scanPage } from '../bench/scan-page';
import {
  CANARIES,
  CANARY_PAGE,
  CANARY_PATH,
  channelsOf,
  RRWEB,
  scanExpression,
} from './scan-frame-page';

const ORIGIN = 'http://scan.test';
let scanner = '';

test.beforeAll(async () => {
  scanner = await bundleScanner();
});

/** A page of these contents at an address of its own, with the scanner in it. */
async function open(page: Page, html: string, path = '/'): Promise<void> {
  await page.route('**/*', (route) =>
    route.request().url() === `${ORIGIN}${path}`
      ? route.fulfill({ contentType: 'text/html', body: html })
      : route.fulfill({ status: 404, body: '' }),
  );
  await page.goto(`${ORIGIN}${path}`);
  await page.evaluate(`${scanner};globalThis.hushmapScan = hushmapScan`);
}

const scan = async (page: Page, expression = scanExpression()): Promise<FrameEvidence> =>
  v.parse(FrameEvidenceSchema, await page.evaluate(expression));

test.describe('a page with a personal value in every channel', () => {
  let evidence: FrameEvidence;

  test.beforeEach(async ({ page }) => {
    await open(page, CANARY_PAGE, CANARY_PATH);
    await page.setInputFiles('#file', {
      name: `cv ${CANARIES['file-name']}.pdf`,
      mimeType: 'application/pdf',
      buffer: Buffer.from('x'),
    });
    evidence = await scan(page);
  });

  test('is seen in all of them', () => {
    // The console has no document to be seen in, and a click is told of where it gives away more.
    const elsewhere = ['console', 'clicked-text'];
    const missing = CHANNELS.filter((channel) => !channelsOf(evidence).has(channel));
    expect(missing).toEqual(missing.filter((channel) => elsewhere.includes(channel)));
    const hmac = (value: string) =>
      createHmac('sha256', Buffer.from('c0'.repeat(32), 'hex'))
        .update(value)
        .digest('hex');
    const digests = new Set(evidence.sightings.map(({ digest }) => digest));
    const missed = Object.entries(CANARIES).filter(
      ([name, value]) => name !== 'card' && !digests.has(hmac(value).slice(0, 32)),
    );
    expect(missed).toEqual([]);
  });

  test('leaves no value in the evidence, not even a part of one', () => {
    const text = JSON.stringify(evidence);
    for (const [name, value] of Object.entries(CANARIES)) {
      for (const form of [value, encodeURIComponent(value), value.toUpperCase(), btoa(value)]) {
        expect(text, name).not.toContain(form);
      }
    }
    expect(text).not.toMatch(/canary|hunter2|surgery|Bo Lind/);
  });

  test('gives a length and nothing more of secrets', () => {
    const secrets = evidence.sightings.filter(({ pii }) => /^card.number|^password/.test(pii));
    expect(secrets.map(({ pii, length }) => [pii, length])).toEqual(
      expect.arrayContaining([
        ['card.number', 16],
        ['password', 14],
      ]),
    );
    for (const { digest, preview } of secrets) expect([digest, preview]).toEqual(['', '']);
  });

  test('counts a field that is empty now, and says so', () => {
    expect(evidence.sightings.find(({ selector }) => selector === '#empty')).toMatchObject({
      pii: 'email',
      channel: 'value',
      length: 0,
      digest: '',
      predictions: [{ recorder: 'rrweb', capture: 'plain' }],
    });
  });

  test('is entered through open and closed shadow roots, and its elements are found again', async ({
    page,
  }) => {
    expect(evidence.shadowRoots).toEqual({ open: 1, closed: 2, unreadable: 0 });
    const lost = await page.evaluate(
      `${JSON.stringify(evidence.sightings.map(({ selector }) => selector))}.filter((selector) =>
        !hushmapScan.findBySelector(document, selector, { closedShadowRoot: (h) => closedRoots.get(h) ?? null }))`,
    );
    expect(lost).toEqual([]);
    const inClosed = evidence.sightings.filter(({ selector }) => selector.includes('x-closed'));
    expect(inClosed[0]?.predictions[0]?.capture).toBe('absent');
  });

  test('names the frames inside and does not enter them', () => {
    expect(evidence.childFrames).toEqual([
      expect.objectContaining({ selector: '#inner', origin: ORIGIN, sameOrigin: true }),
      expect.objectContaining({ origin: 'https://pay.test', sameOrigin: false }),
    ]);
  });

  test('shows its address without the value', () => {
    expect(evidence.url).toBe(`${ORIGIN}/page?email&tab`);
    expect(evidence.origin).toBe(ORIGIN);
  });

  test('knows the message for somebody else’s words', () => {
    expect(evidence.sightings).toContainEqual(
      expect.objectContaining({ pii: 'message', channel: 'text', someoneElses: true }),
    );
  });
});

test('masks of the page reach a frame of its own origin', async ({ page }) => {
  const inner = '<p>inner.canary@example.com</p>';
  await open(page, `<div class="rr-block"><iframe srcdoc="${inner}"></iframe></div>`);
  const frame = page.frames()[1];
  if (!frame) throw new Error('no frame');
  await frame.evaluate(`${scanner};globalThis.hushmapScan = hushmapScan`);
  const evidence = v.parse(FrameEvidenceSchema, await frame.evaluate(scanExpression()));
  expect(evidence.origin).toBe(ORIGIN);
  expect(evidence.sightings.map(({ predictions }) => predictions[0]?.capture)).toEqual(['absent']);
});

test('40,000 elements are scanned whole, and the page goes on meanwhile', async ({ page }) => {
  await open(page, scanPage(40_000));
  const beats = await page.evaluate<{ beats: number; evidence: FrameEvidence }>(
    `(async () => { let beats = 0; let on = true; const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => { beats++; if (on) port2.postMessage(0) }; port2.postMessage(0);
      const evidence = await ${scanExpression()}; on = false; return { beats, evidence } })()`,
  );
  expect(beats.evidence.elements).toBeGreaterThan(39_000);
  expect(beats.evidence.truncated).toBe(0);
  // Slices of 8 ms make more than a hundred, and more than that where it takes longer: far fewer
  // turns for the page would mean that it had to wait.
  expect(beats.beats).toBeGreaterThan(25);
  const templates = new Set(beats.evidence.sightings.map(({ template }) => template));
  expect(templates.size).toBeLessThan(10);
});

test('a page that changes without end is scanned, and ends', async ({ page }) => {
  await open(page, `${scanPage(3_000)}<p>stay.canary@example.com</p>`);
  const evidence = await scan(
    page,
    `(async () => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        const rows = document.querySelectorAll('.row');
        rows[0]?.remove();
        rows[rows.length - 1]?.before(rows[5] ?? '');
        document.body.append(document.createElement('div'));
        port2.postMessage(0);
      };
      port2.postMessage(0);
      const evidence = await ${scanExpression()};
      port1.close();
      return evidence;
    })()`,
  );
  expect(evidence.sightings.some(({ pii }) => pii === 'email')).toBe(true);
});

test('what is beyond the limits is counted, and stops nothing', async ({ page }) => {
  await open(page, '<p id="huge" hidden></p><p>after.canary@example.com</p>');
  await page.evaluate(
    `document.querySelector('#huge').textContent = 'lorem ipsum '.repeat(9_000_000)`,
  );
  const evidence = await scan(page);
  expect(evidence.truncated).toBeGreaterThan(0);
  expect(evidence.sightings.some(({ pii }) => pii === 'email')).toBe(true);
});

test('names like __proto__ are only names', async ({ page }) => {
  await open(
    page,
    `<form id="__proto__"><input name="constructor" type="email"><input name="__proto__" type="email" data-__proto__="x@example.com"></form>`,
  );
  const evidence = await scan(page);
  expect(evidence.sightings.filter(({ channel }) => channel === 'value')).toHaveLength(2);
});

test('without the right to open closed roots, custom elements count as unread', async ({
  page,
}) => {
  await open(page, '<x-a></x-a><p>x</p>');
  const evidence = await scan(page, scanExpression([RRWEB], 'closedShadowRoot: null'));
  expect(evidence.shadowRoots.unreadable).toBe(1);
});

test('a strict page is scanned, watched, outlined and left as it was', async ({ page }) => {
  await open(page, '<p id="a" style="color: blue;">a</p><x-w></x-w>');
  const before = await page.content();
  const told = await page.evaluate<number[]>(
    `(async () => {
      const wait = (ms) => new Promise((done) => setTimeout(done, ms));
      const request = ${JSON.stringify({ runKey: 'c0'.repeat(32), watch: true, recorders: [] })};
      const root = document.querySelector('x-w').attachShadow({ mode: 'closed' });
      let told = 0; const counts = [];
      const stop = new AbortController();
      const session = hushmapScan.createScanSession(document, { closedShadowRoot: (h) => h.localName === 'x-w' ? root : null, judgeAt: hushmapScan.judgeAt }, () => { told++ }, stop.signal);
      await session.scan(request);
      document.querySelector('#a').style.color = 'red'; await wait(1200); counts.push(told);
      root.append('new'); await wait(1200); counts.push(told);
      session.highlight('#a'); await wait(1200); counts.push(told, document.querySelectorAll(':popover-open').length);
      session.highlight(null); counts.push(document.querySelectorAll(':popover-open').length);
      stop.abort(); document.body.append(''); await wait(1200); counts.push(told);
      document.querySelector('#a').style.color = 'blue'; document.body.lastChild.remove();
      return counts;
    })()`,
  );
  expect(told).toEqual([0, 1, 1, 1, 0, 1]);
  expect(await page.content()).toBe(before);
});

test('a page that never rests is told of a few times, not for every change', async ({ page }) => {
  await open(page, '<p id="a">a</p>');
  const told = await page.evaluate<number>(
    `(async () => {
      let told = 0; const stop = new AbortController();
      const request = ${JSON.stringify({ runKey: 'c0'.repeat(32), watch: true, recorders: [] })};
      const session = hushmapScan.createScanSession(document, { closedShadowRoot: () => null, judgeAt: hushmapScan.judgeAt }, () => { told++ }, stop.signal);
      await session.scan(request);
      const timer = setInterval(() => { document.querySelector('#a').textContent = Math.random() }, 5);
      await new Promise((done) => setTimeout(done, 6000));
      clearInterval(timer); stop.abort(); return told;
    })()`,
  );
  expect(told).toBeGreaterThanOrEqual(2);
  expect(told).toBeLessThanOrEqual(4);
});

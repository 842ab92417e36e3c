import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from 'playwright/test';
import * as v from 'valibot';
import { runMaskingRules } from '../../lib/masking/registry';
import { FrameEvidenceSchema } from '../../lib/protocol/evidence';
import { OUTCOMES } from '../../lib/protocol/findings';
import { ProofSchema } from '../../lib/protocol/proof';
import { RecorderIdSchema, type RecorderState } from '../../lib/protocol/recorders';
import { assumeRecorder } from '../../lib/recorders';
import { bundleScanner } from '../bench/scan-bundle';

const RULES = join(import.meta.dirname, '../../lib/masking');
const ORIGIN = 'http://rule.test';

/** What stands in a rule's `expected.json`, beside its `fixture.html`. */
const ExpectedSchema = v.strictObject({
  /** Recorders that the page is judged for, by id, with the vendor's own init options. */
  recorders: v.record(RecorderIdSchema, v.record(v.string(), v.unknown())),
  /** JavaScript that changes the page between two scans of it. */
  change: v.optional(v.string()),
  partial: v.optional(v.boolean()),
  /** What canaries are said to have shown of the page. */
  proof: v.optional(ProofSchema),
  /** Path and query of the page. */
  path: v.optional(v.string()),
  /** What the rule must say of the page: every finding, in any order. */
  findings: v.array(
    v.strictObject({
      outcome: v.picklist(OUTCOMES),
      selector: v.string(),
      channel: v.optional(v.string()),
      pii: v.optional(v.string()),
      recorder: v.optional(RecorderIdSchema),
    }),
  ),
});

const folders = readdirSync(RULES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(RULES, entry.name, 'fixture.html')))
  .map(({ name }) => name);

let scanner = '';
test.beforeAll(async () => {
  scanner = await bundleScanner();
});

test('every rule has a fixture page with what it must say of it', () => {
  const rules = readdirSync(RULES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders).toEqual(rules.map(({ name }) => name));
});

for (const rule of folders) {
  test(`${rule} says of its fixture what it must, and nothing else`, async ({ page }) => {
    const read = (file: string) => readFileSync(join(RULES, rule, file), 'utf8');
    const expected = v.parse(ExpectedSchema, JSON.parse(read('expected.json')));
    const recorders = Object.entries(expected.recorders).map(
      ([id, options]): RecorderState => ({
        ...assumeRecorder(v.parse(RecorderIdSchema, id), options),
        ...{ detected: true, recording: true, optionSource: 'read' },
      }),
    );
    await open(page, read('fixture.html'), expected.path ?? '/');
    const frames = [await scan(page, recorders, expected.change)];
    const partial = expected.partial ?? false;
    const said = runMaskingRules({
      frames,
      recorders,
      allowedFrames: [],
      partial,
      proof: expected.proof ?? null,
    })
      .filter((finding) => finding.rule === rule)
      .map(({ outcome, target, channel, pii, recorder }) => ({
        outcome,
        selector: target.selector,
        ...(channel ? { channel } : {}),
        ...(pii ? { pii: pii.class } : {}),
        ...(recorder ? { recorder } : {}),
      }));
    const order = (list: readonly object[]) => list.map((one) => JSON.stringify(one)).sort();
    expect(order(said)).toEqual(order(expected.findings));
  });
}

async function open(page: Page, html: string, path: string): Promise<void> {
  await page.route('**/*', (route) =>
    route.request().url() === ORIGIN + path
      ? route.fulfill({ contentType: 'text/html', body: html })
      : route.fulfill({ status: 404, body: '' }),
  );
  await page.goto(ORIGIN + path);
  await page.evaluate(`${scanner};globalThis.hushmapScan = hushmapScan`);
}

/** Scans as the extension does: one session for a document, which remembers earlier scans. */
async function scan(page: Page, recorders: readonly RecorderState[], change: string | undefined) {
  const request = JSON.stringify({ runKey: 'c0'.repeat(32), watch: false, recorders });
  const again = change ? `{ ${change} }; evidence = await session.scan(${request});` : '';
  const evidence = await page.evaluate(`(async () => {
    const stop = new AbortController();
    const session = hushmapScan.createScanSession(document, { closedShadowRoot: () => null, judgeAt: hushmapScan.judgeAt }, () => {}, stop.signal);
    let evidence = await session.scan(${request});
    ${again}
    return evidence;
  })()`);
  return v.parse(FrameEvidenceSchema, evidence);
}

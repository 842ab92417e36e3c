import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import * as v from 'valibot';
import { type Parley, startParley } from '../sites/parley/server';

const PROGRAM = join(import.meta.dirname, '../../dist/hushmap.mjs');
const folder = mkdtempSync(join(tmpdir(), 'hushmap-consent-'));
const bundle = join(folder, 'evidence.zip');
let parley: Parley;
let audit: { code: number | null; out: string; err: string };

test.beforeAll(async () => {
  // Software rendering, and other tests beside it: a path may take minutes.
  test.setTimeout(900_000);
  parley = await startParley({ heat: false });
  await hushmap('keygen', join(folder, 'key.pem'));
  audit = await hushmap(
    ...['consent', `${parley.origin}/`, '--scenario', 'reject,accept'],
    ...['--no-pictures', '--timeout', '120'],
    ...['--out', folder, '--bundle', bundle, '--key', join(folder, 'key.pem')],
    ...['--operator', 'QA of Parley'],
  );
});

test.afterAll(() => parley.close());

test('one command walks the paths, prints the matrix, and finds the recorder that starts early', () => {
  expect(audit.code, audit.err).toBe(1);
  expect(audit.err).toMatch(/before a choice +✗ PostHog records \d×/);
  expect(audit.err).toMatch(/after the choice +✗ PostHog records \d× +✓ PostHog records/);
  const { findings, scenarios } = v.parse(
    FileSchema,
    JSON.parse(readFileSync(join(folder, 'consent.json'), 'utf8')),
  );
  const fails = new Set(findings.filter((one) => one.outcome === 'fail').map((one) => one.rule));
  expect([...fails]).toEqual(
    expect.arrayContaining(['before-choice', 'reject-honoured', 'policy-link']),
  );
  expect(fails).not.toContain('reject-first-layer');
  expect(scenarios.map(({ id, state }) => `${id} ${state}`)).toEqual([
    'reject walked',
    'accept walked',
  ]);
  const clicks = scenarios.flatMap(({ steps }) => steps.flatMap((step) => step.clicks));
  expect(clicks.map(({ aim, trusted }) => `${aim} ${trusted}`)).toEqual([
    'reject true',
    'accept true',
  ]);
});

test('the evidence is whole, signed, and a changed byte is named', async () => {
  const whole = await hushmap('verify', bundle);
  expect(whole.code, whole.out + whole.err).toBe(0);
  expect(whole.out).toContain('signer unknown');
  const bytes = readFileSync(bundle);
  const at = bytes.indexOf('consent.json') + 200;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  const altered = join(folder, 'altered.zip');
  writeFileSync(altered, bytes);
  const found = await hushmap('verify', altered);
  expect(found.code).toBe(1);
  expect(found.out).toContain('consent.json');
});

const FileSchema = v.object({
  findings: v.array(v.object({ rule: v.string(), outcome: v.string() })),
  scenarios: v.array(
    v.object({
      id: v.string(),
      state: v.string(),
      steps: v.array(
        v.object({ clicks: v.array(v.object({ aim: v.string(), trusted: v.boolean() })) }),
      ),
    }),
  ),
});

async function hushmap(...args: string[]) {
  const child = spawn(process.execPath, [PROGRAM, ...args], { cwd: folder });
  const said = { out: '', err: '' };
  child.stdout.on('data', (part) => (said.out += part));
  child.stderr.on('data', (part) => (said.err += part));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, ...said };
}

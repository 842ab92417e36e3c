import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'playwright/test';
import { classifyPages, type LabelledPage, type Outcome } from './field-pages';

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, '../..');

const SIGN_UP = `<form><label>Vorname <input data-fid="f0"></label><label>Telefon <input data-fid="f1"></label>
  <label>IBAN <input data-fid="f2"></label><input type="checkbox" data-fid="f3"></form>`;
const SCRIPTED = `<form><label>Colour <input data-fid="f0" id="a"></label></form>
  <script>document.querySelector('label').firstChild.data = 'Email'; while (true);</script>
  <img src="http://elsewhere.test/" onerror="document.body.innerHTML = ''">`;

test('the command writes a line for each control that asks for something personal', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hushmap-eval-'));
  const gold = join(folder, 'gold.jsonl.gz');
  const out = join(folder, 'out.jsonl');
  const pages = [
    { id: 'a/1', html: SIGN_UP },
    { id: 2, html: SCRIPTED },
  ];
  writeFileSync(gold, gzipSync(pages.map((page) => JSON.stringify(page)).join('\n')));
  try {
    const { stderr } = await run(
      process.execPath,
      ['--import', 'tsx', 'test/eval/fields.ts', '--gold', gold, '--out', out],
      { cwd: ROOT },
    );
    expect(stderr).toMatch(/2 pages .* pages\/s.* 0 pages failed/);
    const lines = readFileSync(out, 'utf8').trim().split('\n');
    // The set has no label for bank accounts, and scripts of a page never run.
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { id: 'a/1', field: 'f0', label: 'name.given' },
      { id: 'a/1', field: 'f1', label: 'phone' },
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('pages after one that takes the browser down are still read', async ({ playwright }, info) => {
  const { launchOptions = {} } = info.project.use;
  let launches = 0;
  const outcomes: Outcome[] = [];
  const launch = async () => {
    launches += 1;
    const browser = await playwright.chromium.launch(launchOptions);
    // The first one dies as soon as somebody opens a tab in it.
    if (launches === 1) browser.on('context', () => void browser.close());
    return browser;
  };
  await classifyPages(pages(5), (outcome) => outcomes.push(outcome), launch);
  expect(outcomes.map(({ id }) => id).sort()).toEqual([0, 1, 2, 3, 4]);
  expect(outcomes.filter(({ verdicts }) => verdicts.length === 4).length).toBeGreaterThanOrEqual(2);
  for (const { verdicts, failure } of outcomes) expect(failure === null).toBe(verdicts.length > 0);
});

async function* pages(count: number): AsyncGenerator<LabelledPage> {
  for (let id = 0; id < count; id++) yield { id, html: SIGN_UP };
}

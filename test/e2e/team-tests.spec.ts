import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';

const ROOT = join(import.meta.dirname, '../..');

/** Runs the tests of a team that imports `hushmap/playwright`, as its own pipeline would. */
async function runTeamTests() {
  const matrix = join(mkdtempSync(join(tmpdir(), 'hushmap-team-')), 'matrix.json');
  const child = spawn(
    process.execPath,
    ['node_modules/playwright/cli.js', 'test', '-c', 'test/sites/team-tests/playwright.config.mjs'],
    // Not a worker of the run that this test is in.
    { cwd: ROOT, env: { PATH: process.env.PATH, HUSHMAP_MATRIX: matrix, FORCE_COLOR: '0' } },
  );
  let output = '';
  child.stdout.on('data', (part) => (output += part));
  child.stderr.on('data', (part) => (output += part));
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  const markdown = readFileSync(matrix.replace('.json', '.md'), 'utf8');
  return { output, status, matrix: JSON.parse(readFileSync(matrix, 'utf8')), markdown };
}

test('a team audits its pages in the tests that it has, and gets one matrix of the run', async () => {
  const { output, status, matrix, markdown } = await runTeamTests();
  expect(output).toMatch(/3 passed/);
  expect(output).toMatch(/2 failed/);
  expect(status).toBe(1);

  expect(output).toContain('rr-mask');
  expect(output).not.toContain('ada.kline@example.com is');
  const states = matrix.audits.map((audit: { state: string; verdict: string }) => [
    audit.state,
    audit.verdict,
  ]);
  expect(states).toEqual([
    ['', 'clear'],
    ['dialog open', 'blocked'],
    ['dialog open', 'blocked'],
    ['filled in', 'blocked'],
  ]);
  expect(matrix.notReached.map(({ test: name }: { test: string }) => name).join()).toContain(
    'a test that ends before its audit is told of',
  );
  expect(markdown).toContain('| filled in | blocked | rrweb | email |');
  expect(JSON.stringify(matrix) + markdown).not.toMatch(/ada\.kline|grace\.h/);
});

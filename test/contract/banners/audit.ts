import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Audited } from './score';

export const PROGRAM = join(import.meta.dirname, '../../../dist/hushmap.mjs');

const ConsentFile = v.object({
  findings: v.array(v.object({ rule: v.string(), outcome: v.string() })),
});

/** Has the command line walk all consent paths of one page. */
export async function auditPage(origin: string, page: string): Promise<Audited & { said: string }> {
  const out = mkdtempSync(join(tmpdir(), `hushmap-${page}-`));
  const said = await run([
    ...['consent', `${origin}/${page}`, '--format', 'json', '--out', out],
    // For what hangs: beside others, a page may take many times as long to load.
    ...['--timeout', '120'],
  ]);
  return { page, findings: findingsIn(join(out, 'consent.json')), said };
}

function findingsIn(file: string): Audited['findings'] {
  try {
    return v.parse(ConsentFile, JSON.parse(readFileSync(file, 'utf8'))).findings;
  } catch {
    return null;
  }
}

/** Its last words matter where it gave no result; its exit status is part of what it found. */
function run(args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [PROGRAM, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    const take = (part: Buffer): void => {
      said = (said + part.toString()).slice(-2_000);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', ({ message }) => resolve(message));
    child.on('close', () => resolve(said));
  });
}

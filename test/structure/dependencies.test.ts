import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const PLANTED = join(ROOT, 'lib/core/planted-by-a-test');

afterEach(() => rmSync(PLANTED, { recursive: true, force: true }));

describe('the direction of dependencies', () => {
  it('is watched: a planted violation is caught, with the reason for the rule', () => {
    mkdirSync(PLANTED, { recursive: true });
    writeFileSync(
      join(PLANTED, 'upwards.ts'),
      "import { MESSAGES } from '../../protocol/messages';\nexport const upwards = MESSAGES;\n",
    );
    const { status, output } = cruise();
    expect(status).not.toBe(0);
    expect(output).toContain('core-imports-nothing');
    expect(output).toContain('lib/core/planted-by-a-test/upwards.ts');
  });
});

function cruise(): { status: number; output: string } {
  const bin = join(ROOT, 'node_modules/.bin/depcruise');
  try {
    const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'err-long', 'lib/core'];
    return { status: 0, output: execFileSync(bin, args, { cwd: ROOT, encoding: 'utf8' }) };
  } catch (cause) {
    // `execFileSync` throws an error that carries what the command printed and its status.
    const failed = cause as { status: number; stdout: string };
    return { status: failed.status, output: failed.stdout };
  }
}

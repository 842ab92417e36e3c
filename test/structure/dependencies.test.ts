import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const NAME = 'planted-by-a-test';

/** One violation of each rule: where it stands, and what it imports. */
const VIOLATIONS = [
  ['core-imports-nothing', 'lib/core', '../../protocol/heat'],
  ['protocol-imports-core-only', 'lib/protocol', '../../heatmap/cells'],
  ['pure-rooms-stay-pure', 'lib/heatmap', '../../page/natives'],
  ['pure-rooms-know-no-extension', 'lib/pii', 'dexie'],
  ['shell-never-imports-views', 'lib/platform', '../../../components/ui/format'],
  ['components-get-data', 'components/ui', '../../../lib/platform/files'],
  ['platform-owns-extension-apis', 'lib/services', 'webextension-polyfill'],
  ['vault-owns-dexie', 'lib/services', 'dexie'],
  ['renderers-own-heatmap-js', 'lib/heatmap', 'heatmap.js'],
] as const;

afterEach(() => {
  for (const [, room] of VIOLATIONS) {
    rmSync(join(ROOT, room, NAME), { recursive: true, force: true });
  }
});

describe('the direction of dependencies', () => {
  it('is watched: a planted violation of each rule is caught by that rule', () => {
    for (const [rule, room, wanted] of VIOLATIONS) {
      const file = join(ROOT, room, NAME, `${rule}.ts`);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `import * as wanted from '${wanted}';\nexport const used = wanted;\n`);
    }
    const { status, output } = cruise();
    expect(status).not.toBe(0);
    for (const [rule, room] of VIOLATIONS) {
      expect(output).toContain(`${rule}: ${room}/${NAME}/${rule}.ts`);
    }
  });
});

describe('entrypoints', () => {
  it('are wiring: none is longer than 40 lines', () => {
    const files = readdirSync(join(ROOT, 'entrypoints'), { recursive: true, encoding: 'utf8' });
    const code = files.filter((file) => /\.tsx?$/.test(file));
    expect(code.length).toBeGreaterThan(8);
    for (const file of code) {
      const lines = readFileSync(join(ROOT, 'entrypoints', file), 'utf8')
        .trimEnd()
        .split('\n');
      expect(lines.length, file).toBeLessThanOrEqual(40);
    }
  });
});

function cruise(): { status: number; output: string } {
  const bin = join(ROOT, 'node_modules/.bin/depcruise');
  try {
    const args = ['--config', '.dependency-cruiser.cjs', 'lib', 'components'];
    return { status: 0, output: execFileSync(bin, args, { cwd: ROOT, encoding: 'utf8' }) };
  } catch (cause) {
    // `execFileSync` throws an error that carries what the command printed and its status.
    const failed = cause as { status: number; stdout: string };
    return { status: failed.status, output: failed.stdout };
  }
}

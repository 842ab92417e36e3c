import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** Every script that runs in a page or beside it without having been asked for the platform's name. */
const SCRIPTS = [
  'lib/page/scan/index.ts',
  'lib/page/overlay/overlay.ts',
  'lib/page/probe/relay.ts',
  'lib/page/probe/main/probe.ts',
  'lib/page/probe/facts.ts',
  'lib/cli/in-page/scanner.ts',
  'lib/cli/in-page/facts.ts',
];

/** The files that a script is made of. */
async function inputsOf(entry: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [join(ROOT, entry)],
    bundle: true,
    write: false,
    metafile: true,
    format: 'iife',
    logLevel: 'silent',
    outfile: 'out.js',
  });
  return Object.keys(metafile.inputs);
}

describe('the rules that name consent platforms', () => {
  it.each(SCRIPTS)('are not in %s, nor is the library', async (entry) => {
    const inputs = await inputsOf(entry);
    expect(inputs.filter((path) => /autoconsent|page\/cmp\//.test(path))).toEqual([]);
  });

  it('are in the script that is there for them, and no reference encoder is in the probe', async () => {
    const named = await inputsOf('lib/cli/in-page/cmp.ts');
    expect(named.some((path) => path.endsWith('rules/compact-rules.json'))).toBe(true);
    const probe = await inputsOf('lib/page/probe/main/probe.ts');
    expect(probe.filter((path) => path.includes('iabtechlabtcf'))).toEqual([]);
  });
});

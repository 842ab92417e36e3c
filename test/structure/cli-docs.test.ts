// @vitest-environment node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HELP } from '../../lib/cli/help';
import { FORMATS } from '../../lib/cli/options';
import { RECORDER_IDS } from '../../lib/protocol/recorders';

const ROOT = join(import.meta.dirname, '../..');
const DOCS = readFileSync(join(ROOT, 'docs/cli.md'), 'utf8');
const OPTIONS = ['options.ts', 'bundle-options.ts', 'consent/options.ts']
  .map((file) => readFileSync(join(ROOT, 'lib/cli', file), 'utf8'))
  .join();

const flagsIn = (text: string): string[] =>
  [...new Set([...text.matchAll(/--[a-z][a-z-]+/g)].map(([flag]) => flag))].sort();

/** The part of the page about one command. */
const docsOf = (command: string): string =>
  DOCS.split(/^## /m).find((part) => part.startsWith(`hushmap ${command}`)) ?? '';

const COMMANDS = [
  'audit',
  'consent',
  'gate',
  'autopsy',
  'patch',
  'init',
  'verify',
  'keygen',
  'timestamp',
] as const;

describe('docs/cli.md', () => {
  it.each(COMMANDS)(
    'names the flags of hushmap %s that its help names, and no others',
    (command) => {
      expect(flagsIn(docsOf(command))).toEqual(flagsIn(HELP[command]));
    },
  );

  it('and the help name every flag that is read', () => {
    const read = [...OPTIONS.matchAll(/^\s+'?([a-z-]+)'?: \{ type: '/gm)].map(
      ([, name]) => `--${name}`,
    );
    expect(read.length).toBeGreaterThan(14);
    const told = flagsIn(COMMANDS.map((command) => HELP[command]).join());
    expect(read.filter((flag) => !told.includes(flag))).toEqual([]);
  });

  it.each(COMMANDS)('and the help say what the exit codes of hushmap %s mean', (command) => {
    const said = [/\b0\b[\s\S]*\b2\b/, /\*\*Exit codes\*\*: 0 [\s\S]*; 2 /] as const;
    expect(/Exit codes: (.*)/s.exec(HELP[command])?.[1]).toMatch(said[0]);
    expect(docsOf(command)).toMatch(said[1]);
  });

  it('lists every recorder, and every format', () => {
    const [, listed = ''] = /^\*\*Recorders\*\*: (.*)$/m.exec(DOCS) ?? [];
    const names = [...listed.matchAll(/`([a-z ]+)`/g)].flatMap(([, group = '']) =>
      group.split(' '),
    );
    expect(names.sort()).toEqual([...RECORDER_IDS].sort());
    expect(docsOf('audit')).toContain(FORMATS.join('\\|'));
  });
});

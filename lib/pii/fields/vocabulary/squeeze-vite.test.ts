import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { squeezeLists } from './squeeze-vite';

const HERE = import.meta.dirname;

const listsIn = (code: string): string[] => code.match(/`[^`]*`/g) ?? [];
const phrasesIn = (code: string): string[][] =>
  listsIn(code).map((list) =>
    list
      .slice(1, -1)
      .split(/\s*,\s*/)
      .map((phrase) => phrase.trim()),
  );

describe('squeezed lists', () => {
  it('lose their line breaks, and code around them keeps its own', () => {
    expect(squeezeLists('a;\nsure: `\n  first name,\n  last name`,\n')).toBe(
      'a;\nsure: `first name,last name`,\n',
    );
  });

  it.each(readdirSync(HERE).filter((file) => !/test|vite/.test(file)))(
    'mean the same: %s',
    (file) => {
      const code = readFileSync(join(HERE, file), 'utf8');
      const squeezed = squeezeLists(code);
      expect(phrasesIn(squeezed)).toEqual(phrasesIn(code));
      for (const list of listsIn(squeezed)) expect(list).not.toMatch(/\n|, /);
    },
  );
});

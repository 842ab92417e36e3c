// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import catalogue from '../../lib/core/locales/en.json';
import { DOCUMENTED_EVENTS } from '../../lib/protocol/sources';
import { importSources } from '../../lib/sources/share';

const FOLDER = join(import.meta.dirname, '../../docs/sources');
const PAGES = readdirSync(FOLDER).filter((file) => file.endsWith('.md'));

const SAID = leaves(catalogue);
const FORM = leaves(catalogue.ui.workspace.form);

/** Words of other interfaces than ours, as their vendors write them. */
const OF_VENDORS = new Set([
  'Only allow secure requests',
  'URL',
  'equals simple',
  'equals exactly',
  'contains',
  'starts with',
]);

/** Bold words that name what is told of, and are no words of the interface. */
const TERMS = new Set(['Web Vitals', 'Conversion', 'Moves']);

describe.each(PAGES)('docs/sources/%s', (page) => {
  const text = readFileSync(join(FOLDER, page), 'utf8');
  const prose = text.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');
  const matches = (expression: RegExp): string[] =>
    Array.from(prose.matchAll(expression), ([, found = '']) => found);

  it('calls every field as the form does', () => {
    const fields = tables(text, 'field').map(([name = '']) => name);
    expect(fields.filter((name) => !FORM.includes(name))).toEqual([]);
  });

  it('quotes only what the interface says', () => {
    const quoted = matches(/"([^"\n]+)"/g).filter((words) => !OF_VENDORS.has(words));
    expect(quoted.filter((words) => !isSaid(words))).toEqual([]);
  });

  it('writes no words in bold that look like those of the interface and are none', () => {
    const bold = matches(/\*\*([^*\n]+)\*\*/g).filter((words) => !words.endsWith('.'));
    const names = bold.filter((words) => /^[A-Z]/.test(words) && words.split(' ').length < 4);
    expect(names.filter((words) => !SAID.includes(words) && !TERMS.has(words))).toEqual([]);
  });

  it('explains only sentences that are said', () => {
    const sentences = tables(text, 'what Hushmap says').map(([said = '']) => said);
    expect(sentences.filter((said) => !isSaid(said) && !/^no heat/.test(said))).toEqual([]);
  });
});

it('prints a file of sources that can be imported, with the documented table in it', () => {
  const text = readFileSync(join(FOLDER, 'clickhouse.md'), 'utf8');
  const files = Array.from(text.matchAll(/```json\n([\s\S]*?)```/g), ([, file = '']) => file);
  expect(files).toHaveLength(1);
  const read = importSources(files[0] ?? '');
  if (!read.ok) throw read.error;
  const [source] = read.value.sources;
  if (source?.kind !== 'clickhouse') throw new Error('It is of another kind.');
  const values = { ...DOCUMENTED_EVENTS.values, rage: ['rage', 'rage-touch'] };
  expect(source.events).toEqual({ ...DOCUMENTED_EVENTS, values });
});

function leaves(node: object): string[] {
  return Object.values(node).flatMap((value) =>
    typeof value === 'string' ? [value] : leaves(value),
  );
}

/** Whether a sentence holds these words, `…` for what differs each time. */
function isSaid(words: string): boolean {
  const pieces = words
    .split('…')
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const expression = new RegExp(pieces.join('.*'));
  return SAID.some((sentence) => expression.test(sentence));
}

/** The rows of tables whose first column is called so. */
function tables(text: string, first: string): string[][] {
  return text
    .split(/\n\n+/)
    .filter((block) => block.startsWith(`| ${first} |`))
    .flatMap((block) => block.trim().split('\n').slice(2))
    .map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

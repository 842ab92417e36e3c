import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../../lib/core/error-codes';
import catalogue from '../../lib/core/locales/en.json';
import { createTranslator } from '../../lib/core/translator';

const ROOT = join(import.meta.dirname, '../..');

describe('the catalogue of sentences', () => {
  const ids = leaves(catalogue);

  it('has a sentence for every coded error', () => {
    for (const code of ERROR_CODES) expect(ids).toContain(`error.${code}`);
  });

  it('uses ids that the browsers accept', () => {
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9]+(\.[A-Za-z0-9]+)*$/);
  });

  it('has no sentence that nothing uses', () => {
    const isUsed = usesIn(sources(['lib', 'components', 'entrypoints']));
    expect(ids.filter((id) => !isUsed(id))).toEqual([]);
  });

  it('would miss one that nothing uses', () => {
    const isUsed = usesIn(`t('ui.whole'); t(\`ui.part.\${one}.title\`);`);
    expect(['ui.whole', 'ui.part.some.title'].map(isUsed)).toEqual([true, true]);
    const unused = ['ui.part.some', 'ui.part.some.next', 'ui.part.a.b.title', 'error.no.such'];
    expect(unused.map(isUsed)).toEqual([false, false, false, false]);
    expect(isUsed(`error.${ERROR_CODES[0]}`)).toBe(true);
  });

  it('keeps parameters apart: browsers refuse the whole extension over a variable such as $1$', () => {
    const texts = JSON.stringify(catalogue);
    expect(texts.match(/[^$]\$\w+\$/g) ?? []).toEqual([]);
  });

  it('points to no file that people who have the extension alone do not have', () => {
    expect(JSON.stringify(catalogue).match(/docs\/[\w/.-]+|[\w-]+\.md\b/g) ?? []).toEqual([]);
  });

  it('does not shout', () => {
    const translate = createTranslator();
    for (const id of ids) {
      // The ids come from the catalogue itself.
      expect(translate(id as Parameters<typeof translate>[0], [1])).not.toMatch(/!/);
    }
  });
});

/**
 * Tells whether an id is in the code as a whole, or put together there from a template (`pii.class.${name}`)
 * whose holes are each one step of the path. What a hole can be is the type checker's to say: an id that
 * none of its values makes is not found here.
 */
function usesIn(code: string): (id: string) => boolean {
  const whole = new Set(Array.from(code.matchAll(/'([\w-]+(?:\.[\w-]+)+)'/g), ([, id]) => id));
  const codes = new Set(ERROR_CODES.map((one) => `error.${one}`));
  const templates = Array.from(
    code.matchAll(/`([\w-]+\.(?:[\w.-]|\$\{[^`}]*\})+)`/g),
    ([, text = '']) => text.split(/\$\{[^}]*\}/),
  )
    .filter((pieces) => pieces.length > 1 && pieces[0] !== 'error.')
    .map(
      (pieces) =>
        new RegExp(`^${pieces.map((piece) => piece.replaceAll('.', '\\.')).join('[^.]+')}$`),
    );
  return (id) =>
    whole.has(id) ||
    codes.has(id) ||
    code.includes(`__MSG_${id.replaceAll('.', '_')}__`) ||
    templates.some((template) => template.test(id));
}

function leaves(node: object, path: string[] = []): string[] {
  return Object.entries(node).flatMap(([key, value]) => {
    if (typeof value === 'string') return [[...path, key].join('.')];
    if ('n' in value) return [[...path, key].join('.')];
    return leaves(value, [...path, key]);
  });
}

function sources(folders: readonly string[]): string {
  return folders
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|planted-by-a-test/.test(file))
        .map((file) => readFileSync(join(ROOT, folder, file), 'utf8')),
    )
    .join('\n');
}

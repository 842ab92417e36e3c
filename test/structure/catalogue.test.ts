import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../../lib/core/errors';
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
    const code = sources(['lib', 'components', 'entrypoints']);
    const unused = ids.filter((id) => !isUsed(id, code));
    expect(unused).toEqual([]);
  });

  it('keeps parameters apart: browsers refuse the whole extension over a variable such as $1$', () => {
    const texts = JSON.stringify(catalogue);
    expect(texts.match(/[^$]\$\w+\$/g) ?? []).toEqual([]);
  });

  it('does not shout', () => {
    const translate = createTranslator();
    for (const id of ids) {
      // The ids come from the catalogue itself.
      expect(translate(id as Parameters<typeof translate>[0], [1])).not.toMatch(/!/);
    }
  });
});

/** Used as a whole, or put together by code from a known beginning (`pii.class.${name}`). */
function isUsed(id: string, code: string): boolean {
  if (code.includes(`'${id}'`) || id.startsWith('extension.') || id.startsWith('error.'))
    return true;
  for (let dot = id.lastIndexOf('.'); dot > 0; dot = id.lastIndexOf('.', dot - 1)) {
    if (code.includes(`\`${id.slice(0, dot)}.$\{`)) return true;
  }
  return false;
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

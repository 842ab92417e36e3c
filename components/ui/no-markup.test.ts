import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const components = resolve(import.meta.dirname, '..');

const sources = readdirSync(components, { recursive: true, encoding: 'utf8' }).filter(
  (path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path),
);

describe('views', () => {
  it('never turn a string into markup, since names come from pages', () => {
    expect(sources.length).toBeGreaterThan(40);
    const guilty = sources.filter((path) =>
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write/.test(
        readFileSync(join(components, path), 'utf8'),
      ),
    );
    expect(guilty).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { matchesPattern, patternToRegExp, suggestPattern } from './page-pattern';

const CASES: readonly (readonly [url: string, pattern: string, fits: boolean])[] = [
  ['https://a.test/item/7', 'https://a.test/item/*', true],
  ['https://a.test/item/7/edit', 'https://a.test/item/*', true],
  ['https://a.test/item/7/edit', 'https://a.test/item/*/edit', true],
  ['https://a.test/item/edit', 'https://a.test/item/*/edit', false],
  ['https://a.test/items', 'https://a.test/item', false],
  ['https://aXtest/', 'https://a.test/', false],
  ['https://a.test/?id=7', 'https://a.test/?id=*', true],
  ['https://a.test/x#part', 'https://a.test/x', true],
  ['https://a.test/aba', 'https://a.test/*ab*ba', false],
  ['https://a.test/abba', 'https://a.test/*ab*ba', true],
  ['https://a.test/a+b(c)', 'https://a.test/a+b(c)', true],
];

describe('patterns of pages', () => {
  test.each(CASES)('%s under %s: %s', (url, pattern, fits) => {
    expect(matchesPattern(url, pattern)).toBe(fits);
    expect(new RegExp(patternToRegExp(pattern), 's').test(url.replace(/#.*/, ''))).toBe(fits);
  });

  test('a pattern of many stars takes no long time on a long address', () => {
    const url = `https://a.test/${'a'.repeat(50_000)}`;
    expect(matchesPattern(url, `${'*a'.repeat(400)}*b`)).toBe(false);
  });

  test('are suggested where an address holds one thing’s own name', () => {
    expect(suggestPattern('https://a.test/item/4711/edit')).toBe('https://a.test/item/*/edit');
    expect(suggestPattern('https://a.test/o/3f2504e0-4f89-11d3-9a0c-0305e82c3301')).toBe(
      'https://a.test/o/*',
    );
    expect(suggestPattern('https://a.test/pricing')).toBeNull();
    expect(suggestPattern('https://a.test/search?q=x')).toBe('https://a.test/search*');
  });
});

import { describe, expect, test } from 'vitest';
import { matchesPattern, patternToRegExp } from './page-pattern';

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
});

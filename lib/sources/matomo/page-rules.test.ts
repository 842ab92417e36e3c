import { describe, expect, test } from 'vitest';
import { isOfManyPages, isPlain, matchRules, type PageRule, toFields } from './page-rules';

const PAGE = 'https://www.example.com/blog/2017/01/?page=1&limit=10';

const rule = (attribute: string, type: string, value: string, more: Partial<PageRule> = {}) => ({
  attribute,
  type,
  value,
  value2: '',
  inverted: '0',
  ...more,
});

describe('target pages', () => {
  test.each([
    ['url', 'equals_exactly', PAGE, 'yes'],
    ['url', 'equals_exactly', 'https://www.example.com/blog/2017/01/', 'no'],
    ['url', 'equals_simple', 'http://example.com/blog/2017/01', 'yes'],
    ['url', 'equals_simple', '//WWW.Example.com/blog/2017/01/?other=1#x', 'yes'],
    ['url', 'equals_simple', 'example.com/blog/2017/01', 'yes'],
    ['url', 'equals_simple', 'http://example.com/blog/2017', 'no'],
    ['url', 'equals_simple', 'http://example.com/Blog/2017/01', 'no'],
    ['url', 'contains', 'blog/2017', 'yes'],
    ['url', 'starts_with', 'https://www.example.com/blog/', 'yes'],
    ['url', 'starts_with', 'http://www.example.com/blog/', 'no'],
    ['path', 'equals_exactly', '/blog/2017/01/', 'yes'],
    ['path', 'equals_simple', '/blog/2017/01', 'yes'],
    ['path', 'starts_with', '/shop', 'no'],
    ['path', 'contains', 'page=1', 'no'],
    ['urlparam', 'exists', 'page', 'yes'],
    ['urlparam', 'exists', 'sort', 'no'],
    ['url', 'any', '', 'yes'],
    ['url', 'regexp', '^(a+)+$', 'unknown'],
    ['url', 'contains', '', 'unknown'],
    ['urlparam', 'equals_exactly', 'page', 'unknown'],
    ['title', 'contains', 'Blog', 'unknown'],
    ['url', '__proto__', 'x', 'unknown'],
  ])('%s %s %j: %s', (attribute, type, value, match) => {
    expect(matchRules([rule(attribute, type, value)], PAGE)).toBe(match);
  });

  test('compares a parameter of the address with its value', () => {
    const limit = (value2: string) => rule('urlparam', 'equals_exactly', 'limit', { value2 });
    expect(matchRules([limit('10')], PAGE)).toBe('yes');
    expect(matchRules([limit('11')], PAGE)).toBe('no');
  });

  test('needs one plain rule, and every rule that is turned around', () => {
    const blog = rule('path', 'contains', '/blog');
    const shop = rule('path', 'contains', '/shop');
    const notPage = rule('url', 'contains', 'page=1', { inverted: '1' });
    const notShop = { ...shop, inverted: 1 };
    const regexp = rule('url', 'regexp', '.');
    expect(matchRules([shop, blog], PAGE)).toBe('yes');
    expect(matchRules([shop], PAGE)).toBe('no');
    expect(matchRules([blog, notPage], PAGE)).toBe('no');
    expect(matchRules([blog, notShop], PAGE)).toBe('yes');
    expect(matchRules([notShop], PAGE)).toBe('yes');
    expect(matchRules([regexp, blog], PAGE)).toBe('yes');
    expect(matchRules([regexp, shop], PAGE)).toBe('unknown');
    expect(matchRules([], PAGE)).toBe('no');
  });

  test('tells rules of one page from rules of many', () => {
    expect(isOfManyPages([rule('url', 'equals_simple', PAGE)])).toBe(false);
    expect(isOfManyPages([rule('url', 'contains', 'blog')])).toBe(true);
    expect(isOfManyPages([rule('url', 'equals_simple', PAGE), rule('url', 'any', '')])).toBe(true);
  });

  test('takes nothing but a single rule that it knows for plain', () => {
    expect(isPlain([rule('url', 'contains', 'blog')], PAGE)).toBe(true);
    expect(isPlain([rule('url', 'regexp', 'blog')], PAGE)).toBe(false);
    expect(isPlain([rule('url', 'contains', 'a'), rule('url', 'contains', 'b')], PAGE)).toBe(false);
  });

  test('goes back to Matomo as PHP reads it', () => {
    expect(toFields([rule('url', 'regexp', '^a', { inverted: true })])).toEqual({
      'matchPageRules[0][attribute]': 'url',
      'matchPageRules[0][type]': 'regexp',
      'matchPageRules[0][value]': '^a',
      'matchPageRules[0][value2]': '',
      'matchPageRules[0][inverted]': '1',
    });
  });
});

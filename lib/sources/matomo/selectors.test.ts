import { describe, expect, test } from 'vitest';
import { toAnchor } from './selectors';

describe('selectors of Matomo', () => {
  test.each([
    ['#nav > a', ['#nav > a']],
    [
      'body > main:nth-child(2) #buy > span.label',
      ['body > main:nth-child(2) #buy > span.label', '#buy > span.label'],
    ],
    ['#app #list > li:nth-child(3)', ['#app #list > li:nth-child(3)', '#list > li:nth-child(3)']],
    ['div.page>button[data-test="buy-now"]', ['div.page>button[data-test="buy-now"]']],
    ['html > body > div:nth-of-type(1)', ['html > body > div:nth-of-type(1)']],
    ['main div#a\\:b\\.c > p', ['main div#a\\:b\\.c > p', 'div#a\\:b\\.c > p']],
    ['[title="Jane Doe"] > #menu > a', ['#menu > a']],
    ['  .übersicht + p ~ a  ', ['.übersicht + p ~ a']],
  ])('%s leads to itself, then to its last part with an id', (selector, selectors) => {
    expect(toAnchor(selector)).toEqual({ selectors });
  });

  test.each([
    ['', 'nothing'],
    ['   ', 'blanks'],
    ['a, *', 'a list'],
    ['a >', 'no end'],
    ['> a', 'no start'],
    ['a > > b', 'two combinators'],
    ['*:has(*:has(*:has(*)))', 'a function that keeps a page busy'],
    [':is(a, b) p', 'a list in a function'],
    ['a::before', 'what is no element'],
    ['a{}body{display:none}', 'a style sheet'],
    ['<img src=x onerror=alert(1)>', 'markup'],
    ['a[href', 'an open bracket'],
    ['a[href="x]', 'an open text'],
    ['a\u0000b', 'a null'],
    [`#${'a'.repeat(1000)}`, 'one that is too long'],
    [Array(65).fill('a').join(' '), 'one that is too deep'],
    ['\\'.repeat(999), 'an open escape'],
    ['li[title="Jane Doe"] > a', 'a name'],
    ['#list > a[href="mailto:jane@acme.test"]', 'an address'],
  ])('%j is none: %s', (selector) => {
    expect(toAnchor(selector)).toBeNull();
  });

  test('are read in one pass, however they are made', () => {
    for (const hostile of [`${'a'.repeat(999)}(`, `${'\\a'.repeat(499)}!`, '[a="'.repeat(249)]) {
      expect(toAnchor(hostile)).toBeNull();
    }
  });
});

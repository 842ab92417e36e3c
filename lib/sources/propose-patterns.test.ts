import { describe, expect, it } from 'vitest';
import { matchesPattern } from './page-pattern';
import { plainAddress, proposePatterns, templateOf } from './propose-patterns';

const A = 'https://a.test';

describe('patterns that a page is proposed to be one of', () => {
  it.each([
    ['/item/4711', ['/item/*']],
    ['/item/4711/edit', ['/item/*/edit', '/item/*']],
    ['/o/3f2504e0-4f89-11d3-9a0c-0305e82c3301', ['/o/*']],
    ['/blog/our-first-year', ['/blog/*']],
    ['/blog/2024/05/12/our-first-year', ['/blog/*/our-first-year', '/blog/*']],
    ['/events/2024-05-12', ['/events/*']],
    ['/products/red-shoes-98231', ['/products/*']],
    ['/en/articles/why', ['/en/articles/*']],
    ['/search?q=x', ['/search*']],
    ['/pricing', []],
    ['/settings/profile', []],
    ['/blog/new', []],
    ['/', []],
  ])('%s', (path, patterns) => {
    expect(proposePatterns(A + path)).toEqual(patterns.map((each) => A + each));
  });

  it('hold nothing of an address that may be about a person', () => {
    expect(proposePatterns(`${A}/u/ada.lovelace@example.com/inbox`)).toEqual([
      `${A}/u/*/inbox`,
      `${A}/u/*`,
    ]);
  });

  it('always hold the page itself, whatever its address', () => {
    const parts = [
      '',
      'item',
      '4711',
      'blog',
      'our-first-year',
      'ada@example.com',
      'a*b',
      '%C3%A9',
    ];
    const paths = parts.flatMap((a) => parts.flatMap((b) => parts.map((c) => `/${a}/${b}/${c}`)));
    for (const path of paths) {
      for (const rest of ['', '?q=1', '#part']) {
        const address = new URL(A + path + rest).href;
        for (const pattern of proposePatterns(address)) {
          expect(matchesPattern(address, pattern), `${address} ${pattern}`).toBe(true);
          expect(pattern).not.toContain('ada');
        }
        expect(matchesPattern(plainAddress(address), templateOf(address)), address).toBe(true);
      }
    }
  });
});

describe('pages like this one', () => {
  it.each([
    ['/item/4711?tab=2#top', '/item/*'],
    ['/item/4711/', '/item/*'],
    ['/pricing/', '/pricing'],
    ['/', '/'],
  ])('%s', (path, template) => {
    expect(templateOf(A + path)).toBe(A + template);
  });
});

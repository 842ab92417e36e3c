import { describe, expect, test } from 'vitest';
import { type PathElement, selectorsOf } from './element-path';
import { readElementsChain } from './posthog/elements-chain';

const element = (part: Partial<PathElement>): PathElement => ({
  tag: 'div',
  id: null,
  classes: [],
  marks: [],
  href: null,
  nthOfType: 1,
  ...part,
});

describe('selectors of a recorded element', () => {
  test('begin with what is most stable, and end with the way from the top', () => {
    const path = [
      element({
        tag: 'A',
        id: 'buy',
        classes: ['btn', 'btn--active', 'css-1x9k2z'],
        marks: [['data-testid', 'buy-button']],
        href: '/pricing',
        nthOfType: 2,
      }),
      element({ tag: 'nav', id: 'menu', nthOfType: 1 }),
      element({ tag: 'body' }),
    ];
    expect(selectorsOf(path)).toEqual([
      'a[data-testid="buy-button"]',
      '#buy',
      '#menu > a:nth-of-type(2)',
      '#menu a[href="/pricing"]',
      'a[href="/pricing"]',
      '#menu a.btn',
      'body > nav:nth-of-type(1) > a:nth-of-type(2)',
    ]);
  });

  test.each([
    ['an id that was generated', { id: 'radix-:r1:' }],
    ['an id with a number of somebody', { id: 'user-4711' }],
    ['an address of mail', { id: 'ada@example.com' }],
    [
      'a mark that holds a name of mail',
      { marks: [['data-test', 'row-ada@example.com']] as const },
    ],
    ['a link with a query', { tag: 'a', href: '/reset?token=abc' }],
    ['a link to somebody’s number', { tag: 'a', href: '/users/4711/edit' }],
    ['a link that runs a script', { tag: 'a', href: 'javascript:alert(1)' }],
    ['a link to write to somebody', { tag: 'a', href: 'mailto:ada@example.com' }],
    ['a link that ends the selector', { tag: 'a', href: '/x"],*{}' }],
    ['classes of how it looks', { classes: ['mt-4', 'md:flex', 'is-open', 'sc-bdfBwQ'] }],
  ] as const)('%s names nothing', (_what, part) => {
    const one = element({ nthOfType: 3, ...part });
    expect(selectorsOf([one])).toEqual([`${one.tag}:nth-of-type(3)`]);
  });

  test('find a link on another origin by its path', () => {
    const path = [element({ tag: 'a', href: 'https://acme.test/docs/start' })];
    expect(selectorsOf(path)[0]).toBe('a[href$="/docs/start"]');
  });

  test('escape what CSS would read otherwise', () => {
    expect(selectorsOf([element({ id: 'field.name[x]' })])[0]).toBe('#field\\.name\\[x\\]');
    expect(selectorsOf([element({ tag: 'a{}*' })])).toEqual(['*:nth-of-type(1)']);
  });

  test('stay short, however deep the page and however many its marks', () => {
    const marks = Array.from(
      { length: 20 },
      (_, i) => ['data-qa', `mark-${'abcdefghijklmnopqrst'[i]}`] as const,
    );
    const path = Array.from({ length: 500 }, () => element({ marks, nthOfType: 7 }));
    const selectors = selectorsOf(path);
    expect(selectors).toHaveLength(8);
    for (const selector of selectors) expect(selector.length).toBeLessThanOrEqual(1000);
    expect(selectors.at(-1)).toMatch(/^div:nth-of-type\(7\) > /);
  });

  test('are none where nothing is known of the element', () => {
    expect(selectorsOf([])).toEqual([]);
    expect(selectorsOf([element({ nthOfType: null })])).toEqual([]);
  });
});

describe('PostHog’s chain of elements', () => {
  test('is read as it is written, quotes, semicolons and colons inside values too', () => {
    const chain =
      'a.btn.md:flex:attr__class="btn md:flex"attr__data-test="bu\\"y"attr_id="buy"href="/b;uy"' +
      'nth-child="2"nth-of-type="1"text="Hello; \\"Ada\\" text=\\"x\\"";' +
      'x-menu:nth-child="0"nth-of-type="0";body:nth-of-type="1"';
    expect(readElementsChain(chain)).toEqual([
      {
        tag: 'a',
        id: 'buy',
        classes: ['btn', 'md:flex'],
        marks: [['data-test', 'bu"y']],
        href: '/b;uy',
        nthOfType: 1,
      },
      { tag: 'x-menu', id: null, classes: [], marks: [], href: null, nthOfType: null },
      { tag: 'body', id: null, classes: [], marks: [], href: null, nthOfType: 1 },
    ]);
  });

  test.each(['', ';;;', '"', 'a:text="', '\\'.repeat(50), ':::="";', '<script>'])(
    'that is none (%j) gives no element with anything in it',
    (chain) => {
      for (const { id, href, marks } of readElementsChain(chain)) {
        expect([id, href, marks]).toEqual([null, null, []]);
      }
    },
  );

  test('of a hundred thousand elements keeps the nearest hundred', () => {
    expect(readElementsChain('div:nth-of-type="1";'.repeat(100_000))).toHaveLength(100);
  });

  test('with names of the language in it adds nothing to it', () => {
    readElementsChain('a:__proto__="x"constructor="y"attr____proto__="z"');
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
    expect({}.constructor).toBe(Object);
  });
});

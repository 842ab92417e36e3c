import { describe, expect, it } from 'vitest';
import { parseSelector, withoutClasses } from './selector';
import { stepsTo, type TreeSelector } from './selector-steps';

const stepsIn = (read: TreeSelector | null | undefined) => (read?.last ? stepsTo(read.last) : null);

const stepsOf = (selector: string) => stepsIn(parseSelector(selector)[0]);

describe('reading selectors', () => {
  it('reads what recorders name elements by', () => {
    const steps = stepsOf('#main > ul.list.is-open li:nth-child(3) a[href="/a b"]:first-of-type');
    expect(steps?.map(({ combinator }) => combinator)).toEqual([' ', '>', ' ', ' ']);
    expect(steps?.[0]?.compound.ids).toEqual(['main']);
    expect(steps?.[1]?.compound).toMatchObject({ tag: 'ul', classes: ['list', 'is-open'] });
    expect(steps?.[2]?.compound.positions).toEqual([{ of: 'child', at: 3 }]);
    expect(steps?.[3]?.compound).toMatchObject({
      attributes: [{ name: 'href', operator: '=', value: '/a b' }],
      positions: [{ of: 'type', at: 1 }],
    });
  });

  it('undoes escapes, and takes ids that begin with a digit', () => {
    expect(stepsOf('#\\31 23')?.[0]?.compound.ids).toEqual(['123']);
    expect(stepsOf('.md\\:flex')?.[0]?.compound.classes).toEqual(['md:flex']);
    expect(stepsOf('#7up')?.[0]?.compound.ids).toEqual(['7up']);
    expect(stepsOf('[a="\\""]')?.[0]?.compound.attributes[0]?.value).toBe('"');
  });

  it('enters trees one by one', () => {
    const parts = parseSelector('x-card >>> #a > b >>> button');
    expect(parts.map(({ text }) => text)).toEqual(['x-card', '#a > b', 'button']);
  });

  it('leaves to the browser what it does not read, and hostile text to nobody', () => {
    const others = ['a:hover', 'a + b', 'a ~ b', 'li:nth-child(2n+1)', 'a, b', 'a:has(b)'];
    const broken = ['', '>', 'a >', '[', '[a=', 'a:nth-child(0)', '#', '.', ':::', '__proto__('];
    for (const selector of [...others, ...broken]) expect(stepsOf(selector)).toBeNull();
  });

  it('drops classes where something else still says which element is meant', () => {
    const bare = (selector: string) => {
      const [parsed] = parseSelector(selector);
      return parsed ? withoutClasses(parsed) : null;
    };
    const steps = stepsIn(bare('ul.nav > li.active:nth-child(2)'));
    expect(steps?.map(({ compound }) => compound.classes)).toEqual([[], []]);
    expect(bare('ul.nav > li.active')).toBeNull();
    expect(bare('ul > li:nth-child(2)')).toBeNull();
  });
});

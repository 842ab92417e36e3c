import { describe, expect, it } from 'vitest';
import { keepEqual } from './keep-equal';

describe('what is kept of the value before', () => {
  it('is all of it, where nothing changed', () => {
    const before = { list: [{ a: 1 }, null], word: 'x', not: Number.NaN };
    expect(keepEqual(before, structuredClone(before))).toBe(before);
  });

  it('is each part that did not change', () => {
    const before = { rows: [{ n: 1 }, { n: 2 }], about: { unit: 'ms' } };
    const after = keepEqual(before, { rows: [{ n: 1 }, { n: 3 }], about: { unit: 'ms' } });
    expect(after).toEqual({ rows: [{ n: 1 }, { n: 3 }], about: { unit: 'ms' } });
    expect(after.rows[0]).toBe(before.rows[0]);
    expect(after.about).toBe(before.about);
    expect(before.rows[1]).toEqual({ n: 2 });
  });

  it.each<[string, unknown, unknown]>([
    ['a shorter list', [1, 2], [1]],
    ['a longer list', [1], [1, 2]],
    ['a list for an object', { 0: 1 }, [1]],
    ['an object for a list', [1], { 0: 1 }],
    ['one key fewer', { a: 1, b: 2 }, { a: 1 }],
    ['another key', { a: undefined }, { b: undefined }],
    ['null for an object', { a: { b: 1 } }, { a: null }],
    ['an object for nothing', null, { a: 1 }],
    ['a word for a number', 1, '1'],
    ['another map', { a: new Map([[1, 2]]) }, { a: new Map([[1, 3]]) }],
    ['another date', new Date(1), new Date(2)],
  ])('is nothing of %s', (_, before, after) => {
    const kept = keepEqual(before, after);
    expect(kept).toStrictEqual(after);
    expect(Array.isArray(kept)).toBe(Array.isArray(after));
  });
});

import { describe, expect, it } from 'vitest';
import { indexesOf, scrollInto, visibleSpan } from './virtual';

const sight = { rows: 5_000, rowHeight: 20, height: 400 };

describe('visibleSpan', () => {
  it('covers what is in sight with a margin on both sides', () => {
    const { from, to } = visibleSpan({ ...sight, scrollTop: 2_000 });
    expect(from).toBeLessThan(100);
    expect(to).toBeGreaterThan(120);
    expect(to - from).toBeLessThan(50);
  });

  it('ends where the rows end', () => {
    expect(visibleSpan({ ...sight, scrollTop: 0 }).from).toBe(0);
    expect(visibleSpan({ ...sight, scrollTop: 5_000 * 20 }).to).toBe(5_000);
    expect(visibleSpan({ ...sight, rows: 3, scrollTop: 0 })).toEqual({ from: 0, to: 3 });
    expect(visibleSpan({ ...sight, rows: 0, scrollTop: 900 })).toEqual({ from: 0, to: 0 });
  });
});

describe('indexesOf', () => {
  it('keeps the focused row wherever it is', () => {
    expect(indexesOf({ from: 10, to: 13 }, 400)).toEqual([10, 11, 12, 400]);
    expect(indexesOf({ from: 10, to: 13 }, 2)).toEqual([2, 10, 11, 12]);
    expect(indexesOf({ from: 10, to: 13 }, 11)).toEqual([10, 11, 12]);
    expect(indexesOf({ from: 10, to: 13 }, -1)).toEqual([10, 11, 12]);
  });
});

describe('scrollInto', () => {
  it('moves just as far as it has to', () => {
    expect(scrollInto(3, { ...sight, scrollTop: 200 })).toBe(60);
    expect(scrollInto(40, { ...sight, scrollTop: 200 })).toBe(420);
    expect(scrollInto(12, { ...sight, scrollTop: 200 })).toBe(200);
  });
});

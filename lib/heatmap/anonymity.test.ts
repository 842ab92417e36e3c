import { describe, expect, test } from 'vitest';
import { anonymise, DEFAULT_K, effectiveK } from './anonymity';
import { type Cell, cellAt, toCells } from './cells';

const cell = (part: Partial<Cell>): Cell => ({
  x: 8,
  y: 8,
  size: 16,
  count: 30,
  people: 20,
  fixed: false,
  ...part,
});

describe('anonymity', () => {
  test('shows a cell with exactly k people and drops one with k - 1', () => {
    const kept = anonymise(toCells([cell({ people: 11, x: 1 }), cell({ people: 10, x: 2 })]), 11);
    expect(kept.cells.length).toBe(1);
    expect(cellAt(kept.cells, 0).x).toBe(1);
    expect(kept.droppedCells).toBe(1);
  });

  test('says which share of clicks was dropped', () => {
    const cells = toCells([cell({ count: 75 }), cell({ count: 25, people: 3 })]);
    expect(anonymise(cells, 11).dropped).toBe(0.25);
  });

  test('says 1 where everything was dropped and 0 where nothing was there', () => {
    expect(anonymise(toCells([cell({ people: 1 })]), 11).dropped).toBe(1);
    expect(anonymise(toCells([]), 11).dropped).toBe(0);
  });

  test('counts people, not clicks: a thousand clicks of one person are not shown', () => {
    expect(anonymise(toCells([cell({ count: 1000, people: 1 })]), 11).cells.length).toBe(0);
  });

  test.each([
    { people: Number.NaN },
    { people: Number.POSITIVE_INFINITY },
    { count: Number.NaN },
    { count: 0 },
    { count: -5 },
  ])('drops what is not a usable number: %o', (part) => {
    expect(anonymise(toCells([cell(part)]), 11).cells.length).toBe(0);
  });

  test('lets policy raise k and never lower it', () => {
    expect(effectiveK(undefined)).toBe(DEFAULT_K);
    expect(effectiveK(3)).toBe(11);
    expect(effectiveK(Number.NaN)).toBe(11);
    expect(effectiveK(50)).toBe(50);
    const cells = toCells([cell({ people: 12 })]);
    expect(anonymise(cells, 2).cells.length).toBe(1);
    expect(anonymise(cells, 50).cells.length).toBe(0);
  });
});

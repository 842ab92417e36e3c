import { describe, expect, test } from 'vitest';
import { type Cell, toCells } from '../cells';
import { BATCH } from './column';
import { findHidden } from './find-hidden';
import { createPace } from './pace';
import { bucketsFor, indexSquares } from './squares';

/** Squares of different sizes, of which the large ones hold what the small ones leave. */

const K = 11;
const WIDTH = 1_000;

const cell = (x: number, y: number, size: number, count: number, people = count): Cell => ({
  ...{ x, y, size, count, people, fixed: false },
});

/** Rows of an answer that hold all of two others, each. */
async function hiddenOf(fresh: readonly Cell[], ...earlier: Cell[][]): Promise<Cell[]> {
  const pace = createPace();
  const buckets = bucketsFor({ cells: toCells(fresh), anchors: null }, WIDTH);
  const index = (cells: readonly Cell[]) =>
    indexSquares({ cells: toCells(cells), anchors: null }, WIDTH, buckets, new Map(), pace);
  const comparison = {
    ...{ fresh: await index(fresh), earlier: await Promise.all(earlier.map(index)) },
    ways: earlier.map((_, other) => ({ others: [other], signs: [1, -1] as const })),
    ...{ k: K, isByPerson: true },
  };
  const { hidden } = await findHidden(comparison, pace);
  return fresh.filter((_, row) => hidden[row] === 1);
}

/** Far below, and the same in both answers. */
const others = (length: number): Cell[] =>
  Array.from({ length }, (_, i) =>
    cell(10 + 20 * (i % 40), 10_010 + 20 * Math.floor(i / 40), 20, 50),
  );

describe('a square and what is shown within it', () => {
  const rest = cell(20, 20, 40, 40);
  const part = cell(10, 10, 20, 80);
  // The part is 5 more than in this one, so it is left out; what stays of the whole is then 5 more than in that.
  const ofPart = [cell(10, 10, 20, 75)];
  const ofWhole = [cell(20, 20, 40, 35)];

  test.each([
    ['in one batch', 0],
    ['at the edge of two batches', BATCH - 1],
    ['in two batches', BATCH],
  ])('know of each other, lying %s, in either order', async (_, between) => {
    const found = [];
    for (const rows of [
      [rest, ...others(between), part],
      [part, ...others(between), rest],
      [...others(between), rest, part],
      [...others(between), part, rest],
    ]) {
      const hidden = await hiddenOf(rows, ofPart, ofWhole);
      found.push(hidden.map(({ size }) => size).sort((a, b) => a - b));
    }
    for (const each of found) expect(each).toEqual(found[0]);
    expect(found[0]).toEqual([20, 40]);
  });
});

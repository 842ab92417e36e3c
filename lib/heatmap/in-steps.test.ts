import { describe, expect, it } from 'vitest';
import { ROWS_A_STEP, type Steps } from '../core/steps';
import { anonymiseSteps } from './anonymity';
import { type Cell, type Cells, cellAt, emptyCells, toCells } from './cells';
import { searchPeak } from './density/peak';
import { errorSteps } from './error/map-error';
import { heaviestRows } from './heaviest';
import { sortSteps } from './sort-cells';
import { planSteps } from './tiles';

/** How often work lets others in, and what comes of it. */
function counted<T>(steps: Steps<T>): { readonly value: T; readonly yields: number } {
  for (let yields = 0; ; yields++) {
    const step = steps.next();
    if (step.done) return { value: step.value, yields };
  }
}

const rowsOf = (cells: Cells): Cell[] =>
  Array.from({ length: cells.length }, (_, i) => cellAt(cells, i));

/** Lists of any length, many of whose rows are alike: ties are where orders go wrong. */
function lists(): Cell[][] {
  let state = 7;
  const below = (most: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % most;
  };
  return Array.from({ length: 200 }, () =>
    Array.from({ length: below(60) }, () => ({
      x: below(1280),
      y: below(2) === 0 ? below(9) : Math.fround((below(2_000) - 1_000) / 7),
      size: below(2) === 0 ? 4 : 16,
      count: below(9),
      people: below(20),
      fixed: below(3) === 0,
    })),
  );
}

/** More rows than one step goes through, in no order. */
function many(length: number): Cells {
  const cells = emptyCells(length);
  for (let i = 0; i < length; i++) {
    cells.x[i] = (i * 37) % 1280;
    cells.y[i] = (i * 7_919) % 20_011;
    cells.size[i] = 16;
    cells.count[i] = 1 + ((i * 31) % 50);
    cells.people[i] = 5 + (i % 20);
  }
  return cells;
}

describe('work over cells in steps', () => {
  it('sorts as a stable comparison would', () => {
    for (const rows of lists()) {
      const expected = rows.toSorted((a, b) => Number(a.fixed) - Number(b.fixed) || a.y - b.y);
      expect(rowsOf(counted(sortSteps(toCells(rows))).value)).toEqual(expected);
    }
  });

  it('keeps what k allows, in its order', () => {
    for (const rows of lists()) {
      const { cells, droppedCells } = counted(anonymiseSteps(toCells(rows), 11)).value;
      const kept = rows.filter(({ people, count }) => people >= 11 && count > 0);
      expect(rowsOf(cells)).toEqual(kept);
      expect(droppedCells).toBe(rows.length - kept.length);
    }
  });

  it('finds the heaviest rows as a sort of all would, and all in their order where they are few', () => {
    for (const rows of lists()) {
      const counts = Float64Array.from(rows, ({ count }) => (count === 8 ? Number.NaN : count));
      const usable = [...counts.keys()].filter((i) => (counts[i] ?? 0) > 0);
      const sorted = usable.toSorted((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b);
      for (const most of [1, 5, 30]) {
        const expected = usable.length > most ? sorted.slice(0, most) : usable;
        const { value } = counted(heaviestRows(counts, counts.length, most));
        expect(value).toEqual(expected);
      }
    }
  });

  it('lets others in at every piece of a large map', () => {
    const cells = many(8 * ROWS_A_STEP);
    const facts = {
      cells,
      gridErrorX: 8,
      gridErrorY: 8,
      dropped: 0,
      misplaced: null,
      unit: 'people',
      isPart: false,
      sessions: null,
    } as const;
    expect(counted(anonymiseSteps(cells, 11)).yields).toBeGreaterThanOrEqual(8);
    expect(counted(sortSteps(cells)).yields).toBeGreaterThanOrEqual(8 * 10);
    expect(counted(planSteps(cells)).yields).toBeGreaterThanOrEqual(8 * 10 + 16);
    expect(counted(errorSteps(facts)).yields).toBeGreaterThanOrEqual(8 * 3 + 1_500);
    expect(counted(searchPeak(cells)).yields).toBeGreaterThanOrEqual(8 * 14);
  });
});

import { describe, expect, test } from 'vitest';
import { atOnce } from '../../core/steps';
import { type Cell, selectCells, toCells } from '../cells';
import { tornSquares } from '../torn-squares';
import { commonGrid } from './common-grid';

const cell = (x: number, y: number, size: number, count = 100): Cell => ({
  ...{ x, y, size, count, people: count, fixed: false },
});

const given = (...rows: readonly Cell[]) => ({ cells: toCells(rows), viewportWidth: 1_000 });

/** The map without some of its rows, as the guard leaves them out. */
function without(rows: readonly Cell[], ...left: readonly Cell[]) {
  const cells = toCells(rows);
  const isLeft = (row: number): boolean => left.some((each) => rows[row] === each);
  return {
    cells: selectCells(cells, (row) => !isLeft(row)),
    torn: atOnce(tornSquares(cells, isLeft)),
    viewportWidth: 1_000,
  };
}

const rest = cell(20, 20, 40);
const [part, other] = [cell(10, 10, 20, 300), cell(30, 10, 20, 50)];
const whole = cell(20, 20, 40, 450);

describe('a square of which one map shows parts, and what they leave', () => {
  test('is compared with the whole square of the other, as all of it', () => {
    const { squares, left } = commonGrid(given(rest, part, other), given(whole));
    expect(squares.map(({ a, b }) => [a.count, b.count])).toEqual([[450, 450]]);
    expect(left).toBe(0);
  });

  test.each([
    ['all of its parts', [part, other]],
    ['one of its parts', [part]],
  ])('is not compared where %s are left out', (_, gone) => {
    const torn = without([rest, part, other], ...gone);
    expect(commonGrid(torn, given(whole))).toEqual({ squares: [], left: 1 });
    expect(commonGrid(given(whole), torn)).toEqual({ squares: [], left: 1 });
  });

  test('is compared where what is left out lies elsewhere', () => {
    const far = cell(90, 90, 20);
    const { squares } = commonGrid(without([rest, part, other, far], far), given(whole));
    expect(squares).toHaveLength(1);
  });

  test('is not all there where the parts only add up to its size', () => {
    // A rest of a quarter with three parts in it is no more than the quarter.
    const quarter = [20, 20, 40] as const;
    const rows = [cell(...quarter), cell(10, 10, 20), cell(30, 10, 20), cell(10, 30, 20)];
    const half = [...rows, cell(60, 20, 40), cell(20, 60, 40)];
    expect(commonGrid(given(...half), given(cell(40, 40, 80)))).toEqual({ squares: [], left: 1 });
    const all = [...half, cell(60, 60, 40)];
    expect(commonGrid(given(...all), given(cell(40, 40, 80))).squares).toHaveLength(1);
  });
});

test('squares with a part that is left out are found where the grid begins off the corner', () => {
  const off = (each: Cell): Cell => ({ ...each, x: each.x + 7, y: each.y + 33 });
  const rows = [rest, part, other].map(off);
  const cells = toCells(rows);
  const torn = atOnce(tornSquares(cells, (row) => row === 1));
  expect([...torn]).toEqual([27, 53, 40, 0]);
});

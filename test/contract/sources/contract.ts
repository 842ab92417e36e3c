import { describe, expect, test } from 'vitest';
import type { HushmapError } from '../../../lib/core/errors';
import type { Result } from '../../../lib/core/result';
import { type Cell, cellAt } from '../../../lib/heatmap/cells';
import type { PlacedHeat, SourceHeat } from '../../../lib/sources/contract';

/** How the suite gets cells into a source's back end, and out of the source again. */
export interface SourceHarness {
  /** Edge of its squares, for a source that keeps no places but squares; cells are moved into them. */
  readonly grid?: number;
  /** For a million cells; default: a minute. */
  readonly timeoutMs?: number;
  /** Positions are multiples of 1 % of 1280 px across and of 16 px down: every source can keep them. */
  read(cells: readonly Cell[], signal?: AbortSignal): Promise<Result<SourceHeat, HushmapError>>;
}

export const VIEWPORT_WIDTH = 1280;

/** What every source promises, whatever its back end. */
export function describeSource(name: string, harness: SourceHarness): void {
  const heatOf = async (cells: readonly Cell[]): Promise<PlacedHeat> => {
    const result = await harness.read(cells);
    if (!result.ok) throw result.error;
    if (result.value.form !== 'cells') throw new Error('The answer is not by place.');
    return result.value;
  };

  const cell = (part: CellPart): Cell => placed(cellOf(part), harness.grid);

  describe(`${name} as a source`, () => {
    test('gives every cell with its exact place, count, people and fixedness', async () => {
      const cells = [
        cell({ x: 512, y: 1280, count: 31, people: 17 }),
        cell({ x: 128, y: 16, count: 12, people: 12, fixed: true }),
        cell({ x: 1280, y: 23_984, count: 90_000, people: 40_000 }),
      ];
      const heat = await heatOf(cells);
      expect(sorted(heat)).toEqual(sortRows(cells));
      expect(heat.viewportWidth).toBe(VIEWPORT_WIDTH);
      expect(heat.unit).toBe('people');
      expect(heat.truncated).toBe(false);
      expect(heat.unusable).toBe(0);
    });

    test('keeps a fixed and a scrolling cell of the same place apart', async () => {
      const cells = [
        cell({ x: 640, y: 32, count: 50, people: 40 }),
        cell({ x: 640, y: 32, count: 20, people: 15, fixed: true }),
      ];
      expect(sorted(await heatOf(cells))).toEqual(sortRows(cells));
    });

    test('does not apply k: a cell of one person is still there, with that one person', async () => {
      const heat = await heatOf([cell({ x: 256, y: 64, count: 5, people: 1 })]);
      expect(sorted(heat)).toEqual([cell({ x: 256, y: 64, count: 5, people: 1 })]);
    });

    test('gives no cells for a page that nobody clicked on', async () => {
      const heat = await heatOf([]);
      expect(heat.cells.length).toBe(0);
      expect(heat.truncated).toBe(false);
    });

    test('says how exact its positions are', async () => {
      const heat = await heatOf([cell({ x: 256, y: 64, count: 50, people: 20 })]);
      expect(heat.gridErrorX).toBeGreaterThan(0);
      expect(heat.gridErrorX).toBeLessThan(50);
      expect(heat.gridErrorY).toBe((harness.grid ?? 16) / 2);
    });

    test(
      'gives a million cells, and the event loop its turns meanwhile',
      async () => {
        const cells: Cell[] = [];
        for (let row = 1; row <= 10_000; row++) {
          for (let column = 1; column <= 100; column++) {
            cells.push(cell({ x: (column * 1280) / 100, y: row * 16, count: 20, people: 12 }));
          }
        }
        let turns = 0;
        const timer = setInterval(() => {
          turns += 1;
        }, 5);
        const heat = await heatOf(cells).finally(() => clearInterval(timer));
        expect(heat.cells.length).toBe(1_000_000);
        expect(heat.cells.count.reduce((sum, count) => sum + count, 0)).toBe(20_000_000);
        expect(heat.cells.people.every((people) => people === 12)).toBe(true);
        expect(turns).toBeGreaterThan(10);
      },
      harness.timeoutMs ?? 60_000,
    );

    test('an aborted call rejects with the reason of its signal', async () => {
      const reason = new Error('closed');
      await expect(harness.read([], AbortSignal.abort(reason))).rejects.toBe(reason);
    });
  });
}

type CellPart = Partial<Cell> & Pick<Cell, 'x' | 'y'>;

export function cell(part: CellPart): Cell {
  return { size: 16, count: 1, people: 1, fixed: false, ...part };
}

const cellOf = cell;

/** The same place by number of columns and rows, in squares of another edge. */
function placed(given: Cell, grid: number | undefined): Cell {
  if (grid === undefined) return given;
  const column = Math.round(given.x / 12.8);
  const row = Math.round(given.y / 16);
  return { ...given, x: (column + 0.5) * grid, y: (row + 0.5) * grid, size: grid };
}

/** Positions are kept as 32-bit floats. */
function sorted(heat: PlacedHeat): Cell[] {
  const rows = Array.from({ length: heat.cells.length }, (_, i) => cellAt(heat.cells, i));
  return sortRows(rows);
}

function sortRows(cells: readonly Cell[]): Cell[] {
  return cells
    .map((row) => ({ ...row, x: Math.fround(row.x), y: Math.fround(row.y) }))
    .sort((a, b) => a.y - b.y || a.x - b.x || Number(a.fixed) - Number(b.fixed));
}

import { describe, expect, it } from 'vitest';
import { toCells } from '../../heatmap/cells';
import type { PackedCells } from '../../heatmap/packed';
import { packCells, sortCells } from '../../heatmap/testing/at-once';
import { cellAt } from './cell-at';

const cell = (x: number, y: number, size: number, count: number, fixed = false) => ({
  ...{ x, y, size, count, people: count, fixed },
});
const chunk = (...rows: ReturnType<typeof cell>[]) =>
  packCells(sortCells(toCells(rows)), 0, rows.length);
const at = (x: number, y: number, scrollY = 0, scaleX = 1) => ({
  ...{ x, y, scrollX: 0, scrollY, scaleX },
});

describe('the cell that is pointed at', () => {
  const page = chunk(cell(100, 100, 160, 900), cell(100, 100, 20, 50), cell(120, 100, 20, 70));
  const bar = chunk(cell(100, 100, 20, 30, true));

  it('is the smallest that the place lies in', () => {
    expect(cellAt([page], at(105, 95))?.count).toBe(50);
    expect(cellAt([page], at(115, 95))?.count).toBe(70);
    expect(cellAt([page], at(100, 160))?.count).toBe(900);
    expect(cellAt([page], at(100, 181))).toBeNull();
  });

  it('moves with the page, or stays with the viewport', () => {
    expect(cellAt([page], at(105, 45, 50))?.count).toBe(50);
    expect(cellAt([bar], at(105, 95, 5_000))?.count).toBe(30);
  });

  it('is stretched with the page', () => {
    expect(cellAt([page], at(52, 100, 0, 0.5))?.count).toBe(50);
  });

  it('is found in a large map by looking at few of its cells', () => {
    const rows = Array.from({ length: 250_000 }, (_, i) => cell(i % 1280, i / 10, 16, 20));
    const all = sortCells(toCells(rows));
    let looks = 0;
    const counted = (chunk: PackedCells): PackedCells => ({
      ...chunk,
      data: new Proxy(chunk.data, {
        get(data, key) {
          if (key !== 'length') looks += 1;
          return Reflect.get(data, key, data);
        },
      }),
    });
    const large = [packCells(all, 0, 125_000), packCells(all, 125_000, 250_000)].map(counted);
    // How far cells reach is found once a chunk.
    cellAt(large, at(600, 500));
    for (let y = 0; y < 100; y++) {
      looks = 0;
      cellAt(large, at(600, 500, y * 200));
      // 160 cells lie within 8 px up and down.
      expect(looks).toBeLessThan(5 * 160 + 100);
    }
  });
});

import { describe, expect, test } from 'vitest';
import { encodeBase64 } from './base64';
import { cellAt, emptyCells, toCells } from './cells';
import { STRIDE } from './packed';
import { CELLS_PER_TILE, decodeTile, encodeTile, planTiles } from './tiles';

function manyCells(length: number) {
  const cells = emptyCells(length);
  for (let i = 0; i < length; i++) {
    cells.x[i] = (i * 37) % 1280;
    cells.y[i] = (i * 7919) % 24_000;
    cells.size[i] = 16;
    cells.count[i] = (i % 500) + 1;
    cells.people[i] = 20;
    cells.fixed[i] = i % 10 === 0 ? 1 : 0;
  }
  return cells;
}

const floats = (...numbers: number[]) =>
  encodeBase64(new Uint8Array(Float32Array.from(numbers).buffer));

describe('tiles', () => {
  test('carry every cell once, sorted by y, fixed ones in tiles of their own', () => {
    const cells = manyCells(50_000);
    const { sorted, tiles } = planTiles(cells);
    let count = 0;
    let last = { fixed: false, y: Number.NEGATIVE_INFINITY };
    for (const tile of tiles) {
      const { data } = decodeTile(encodeTile(sorted, tiles, tile.index), tile.fixed);
      expect(data.length).toBe(tile.cells * STRIDE);
      expect([data[1], data[data.length - 3]]).toEqual([tile.top, tile.bottom]);
      if (tile.fixed !== last.fixed) last = { fixed: tile.fixed, y: Number.NEGATIVE_INFINITY };
      for (let at = 0; at < data.length; at += STRIDE) {
        expect(data[at + 1]).toBeGreaterThanOrEqual(last.y);
        last.y = data[at + 1] ?? 0;
        count += data[at + 3] ?? 0;
      }
    }
    expect(count).toBe(cells.count.reduce((sum, each) => sum + each, 0));
    expect(tiles.map(({ index }) => index)).toEqual(tiles.map((_, i) => i));
  });

  test('stay under a megabyte each for a million cells', () => {
    const { sorted, tiles } = planTiles(manyCells(1_000_000));
    expect(Math.max(...tiles.map((tile) => tile.cells))).toBe(CELLS_PER_TILE);
    expect(encodeTile(sorted, tiles, 0).length).toBeLessThan(1_000_000);
  });

  test('keep a cell as it was', () => {
    const row = { x: 512.5, y: 1280.25, size: 16, count: 31, people: 17, fixed: false };
    const { sorted, tiles } = planTiles(toCells([row]));
    expect(cellAt(sorted, 0)).toEqual(row);
    expect([...decodeTile(encodeTile(sorted, tiles, 0), false).data]).toEqual([
      512.5, 1280.25, 16, 31,
    ]);
  });

  test('sort cells above the page and of more rows than one key holds', () => {
    const { sorted } = planTiles(
      toCells(
        [3, -1, 0, -20.5, 2].map((y) => ({ x: 0, y, size: 1, count: 1, people: 1, fixed: false })),
      ),
    );
    expect([...sorted.y]).toEqual([-20.5, -1, 0, 2, 3]);
    const huge = emptyCells(2 ** 21 + 3).y.map((_, i, { length }) => length - i);
    const cells = { ...emptyCells(huge.length), y: huge };
    const { y } = planTiles(cells).sorted;
    expect([y[0], y[y.length - 1]]).toEqual([1, huge.length]);
  });

  test('of a map without cells are none', () => {
    expect(planTiles(toCells([])).tiles).toEqual([]);
  });

  test.each([
    ['not base64', '%%%'],
    ['half a cell', floats(1, 2)],
    ['not a number', floats(Number.NaN, 1, 1, 1)],
    ['endless', floats(1, Number.POSITIVE_INFINITY, 1, 1)],
    ['a negative count', floats(1, 1, 1, -1)],
    ['a negative size', floats(1, 1, -1, 1)],
    ['out of order', floats(1, 5, 1, 1, 1, 4, 1, 1)],
  ])('are refused when they are %s', (_, data) => {
    expect(() => decodeTile(data, false)).toThrow(
      expect.objectContaining({ code: 'message.invalid' }),
    );
  });

  test('that do not exist cannot be encoded', () => {
    const { sorted, tiles } = planTiles(manyCells(3));
    expect(() => encodeTile(sorted, tiles, 9)).toThrow();
  });
});

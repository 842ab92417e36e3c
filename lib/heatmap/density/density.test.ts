import { describe, expect, test } from 'vitest';
import { type Cells, emptyCells } from '../cells';
import type { PackedCells } from '../packed';
import { paletteBytes } from '../palettes';
import { packCells, sortCells } from '../testing/at-once';
import { weightsOf } from '../testing/weights-of';
import { directDensity } from './direct';
import { DensityField, ROWS } from './field';
import { STEP } from './kernel';
import { columnsFor, RowPainter } from './paint';
import { findPeak } from './peak';

const WIDTH = 320;
const HEIGHT = 240;

interface Scene {
  readonly name: string;
  readonly cells: Cells;
  readonly scrollX?: number;
  readonly scrollY: number;
  readonly scaleX?: number;
}

/** Reads the gray picture of a scene back as densities, and gives its largest error in % of the peak. */
async function largestError(scene: Scene, dpr: number): Promise<number> {
  const { cells, scrollX = 0, scrollY, scaleX = 1 } = scene;
  const sorted = sortCells(cells);
  const pageCells = sorted.fixed.filter((fixed) => fixed === 0).length;
  const columns = columnsFor(scrollX, scrollX + WIDTH);
  const page = new DensityField(columns.first, columns.count, scaleX);
  page.setChunks([packCells(sorted, 0, pageCells)]);
  const fixed = new DensityField(columns.first, columns.count, scaleX, scrollX);
  fixed.setChunks([packCells(sorted, pageCells, sorted.length)]);

  const peak = await findPeak(cells);
  const width = WIDTH * dpr;
  const painter = new RowPainter(columns, width, scrollX + 0.5 / dpr, 1 / dpr);
  const ink = { palette: new Uint32Array(paletteBytes('gray').buffer), scale: 255 / peak };
  const row = new Uint32Array(width);
  const weights = stretched(weightsOf(cells, false), scaleX);
  const fixedWeights = stretched(weightsOf(cells, true), scaleX);
  let worst = 0;
  for (let j = 0; j < HEIGHT * dpr; j += 3) {
    const y = (j + 0.5) / dpr;
    painter.paint([[page, scrollY + y] as const, [fixed, y] as const], ink, row, 0);
    for (let i = 0; i < width; i += 5) {
      const x = (i + 0.5) / dpr;
      const true_ =
        directDensity(weights, x + scrollX, y + scrollY) + directDensity(fixedWeights, x, y);
      const shown = 1 - ((row[i] ?? 0) & 255) / 255;
      worst = Math.max(worst, Math.abs(shown - Math.min(1, true_ / peak)));
    }
  }
  return worst * 100;
}

const stretched = (weights: ReturnType<typeof weightsOf>, scaleX: number) => ({
  ...weights,
  x: Array.from(weights.x, (x) => x * scaleX),
});

/** Half a level of 255: what eight bits cannot show. */
const EIGHT_BITS = 0.5 / 2.55;

const scenes: Scene[] = [
  { name: 'one cell', cells: scatter(1, 1, 0), scrollY: 0 },
  { name: 'one cell between pixels', cells: scatter(1, 1, 3), scrollY: 100.37 },
  { name: 'sparse', cells: scatter(2, 60, 0), scrollY: 12.625 },
  { name: 'a dense cluster', cells: scatter(3, 900, 0, 20), scrollY: 90.1 },
  { name: 'uniform', cells: scatter(4, 3000, 0), scrollY: 333.333 },
  { name: 'counts from 1 to a million', cells: scatter(5, 200, 0, 300, 6), scrollY: 77.7 },
  { name: 'scrolled sideways', cells: scatter(6, 400, 0), scrollX: 41.3, scrollY: 10 },
  { name: 'another width', cells: scatter(7, 400, 0), scrollY: 10, scaleX: 0.61 },
  { name: 'fixed and page heat together', cells: scatter(8, 300, 60), scrollY: 155.5 },
  { name: 'both, scrolled sideways', cells: scatter(8, 300, 60), scrollX: 17.7, scrollY: 155.5 },
  { name: 'fixed heat alone', cells: scatter(9, 50, 50), scrollY: 1200 },
];

describe('the density', () => {
  for (const dpr of [1, 2, 1.25]) {
    test.each(scenes)(`is exact at ${dpr} device pixels a CSS px: $name`, async (scene) => {
      expect(await largestError(scene, dpr)).toBeLessThan(EIGHT_BITS + 0.2);
    });
  }

  test('of many cells on one spot is their sum', async () => {
    const cells = emptyCells(1000);
    cells.x.fill(50);
    cells.y.fill(60);
    cells.count.fill(3);
    expect(await findPeak(cells)).toBeCloseTo(3000, 3);
  });

  test('changes where a tile comes and nowhere else', () => {
    const near = pack(scatter(1, 20, 0));
    const far: PackedCells = { data: Float32Array.of(50, 5000, 16, 9), fixed: false };
    const field = new DensityField(0, 80, 1);
    field.setChunks([near]);
    const before = field.band(0);
    field.setChunks([near, far]);
    expect(field.band(0)).toBe(before);
    expect(field.band(Math.floor(5000 / STEP / ROWS)).to).toBeGreaterThan(0);
    field.setChunks([far]);
    expect(field.band(0).to).toBe(0);
  });

  test('keeps bounded memory however far one scrolls', () => {
    const field = new DensityField(0, 80, 1);
    field.setChunks([pack(scatter(3, 5000, 0, 400, 1, 60_000))]);
    const first = Float32Array.from(field.band(0).data);
    for (let band = 0; band < 750; band++) field.band(band);
    expect(field.kept).toBeLessThan(400);
    expect(field.band(0).data).toEqual(first);
  });
});

describe('the peak', () => {
  test.each(scenes)('is the highest point of the page: $name', async ({ cells }) => {
    const peak = await findPeak(cells);
    const highest = Math.max(searchAll(cells, false), searchAll(cells, true));
    expect(peak).toBeGreaterThan(highest * 0.998);
    expect(peak).toBeLessThan(highest * 1.002);
  });

  test('is found where two cells together outdo a hotter one', async () => {
    const cells = emptyCells(3);
    cells.x.set([100, 108, 600]);
    cells.y.set([20_000, 20_000, 50]);
    cells.count.set([60, 60, 100]);
    expect(await findPeak(cells)).toBeCloseTo(120 * Math.exp(-16 / 288), 1);
  });

  test('is found on the seams of its blocks', async () => {
    for (const [x, y] of [
      [512, 160],
      [511.9, 159.9],
      [0, 0],
      [1024.2, 24_000],
    ] as const) {
      const cells = emptyCells(1);
      cells.x[0] = x;
      cells.y[0] = y;
      cells.count[0] = 7;
      expect(await findPeak(cells)).toBeCloseTo(7, 3);
    }
  });

  test('of no cells is 0', async () => {
    expect(await findPeak(emptyCells(0))).toBe(0);
  });

  test('search stops when it is told to', async () => {
    const stop = AbortSignal.abort();
    await expect(findPeak(scatter(4, 3000, 0), { signal: stop })).rejects.toThrow();
  });
});

/** The highest density by brute force: every 2 px, then the best place by ever finer steps. */
function searchAll(cells: Cells, fixed: boolean): number {
  const weights = weightsOf(cells, fixed);
  let best = { x: 0, y: 0, value: 0 };
  for (let i = 0; i < weights.length; i++) {
    // A summit lies within σ of some cell.
    for (let dx = -12; dx <= 12; dx += 4) {
      for (let dy = -12; dy <= 12; dy += 4) {
        if (weights.length > 500 && (dx !== 0 || dy !== 0)) continue;
        const [x, y] = [(weights.x[i] ?? 0) + dx, (weights.y[i] ?? 0) + dy];
        const value = directDensity(weights, x, y);
        if (value > best.value) best = { x, y, value };
      }
    }
  }
  for (let stride = 4; stride > 0.01; stride /= 1.5) {
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        const [x, y] = [best.x + dx * stride, best.y + dy * stride];
        const value = directDensity(weights, x, y);
        if (value > best.value) best = { x, y, value };
      }
    }
  }
  return best.value;
}

const pack = (cells: Cells): PackedCells => packCells(sortCells(cells), 0, cells.length);

function scatter(
  seed: number,
  length: number,
  fixed: number,
  spread = 400,
  decades = 2,
  tall = 0,
): Cells {
  let state = seed * 7919;
  const random = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const cells = emptyCells(length);
  for (let i = 0; i < length; i++) {
    cells.x[i] = 160 + (random() - 0.5) * spread;
    cells.y[i] = tall > 0 ? random() * tall : 200 + (random() - 0.5) * spread;
    cells.size[i] = 16;
    cells.count[i] = Math.ceil(10 ** (random() * decades));
    cells.people[i] = 20;
    cells.fixed[i] = i < fixed ? 1 : 0;
    if (i < fixed) cells.y[i] = random() * HEIGHT;
  }
  return cells;
}

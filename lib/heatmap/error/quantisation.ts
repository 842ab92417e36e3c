import { atOnce, type Steps } from '../../core/steps';
import { type Cells, cellAt } from '../cells';
import { SIGMA } from '../density/kernel';
import { heaviestRows } from '../heaviest';
import { createSparseGrid } from './sparse-grid';

/**
 * Share of the picture's heat that lies elsewhere because only the cell of a click is known, 0 to 1 (total
 * variation of the two blurred pictures); null without cells.
 *
 * Drawn is a Gaussian at each cell's centre. If clicks were spread evenly over their cells, it would be
 * that Gaussian averaged over the cell. The two are summed on a grid and compared, so neighbours that make
 * up for each other do so. Where clicks lie unevenly in a cell it is more than this; where cells are wide
 * against the blur, much of that shows.
 *
 * Each cell counts with its own edge: a click lies up to half of it from the centre, whatever other cells
 * the map has and whoever gives it. So 20 and 160 px mean 10 and 80 px either way, from an engine that
 * names its finest step and from a file that names edges alone. A source's step that is wider than a cell
 * (places across rounded to a per cent of the width) widens that cell to it; one that is narrower changes
 * nothing. Of two roundings the wider stands for both: they add like variances.
 *
 * @param halfX - Half of the source's finest step across, CSS px; `halfY` down.
 */
export function quantisationOf(cells: Cells, halfX: number, halfY: number): number | null {
  return atOnce(quantisationSteps(cells, halfX, halfY));
}

/** The same in steps: a cell, or a tile of the grid, each. */
export function* quantisationSteps(
  cells: Cells,
  halfX: number,
  halfY: number,
): Steps<number | null> {
  const rows = yield* heaviestRows(cells.count, cells.length, MOST_CELLS);
  if (rows.length === 0 || !(halfX >= 0 && halfY >= 0)) return null;
  const apart = createSparseGrid();
  let total = 0;
  let beyond = 0;
  for (const row of rows) {
    const { x, y, size, count, fixed } = cellAt(cells, row);
    const across = profileOf(x, Math.max(halfX, size / 2));
    const down = profileOf(y, Math.max(halfY, size / 2));
    total += count;
    beyond += count * (1 - across.within * down.within);
    const layer = fixed ? 1 : 0;
    for (let j = 0; j < down.drawn.length; j++) {
      const drawn = { times: count * (down.drawn[j] ?? 0), values: across.drawn };
      const even = { times: count * (down.even[j] ?? 0), values: across.even };
      apart.addRow(layer, across.first, down.first + j, drawn, even);
    }
    yield;
  }
  const sum = yield* apart.sizeOf();
  return Math.min(1, (sum + beyond) / total / 2);
}

/** Step of the grid that pictures are compared on, CSS px: half of the blur is enough for a sum. */
const STEP = SIGMA / 2;

/** Cells that are looked at; of more, those with most clicks. With `MOST_HALF`, bounds time and room. */
const MOST_CELLS = 1500;

/** How far a Gaussian reaches, in standard deviations: beyond lies less than one in ten thousand. */
const REACH = 4;

/**
 * Half of an edge that is gone through point by point, CSS px. What a wider cell spreads beyond it is
 * counted as lying elsewhere, which it does but for the few per cent that other cells' Gaussians cover.
 */
const MOST_HALF = 96;

/** Heat of one cell along one axis, by grid line: as drawn, and as if spread evenly. */
function profileOf(centre: number, half: number) {
  const seen = Math.min(half, MOST_HALF);
  const reach = REACH * SIGMA + seen;
  const first = Math.max(0, Math.floor((centre - reach) / STEP));
  const last = Math.ceil((centre + reach) / STEP);
  const drawn = new Float64Array(Math.max(0, last - first + 1));
  const even = new Float64Array(drawn.length);
  let within = 0;
  for (let i = 0; i < drawn.length; i++) {
    const at = (first + i) * STEP - centre;
    const point = gauss(at) * STEP;
    const share = half < 0.5 ? point : ((below(at + half) - below(at - half)) / (2 * half)) * STEP;
    drawn[i] = point;
    even[i] = share;
    within += share;
  }
  // Of a cell that is gone through whole, all lies within, but for what the page's edge cuts off.
  return { first, drawn, even, within: half > seen ? Math.min(1, within) : 1 };
}

const gauss = (at: number): number =>
  Math.exp(-((at / SIGMA) ** 2) / 2) / (SIGMA * Math.sqrt(2 * Math.PI));

const below = (at: number): number => normalBelow(at / SIGMA);

/** The normal distribution's share below z, within 7.5e-8 (Abramowitz and Stegun 1964, 26.2.17). */
export function normalBelow(z: number): number {
  const t = 1 / (1 + 0.231_641_9 * Math.abs(z));
  const tail =
    ((((1.330_274_429 * t - 1.821_255_978) * t + 1.781_477_937) * t - 0.356_563_782) * t +
      0.319_381_53) *
    t *
    (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI));
  return z > 0 ? 1 - tail : tail;
}

import { atOnce, ROWS_A_STEP, type Steps } from '../../core/steps';
import { type Cells, cellAt } from '../cells';
import { SIGMA } from '../density/kernel';
import { heaviestRows } from '../heaviest';

/**
 * Share of the picture's heat that lies elsewhere because only the cell of a click is known, 0 to 1 (total
 * variation of the two blurred pictures); null without cells.
 *
 * Drawn is a Gaussian at each cell's centre. If clicks were spread evenly over their cells, it would be
 * that Gaussian averaged over the cell. The two are summed on a grid and compared, so neighbours that make
 * up for each other do so. Where clicks lie unevenly in a cell it is more than this; where cells are wide
 * against the blur, much of that shows.
 *
 * @param halfX - Half of the source's step across, CSS px; `halfY` down. Larger cells have it in proportion.
 */
export function quantisationOf(cells: Cells, halfX: number, halfY: number): number | null {
  return atOnce(quantisationSteps(cells, halfX, halfY));
}

/** The same in steps. */
export function* quantisationSteps(
  cells: Cells,
  halfX: number,
  halfY: number,
): Steps<number | null> {
  const smallest = smallestSize(cells);
  yield;
  const rows = (yield* heaviestRows(cells.count, cells.length, MOST_CELLS)).map((i) =>
    cellAt(cells, i),
  );
  if (rows.length === 0 || !(halfX >= 0 && halfY >= 0) || smallest === 0) return null;
  const apart = new Map<number, number>();
  let total = 0;
  for (const { x, y, size, count, fixed } of rows) {
    total += count;
    const across = profiles(x, (halfX * size) / smallest);
    const down = profiles(y, (halfY * size) / smallest);
    for (const [j, row] of down.points.entries()) {
      const start = ((down.first + j) * COLUMNS + across.first) * 2 + (fixed ? 1 : 0);
      const rowEven = down.even[j] ?? 0;
      for (const [i, column] of across.points.entries()) {
        const difference = row * column - rowEven * (across.even[i] ?? 0);
        const key = start + i * 2;
        apart.set(key, (apart.get(key) ?? 0) + count * difference);
      }
    }
    yield;
  }
  let sum = 0;
  let added = 0;
  for (const difference of apart.values()) {
    sum += Math.abs(difference);
    if (++added % ROWS_A_STEP === 0) yield;
  }
  return Math.min(1, sum / total / 2);
}

/** Step of the grid that pictures are compared on, CSS px: half of the blur is enough for a sum. */
const STEP = SIGMA / 2;

/** More than any page has. */
const COLUMNS = 2 ** 22;

/** Cells that are looked at; of more, those with most clicks. Bounds the time to about 40 ms. */
const MOST_CELLS = 1500;

function smallestSize({ size }: Cells): number {
  let smallest = Number.POSITIVE_INFINITY;
  for (const edge of size) if (edge > 0 && edge < smallest) smallest = edge;
  return Number.isFinite(smallest) ? smallest : 0;
}

/** How far a Gaussian reaches, in standard deviations: beyond lies less than one in ten thousand. */
const REACH = 4;

/** Heat of one cell along one axis, by grid line: as drawn, and as if spread evenly. Each sums to one. */
function profiles(centre: number, half: number) {
  const reach = REACH * SIGMA + half;
  const first = Math.max(0, Math.floor((centre - reach) / STEP));
  const last = Math.ceil((centre + reach) / STEP);
  const points: number[] = [];
  const even: number[] = [];
  for (let line = first; line <= last; line++) {
    const at = line * STEP - centre;
    points.push(gauss(at) * STEP);
    even.push(
      half < 0.5 ? gauss(at) * STEP : ((below(at + half) - below(at - half)) / (2 * half)) * STEP,
    );
  }
  return { first, points, even };
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

import { type DensityField, ROWS } from './field';
import { STEP, splineWeights } from './kernel';

/** A place on the page, CSS px, and its density by the field. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly value: number;
}

/**
 * The summits in a band of a field that could be the highest: every node that is higher than its
 * neighbours and within reach of the best so far, followed up to where the spline is highest.
 */
export function climb(field: DensityField, band: number, best: number): Spot[] {
  const nodes = readNodes(field, band);
  const { columns, values } = nodes;
  let highest = best;
  for (const value of values) if (value > highest) highest = value;
  const summits: Spot[] = [];
  for (let row = 1; row <= ROWS; row++) {
    for (let column = 1; column < columns - 1; column++) {
      const at = row * columns + column;
      const value = values[at] ?? 0;
      if (value < highest * WITHIN_REACH || !isHighest(values, at, columns)) continue;
      summits.push(follow(field, column, band * ROWS + row - 1, value));
    }
  }
  return summits;
}

/** A summit lies at most half a cell's diagonal from a node: there a lone Gaussian has 95.7 %. */
const WITHIN_REACH = 0.95;

interface Nodes {
  readonly columns: number;
  /** One row more above and below the band. */
  readonly values: Float32Array;
}

/** The density at the nodes themselves: the spline's weights there are 1, 4, 1 of 6. */
function readNodes(field: DensityField, band: number): Nodes {
  const { columns } = field;
  const values = new Float32Array((ROWS + 2) * columns);
  for (let row = 0; row < ROWS + 2; row++) {
    for (let away = -1; away <= 1; away++) {
      const at = band * ROWS + row - 1 + away;
      const { data, from, to } = field.band(Math.floor(at / ROWS));
      if (from >= to) continue;
      const base = (at - Math.floor(at / ROWS) * ROWS) * columns;
      const weight = (away === 0 ? 4 : 1) / 36;
      for (let column = 1; column < columns - 1; column++) {
        const at = base + column;
        const across = (data[at - 1] ?? 0) + 4 * (data[at] ?? 0) + (data[at + 1] ?? 0);
        values[row * columns + column] = (values[row * columns + column] ?? 0) + weight * across;
      }
    }
  }
  return { columns, values };
}

function isHighest(values: Float32Array, at: number, columns: number): boolean {
  const value = values[at] ?? 0;
  if (value <= 0) return false;
  for (const row of [-columns, 0, columns]) {
    for (let side = -1; side <= 1; side++) if ((values[at + row + side] ?? 0) > value) return false;
  }
  return true;
}

/** Compass search: to the best of the four neighbours, and with half the stride where there is none. */
function follow(field: DensityField, column: number, row: number, value: number): Spot {
  let x = column;
  let y = row;
  let best = value;
  for (let stride = 0.5; stride > FINEST; ) {
    let moved = false;
    for (const [dx, dy] of COMPASS) {
      const there = valueAt(field, x + dx * stride, y + dy * stride);
      if (there <= best) continue;
      best = there;
      x += dx * stride;
      y += dy * stride;
      moved = true;
    }
    if (!moved) stride /= 2;
  }
  return { x: (x + field.firstColumn) * STEP, y: y * STEP, value: best };
}

const COMPASS = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const;

/** Of a node: 0.08 CSS px, where the density differs from the summit's by 0.002 %. */
const FINEST = 1 / 64;

const across = new Float64Array(4);
const down = new Float64Array(4);

function valueAt(field: DensityField, x: number, y: number): number {
  const column = Math.floor(x);
  const row = Math.floor(y);
  splineWeights(x - column, across);
  splineWeights(y - row, down);
  let sum = 0;
  for (let j = 0; j < 4; j++) {
    const at = row - 1 + j;
    const { data, from, to } = field.band(Math.floor(at / ROWS));
    if (from >= to) continue;
    const base = (at - Math.floor(at / ROWS) * ROWS) * field.columns + column - 1;
    for (let i = 0; i < 4; i++) sum += (across[i] ?? 0) * (down[j] ?? 0) * (data[base + i] ?? 0);
  }
  return sum;
}

import { firstAt, type PackedCells, STRIDE, yRange } from '../packed';
import { KERNEL, REACH, STEP, splineWeights } from './kernel';

/** Rows of nodes that are worked out together: 80 CSS px. Must exceed the kernel's reach. */
export const ROWS = 16;

/** Bands kept. A viewport needs twelve or so; the rest makes scrolling back free. */
const MOST_BANDS = 192;

/** Rows of nodes. Outside of columns `from` to `to` they are zero. */
export interface Band {
  readonly data: Float32Array;
  readonly from: number;
  readonly to: number;
}

/**
 * The density of a strip of the page as spline coefficients on a grid of nodes, worked out band by
 * band where it is looked at. A picture of any height therefore costs what its viewport costs.
 *
 * Node (row, column) lies at CSS px `(column + firstColumn) · STEP, row · STEP`.
 */
export class DensityField {
  private chunks: readonly PackedCells[] = [];
  /** Cells spread over nodes and blurred along x. */
  private readonly blurred = new Map<number, Band>();
  /** Blurred along y as well. */
  private readonly done = new Map<number, Band>();
  private readonly scratch: Float64Array;
  /** A band's rows, and those that the blur reaches above and below them. */
  private readonly tall: Float64Array;
  private readonly wide: number;

  constructor(
    readonly firstColumn: number,
    readonly columns: number,
    /** CSS px of the recorded width to CSS px of the page. */
    readonly scaleX: number,
    /** CSS px that the cells lie further right than they say: the scroll, for fixed ones. */
    readonly offsetX = 0,
  ) {
    this.wide = columns + 2 * REACH;
    this.scratch = new Float64Array(this.wide * ROWS);
    this.tall = new Float64Array(columns * (ROWS + 2 * REACH));
  }

  /** Takes these cells instead of the last ones; only bands near a change are worked out anew. */
  setChunks(chunks: readonly PackedCells[]): void {
    const before = new Set(this.chunks);
    const now = new Set(chunks);
    for (const chunk of chunks) if (!before.has(chunk)) this.forget(chunk);
    for (const chunk of before) if (!now.has(chunk)) this.forget(chunk);
    this.chunks = chunks;
  }

  band(index: number): Band {
    const known = this.done.get(index);
    if (known) return known;
    const band = this.blurDown(index);
    makeRoom(this.done, index);
    this.done.set(index, band);
    return band;
  }

  /** Bands in memory. */
  get kept(): number {
    return this.blurred.size + this.done.size;
  }

  private forget(chunk: PackedCells): void {
    const [top, bottom] = yRange(chunk);
    const first = Math.floor((top / STEP - 2) / ROWS);
    const last = Math.floor((bottom / STEP + 2) / ROWS);
    for (const index of this.blurred.keys()) {
      if (index >= first && index <= last) this.blurred.delete(index);
    }
    for (const index of this.done.keys()) {
      if (index >= first - 1 && index <= last + 1) this.done.delete(index);
    }
  }

  private blurDown(index: number): Band {
    const above = this.across(index - 1);
    const middle = this.across(index);
    const below = this.across(index + 1);
    const from = Math.min(above.from, middle.from, below.from);
    const to = Math.max(above.to, middle.to, below.to);
    if (from >= to) return EMPTY;
    const { columns, tall } = this;
    tall.fill(0);
    tall.set(above.data.subarray((ROWS - REACH) * columns));
    tall.set(middle.data, REACH * columns);
    tall.set(below.data.subarray(0, REACH * columns), (REACH + ROWS) * columns);
    const data = new Float32Array(columns * ROWS);
    for (let row = 0; row < ROWS; row++) {
      blur(tall, (row + REACH) * columns + from, columns, data, row * columns + from, to - from);
    }
    return { data, from, to };
  }

  private across(index: number): Band {
    const known = this.blurred.get(index);
    if (known) return known;
    const band = this.blurAcross(index);
    makeRoom(this.blurred, index);
    this.blurred.set(index, band);
    return band;
  }

  private blurAcross(index: number): Band {
    const rows = this.spread(index);
    let from = this.columns;
    let to = 0;
    // Column c of the scratch is column c − REACH of the field.
    for (let row = 0; row < ROWS; row++) {
      if ((rows.from[row] ?? 0) >= (rows.to[row] ?? 0)) continue;
      from = Math.min(from, Math.max(0, (rows.from[row] ?? 0) - 2 * REACH));
      to = Math.max(to, Math.min(this.columns, rows.to[row] ?? 0));
    }
    if (from >= to) return EMPTY;
    const data = new Float32Array(this.columns * ROWS);
    for (let row = 0; row < ROWS; row++) {
      const start = Math.max(0, (rows.from[row] ?? 0) - 2 * REACH);
      const end = Math.min(this.columns, rows.to[row] ?? 0);
      const middle = row * this.wide + REACH + start;
      blur(this.scratch, middle, 1, data, row * this.columns + start, end - start);
    }
    return { data, from, to };
  }

  /** Spreads the cells near a band over its nodes, and says which columns of each row were touched. */
  private spread(index: number): { readonly from: Int32Array; readonly to: Int32Array } {
    const { scratch, wide } = this;
    scratch.fill(0);
    const from = new Int32Array(ROWS).fill(wide);
    const to = new Int32Array(ROWS);
    const firstRow = index * ROWS;
    const left = this.firstColumn - REACH;
    const wx = new Float64Array(4);
    const wy = new Float64Array(4);
    for (const chunk of this.chunks) {
      const { data } = chunk;
      const end = firstAt(chunk, (firstRow + ROWS + 2) * STEP) * STRIDE;
      for (let at = firstAt(chunk, (firstRow - 2) * STEP) * STRIDE; at < end; at += STRIDE) {
        const x = ((data[at] ?? 0) * this.scaleX + this.offsetX) / STEP;
        const y = (data[at + 1] ?? 0) / STEP;
        const count = data[at + 3] ?? 0;
        const column = Math.floor(x) - 1 - left;
        if (column < 0 || column + 3 >= wide) continue;
        const row = Math.floor(y) - 1 - firstRow;
        splineWeights(x - Math.floor(x), wx);
        splineWeights(y - Math.floor(y), wy);
        for (let j = 0; j < 4; j++) {
          const line = row + j;
          if (line < 0 || line >= ROWS) continue;
          const weight = count * (wy[j] ?? 0);
          const base = line * wide + column;
          for (let i = 0; i < 4; i++) {
            scratch[base + i] = (scratch[base + i] ?? 0) + weight * (wx[i] ?? 0);
          }
          if (column < (from[line] ?? 0)) from[line] = column;
          if (column + 4 > (to[line] ?? 0)) to[line] = column + 4;
        }
      }
    }
    return { from, to };
  }
}

const EMPTY: Band = { data: new Float32Array(0), from: Number.POSITIVE_INFINITY, to: 0 };

function makeRoom(bands: Map<number, Band>, wanted: number): void {
  while (bands.size >= MOST_BANDS) {
    let farthest = wanted;
    for (const index of bands.keys()) {
      if (Math.abs(index - wanted) >= Math.abs(farthest - wanted)) farthest = index;
    }
    bands.delete(farthest);
  }
}

/**
 * Blurs `length` nodes of a row, from `values[middle]` on, into `out[at]…`: along the row with a
 * stride of 1, across rows with a stride of one row. Several neighbours are added in one pass, which
 * is faster than to go over all of them node by node.
 */
function blur(
  values: Float64Array,
  middle: number,
  stride: number,
  out: Float32Array,
  at: number,
  length: number,
): void {
  const centre = KERNEL[0] ?? 0;
  for (let i = 0; i < length; i++) out[at + i] = centre * (values[middle + i] ?? 0);
  for (let away = 1; away <= REACH; away += 4) {
    const [w0 = 0, w1 = 0, w2 = 0, w3 = 0] = KERNEL.subarray(away, away + 4);
    const d0 = away * stride;
    const d1 = d0 + stride;
    const d2 = d1 + stride;
    const d3 = d2 + stride;
    for (let i = 0, m = middle; i < length; i++, m++) {
      out[at + i] =
        (out[at + i] ?? 0) +
        w0 * ((values[m - d0] ?? 0) + (values[m + d0] ?? 0)) +
        w1 * ((values[m - d1] ?? 0) + (values[m + d1] ?? 0)) +
        w2 * ((values[m - d2] ?? 0) + (values[m + d2] ?? 0)) +
        w3 * ((values[m - d3] ?? 0) + (values[m + d3] ?? 0));
    }
  }
}

import { type Band, type DensityField, ROWS } from './field';
import { STEP, splineWeights } from './kernel';

/** Turns a density into a pixel. */
export interface Ink {
  readonly palette: Uint32Array;
  /** Levels of the palette a unit of density. */
  readonly scale: number;
}

/** Columns of nodes that fields and a painter share. */
export interface Columns {
  readonly first: number;
  readonly count: number;
}

/** A field and the y that a row of pixels is read at, CSS px. */
export type Source = readonly [field: DensityField, y: number];

/**
 * Reads rows of pixels off density fields: their splines, summed at the centre of every pixel. Where
 * the pixels of a row lie between the nodes is the same in every row, so it is worked out once; and
 * between two nodes a spline is one cubic, so it costs three multiplications a pixel.
 */
export class RowPainter {
  /** A row of nodes, with two empty ones on either side so that the spline needs no edge cases. */
  private readonly mixed: Float64Array;
  private readonly down = new Float64Array(4);
  /** Per stretch of pixels between two nodes: its first node in `mixed`, its end, its start. */
  private readonly nodes: Int32Array;
  private readonly ends: Int32Array;
  private readonly parts: Float64Array;
  /** Columns that pixels read; fields reach a little further. */
  private readonly firstColumn: number;
  private readonly lastColumn: number;

  constructor(
    readonly columns: Columns,
    private readonly width: number,
    /** CSS px of the first pixel's centre, and from one pixel to the next. */
    readonly left: number,
    readonly pixel: number,
  ) {
    this.mixed = new Float64Array(columns.count + 5);
    const nodes: number[] = [];
    const ends: number[] = [];
    const parts: number[] = [];
    for (let i = 0; i < width; i++) {
      const exact = (left + i * pixel) / STEP - columns.first;
      const node = Math.floor(exact) + 1;
      if (nodes.at(-1) === node) {
        ends[ends.length - 1] = i + 1;
        continue;
      }
      nodes.push(Math.min(Math.max(node, 0), columns.count));
      ends.push(i + 1);
      parts.push(exact - Math.floor(exact));
    }
    this.firstColumn = Math.max(0, (nodes[0] ?? 0) - 2);
    this.lastColumn = Math.min(columns.count, (nodes.at(-1) ?? 0) + 2);
    this.nodes = Int32Array.from(nodes);
    this.ends = Int32Array.from(ends);
    this.parts = Float64Array.from(parts);
  }

  /** Writes one row of pixels at `out[at]…`. */
  paint(sources: readonly Source[], ink: Ink, out: Uint32Array, at: number): void {
    let from = this.columns.count;
    let to = 0;
    this.mixed.fill(0);
    // Not `for … of`: where its loop takes in the mixing of a row, compiled code takes half as long again.
    for (let i = 0; i < sources.length; i++) {
      const source = sources[i];
      if (source === undefined) continue;
      const used = this.mix(source, ink.scale);
      from = Math.min(from, used.from);
      to = Math.max(to, used.to);
    }
    // A spline reaches two nodes past its coefficients.
    const first = from < to ? this.stretchAt(from - 2) : 0;
    const last = from < to ? this.stretchAt(to + 2) : 0;
    const start = first > 0 ? (this.ends[first - 1] ?? 0) : 0;
    const end = last > 0 ? (this.ends[last - 1] ?? 0) : 0;
    const nothing = ink.palette[0] ?? 0;
    out.fill(nothing, at, at + start);
    this.color(ink.palette, first, last, out, at);
    out.fill(nothing, at + Math.max(start, end), at + this.width);
  }

  /** Adds the four rows of nodes around a line, and says which columns they touch. */
  private mix([field, y]: Source, scale: number): { from: number; to: number } {
    const exact = y / STEP;
    const first = Math.floor(exact) - 1;
    splineWeights(exact - first - 1, this.down);
    let from = this.columns.count;
    let to = 0;
    const last = Math.floor((first + 3) / ROWS);
    for (let index = Math.floor(first / ROWS); index <= last; index++) {
      const band = field.band(index);
      if (band.from >= band.to) continue;
      this.add(band, first - index * ROWS, scale);
      from = Math.min(from, band.from);
      to = Math.max(to, band.to);
    }
    return { from, to };
  }

  /** Adds four rows of a band in one pass. Those beyond its edge weigh nothing: another band has them. */
  private add({ data, from, to }: Band, row: number, scale: number): void {
    const { mixed, down, columns } = this;
    const inside = (j: number) => row + j >= 0 && row + j < ROWS;
    const weight = (j: number) => (inside(j) ? (down[j] ?? 0) * scale : 0);
    const start = (j: number) => (inside(j) ? (row + j) * columns.count : 0);
    const [w0, w1, w2, w3] = [weight(0), weight(1), weight(2), weight(3)];
    const [at0, at1, at2, at3] = [start(0), start(1), start(2), start(3)];
    const end = Math.min(to, this.lastColumn);
    for (let c = Math.max(from, this.firstColumn); c < end; c++) {
      mixed[c + 2] =
        (mixed[c + 2] ?? 0) +
        w0 * (data[at0 + c] ?? 0) +
        w1 * (data[at1 + c] ?? 0) +
        w2 * (data[at2 + c] ?? 0) +
        w3 * (data[at3 + c] ?? 0);
    }
  }

  /** The first stretch of pixels at or after a column of nodes. */
  private stretchAt(column: number): number {
    let low = 0;
    let high = this.nodes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.nodes[middle] ?? 0) < column + 1) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private color(
    palette: Uint32Array,
    first: number,
    last: number,
    out: Uint32Array,
    at: number,
  ): void {
    const { mixed, nodes, ends, parts } = this;
    const step = this.pixel / STEP;
    const most = palette.length - 1;
    let pixel = first > 0 ? (ends[first - 1] ?? 0) : 0;
    for (let stretch = first; stretch < last; stretch++) {
      const node = nodes[stretch] ?? 0;
      const a = mixed[node] ?? 0;
      const b = mixed[node + 1] ?? 0;
      const c = mixed[node + 2] ?? 0;
      const d = mixed[node + 3] ?? 0;
      // The cubic between nodes b and c; the half makes truncating round.
      const p0 = (a + 4 * b + c) / 6 + 0.5;
      const p1 = (c - a) / 2;
      const p2 = (a + c) / 2 - b;
      const p3 = (d - a) / 6 + (b - c) / 2;
      const end = ends[stretch] ?? 0;
      for (let s = parts[stretch] ?? 0; pixel < end; pixel++, s += step) {
        const level = (((p3 * s + p2) * s + p1) * s + p0) | 0;
        out[at + pixel] = palette[level < 0 ? 0 : level > most ? most : level] ?? 0;
      }
    }
  }
}

/** The columns of nodes that CSS px `left` to `right` of the page need. */
export function columnsFor(left: number, right: number): Columns {
  const first = Math.floor(left / STEP) - 2;
  return { first, count: Math.ceil(right / STEP) + 3 - first };
}

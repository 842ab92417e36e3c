import { type DensityField, ROWS } from './field';
import { STEP, splineWeights } from './kernel';

/** Turns a density into a pixel. */
export interface Ink {
  readonly palette: Uint32Array;
  /** Levels of the palette a unit of density. */
  readonly scale: number;
}

/** Pixels of a row. Outside of `from` to `to` there is nothing. */
interface Span {
  readonly from: number;
  readonly to: number;
}

const NOWHERE: Span = { from: 0, to: 0 };

/**
 * Reads rows of pixels off one density field: its spline, at the centre of every pixel. Where the
 * pixels of a row lie between the nodes is the same in every row, so it is worked out once.
 */
export class Layer {
  /** Per pixel: its first node, as an index of `mixed`. */
  private readonly node: Int32Array;
  private readonly across: Float64Array;
  /** A row of nodes, with two empty ones on either side so that the spline needs no edge cases. */
  private readonly mixed: Float64Array;
  private readonly down = new Float64Array(4);

  constructor(
    readonly field: DensityField,
    private readonly width: number,
    /** CSS px of the first pixel's centre, and from one pixel to the next. */
    readonly left: number,
    readonly pixel: number,
  ) {
    this.node = new Int32Array(width);
    this.across = new Float64Array(4 * width);
    this.mixed = new Float64Array(field.columns + 5);
    for (let i = 0; i < width; i++) {
      const exact = (left + i * pixel) / STEP - field.firstColumn;
      const node = Math.floor(exact);
      this.node[i] = Math.min(Math.max(node + 1, 0), field.columns);
      splineWeights(exact - node, this.across.subarray(4 * i, 4 * i + 4));
    }
  }

  /** Makes the row at CSS px `y` ready to be read, in units of `scale`. */
  ready(y: number, scale: number): Span {
    const { field, mixed, down } = this;
    mixed.fill(0);
    const exact = y / STEP;
    const row = Math.floor(exact);
    splineWeights(exact - row, down);
    let from = field.columns;
    let to = 0;
    for (let j = 0; j < 4; j++) {
      const at = row - 1 + j;
      const index = Math.floor(at / ROWS);
      const band = field.band(index);
      if (band.from >= band.to) continue;
      const weight = (down[j] ?? 0) * scale;
      const base = (at - index * ROWS) * field.columns;
      for (let c = band.from; c < band.to; c++) {
        mixed[c + 2] = (mixed[c + 2] ?? 0) + weight * (band.data[base + c] ?? 0);
      }
      from = Math.min(from, band.from);
      to = Math.max(to, band.to);
    }
    return from < to ? this.span(from, to) : NOWHERE;
  }

  /** Adds the row to `values`. */
  addTo(values: Float64Array, { from, to }: Span): void {
    const { node, across, mixed } = this;
    for (let i = from; i < to; i++) values[i] = (values[i] ?? 0) + read(node, across, mixed, i);
  }

  /** Writes the row as colours. */
  color(palette: Uint32Array, { from, to }: Span, out: Uint32Array, at: number): void {
    const { node, across, mixed } = this;
    const most = palette.length - 1;
    for (let i = from; i < to; i++) {
      const level = (read(node, across, mixed, i) + 0.5) | 0;
      out[at + i] = palette[level < 0 ? 0 : level > most ? most : level] ?? 0;
    }
  }

  /** A spline reaches two nodes past its coefficients. */
  private span(from: number, to: number): Span {
    const pixelAt = (column: number) =>
      ((column + this.field.firstColumn) * STEP - this.left) / this.pixel;
    const start = Math.max(0, Math.floor(pixelAt(from - 2)));
    const end = Math.min(this.width, Math.ceil(pixelAt(to + 1)) + 1);
    return start < end ? { from: start, to: end } : NOWHERE;
  }
}

function read(node: Int32Array, across: Float64Array, mixed: Float64Array, i: number): number {
  const first = node[i] ?? 0;
  const weight = 4 * i;
  return (
    (across[weight] ?? 0) * (mixed[first] ?? 0) +
    (across[weight + 1] ?? 0) * (mixed[first + 1] ?? 0) +
    (across[weight + 2] ?? 0) * (mixed[first + 2] ?? 0) +
    (across[weight + 3] ?? 0) * (mixed[first + 3] ?? 0)
  );
}

/** Paints a row of the picture: the page's layer, and the fixed one where both have something. */
export class RowPainter {
  private readonly values: Float64Array;

  constructor(private readonly width: number) {
    this.values = new Float64Array(width);
  }

  /** Writes one row of pixels at `out[at]…`; every layer comes with the y that it is read at. */
  paint(layers: readonly (readonly [Layer, number])[], ink: Ink, out: Uint32Array, at: number) {
    const { palette, scale } = ink;
    const used: { layer: Layer; span: Span }[] = [];
    let from = this.width;
    let to = 0;
    for (const [layer, y] of layers) {
      const span = layer.ready(y, scale);
      if (span.from >= span.to) continue;
      used.push({ layer, span });
      from = Math.min(from, span.from);
      to = Math.max(to, span.to);
    }
    const nothing = palette[0] ?? 0;
    out.fill(nothing, at, at + from);
    out.fill(nothing, at + Math.max(from, to), at + this.width);
    const [only] = used;
    if (only === undefined) return;
    if (used.length === 1) only.layer.color(palette, only.span, out, at);
    else this.paintSum(used, { from, to }, palette, out, at);
  }

  private paintSum(
    used: readonly { layer: Layer; span: Span }[],
    { from, to }: Span,
    palette: Uint32Array,
    out: Uint32Array,
    at: number,
  ): void {
    const values = this.values.fill(0);
    for (const { layer, span } of used) layer.addTo(values, span);
    const most = palette.length - 1;
    for (let i = from; i < to; i++) {
      const level = ((values[i] ?? 0) + 0.5) | 0;
      out[at + i] = palette[level < 0 ? 0 : level > most ? most : level] ?? 0;
    }
  }
}

/** Nodes of a field that covers CSS px `left` to `right` of the page. */
export function columnsFor(left: number, right: number): { first: number; columns: number } {
  const first = Math.floor(left / STEP) - 2;
  return { first, columns: Math.ceil(right / STEP) + 3 - first };
}

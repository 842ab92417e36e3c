import { DensityField } from '../density/field';
import { REACH, STEP } from '../density/kernel';
import { columnsFor, RowPainter } from '../density/paint';
import { type PackedCells, yRange } from '../packed';
import { paletteBytes } from '../palettes';
import { createFor, devicePixels, type HeatmapRenderer, type Look, type View } from './contract';

/**
 * The exact density, at most 1 % of the peak off at every pixel. A pixel shows the density at its
 * centre. Fixed cells are a field of their own that stays with the viewport, and is added to the
 * page's where they lie. The sum is shown against one peak: where it exceeds it, the last colour.
 */
export function createDensityRenderer(stage: HTMLElement): HeatmapRenderer {
  const canvas = createFor(stage, 'canvas');
  canvas.style.cssText = 'position:absolute;left:0;top:0;display:block';
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('No 2D canvas');
  stage.append(canvas);

  let chunks: readonly PackedCells[] = [];
  let look: Look | null = null;
  let palette = new Uint32Array(1);
  let picture: Picture | null = null;
  /** Where the pixels of `picture` lie; null: nothing in it can be kept. */
  let painted: View | null = null;

  function render(view: View): void {
    if (view.width <= 0 || view.height <= 0) return;
    picture = prepare(view);
    const rows = painted === null ? null : rowsScrolled(painted, view);
    if (rows === 0) return;
    if (painted === null || rows === null || Math.abs(rows) >= picture.height) {
      paint(picture, view, { from: 0, to: picture.height });
      painted = view;
    } else {
      // Where the kept rows lie exactly: rounding must not add up over a thousand small scrolls.
      painted = { ...view, scrollY: painted.scrollY + rows / view.dpr };
      paint(picture, painted, shiftRows(picture, rows));
      for (const zone of fixedZones(chunks, view.dpr, rows)) paint(picture, painted, zone);
    }
    context?.putImageData(picture.image, 0, 0);
  }

  /** The picture for a view: the last one where it fits, else a new one that shares what it can. */
  function prepare(view: View): Picture {
    const size = devicePixels(view);
    if (picture !== null && fits(picture, view, size)) return picture;
    painted = null;
    if (canvas.width !== size.width) canvas.width = size.width;
    if (canvas.height !== size.height) canvas.height = size.height;
    canvas.style.width = `${size.width / view.dpr}px`;
    canvas.style.height = `${size.height / view.dpr}px`;
    const image = new ImageData(size.width, size.height);
    const { page, fixed } = fieldsFor(picture, view);
    giveCells(page, fixed, chunks);
    const columns = { first: page.firstColumn, count: page.columns };
    const pixel = 1 / view.dpr;
    return {
      ...size,
      image,
      pixels: new Uint32Array(image.data.buffer),
      painter: new RowPainter(columns, size.width, view.scrollX + pixel / 2, pixel),
      page,
      fixed,
    };
  }

  function paint(into: Picture, view: View, rows: RowRange): void {
    const scale = look !== null && look.peak > 0 ? (palette.length - 1) / look.peak : 0;
    const ink = { palette, scale };
    const end = Math.min(rows.to, into.height);
    for (let row = Math.max(0, rows.from); row < end; row++) {
      const y = (row + 0.5) / view.dpr;
      const sources = [[into.page, view.scrollY + y] as const, [into.fixed, y] as const];
      into.painter.paint(sources, ink, into.pixels, row * into.width);
    }
  }

  return {
    setCells(next) {
      chunks = next;
      if (picture !== null) giveCells(picture.page, picture.fixed, chunks);
      painted = null;
    },
    setLook(next) {
      if (next.palette !== look?.palette) {
        palette = new Uint32Array(paletteBytes(next.palette).buffer);
      }
      if (next.palette !== look?.palette || next.peak !== look?.peak) painted = null;
      look = next;
    },
    render,
    destroy() {
      canvas.remove();
      picture = null;
    },
  };
}

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly image: ImageData;
  /** The image's pixels, four bytes at once. */
  readonly pixels: Uint32Array;
  readonly painter: RowPainter;
  readonly page: DensityField;
  readonly fixed: DensityField;
}

interface RowRange {
  readonly from: number;
  readonly to: number;
}

function fits(picture: Picture, view: View, size: { width: number; height: number }): boolean {
  return (
    picture.width === size.width &&
    picture.height === size.height &&
    picture.painter.pixel === 1 / view.dpr &&
    picture.painter.left === view.scrollX + 0.5 / view.dpr &&
    picture.page.scaleX === view.scaleX
  );
}

/** CSS px beside the viewport that are kept ready, so that scrolling sideways seldom starts anew. */
const MARGIN = 64;

/**
 * The last fields, where they reach far enough, else new ones. Both have the same nodes, so that a
 * row is read off their sum; a scroll sideways therefore moves the fixed cells in theirs.
 */
function fieldsFor(
  last: Picture | null,
  { scrollX, width, scaleX }: View,
): Pick<Picture, 'page' | 'fixed'> {
  const needed = columnsFor(scrollX, scrollX + width);
  const covers =
    last?.page.scaleX === scaleX &&
    last.page.firstColumn <= needed.first &&
    last.page.firstColumn + last.page.columns >= needed.first + needed.count;
  const wide = columnsFor(scrollX - MARGIN, scrollX + width + MARGIN);
  const page =
    last !== null && covers ? last.page : new DensityField(wide.first, wide.count, scaleX);
  const fixed =
    last?.page === page && last.fixed.offsetX === scrollX
      ? last.fixed
      : new DensityField(page.firstColumn, page.columns, scaleX, scrollX);
  return { page, fixed };
}

function giveCells(page: DensityField, fixed: DensityField, chunks: readonly PackedCells[]): void {
  page.setChunks(chunks.filter((chunk) => !chunk.fixed));
  fixed.setChunks(chunks.filter((chunk) => chunk.fixed));
}

/** Whole device pixels between two views that differ by nothing else; null: not so. */
function rowsScrolled(from: View, to: View): number | null {
  const exact = (to.scrollY - from.scrollY) * to.dpr;
  const rows = Math.round(exact);
  return Math.abs(exact - rows) < WHOLE ? rows : null;
}

/** A thousandth of a pixel moves the density by at most 0.005 % of the peak. */
const WHOLE = 1e-3;

/** Moves the picture, and says which rows are new. */
function shiftRows({ pixels, width, height }: Picture, rows: number): RowRange {
  if (rows > 0) {
    pixels.copyWithin(0, rows * width);
    return { from: height - rows, to: height };
  }
  pixels.copyWithin(-rows * width, 0, (height + rows) * width);
  return { from: 0, to: -rows };
}

/**
 * Fixed heat does not move with the page, so a shifted picture has carried it along: its rows are
 * painted anew where it was carried to and where it belongs.
 */
function fixedZones(chunks: readonly PackedCells[], dpr: number, rows: number): RowRange[] {
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const chunk of chunks) {
    if (!chunk.fixed) continue;
    const [first, last] = yRange(chunk);
    top = Math.min(top, first);
    bottom = Math.max(bottom, last);
  }
  if (top > bottom) return [];
  const reach = (REACH + 3) * STEP;
  const from = Math.floor((top - reach) * dpr);
  const to = Math.ceil((bottom + reach) * dpr);
  return [
    { from, to },
    { from: from - rows, to: to - rows },
  ];
}

import { byRows, inTurns, type Steps } from '../../core/steps';
import type { Cells } from '../cells';
import { firstAt, type PackedCells, packSteps, STRIDE } from '../packed';
import { sortSteps } from '../sort-cells';
import { directDensity, weightsOfPack } from './direct';
import { DensityField, ROWS } from './field';
import { STEP } from './kernel';
import { climb, type Spot } from './summit';

/**
 * The highest density of a whole page: what the last colour of the palette stands for. Page cells
 * and fixed cells are each searched by themselves, and the higher peak is taken, since what lies on
 * what depends on the scroll; where the sum exceeds it, the picture shows the last colour.
 *
 * It lets others run every few milliseconds, for the background worker.
 */
export function findPeak(cells: Cells, { signal }: { signal?: AbortSignal } = {}): Promise<number> {
  return inTurns(searchPeak(cells), { signal });
}

/**
 * The search in steps. The page is cut into blocks, each with an upper bound; the most promising is
 * looked at first, and the rest is left out once no bound exceeds what was found. In a block, the
 * field's highest nodes are climbed to their summits, and the best of those are settled by the
 * direct sum. Within 0.1 % of the true peak.
 */
export function* searchPeak(cells: Cells): Steps<number> {
  const sorted = yield* sortSteps(cells);
  let pageCells = 0;
  while (pageCells < sorted.length && sorted.fixed[pageCells] === 0) pageCells++;
  const page = yield* peakOf(yield* packSteps(sorted, 0, pageCells));
  const fixed = yield* peakOf(yield* packSteps(sorted, pageCells, sorted.length));
  return Math.max(page, fixed);
}

/** Summits that the direct sum settles. */
const FINALISTS = 8;

/** Twice what the field may be off: nothing that close to the best is left out. */
const DOUBT = 0.003;

interface Block {
  readonly strip: PackedCells;
  readonly left: number;
  readonly band: number;
  readonly bound: number;
}

const HEIGHT = ROWS * STEP;
const WIDTH = 512;

/** Edge of the squares that bounds are made of. Beyond it (5.3 σ) a cell adds under a millionth. */
const SQUARE = 64;

function* peakOf(pack: PackedCells): Steps<number> {
  if (pack.data.length === 0) return 0;
  const blocks: Block[] = [];
  for (const { left, strip } of yield* cutStrips(pack)) {
    for (const band of yield* bandsOf(strip)) blocks.push({ strip, left, band, bound: 0 });
    yield;
  }
  const bounded: Block[] = [];
  for (const block of blocks) {
    bounded.push({ ...block, bound: boundOf(block) });
    if (bounded.length % 64 === 0) yield;
  }
  bounded.sort((a, b) => b.bound - a.bound);

  const fields = new FieldCache();
  let best = 0;
  let summits: (Spot & { readonly strip: PackedCells })[] = [];
  for (const block of bounded) {
    if (block.bound <= best * (1 - DOUBT)) break;
    for (const summit of climb(fields.of(block), block.band, best)) {
      summits.push({ ...summit, strip: block.strip });
      best = Math.max(best, summit.value);
    }
    summits = summits.sort((a, b) => b.value - a.value).slice(0, FINALISTS);
    yield;
  }
  let peak = 0;
  for (const { x, y, strip } of summits) {
    peak = Math.max(peak, exactAt(strip, x, y));
    yield;
  }
  return peak;
}

function exactAt(strip: PackedCells, x: number, y: number): number {
  const near = weightsOfPack(strip, firstAt(strip, y - SQUARE), firstAt(strip, y + SQUARE));
  return directDensity(near, x, y);
}

/** The fields of a few strips, so that neighbouring blocks share what they have in common. */
class FieldCache {
  private readonly fields = new Map<number, DensityField>();

  of({ strip, left }: Block): DensityField {
    const known = this.fields.get(left);
    if (known) return known;
    if (this.fields.size >= MOST_FIELDS) this.fields.clear();
    const field = new DensityField(Math.floor(left / STEP) - 2, Math.ceil(WIDTH / STEP) + 5, 1);
    field.setChunks([strip]);
    this.fields.set(left, field);
    return field;
  }
}

const MOST_FIELDS = 8;

/** Strips of the page that have cells, each with those beside it that reach into it. */
function* cutStrips(pack: PackedCells): Steps<{ left: number; strip: PackedCells }[]> {
  const { data } = pack;
  const lengths = new Map<number, number>();
  /** Calls `visit` for each cell and strip that it reaches into. */
  const all = (visit: (strip: number, at: number) => void): Steps<void> =>
    byRows(data.length / STRIDE, (from, to) => {
      for (let at = from * STRIDE; at < to * STRIDE; at += STRIDE) {
        const x = data[at] ?? 0;
        const last = Math.floor((x + SQUARE) / WIDTH);
        for (let strip = Math.floor((x - SQUARE) / WIDTH); strip <= last; strip++) visit(strip, at);
      }
    });
  yield* all((strip) => lengths.set(strip, (lengths.get(strip) ?? 0) + STRIDE));
  const strips = new Map<number, { readonly data: Float32Array; used: number }>();
  for (const [strip, length] of lengths) {
    strips.set(strip, { data: new Float32Array(length), used: 0 });
    yield;
  }
  yield* all((strip, at) => {
    const part = strips.get(strip);
    if (part === undefined) return;
    for (let i = 0; i < STRIDE; i++) part.data[part.used + i] = data[at + i] ?? 0;
    part.used += STRIDE;
  });
  return [...strips].map(([strip, part]) => {
    return { left: strip * WIDTH, strip: { data: part.data, fixed: pack.fixed } };
  });
}

/** Bands that have cells, or cells that reach into them. The peak itself lies among cells. */
function* bandsOf({ data }: PackedCells): Steps<number[]> {
  const bands = new Set<number>();
  yield* byRows(data.length / STRIDE, (from, to) => {
    for (let at = from * STRIDE; at < to * STRIDE; at += STRIDE) {
      bands.add(Math.floor((data[at + 1] ?? 0) / HEIGHT));
    }
  });
  return [...bands].flatMap((band) =>
    // Summits may lie just over the edge of the band that their cells are in.
    [band - 1, band, band + 1].filter((near) => near === band || !bands.has(near)),
  );
}

/** No point of the block can have more than the clicks of the nine squares around its own. */
function boundOf({ strip, left, band }: Block): number {
  const top = band * HEIGHT;
  const columns = WIDTH / SQUARE + 2;
  const rows = Math.ceil(HEIGHT / SQUARE) + 2;
  const sums = new Float64Array(columns * rows);
  const end = firstAt(strip, top + (rows - 1) * SQUARE) * STRIDE;
  for (let at = firstAt(strip, top - SQUARE) * STRIDE; at < end; at += STRIDE) {
    const column = Math.floor(((strip.data[at] ?? 0) - left) / SQUARE) + 1;
    const row = Math.floor(((strip.data[at + 1] ?? 0) - top) / SQUARE) + 1;
    if (column < 0 || column >= columns || row < 0 || row >= rows) continue;
    const square = row * columns + column;
    sums[square] = (sums[square] ?? 0) + (strip.data[at + 3] ?? 0);
  }
  let bound = 0;
  for (let row = 1; row < rows - 1; row++) {
    for (let column = 1; column < columns - 1; column++) {
      let nine = 0;
      for (
        let square = (row - 1) * columns + column - 1;
        square <= (row + 1) * columns + column;
      ) {
        nine += (sums[square] ?? 0) + (sums[square + 1] ?? 0) + (sums[square + 2] ?? 0);
        square += columns;
      }
      bound = Math.max(bound, nine);
    }
  }
  return bound;
}

import { atOnce } from '../../core/steps';
import type { ElementBox } from '../../protocol/heat';
import type { Cells } from '../cells';
import { heaviestRows } from '../heaviest';

/**
 * From `y` on, what was recorded at `x` lies at `from + times * x` of the page now, and `by` px
 * further down. CSS px, x at the page's width now.
 */
export interface Shift {
  readonly y: number;
  readonly by: number;
  readonly from: number;
  readonly times: number;
}

/** Where a recorded place lies now. */
export function placeOf(shifts: readonly Shift[], x: number, y: number): readonly [number, number] {
  let at: Shift | null = null;
  for (const shift of shifts) {
    if (shift.y > y) break;
    at = shift;
  }
  return at === null ? [x, y] : [at.from + at.times * x, y + at.by];
}

/** Height of a strip that moves as one, and the step of its shift, CSS px. */
const STRIP = 64;
const STEP = 6;

/** Text that wraps at another width moves what is below it by this much at most. */
const FARTHEST = 480;
const SHIFTS = (2 * FARTHEST) / STEP + 1;
const MIDDLE = FARTHEST / STEP;

/** The hottest cells say enough. */
const MOST_CELLS = 800;

/** What one change of shift costs, each step of it, and a width of its own: in well hit cells. */
const CHANGE = 1;
/** What is fixed to the bottom lies elsewhere in every height of the window. */
const CHANGE_OF_FIXED = 0.5;
const PER_STEP = 0.02;
const OTHER_WIDTH = 1;

/** Share of the clicks' weight that must come to lie on elements, or nothing is shifted. */
const LEAST_GAIN = 0.03;

/** Widths that clicks may have been recorded at, to the width now: one band. */
const WIDTHS = [0.91, 0.93, 0.95, 0.97, 1.03, 1.05, 1.07, 1.09, 1.1] as const;

/**
 * At another width of the band text wraps otherwise, so that parts of a page lie higher or lower than
 * where they were recorded, and what keeps its distance to the left edge, the middle or the right edge
 * does not lie at the same share of the width. People click what can be clicked: sought are the
 * vertical shifts, constant by parts and never turning the order round, and the ways across, under
 * which most clicks lie on interactive elements (dynamic programming over strips, as in sequence
 * alignment; every change has its price). Empty: nothing is clearly better than the places as they are.
 */
export function registerCells(
  cells: Cells,
  boxes: readonly ElementBox[],
  scaleX: number,
  { fixed, width }: { readonly fixed: boolean; readonly width: number },
): readonly Shift[] {
  const clicks = hottest(cells, scaleX, fixed);
  const cover = coverOf(boxes, fixed);
  if (clicks.length < LEAST_CLICKS || cover === null) return [];
  const plain = fitsOf(clicks, cover, AS_IT_IS);
  let best: Registration = { value: 0, shifts: [] };
  for (const times of WIDTHS) {
    const ways = [0, width / 2, width].map((held): Way => ({ from: held * (1 - times), times }));
    const fits = ways.map((way) => fitsOf(clicks, cover, way));
    const found = register(fixed ? CHANGE_OF_FIXED : CHANGE, plain, [
      [AS_IT_IS, plain],
      ...ways.map((way, i) => [way, fits[i] ?? plain] as const),
    ]);
    if (found.value > best.value) best = found;
  }
  const weight = clicks.reduce((sum, click) => sum + click.weight, 0);
  return best.value < weight * LEAST_GAIN ? [] : best.shifts;
}

/** Fewer say nothing about a page. */
const LEAST_CLICKS = 12;

/** How places across are turned. */
interface Way {
  readonly from: number;
  readonly times: number;
}

const AS_IT_IS: Way = { from: 0, times: 1 };

interface Registration {
  /** Weight that comes to lie on something, less what the changes cost. */
  readonly value: number;
  readonly shifts: readonly Shift[];
}

/** By strip and shift: the weight of the strip's clicks that lie on something. */
type Fits = ReadonlyMap<number, Float64Array>;

function register(
  change: number,
  plain: Fits,
  ways: readonly (readonly [Way, Fits])[],
): Registration {
  const strips = [...plain.keys()].sort((a, b) => a - b);
  const wayOf: Uint8Array[] = [];
  const fits = strips.map((strip) => {
    const chosen = new Uint8Array(SHIFTS);
    const most = Float64Array.from({ length: SHIFTS }, (_, i) => {
      let value = Number.NEGATIVE_INFINITY;
      ways.forEach(([way, by], w) => {
        const fit = (by.get(strip)?.[i] ?? 0) - (way === AS_IT_IS ? 0 : OTHER_WIDTH);
        if (fit <= value) return;
        value = fit;
        chosen[i] = w;
      });
      return value;
    });
    wayOf.push(chosen);
    return most;
  });
  const { value, path } = align(strips, fits, change);
  const before = strips.reduce((sum, strip) => sum + (plain.get(strip)?.[MIDDLE] ?? 0), 0);
  const shifts: Shift[] = [];
  strips.forEach((strip, i) => {
    const at = path[i] ?? MIDDLE;
    const [way] = ways[wayOf[i]?.[at] ?? 0] ?? [AS_IT_IS];
    const next = { y: strip * STRIP, by: (at - MIDDLE) * STEP, ...way };
    const last = shifts.at(-1) ?? { by: 0, ...AS_IT_IS };
    const isSame = last.by === next.by && last.from === next.from && last.times === next.times;
    if (!isSame) shifts.push(next);
  });
  return { value: value - before, shifts };
}

interface Click {
  readonly x: number;
  readonly y: number;
  readonly weight: number;
}

function hottest(cells: Cells, scaleX: number, fixed: boolean): Click[] {
  const isOfKind = (row: number): boolean => (cells.fixed[row] === 1) === fixed;
  const rows = atOnce(heaviestRows(cells.count, cells.length, MOST_CELLS, isOfKind));
  const clicks = rows.map((i) => ({
    x: (cells.x[i] ?? 0) * scaleX,
    y: cells.y[i] ?? 0,
    // One hot element must not drag the page along.
    weight: Math.sqrt(Math.log2(1 + (cells.count[i] ?? 0))),
  }));
  const mean = clicks.reduce((sum, { weight }) => sum + weight, 0) / Math.max(1, clicks.length);
  return clicks.map((click) => ({ ...click, weight: click.weight / mean }));
}

/** What of the page can be clicked, in squares: 0 nothing, 255 the middle of something. */
interface Cover {
  at(x: number, y: number): number;
}

const ACROSS = 8;
const MOST_SQUARES = 4_000_000;

function coverOf(boxes: readonly ElementBox[], isFixed: boolean): Cover | null {
  const page = boxes.filter(({ fixed, interactive }) => fixed === isFixed && interactive !== false);
  const right = Math.max(0, ...page.map(({ box }) => box[0] + box[2]));
  const bottom = Math.max(0, ...page.map(({ box }) => box[1] + box[3]));
  const columns = Math.ceil(right / ACROSS) + 1;
  const rows = Math.ceil(bottom / STEP) + 1;
  if (page.length === 0 || !(columns * rows <= MOST_SQUARES)) return null;
  const squares = new Uint8Array(columns * rows);
  for (const { box } of page) {
    const [left, top, width, height] = box;
    // What covers a whole part of the page says nothing about where in it a click belongs.
    if (height > FARTHEST || width * height > LARGE) continue;
    const lastRow = Math.min(rows - 1, Math.floor((top + height) / STEP));
    const lastColumn = Math.min(columns - 1, Math.floor((left + width) / ACROSS));
    for (let row = Math.max(0, Math.floor(top / STEP)); row <= lastRow; row++) {
      const off = Math.abs((2 * ((row + 0.5) * STEP - top)) / height - 1);
      const value = Math.round(255 * (1 - 0.4 * Math.min(1, off) ** 2));
      for (let column = Math.max(0, Math.floor(left / ACROSS)); column <= lastColumn; column++) {
        const square = row * columns + column;
        if ((squares[square] ?? 0) < value) squares[square] = value;
      }
    }
  }
  return {
    at(x, y) {
      const column = Math.floor(x / ACROSS);
      const row = Math.floor(y / STEP);
      const isOn = column >= 0 && column < columns && row >= 0 && row < rows;
      return isOn ? (squares[row * columns + column] ?? 0) / 255 : 0;
    },
  };
}

const LARGE = 300_000;

function fitsOf(clicks: readonly Click[], cover: Cover, { from, times }: Way): Fits {
  const strips = new Map<number, Float64Array>();
  for (const { x, y, weight } of clicks) {
    const strip = Math.floor(y / STRIP);
    const fit = strips.get(strip) ?? new Float64Array(SHIFTS);
    strips.set(strip, fit);
    const now = from + times * x;
    for (let i = 0; i < SHIFTS; i++) {
      fit[i] = (fit[i] ?? 0) + weight * cover.at(now, y + (i - MIDDLE) * STEP);
    }
  }
  return strips;
}

/** The best shift of each strip. Viterbi: the best way to each shift, strip after strip. */
function align(strips: readonly number[], fits: readonly Float64Array[], change: number) {
  const costOf = (from: number, to: number): number =>
    from === to ? 0 : change + PER_STEP * Math.abs(from - to);
  let best = Float64Array.from(
    { length: SHIFTS },
    (_, i) => (fits[0]?.[i] ?? 0) - costOf(MIDDLE, i),
  );
  const ways: Int32Array[] = [];
  for (let s = 1; s < strips.length; s++) {
    const gap = ((strips[s] ?? 0) - (strips[s - 1] ?? 0)) * STRIP;
    const next = new Float64Array(SHIFTS);
    const way = new Int32Array(SHIFTS);
    for (let to = 0; to < SHIFTS; to++) {
      let most = Number.NEGATIVE_INFINITY;
      // No further up than the strip before allows: the order of the page stays.
      const last = Math.min(SHIFTS - 1, to + Math.floor(gap / STEP));
      for (let from = 0; from <= last; from++) {
        const value = (best[from] ?? 0) - costOf(from, to);
        if (value > most) {
          most = value;
          way[to] = from;
        }
      }
      next[to] = most + (fits[s]?.[to] ?? 0);
    }
    ways.push(way);
    best = next;
  }
  let value = Number.NEGATIVE_INFINITY;
  let at = MIDDLE;
  best.forEach((each, i) => {
    if (each <= value) return;
    value = each;
    at = i;
  });
  const path = [at];
  for (const way of ways.reverse()) {
    at = way[at] ?? MIDDLE;
    path.push(at);
  }
  return { value, path: path.reverse() };
}

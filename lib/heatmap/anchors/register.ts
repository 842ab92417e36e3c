import type { ElementBox } from '../../protocol/heat';
import type { Cells } from '../cells';

/** From `y` on (CSS px as recorded), clicks lie `by` px further down on the page as it is now. */
export interface Shift {
  readonly y: number;
  readonly by: number;
}

/** How far down a recorded y lies now. */
export function shiftAt(shifts: readonly Shift[], y: number): number {
  let by = 0;
  for (const shift of shifts) {
    if (shift.y > y) break;
    ({ by } = shift);
  }
  return by;
}

/** Height of a strip that moves as one, and the step of its shift, CSS px. */
const STRIP = 48;
const STEP = 4;

/** Text that wraps at another width moves what is below it by this much at most. */
const FARTHEST = 480;
const SHIFTS = (2 * FARTHEST) / STEP + 1;

/** The hottest cells say enough. */
const MOST_CELLS = 4_000;

/** What one change of shift costs, and each step of it: in cells that lie on nothing. */
const CHANGE = 3;
const PER_STEP = 0.05;

/** Share of the clicks' weight that must come to lie on elements, or nothing is shifted. */
const LEAST_GAIN = 0.03;

/**
 * Text wraps otherwise at another width of the band, so that parts of a page lie higher or lower than
 * where they were recorded. People click what can be clicked: the vertical shifts, constant by parts
 * and never turning the order round, are those under which most clicks lie on interactive elements
 * (dynamic programming over strips, as in sequence alignment; each change of shift has its price).
 * Empty: nothing is clearly better than the places as they are.
 */
export function registerCells(
  cells: Cells,
  boxes: readonly ElementBox[],
  scaleX: number,
): readonly Shift[] {
  const clicks = hottest(cells, scaleX);
  const cover = coverOf(boxes);
  if (clicks.length < LEAST_CLICKS || cover === null) return [];
  const strips = stripsOf(clicks, cover);
  const chosen = align(strips);
  const weight = clicks.reduce((sum, click) => sum + click.weight, 0);
  const gain = strips.reduce(
    (sum, { fit }, i) => sum + (fit[chosen[i] ?? MIDDLE] ?? 0) - (fit[MIDDLE] ?? 0),
    0,
  );
  if (gain < weight * LEAST_GAIN) return [];
  const shifts: Shift[] = [];
  strips.forEach(({ top }, i) => {
    const by = ((chosen[i] ?? MIDDLE) - MIDDLE) * STEP;
    if (by !== (shifts.at(-1)?.by ?? 0)) shifts.push({ y: top, by });
  });
  return shifts;
}

/** Fewer say nothing about a page. */
const LEAST_CLICKS = 12;

const MIDDLE = FARTHEST / STEP;

interface Click {
  readonly x: number;
  readonly y: number;
  readonly weight: number;
}

function hottest(cells: Cells, scaleX: number): Click[] {
  const rows: number[] = [];
  for (let i = 0; i < cells.length; i++) {
    if (cells.fixed[i] === 0 && (cells.count[i] ?? 0) > 0) rows.push(i);
  }
  if (rows.length > MOST_CELLS) rows.sort((a, b) => (cells.count[b] ?? 0) - (cells.count[a] ?? 0));
  return rows.slice(0, MOST_CELLS).map((i) => ({
    x: (cells.x[i] ?? 0) * scaleX,
    y: cells.y[i] ?? 0,
    // One hot element must not drag the page along.
    weight: Math.log2(1 + (cells.count[i] ?? 0)) ** 0.5,
  }));
}

/** What of the page can be clicked, in squares: 0 nothing, 255 the middle of something. */
interface Cover {
  at(x: number, y: number): number;
}

const ACROSS = 8;
const MOST_SQUARES = 4_000_000;

function coverOf(boxes: readonly ElementBox[]): Cover | null {
  const page = boxes.filter(({ fixed, interactive }) => !fixed && interactive !== false);
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

interface Strip {
  readonly top: number;
  /** By shift: the weight of the strip's clicks that lie on something. */
  readonly fit: Float64Array;
}

function stripsOf(clicks: readonly Click[], cover: Cover): Strip[] {
  const strips = new Map<number, Float64Array>();
  for (const { x, y, weight } of clicks) {
    const at = Math.floor(y / STRIP);
    const fit = strips.get(at) ?? new Float64Array(SHIFTS);
    strips.set(at, fit);
    for (let i = 0; i < SHIFTS; i++) {
      fit[i] = (fit[i] ?? 0) + weight * cover.at(x, y + (i - MIDDLE) * STEP);
    }
  }
  return [...strips].sort(([a], [b]) => a - b).map(([at, fit]) => ({ top: at * STRIP, fit }));
}

/** The best shift of each strip. Viterbi: the best way to each shift, strip after strip. */
function align(strips: readonly Strip[]): number[] {
  let best = Float64Array.from(
    { length: SHIFTS },
    (_, i) => -costOf(i, MIDDLE) + (strips[0]?.fit[i] ?? 0),
  );
  const ways: Int32Array[] = [];
  for (let s = 1; s < strips.length; s++) {
    const gap = (strips[s]?.top ?? 0) - (strips[s - 1]?.top ?? 0);
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
      next[to] = most + (strips[s]?.fit[to] ?? 0);
    }
    ways.push(way);
    best = next;
  }
  let at = best.indexOf(best.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY));
  const chosen = [at];
  for (const way of ways.reverse()) {
    at = way[at] ?? MIDDLE;
    chosen.push(at);
  }
  return chosen.reverse();
}

const costOf = (from: number, to: number): number =>
  from === to ? 0 : CHANGE + PER_STEP * Math.abs(from - to);

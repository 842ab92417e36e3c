import { atOnce } from '../../core/steps';
import type { ElementBox } from '../../protocol/heat';
import type { Cells } from '../cells';
import { heaviestRows } from '../heaviest';
import { fitOf, stretchesOf } from './across';
import { align } from './align';
import { type Cover, coverOf } from './cover';
import { merged, type Shift } from './shifts';
import type { Tolerance } from './snap';
import { asItIs, type Click, type Strip, stripsOf, type Way } from './strips';

/** Height of a strip that moves as one, and the step of its shift, CSS px. */
const STRIP = 64;
const STEP = 6;

/** Text that wraps at another width moves what is below it by this much at most. */
const FARTHEST = 480;
const SHIFTS = (2 * FARTHEST) / STEP + 1;
const MIDDLE = FARTHEST / STEP;

/** The hottest cells say enough. */
const MOST_CELLS = 800;

/**
 * What is told has its price in nats, as in minimum description length (Rissanen 1978): a change of
 * shift that of a two-sided exponential prior, for near ones are likelier.
 */
const PER_STEP = 0.1;
const CHANGE = Math.log(2 / PER_STEP);

/** Fewer say nothing about a page. */
const LEAST_CLICKS = 6;

/** Widths that clicks may have been recorded at, to the width now: one band. */
const WIDTHS = [0.91, 0.93, 0.95, 0.97, 1.03, 1.05, 1.07, 1.09, 1.1] as const;
/** Sought beside the best of them. */
const FINER = 0.01;

/**
 * At another width of the band text wraps otherwise, so that parts of a page lie higher or lower than
 * where they were recorded, and what keeps its distance to the left edge, the middle or the right edge
 * does not lie at the same share of the width. People click what can be clicked: sought are the
 * vertical shifts, constant by parts and never turning the order round, and the ways across, under
 * which clicks are likeliest (dynamic programming over strips, and within each from left to right;
 * every change has its price). Empty: nothing is clearly better than the places as they are.
 */
export function registerCells(
  cells: Cells,
  boxes: readonly ElementBox[],
  scaleX: number,
  { fixed, width, step }: Recorded,
): readonly Shift[] {
  const clicks = hottest(cells, scaleX, fixed);
  const cover = coverOf(boxes, fixed, step);
  if (clicks.length < LEAST_CLICKS || cover === null) return [];
  const at = (times: number) => register(clicks, cover, waysOf(times, width));
  const coarse = WIDTHS.map(at).reduce(better, plainly(clicks, cover));
  const fine = [-FINER, FINER].map((more) => at(coarse.times + more));
  const best = fine.reduce(better, coarse);
  return best.value < Math.log(WIDTHS.length) ? [] : best.shifts;
}

/** How the clicks were recorded. */
export interface Recorded {
  readonly fixed: boolean;
  /** Of the page now, CSS px. */
  readonly width: number;
  /** How exactly the source knows places. */
  readonly step: Tolerance;
}

const AS_IT_IS = 1;

/** From left to right, as they may stand in one row. */
const waysOf = (times: number, width: number): Way[] => [
  { from: 0, times },
  { from: 0, times: 1 },
  { from: (width / 2) * (1 - times), times },
  { from: width * (1 - times), times },
];

interface Registration {
  /** Width that clicks were recorded at, to the width now. */
  readonly times: number;
  /** Weight that comes to lie on something, less what the changes cost. */
  readonly value: number;
  readonly shifts: readonly Shift[];
}

const better = (a: Registration, b: Registration): Registration => (b.value > a.value ? b : a);

/** Parts have moved down, and nothing across. */
function plainly(clicks: readonly Click[], cover: Cover): Registration {
  const ways = [{ from: 0, times: 1 }];
  const strips = stripsOf(clicks, cover, ways, STEPS);
  const { value, shifts } = search(strips, ways, [0]);
  return { times: 1, value: value - asItIs(strips, 1, 0, STEPS), shifts };
}

function register(clicks: readonly Click[], cover: Cover, ways: readonly Way[]): Registration {
  const strips = stripsOf(clicks, cover, ways, STEPS);
  let found = search(strips, ways, pricesBy(ways.map(() => 0)));
  // What most of a page does costs less for the rest of it.
  found = search(strips, ways, pricesBy(found.taken));
  const { value, shifts } = found;
  return {
    times: ways[0]?.times ?? 1,
    value: value - asItIs(strips, ways.length, AS_IT_IS, STEPS),
    shifts,
  };
}

const STEPS = { height: STRIP, step: STEP, middle: MIDDLE, shifts: SHIFTS };

/** Surprise at a way, by how many clicks have taken it; nobody is sure from the start. */
const pricesBy = (taken: readonly number[]): readonly number[] => {
  const all = taken.reduce((sum, clicks) => sum + clicks + 1, 0);
  return taken.map((clicks) => -Math.log((clicks + 1) / all));
};

function search(strips: readonly Strip[], ways: readonly Way[], prices: readonly number[]) {
  const gaps = strips.map(({ number }, i) => {
    const before = strips[i - 1]?.number ?? number;
    return Math.floor(((number - before) * STRIP) / STEP);
  });
  const fits = strips.map((strip) => fitOf(strip, prices, SHIFTS));
  const { value, path } = align(gaps, fits, MIDDLE, { change: CHANGE, perStep: PER_STEP });
  const taken = ways.map(() => 0);
  const shifts = strips.map((strip, i): Shift => {
    const at = path[i] ?? MIDDLE;
    const stretches = stretchesOf(strip, ways, prices, { shifts: SHIFTS, shift: at });
    for (const { way, clicks } of stretches) taken[way] = (taken[way] ?? 0) + clicks;
    const across = stretches.map(({ x, from, times }) => ({ x, from, times }));
    return { y: strip.number * STRIP, by: (at - MIDDLE) * STEP, across };
  });
  return { value, shifts: merged(shifts), taken };
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

import type { Unit } from '../../protocol/heat-kinds';
import type { Cells } from '../cells';
import { commonGrid } from './common-grid';
import { FALSE_DISCOVERY_RATE, qValues } from './false-discovery';
import { compareShares } from './two-shares';

/** One of the two maps: cells that may be shown, and what stands behind them. */
export interface Side {
  readonly cells: Cells;
  readonly unit: Unit;
  /** Width that x is given at, CSS px. */
  readonly viewportWidth: number;
}

export interface Compared {
  /** Share of all shown clicks, 0 to 1. */
  readonly shareA: number;
  readonly shareB: number;
  /** B less A. */
  readonly difference: number;
  /** Half-width of its 95 % interval; null where what was counted are clicks. */
  readonly margin: number | null;
  /** False discovery rate at which it is called different; null as above. */
  readonly q: number | null;
  /** Whether it may be coloured: `q` is at most 5 %. */
  readonly isDifferent: boolean;
}

export interface ComparedCell extends Compared {
  /** Centre and edge, CSS px at the width of A. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly fixed: boolean;
}

export interface MapDifference {
  readonly cells: readonly ComparedCell[];
  /** Squares that one of the two does not show: under k there, so there is nothing to compare. */
  readonly left: number;
  /** Share of the clicks of A and of B that lie in compared squares, 0 to 1. */
  readonly coveredA: number;
  readonly coveredB: number;
  /** False where a side counts clicks: then nothing can be called different. */
  readonly isTested: boolean;
}

/**
 * Where B is clicked more or less than A, as shares of each one's shown clicks.
 *
 * Only squares that both show are compared: one that is missing was under k, and taking it for zero would
 * find a difference where there is none, and tell of few people. Shares are of the clicks in compared
 * squares, so that what one side dropped does not move all others.
 *
 * Two maps of fewer clicks are not more alike: without `isDifferent` a difference means nothing.
 * The two samples are taken as independent (`compareShares`).
 */
export function compareMaps(a: Side, b: Side): MapDifference {
  const { squares, left } = commonGrid(a, b);
  const totalA = sumOf(squares, ({ a: one }) => one.count);
  const totalB = sumOf(squares, ({ b: one }) => one.count);
  const isTested = a.unit !== 'clicks' && b.unit !== 'clicks';
  const compared = compareAll(
    squares.map((square) => ({
      a: { ...square.a, total: totalA },
      b: { ...square.b, total: totalB },
    })),
    isTested,
  );
  return {
    cells: squares.flatMap(({ x, y, size, fixed }, i) => {
      const one = compared[i];
      return one ? [{ x, y, size, fixed, ...one }] : [];
    }),
    left,
    coveredA: shareOf(totalA, a.cells),
    coveredB: shareOf(totalB, b.cells),
    isTested,
  };
}

interface Pair {
  readonly a: { readonly count: number; readonly people: number; readonly total: number };
  readonly b: Pair['a'];
}

/** Compares the same things in two samples, with one false discovery rate for all of them. */
export function compareAll(pairs: readonly Pair[], isTested: boolean): (Compared | null)[] {
  const found = pairs.map(({ a, b }) => compareShares(a, b));
  const q = qValues(found.flatMap((one) => (one ? [one.p] : [])));
  let at = 0;
  return found.map((one) => {
    if (one === null) return null;
    const { shareA, shareB, difference, margin } = one;
    const rate = q[at++] ?? 1;
    if (!isTested) {
      return { shareA, shareB, difference, margin: null, q: null, isDifferent: false };
    }
    const isDifferent = rate <= FALSE_DISCOVERY_RATE;
    return { shareA, shareB, difference, margin, q: rate, isDifferent };
  });
}

const shareOf = (compared: number, { count }: Cells): number => {
  const total = count.reduce((sum, value) => sum + (value > 0 ? value : 0), 0);
  return total > 0 ? compared / total : 0;
};

function sumOf<T>(list: readonly T[], of: (item: T) => number): number {
  return list.reduce((sum, item) => sum + of(item), 0);
}

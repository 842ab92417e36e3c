import type { Unit } from '../../protocol/heat-kinds';
import type { Cells } from '../cells';
import type { TornSquares } from '../torn-squares';
import { type CommonSquare, commonGrid } from './common-grid';
import { FALSE_DISCOVERY_RATE, qValues } from './false-discovery';
import { type Counted, compareShares } from './two-shares';

/** One of the two maps: cells that may be shown, and what stands behind them. */
export interface Side {
  readonly cells: Cells;
  /** Squares of which a part is left out; absent: there is none. */
  readonly torn?: TornSquares | undefined;
  readonly unit: Unit;
  /** Width that x is given at, CSS px. */
  readonly viewportWidth: number;
}

export interface Compared {
  /** Share of all visits (a person counts once in a cell), or of clicks where nothing was tested, 0 to 1. */
  readonly shareA: number;
  readonly shareB: number;
  /** B less A. */
  readonly difference: number;
  /** Half-width of its 95 % interval; null where it was not tested. */
  readonly margin: number | null;
  /** False discovery rate at which it is called different; null where it was not tested. */
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
  /** False where people are not known alike (`areTested`): then nothing can be called different. */
  readonly isTested: boolean;
}

/**
 * Where B is clicked more or less than A, as shares of each one's visits.
 *
 * Only squares that both show are compared: one that is missing was under k, and taking it for zero would
 * find a difference where there is none, and tell of few people. Shares are of what lies in compared
 * squares, so that what one side dropped does not move all others. Where the maps show a square at
 * different sizes, its people are not known alike, and it is not tested.
 *
 * The two samples are taken as independent (`compareShares`). Maps of few people are not more alike: that
 * nothing is different can mean that there are too few of them.
 */
export function compareMaps(a: Side, b: Side): MapDifference {
  const { squares, left } = commonGrid(a, b);
  const isTested = areTested(a.unit, b.unit);
  const clicksA = sumOf(squares, (square) => square.a.count);
  const clicksB = sumOf(squares, (square) => square.b.count);
  const visits = isTested ? compareVisits(squares) : new Map<CommonSquare, Compared>();
  const cells = squares.map((square): ComparedCell => {
    const { x, y, size, fixed } = square;
    const [shareA, shareB] = [square.a.count / clicksA, square.b.count / clicksB];
    const untested = { shareA, shareB, difference: shareB - shareA, ...UNTESTED };
    return { x, y, size, fixed, ...(visits.get(square) ?? untested) };
  });
  return {
    cells,
    left,
    coveredA: shareOf(clicksA, a.cells),
    coveredB: shareOf(clicksB, b.cells),
    isTested,
  };
}

/**
 * Clicks have no interval, since one person may have made all of them. A share of people and a share of
 * sessions differ by what was counted, before anything else.
 */
export const areTested = (a: Unit, b: Unit): boolean => a === b && a !== 'clicks';

const UNTESTED = { margin: null, q: null, isDifferent: false } as const;

function compareVisits(squares: readonly CommonSquare[]): Map<CommonSquare, Compared> {
  const known = squares.filter((square) => square.a.people !== null && square.b.people !== null);
  const totalA = sumOf(known, ({ a }) => a.people ?? 0);
  const totalB = sumOf(known, ({ b }) => b.people ?? 0);
  const compared = compareAll(
    known.map((square) => ({
      a: { count: square.a.people ?? 0, total: totalA },
      b: { count: square.b.people ?? 0, total: totalB },
    })),
  );
  const bySquare = new Map<CommonSquare, Compared>();
  known.forEach((square, i) => {
    const one = compared[i];
    if (one) bySquare.set(square, one);
  });
  return bySquare;
}

/** The same thing in two samples. */
export interface Pair {
  readonly a: Counted;
  readonly b: Counted;
  /** Design effect, 1 or more: `compareShares`. */
  readonly effect?: number;
}

/** Compares the same things in two samples, with one false discovery rate for all; null: nobody was counted. */
export function compareAll(pairs: readonly Pair[]): (Compared | null)[] {
  const found = pairs.map(({ a, b, effect }) => compareShares(a, b, effect));
  const rates = qValues(found.flatMap((one) => (one ? [one.p] : [])));
  let at = 0;
  return found.map((one) => {
    if (one === null) return null;
    const { p: _, ...shares } = one;
    const q = rates[at++] ?? 1;
    return { ...shares, q, isDifferent: q <= FALSE_DISCOVERY_RATE };
  });
}

const shareOf = (compared: number, { count }: Cells): number => {
  const total = count.reduce((sum, value) => sum + (value > 0 ? value : 0), 0);
  return total > 0 ? compared / total : 0;
};

function sumOf<T>(list: readonly T[], of: (item: T) => number): number {
  return list.reduce((sum, item) => sum + of(item), 0);
}

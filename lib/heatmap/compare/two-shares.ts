import { Z_95 } from '../elements';
import { normalBelow } from '../error/quantisation';

/** Clicks of one thing in one of the two samples. */
export interface Counted {
  /** Clicks on the thing, and people behind them. */
  readonly count: number;
  readonly people: number;
  /** All clicks of the sample. */
  readonly total: number;
}

export interface ShareDifference {
  /** Share in A, in B, and B less A; all of clicks, 0 to 1. */
  readonly shareA: number;
  readonly shareB: number;
  readonly difference: number;
  /** Half-width of the 95 % interval of the difference. */
  readonly margin: number;
  /** Probability of a difference at least this large if there were none. */
  readonly p: number;
}

/**
 * The two-proportion test, with people (or sessions) as the unit.
 *
 * Someone who clicks five times was drawn once, so the n clicks of m people count as n / (clicks a person)
 * observations (the design effect, Kish 1965): the test is that of a share among `total / d` draws, where
 * d is the clicks a person in the thing itself, of both samples together. Under no difference the pooled
 * share is used; the interval is that of Agresti and Caffo 2000 (one more success and failure each),
 * since shares are small.
 *
 * It takes the two samples as independent. A person who is in both (two periods, before and after) makes
 * both shares alike, so the test then misses differences sooner than it finds false ones.
 *
 * @returns null where nobody was counted.
 */
export function compareShares(a: Counted, b: Counted): ShareDifference | null {
  if (!isUsable(a) || !isUsable(b)) return null;
  const people = a.people + b.people;
  if (!(people > 0)) return null;
  const effect = Math.max(1, (a.count + b.count) / people);
  const [nA, nB] = [a.total / effect, b.total / effect];
  const shareA = a.count / a.total;
  const shareB = b.count / b.total;
  const difference = shareB - shareA;
  const pooled = (shareA * nA + shareB * nB) / (nA + nB);
  const spread = Math.sqrt(pooled * (1 - pooled) * (1 / nA + 1 / nB));
  return {
    shareA,
    shareB,
    difference,
    margin: agrestiCaffo(shareA, nA, shareB, nB),
    p: spread > 0 ? 2 * normalBelow(-Math.abs(difference) / spread) : 1,
  };
}

function agrestiCaffo(shareA: number, nA: number, shareB: number, nB: number): number {
  const variance = (share: number, n: number) => {
    const shrunk = (share * n + 1) / (n + 2);
    return (shrunk * (1 - shrunk)) / (n + 2);
  };
  return Z_95 * Math.sqrt(variance(shareA, nA) + variance(shareB, nB));
}

const isUsable = ({ count, people, total }: Counted): boolean =>
  [count, people, total].every((value) => Number.isFinite(value) && value >= 0) &&
  total > 0 &&
  count <= total;

import { Z_95 } from '../elements';
import { normalBelow } from '../error/quantisation';

/** One thing in one of the two samples. A visit is one person (or session) on one thing, however often they click. */
export interface Counted {
  /** Visits to the thing. */
  readonly count: number;
  /** Visits to all things. */
  readonly total: number;
}

export interface ShareDifference {
  /** Share in A, in B, and B less A; of all visits, 0 to 1. */
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
 * Someone who clicks five times was drawn once, so visits are compared, not clicks: how often people click
 * in one place does then not matter. That one person visits several things makes the counts vary less than
 * the test assumes. Under no difference the pooled share is used; the interval is that of Agresti and Caffo
 * 2000 (one more success and failure each), since shares are small.
 *
 * It takes the two samples as independent. A person who is in both (two periods, before and after) makes
 * the shares alike, so the test then misses differences sooner than it finds false ones.
 *
 * @param effect - Visits that say no more than one (the design effect, Kish 1965), 1 or more: where the
 *   same person may have been counted several times on the same thing.
 * @returns null where nobody was counted.
 */
export function compareShares(a: Counted, b: Counted, effect = 1): ShareDifference | null {
  if (!isUsable(a) || !isUsable(b) || a.count + b.count === 0) return null;
  if (!Number.isFinite(effect) || effect < 1) return null;
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

const isUsable = ({ count, total }: Counted): boolean =>
  Number.isFinite(count) && Number.isFinite(total) && count >= 0 && total > 0 && count <= total;

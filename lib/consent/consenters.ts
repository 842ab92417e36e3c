import { wilsonMargin, Z_95 } from '../heatmap/elements';

/** Both ends belong to it; shares, 0 to 1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** How many visitors consent, and how that is known. */
export interface OptIn {
  /** Share of visitors who consent, 0 to 1. */
  readonly rate: number;
  /** Visitors whom the rate was counted on; null: a rate that is given, without a doubt of its own. */
  readonly visitors: number | null;
}

/**
 * The rate at which visitors consent, with 95 % confidence: the score interval of a share
 * (Wilson 1927), which stays between 0 and 1 where few were counted.
 */
export function optInInterval({ rate, visitors }: OptIn): Interval {
  const share = clamp(rate);
  if (visitors === null) return { low: share, high: share };
  const margin = wilsonMargin(share, visitors);
  if (margin === null) return { low: 0, high: 1 };
  const middle = (share + Z_95 ** 2 / (2 * visitors)) / (1 + Z_95 ** 2 / visitors);
  return { low: clamp(middle - margin), high: clamp(middle + margin) };
}

/**
 * What share of all visitors does a thing that a share `among` of those who consent do? Nobody saw
 * the others, and they may behave otherwise. Without an assumption about them the share lies in
 * `[p·a, p·a + (1 − p)]`: from none of them to all of them (worst-case bounds, Manski 1989). Where
 * the opt-in rate `p` or the share `a` are intervals themselves, the bounds hold for all of both.
 */
export function shareOfAll(among: Interval, optIn: Interval): Interval {
  return {
    low: clamp(optIn.low * among.low),
    // It falls as p grows, since 1 − p·(1 − a) does.
    high: clamp(1 - optIn.low * (1 - among.high)),
  };
}

/** A share and the half-width of its interval, as heat gives them; null: not known, so only the share. */
export const shareInterval = (share: number, margin: number | null): Interval => ({
  low: clamp(share - (margin ?? 0)),
  high: clamp(share + (margin ?? 0)),
});

const clamp = (share: number): number => Math.min(1, Math.max(0, share));

import { inFives } from '../rounding';
import type { Compared } from './compare-maps';
import { type Counted, compareShares } from './two-shares';

/**
 * What was compared with exact counts, in the numbers that may be told of it: shares, their difference and
 * its interval are those of counts in steps of five, in tenths of a per cent. From exact ones of several
 * things the counts could be reckoned, since few totals make all of them whole numbers.
 *
 * @param effect - The design effect that was compared with.
 */
export function asTold(one: Compared, a: Counted, b: Counted, effect = 1): Compared {
  const told = compareShares(coarse(a), coarse(b), effect);
  if (told === null) return one;
  const [shareA, shareB, difference] = [told.shareA, told.shareB, told.difference].map(inTenths);
  return {
    ...one,
    ...{ shareA: shareA ?? 0, shareB: shareB ?? 0, difference: difference ?? 0 },
    margin: one.margin === null ? null : told.margin,
  };
}

function coarse({ count, total }: Counted): Counted {
  const all = inFives(total);
  return { count: Math.min(inFives(count), all), total: all };
}

/** Tenths of a per cent. */
const inTenths = (share: number): number => Math.round(share * 1_000) / 1_000;

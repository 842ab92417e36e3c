import type { Band, Bands } from '../protocol/heat-kinds';
import { effectiveK } from './anonymity';
import { floorCount, roundCount } from './rounding';

export interface AnonymousBands {
  readonly bands: Bands;
  /** Share of the page's bands that were left out, 0 to 1. */
  readonly dropped: number;
}

/**
 * Leaves out the bands that fewer than `k` people stand behind, and rounds what is left. Of a page
 * that fewer than `k` people saw, nothing is left.
 *
 * How far people got is a difference too: the people of one band less those of the next are those who
 * stopped there. Rounding hides the exact number, as it does for cells.
 */
export function anonymiseBands(given: Bands, k: number): AnonymousBands {
  const least = effectiveK(k);
  const all = given.bands.filter(isUsable).sort((a, b) => a.top - b.top);
  const kept = given.people >= least ? all.filter(({ people }) => people >= least) : [];
  const rounded = kept.map((band) => ({
    ...band,
    value: given.measure === 'reached' ? roundCount(band.value) : Math.round(band.value),
    people: floorCount(band.people, least),
  }));
  return {
    bands: {
      ...given,
      bands: rounded,
      people: kept.length > 0 ? floorCount(given.people, least) : 0,
      // The fold of a few people's windows is about those few.
      fold: kept.length > 0 ? given.fold : null,
    },
    dropped: all.length > 0 ? (all.length - kept.length) / all.length : 0,
  };
}

const isUsable = ({ top, bottom, value, people }: Band): boolean =>
  top >= 0 && bottom > top && value >= 0 && people >= 0 && Number.isFinite(value);

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
 */
export function anonymiseBands(given: Bands, k: number): AnonymousBands {
  const { bands, dropped } = keepBands(given, k);
  return { bands: roundBands(bands, k), dropped };
}

/** The bands that at least `k` people stand behind, from the top down, with exact numbers. */
export function keepBands(given: Bands, k: number): AnonymousBands {
  const least = effectiveK(k);
  const all = given.bands.filter(isUsable).sort((a, b) => a.top - b.top);
  const kept = given.people >= least ? all.filter(({ people }) => people >= least) : [];
  return {
    bands: {
      ...given,
      bands: kept,
      people: kept.length > 0 ? given.people : 0,
      // The fold of a few people's windows is about those few.
      fold: kept.length > 0 ? given.fold : null,
    },
    dropped: all.length > 0 ? (all.length - kept.length) / all.length : 0,
  };
}

/**
 * As they may be shown: rounded, and how far people got in steps of `k` people at least. The people of
 * one band less those of the next are those who stopped there, so a smaller step is moved up: the bands
 * above it count those alone who got on. Nobody is ever added.
 */
export function roundBands(given: Bands, k: number): Bands {
  const least = effectiveK(k);
  if (given.bands.length === 0) return given;
  if (given.measure === 'seconds') {
    const bands = given.bands.map((band) => ({
      ...band,
      value: Math.round(band.value),
      people: floorCount(band.people, least),
    }));
    return { ...given, bands, people: floorCount(given.people, least) };
  }
  const [people = 0, ...reached] = inSteps(
    [given.people, ...given.bands.map(({ value }) => value)],
    least,
  );
  const bands = given.bands.map((band, i) => {
    const value = reached[i] ?? 0;
    const known = Math.min(band.people, value);
    return { ...band, value: roundCount(value), people: floorCount(known, least) };
  });
  return { ...given, bands, people: floorCount(people, least) };
}

/** Counts that never rise, each the same as the next or at least `least` more, and none raised. */
function inSteps(counts: readonly number[], least: number): number[] {
  let lowest = Number.POSITIVE_INFINITY;
  const falling = counts.map((count) => {
    lowest = Math.min(lowest, count);
    return lowest;
  });
  let next: number | null = null;
  return falling
    .toReversed()
    .map((count) => {
      if (next === null || count - next >= least) next = count;
      return next;
    })
    .toReversed();
}

const isUsable = ({ top, bottom, value, people }: Band): boolean =>
  top >= 0 && bottom > top && value >= 0 && people >= 0 && Number.isFinite(value);

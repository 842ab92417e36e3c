import type { Bands, Unit } from '../../protocol/heat-kinds';
import { effectiveK } from '../anonymity';
import { asTold } from './as-told';
import type { CommonBand } from './common-band';
import { commonBands } from './common-bands';
import { areTested, type Compared, compareAll } from './compare-maps';

/** One of two maps of bands. */
export interface BandSide {
  /** Bands that may be shown. */
  readonly bands: Bands;
  /** Whether their numbers are as they were counted; else they were rounded to be shown. */
  readonly isExact: boolean;
  readonly unit: Unit;
  readonly k: number;
}

export interface ComparedBand extends Compared {
  /** Upper and lower edge, CSS px or share of the page's height. */
  readonly top: number;
  readonly bottom: number;
  /** Seconds that it was in view, for each who saw the page; null: it was not counted. */
  readonly secondsA: number | null;
  readonly secondsB: number | null;
}

export interface BandsDifference {
  /** From the top of the page down. Shares are of all who saw the page. */
  readonly bands: readonly ComparedBand[];
  /** Bands that one of the two does not show: under k there, or with other edges. */
  readonly left: number;
  /** False where people or sessions are not known alike and exactly: then nothing is called different. */
  readonly isTested: boolean;
}

/**
 * How far people got in B beside A, or who had each band in view; both maps with the same measure and
 * depths of the same kind.
 *
 * Everybody who saw the page is one trial, and has got to a band or not, so each band is a test of two
 * proportions. Numbers that were rounded to be shown are off by more than chance, so they are not tested.
 * Time in view is told and never tested: how it varies between people is not known.
 *
 * One false discovery rate holds for all bands. Who reached a band has reached all above it, so tests
 * depend positively, and Benjamini and Hochberg's method holds under such dependence (PRDS; Benjamini and
 * Yekutieli 2001, theorem 1.2). In large samples where nothing differs, nested counts are a Brownian bridge:
 * Markov, so their sizes are MTP2 (Karlin and Rinott 1981), which is PRDS, two-sided tests too. Where some
 * bands differ, and for bands in view, which are not nested, there is no such proof for two-sided tests;
 * simulations show that it holds for nested ones (`compare-bands.test.ts`).
 */
export function compareBands(a: BandSide, b: BandSide): BandsDifference {
  const k = effectiveK(Math.max(a.k, b.k));
  const { bands, left, peopleA, peopleB } = commonBands(a.bands, b.bands, k);
  const isTested = a.isExact && b.isExact && areTested(a.unit, b.unit);
  const isReach = a.bands.measure === 'reached';
  const count = ({ value, people }: CommonBand['a'], all: number) => ({
    count: Math.min(isReach ? value : people, all),
    total: all,
  });
  const pairs = bands.map((band) => ({ a: count(band.a, peopleA), b: count(band.b, peopleB) }));
  const compared = compareAll(pairs);
  const told = bands.flatMap(({ top, bottom, a: inA, b: inB }, i): ComparedBand[] => {
    const [one, pair] = [compared[i], pairs[i]];
    if (!one || pair === undefined) return [];
    const secondsA = isReach ? null : inTenths(inA.value / peopleA);
    const secondsB = isReach ? null : inTenths(inB.value / peopleB);
    const found = isTested ? one : { ...one, ...UNTESTED };
    return [{ ...asTold(found, pair.a, pair.b), top, bottom, secondsA, secondsB }];
  });
  return { bands: told, left, isTested };
}

const UNTESTED = { margin: null, q: null, isDifferent: false } as const;

const inTenths = (seconds: number): number => Math.round(seconds * 10) / 10;

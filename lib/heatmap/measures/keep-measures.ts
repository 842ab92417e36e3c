import { VITALS, type Vital } from '../../protocol/measures';
import { effectiveK } from '../anonymity';
import type { Given, GivenElement, GivenMeasures, GivenVital } from './contract';

/** A conversion that may be shown: how many reached the goal is known. */
export interface KeptConversion {
  readonly people: number;
  readonly converted: number;
}

/** What may be shown of one element, or of the page, with exact numbers. */
export interface Kept {
  readonly vitals: Given['vitals'];
  readonly conversion: KeptConversion | null;
  /** Figures of it that were left out. */
  readonly withheld: number;
}

export interface KeptElement extends Kept {
  readonly selectors: readonly string[];
}

export interface KeptMeasures {
  readonly base: Kept;
  readonly elements: readonly KeptElement[];
}

/**
 * Leaves out what would tell of few. A vital needs k people. A share needs k who reached the goal and k
 * who did not: none or all of a group tells of each of them, however large it is. Both also need k
 * people, or nobody, who are in the page's figure and not in the element's: those two are shown side by
 * side.
 */
export function keepMeasures(
  { base, elements }: Pick<GivenMeasures, 'base' | 'elements'>,
  k: number,
): KeptMeasures {
  const least = effectiveK(k);
  const whole = kept(base, least, NOTHING);
  return {
    base: whole,
    elements: elements.map((each) => ({
      selectors: each.selectors,
      ...kept(each, least, whole),
    })),
  };
}

/** Whether anything is left of an element, or of the page. */
export const isTold = ({ vitals, conversion }: Kept): boolean =>
  conversion !== null || VITALS.some((vital) => vitals[vital] !== undefined);

/** Most people first, so that a cut takes what matters least. */
export const byPeople = (a: GivenElement, b: GivenElement): number => peopleOf(b) - peopleOf(a);

const peopleOf = ({ vitals, conversion }: Given): number =>
  Math.max(conversion?.people ?? 0, ...VITALS.map((vital) => vitals[vital]?.people ?? 0));

const NOTHING: Kept = { vitals: {}, conversion: null, withheld: 0 };

function kept({ vitals, conversion }: Given, k: number, whole: Kept): Kept {
  const told = (vital: Vital) => vitalOf(vitals[vital], k, whole.vitals[vital]);
  const shown = { inp: told('inp'), lcp: told('lcp'), cls: told('cls') };
  const share = conversionOf(conversion, k, whole.conversion);
  const count = (figures: readonly unknown[]) => figures.filter((each) => each != null).length;
  const known = [vitals.inp, vitals.lcp, vitals.cls, conversion];
  return {
    vitals: shown,
    conversion: share,
    withheld: count(known) - count([...Object.values(shown), share]),
  };
}

function vitalOf(given: GivenVital | undefined, k: number, whole: GivenVital | undefined) {
  if (given === undefined || !(given.people >= k) || !(given.p75 >= 0)) return undefined;
  if (whole === undefined) return given;
  const others = whole.people - given.people;
  // Where the people are the same ones, values of a few of them may be the page's alone.
  const isMore = others > 0 || (whole.values ?? 0) > (given.values ?? whole.values ?? 0);
  return isMore && others < k ? undefined : given;
}

function conversionOf(
  given: Given['conversion'],
  k: number,
  whole: KeptConversion | null,
): KeptConversion | null {
  if (given === null || given.converted === null) return null;
  const { people, converted } = given;
  if (!(converted >= k) || !(people - converted >= k)) return null;
  const others = whole === null ? 0 : whole.people - people;
  return others > 0 && others < k ? null : { people, converted };
}

import {
  type ConversionFigure,
  type Figures,
  VITALS,
  type Vital,
  type VitalFigure,
} from '../../protocol/measures';
import { effectiveK } from '../anonymity';
import { roundCount } from '../rounding';
import type { Given, GivenConversion, GivenElement, GivenMeasures, GivenVital } from './contract';
import { gradeOf, roundVital } from './grade';
import { wilsonInterval } from './wilson';

export interface ShownMeasures {
  readonly base: Figures;
  readonly elements: readonly {
    readonly selectors: readonly string[];
    readonly figures: Figures;
  }[];
  /** Figures that were left out, the page's own among them. */
  readonly withheld: number;
}

/**
 * Makes measures fit to be shown. A vital needs k people. A share needs k who reached the goal and k who
 * did not: none or all of a group tells of each of them, however large it is. It also needs k people, or
 * nobody, who are in the page's share and not in the element's: those two are shown side by side.
 * Elements of which nothing may be shown are left out.
 */
export function anonymiseMeasures(given: GivenMeasures, k: number): ShownMeasures {
  const least = effectiveK(k);
  const base = figuresOf(given.base, least, null);
  const whole = base.figures.conversion === null ? null : given.base.conversion;
  const elements = given.elements.map(({ selectors, ...each }) => ({
    selectors,
    ...figuresOf(each, least, whole),
  }));
  return {
    base: base.figures,
    elements: elements.filter(({ figures }) => isShown(figures)),
    withheld: elements.reduce((sum, each) => sum + each.withheld, base.withheld),
  };
}

/** Most people first, so that a cut takes what matters least. */
export const byPeople = (a: GivenElement, b: GivenElement): number => peopleOf(b) - peopleOf(a);

const peopleOf = ({ vitals, conversion }: Given): number =>
  Math.max(conversion?.people ?? 0, ...VITALS.map((vital) => vitals[vital]?.people ?? 0));

function isShown({ inp, lcp, cls, conversion }: Figures): boolean {
  return [inp, lcp, cls, conversion].some((figure) => figure !== null);
}

function figuresOf({ vitals, conversion }: Given, k: number, whole: GivenConversion | null) {
  const shown = {
    inp: vitalOf('inp', vitals.inp, k),
    lcp: vitalOf('lcp', vitals.lcp, k),
    cls: vitalOf('cls', vitals.cls, k),
    conversion: conversionOf(conversion, k, whole),
  };
  const known = [vitals.inp, vitals.lcp, vitals.cls, conversion ?? undefined];
  const left = Object.values(shown).filter((figure) => figure !== null).length;
  const withheld = known.filter((each) => each !== undefined).length - left;
  const figures: Figures = { ...shown, withheld: withheld > 0 };
  return { figures, withheld };
}

function vitalOf(vital: Vital, given: GivenVital | undefined, k: number): VitalFigure | null {
  if (given === undefined || !(given.people >= k) || !(given.p75 >= 0)) return null;
  const p75 = roundVital(vital, given.p75);
  return { p75, grade: gradeOf(vital, p75), people: roundCount(given.people) };
}

function conversionOf(
  given: GivenConversion | null,
  k: number,
  whole: GivenConversion | null,
): ConversionFigure | null {
  if (given === null || given.converted === null) return null;
  const { people, converted } = given;
  if (!(converted >= k) || !(people - converted >= k)) return null;
  const others = whole === null ? 0 : whole.people - people;
  if (others > 0 && others < k) return null;
  const { low, high } = wilsonInterval(converted, people);
  const percent = (share: number) => Math.round(share * 100) / 100;
  return {
    share: percent(converted / people),
    // Outwards: an interval must not be narrower than it is.
    low: Math.floor(low * 100) / 100,
    high: Math.min(1, Math.ceil(high * 100) / 100),
    people: roundCount(people),
  };
}

import type { ConversionFigure, Figures, Vital, VitalFigure } from '../../protocol/measures';
import { roundCount } from '../rounding';
import type { GivenVital } from './contract';
import { gradeOf, roundVital } from './grade';
import type { Kept, KeptConversion, KeptMeasures } from './keep-measures';
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

/** Rounds what may be shown. Elements of which nothing may be are left out. */
export function roundMeasures({ base, elements }: KeptMeasures): ShownMeasures {
  return {
    base: figuresOf(base),
    elements: elements
      .map((each) => ({ selectors: each.selectors, figures: figuresOf(each) }))
      .filter(({ figures }) => isShown(figures)),
    withheld: elements.reduce((sum, each) => sum + each.withheld, base.withheld),
  };
}

function isShown({ inp, lcp, cls, conversion }: Figures): boolean {
  return [inp, lcp, cls, conversion].some((figure) => figure !== null);
}

function figuresOf({ vitals: { inp, lcp, cls }, conversion, withheld }: Kept): Figures {
  return {
    inp: inp === undefined ? null : vitalOf('inp', inp),
    lcp: lcp === undefined ? null : vitalOf('lcp', lcp),
    cls: cls === undefined ? null : vitalOf('cls', cls),
    conversion: conversion === null ? null : conversionOf(conversion),
    withheld: withheld > 0,
  };
}

function vitalOf(vital: Vital, { p75: exact, people }: GivenVital): VitalFigure {
  const p75 = roundVital(vital, exact);
  return { p75, grade: gradeOf(vital, p75), people: roundCount(people) };
}

function conversionOf({ people, converted }: KeptConversion): ConversionFigure {
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

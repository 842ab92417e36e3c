import { describe, expect, it } from 'vitest';
import { VITALS } from '../../protocol/measures';
import { roundMeasures } from './anonymise-measures';
import { type GivenConversion, type GivenElement, NOTHING_GIVEN } from './contract';
import { gradeOf, roundVital, THRESHOLDS } from './grade';
import { keepMeasures } from './keep-measures';
import { wilsonInterval } from './wilson';

const element = (selector: string, more: Partial<GivenElement>): GivenElement => ({
  ...NOTHING_GIVEN,
  selectors: [selector],
  ...more,
});

const shownOf = (elements: GivenElement[], base = NOTHING_GIVEN, k = 11) =>
  roundMeasures(keepMeasures({ base, elements }, k));

const conversionOf = (conversion: GivenConversion, base: GivenConversion | null = null) =>
  shownOf([element('#buy', { conversion, vitals: { inp: { p75: 100, people: 99 } } })], {
    vitals: {},
    conversion: base,
  }).elements[0]?.figures.conversion;

describe('a grade', () => {
  it.each([
    ['inp', 200, 'good'],
    ['inp', 201, 'needsImprovement'],
    ['inp', 500, 'needsImprovement'],
    ['inp', 501, 'poor'],
    ['lcp', 2_500, 'good'],
    ['lcp', 4_001, 'poor'],
    ['cls', 0.1, 'good'],
    ['cls', 0.11, 'needsImprovement'],
    ['cls', 0.26, 'poor'],
  ] as const)('%s of %d is %s, as Google has it', (vital, p75, grade) => {
    expect(gradeOf(vital, p75)).toBe(grade);
  });

  it('is the same before and after rounding, and nothing is rounded to a better value', () => {
    for (const vital of VITALS) {
      const [, most] = THRESHOLDS[vital];
      for (let i = 0; i <= 20_000; i++) {
        // As recorders send them: CLS to some four digits.
        const p75 = Math.round((i / 10_000) * most * 1e4) / 1e4;
        const shown = roundVital(vital, p75);
        if (gradeOf(vital, shown) !== gradeOf(vital, p75) || shown < p75 - 1e-9) {
          expect.fail(`${vital} ${p75} is shown as ${shown}`);
        }
      }
    }
    expect(VITALS.map((vital) => roundVital(vital, THRESHOLDS[vital][0]))).toEqual([
      200, 2500, 0.1,
    ]);
  });
});

describe('the interval of a share', () => {
  it('is that of Wilson', () => {
    // 10 of 100: R's binom::binom.wilson gives 0.05522914 to 0.1743657.
    const { low, high } = wilsonInterval(10, 100);
    expect(low).toBeCloseTo(0.0552, 4);
    expect(high).toBeCloseTo(0.1744, 4);
  });

  it('holds the share, within 0 and 1', () => {
    for (let all = 1; all < 400; all += 3) {
      for (let some = 0; some <= all; some++) {
        const { low, high } = wilsonInterval(some, all);
        const isWithin = low >= 0 && high <= 1;
        const holds = low <= some / all + 1e-12 && high >= some / all - 1e-12;
        if (!isWithin || !holds) expect.fail(`${some} of ${all}: ${low} to ${high}`);
      }
    }
  });
});

describe('what is shown of an element', () => {
  it('is a vital with at least k people, rounded', () => {
    const vitals = { inp: { p75: 233, people: 12 }, lcp: { p75: 900, people: 10 } };
    const { elements, withheld } = shownOf([element('#buy', { vitals })]);
    expect(elements[0]?.figures).toEqual({
      inp: { p75: 240, grade: 'needsImprovement', people: 10 },
      lcp: null,
      cls: null,
      conversion: null,
      withheld: true,
    });
    expect(withheld).toBe(1);
  });

  it('is nothing where all of it is of too few', () => {
    const few = element('#rare', { vitals: { inp: { p75: 900, people: 10 } } });
    expect(shownOf([few])).toMatchObject({ elements: [], withheld: 1 });
  });

  it('follows a policy that asks for more people', () => {
    const some = element('#buy', { vitals: { cls: { p75: 0.2, people: 20 } } });
    expect(shownOf([some], NOTHING_GIVEN, 20).elements).toHaveLength(1);
    expect(shownOf([some], NOTHING_GIVEN, 21).elements).toHaveLength(0);
  });

  it('is a share in whole percents with its interval', () => {
    expect(conversionOf({ people: 1_000, converted: 123 })).toEqual({
      share: 0.12,
      low: 0.1,
      high: 0.15,
      people: 1_000,
    });
  });

  it.each([
    ['nobody', 0],
    ['fewer than k', 10],
    ['all', 5_000],
    ['all but fewer than k', 4_990],
    ['more than there are', 5_001],
  ])('is no share where %s reached the goal', (_who, converted) => {
    expect(conversionOf({ people: 5_000, converted })).toBeNull();
  });

  it('is no share that tells, beside the share of the page, of the few others', () => {
    const page = { people: 1_000, converted: 300 };
    expect(conversionOf({ people: 995, converted: 299 }, page)).toBeNull();
    expect(conversionOf({ people: 1_000, converted: 300 }, page)).not.toBeNull();
    expect(conversionOf({ people: 900, converted: 280 }, page)).not.toBeNull();
  });

  it('never tells of fewer than k, whatever it is given', () => {
    for (let people = 0; people <= 50; people++) {
      for (let converted = 0; converted <= 50; converted++) {
        const least = Math.min(converted, people - converted);
        const vitals = { inp: { p75: 100, people } };
        const [shown] = shownOf([
          element('#x', { conversion: { people, converted }, vitals }),
        ]).elements;
        expect(shown?.figures.inp != null).toBe(people >= 11);
        expect(shown?.figures.conversion != null).toBe(least >= 11);
      }
    }
  });
});

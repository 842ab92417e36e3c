import { describe, expect, test } from 'vitest';
import { type HeatFilters, NO_FILTERS } from '../../protocol/heat-kinds';
import { groupSigns, type Question, regionOf, type Sign } from './question';

const LATER = Date.parse('2026-12-31T00:00:00Z');

const ask = (part: Partial<Question & HeatFilters> = {}): Question => ({
  page: part.page ?? 'pricing',
  from: part.from ?? '2026-11-01',
  to: part.to ?? '2026-11-07',
  askedAt: part.askedAt ?? LATER,
  band: part.band ?? { min: 1000, max: 1400 },
  filters: {
    device: part.device ?? NO_FILTERS.device,
    withoutTestAccounts: part.withoutTestAccounts ?? NO_FILTERS.withoutTestAccounts,
    withoutNoise: part.withoutNoise ?? NO_FILTERS.withoutNoise,
    cohorts: part.cohorts ?? NO_FILTERS.cohorts,
    segment: part.segment ?? NO_FILTERS.segment,
    pattern: part.pattern ?? NO_FILTERS.pattern,
  },
});

interface Signed {
  readonly question: Question;
  readonly sign: Sign;
}

const couldBeGroup = (terms: readonly Signed[]): boolean =>
  groupSigns(terms.map(({ question }) => regionOf(question))).some((signs) =>
    signs.every((sign, i) => sign === terms[i]?.sign),
  );

const plus = (question: Question): Signed => ({ question, sign: 1 });
const minus = (question: Question): Signed => ({ question, sign: -1 });

describe('two answers leave a group where one holds the other', () => {
  test.each<[string, Question, Question]>([
    ['a longer window', ask({ to: '2026-11-08' }), ask()],
    ['all devices', ask(), ask({ device: 'desktop' })],
    ['the team as well', ask(), ask({ withoutTestAccounts: true })],
    ['noise as well', ask(), ask({ withoutNoise: true })],
    ['everybody', ask(), ask({ cohorts: [7] })],
    ['no segment', ask(), ask({ segment: 'country==DE' })],
    ['all pages of the pattern', ask({ pattern: 'https://a.test/*' }), ask()],
    [
      'all pages of a pattern that was asked for elsewhere',
      ask({ pattern: 'a/*' }),
      ask({ page: 'other' }),
    ],
    ['a wider band', ask({ band: { min: 900, max: 1400 } }), ask()],
    [
      'longer, and others may have no other device',
      ask({ to: '2026-11-08', device: 'mobile' }),
      ask(),
    ],
    [
      'longer, and nobody may have the widths of one alone',
      ask({ to: '2026-11-08' }),
      ask({ band: { min: 1016, max: 1416 } }),
    ],
    ['one more width', ask({ band: { min: 1000, max: 1401 } }), ask()],
    [
      'the same day, asked later',
      ask({ to: '2026-12-30', askedAt: LATER - 1 }),
      ask({ to: '2026-12-30', askedAt: LATER - 9 }),
    ],
    [
      'in two respects',
      ask({ to: '2026-11-08' }),
      ask({ device: 'mobile', band: { min: 1000, max: 1100 } }),
    ],
    ['one segment may hold another', ask({ segment: 'a' }), ask({ segment: 'b' })],
    ['one cohort may hold another', ask({ cohorts: [1] }), ask({ cohorts: [2] })],
    ['fewer cohorts', ask({ cohorts: [1] }), ask({ cohorts: [1, 2] })],
  ])('%s', (_, larger, smaller) => {
    expect(couldBeGroup([plus(larger), minus(smaller)])).toBe(true);
  });

  test.each<[string, Question, Question]>([
    ['weeks apart', ask(), ask({ from: '2026-11-08', to: '2026-11-14' })],
    ['weeks that overlap', ask(), ask({ from: '2026-11-03', to: '2026-11-09' })],
    ['two devices', ask({ device: 'desktop' }), ask({ device: 'mobile' })],
    ['longer, but without the team', ask({ to: '2026-11-08', withoutTestAccounts: true }), ask()],
    ['the smaller less the larger', ask({ device: 'desktop' }), ask()],
    ['the same', ask(), ask()],
    ['two pages', ask({ to: '2026-11-09' }), ask({ page: 'other' })],
    ['two bands apart', ask({ to: '2026-11-09' }), ask({ band: { min: 0, max: 999 } })],
  ])('not: %s', (_, one, other) => {
    expect(couldBeGroup([plus(one), minus(other)])).toBe(false);
  });
});

describe('three answers leave a group', () => {
  test.each<[string, readonly Signed[]]>([
    [
      'all less two devices',
      [plus(ask()), minus(ask({ device: 'desktop' })), minus(ask({ device: 'mobile' }))],
    ],
    [
      '15 days less two weeks',
      [
        plus(ask({ to: '2026-11-15' })),
        minus(ask()),
        minus(ask({ from: '2026-11-08', to: '2026-11-14' })),
      ],
    ],
    [
      'two weeks less what lies across them',
      [
        plus(ask()),
        plus(ask({ from: '2026-11-08', to: '2026-11-14' })),
        minus(ask({ from: '2026-11-02', to: '2026-11-14' })),
      ],
    ],
    [
      'everybody less two cohorts that may be apart',
      [plus(ask()), minus(ask({ cohorts: [1] })), minus(ask({ cohorts: [2] }))],
    ],
    [
      'all of a pattern less two of its pages',
      [plus(ask({ pattern: 'a/*' })), minus(ask()), minus(ask({ page: 'other' }))],
    ],
  ])('%s', (_, terms) => {
    expect(couldBeGroup(terms)).toBe(true);
  });

  test('not where something is counted twice or less than not at all', () => {
    const [a, b] = [ask(), ask({ device: 'desktop' })];
    expect(couldBeGroup([plus(a), plus(b), minus(ask({ device: 'mobile' }))])).toBe(false);
    expect(couldBeGroup([plus(a), minus(b), minus(b)])).toBe(false);
  });

  test('not where nothing is left', () => {
    const weeks = [minus(ask()), minus(ask({ from: '2026-11-08', to: '2026-11-14' }))];
    expect(couldBeGroup([plus(ask({ to: '2026-11-14' })), ...weeks])).toBe(false);
  });
});

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

/** Every band there is on a line of five px, in every two and three of them. */
describe('bands that lie in any way to each other', () => {
  const PX = [0, 1, 2, 3, 4];
  const BANDS = PX.flatMap((min) => PX.filter((max) => max >= min).map((max) => ({ min, max })));
  const regions = BANDS.map((band) => regionOf(ask({ band })));
  /** The px that a band holds, a bit each. */
  const bits = BANDS.map(({ min, max }) =>
    PX.reduce((held, px) => (px >= min && px <= max ? held | (1 << px) : held), 0),
  );

  /** Whether somebody could have widths of which each is left once or not at all, and one of them once. */
  function leavesSome(bands: readonly number[], signs: readonly Sign[]): boolean {
    const held = bands.map((band) => bits[band] ?? 0);
    const sums = PX.map((px) =>
      held.reduce((sum, each, i) => (each & (1 << px) ? sum + (signs[i] ?? 0) : sum), 0),
    );
    const sound = PX.filter((px) => sums[px] === 0 || sums[px] === 1);
    const all = sound.reduce((set, px) => set | (1 << px), 0);
    return sound.some((px) => sums[px] === 1) && held.every((each) => (each & all) > 0);
  }

  const signsFor = (count: number): Sign[][] =>
    Array.from({ length: 2 ** count - 2 }, (_, i) =>
      Array.from({ length: count }, (_sign, at): Sign => ((i + 1) & (1 << at) ? 1 : -1)),
    );

  function differs(bands: readonly number[]): boolean {
    const found = groupSigns(bands.flatMap((band) => regions[band] ?? []));
    const names = new Set(found.map(String));
    return signsFor(bands.length).some(
      (signs) => names.has(String(signs)) !== leavesSome(bands, signs),
    );
  }

  test('are compared wherever a group could be left, and nowhere else', () => {
    const each = BANDS.map((_, i) => i);
    const pairs = each.flatMap((a) => each.map((b) => [a, b]));
    expect(pairs.filter(differs)).toEqual([]);
    expect(pairs.flatMap(([a = 0, b = 0]) => each.map((c) => [a, b, c])).filter(differs)).toEqual(
      [],
    );
  });
});

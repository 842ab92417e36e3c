import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { NO_FILTERS } from '../../protocol/heat-kinds';
import { cellAt, toCells } from '../cells';
import { roundCount } from '../rounding';
import { createDisclosureGuard, type DisclosureGuard, type NewAnswer } from './disclosure';
import { GuardStateSchema, MOST_ANSWERS, REMEMBERED_DAYS } from './disclosure-state';
import type { Question } from './question';

const K = 11;
const NOW = Date.parse('2026-12-01T12:00:00Z');
const DAY = 86_400_000;

type Row = readonly [x: number, y: number, size: number, count: number, people: number];

const ask = (part: Partial<Question> = {}): Question => ({
  from: '2026-11-01',
  to: '2026-11-07',
  askedAt: NOW,
  band: { min: 1000, max: 1400 },
  filters: NO_FILTERS,
  ...part,
});

const answer = (
  question: Question,
  rows: readonly Row[],
  total: number | null = null,
  viewportWidth = 1280,
): NewAnswer => ({
  question,
  viewportWidth,
  total,
  cells: toCells(
    rows.map(([x, y, size, count, people]) => ({ x, y, size, count, people, fixed: false })),
  ),
});

const WEEK = ask();
const LONGER = ask({ to: '2026-11-08' });
const DESKTOP = ask({ filters: { ...NO_FILTERS, device: 'desktop' } });
const MOBILE = ask({ filters: { ...NO_FILTERS, device: 'mobile' } });

function shown(guard: DisclosureGuard, given: NewAnswer, now = NOW) {
  const told = guard.disclose(given, now);
  if (told.kind === 'refused') return told.reason;
  return Array.from({ length: told.cells.length }, (_, i) => cellAt(told.cells, i).count);
}

describe('two answers', () => {
  const few: Row = [10, 10, 20, 33, 25];
  const many: Row = [50, 10, 20, 90, 60];

  test('rounding alone gives the difference away, which is why there is a guard', () => {
    // 12 and 13 clicks are shown as 10 and 15: at least one click came in, and fewer than ten.
    expect(roundCount(13) - roundCount(12)).toBe(5);
  });

  test('a cell is left out where one day more adds fewer than k people', () => {
    const guard = createDisclosureGuard(K);
    expect(shown(guard, answer(WEEK, [few, many]))).toEqual([33, 90]);
    const longer = answer(LONGER, [
      [10, 10, 20, 34, 26],
      [50, 10, 20, 140, 71],
    ]);
    expect(shown(guard, longer)).toEqual([140]);
    expect(guard.disclose(longer, NOW)).toMatchObject({
      kind: 'shown',
      suppressed: expect.closeTo(34 / 174, 10),
    });
  });

  test('many clicks do not make k people of a difference', () => {
    const guard = createDisclosureGuard(K);
    shown(guard, answer(WEEK, [many]));
    const longer = answer(LONGER, [[50, 10, 20, 590, 70]]);
    expect(shown(guard, longer)).toBe('tooSimilar');
  });

  test('the order of asking makes no difference', () => {
    const guard = createDisclosureGuard(K);
    expect(shown(guard, answer(LONGER, [[10, 10, 20, 34, 26]]))).toEqual([34]);
    expect(shown(guard, answer(WEEK, [[10, 10, 20, 33, 25]]))).toBe('tooSimilar');
  });

  test('a cell with the same count stays: nobody is in the difference', () => {
    const guard = createDisclosureGuard(K);
    shown(guard, answer(WEEK, [few]));
    expect(shown(guard, answer(LONGER, [few]))).toEqual([33]);
  });

  test('weeks that do not hold each other are shown whole', () => {
    const guard = createDisclosureGuard(K);
    shown(guard, answer(WEEK, [few]));
    const next = ask({ from: '2026-11-08', to: '2026-11-14' });
    expect(shown(guard, answer(next, [[10, 10, 20, 34, 26]]))).toEqual([34]);
  });

  test('the same cells at another width are the same cells', () => {
    const guard = createDisclosureGuard(K);
    shown(guard, answer(WEEK, [[640, 10, 16, 33, 25]]));
    const wider = answer(LONGER, [[720, 10, 18, 34, 26]], null, 1440);
    expect(shown(guard, wider)).toBe('tooSimilar');
  });

  test('a merged square is compared with the smaller ones in it', () => {
    const guard = createDisclosureGuard(K);
    const children: Row[] = [
      [10, 10, 20, 40, 30],
      [30, 10, 20, 50, 40],
    ];
    shown(guard, answer(WEEK, children));
    expect(shown(guard, answer(LONGER, [[20, 20, 40, 93, 72]]))).toBe('tooSimilar');
    expect(shown(guard, answer(LONGER, [[20, 20, 40, 130, 81]]))).toEqual([130]);
  });
});

describe('three answers', () => {
  test('a cell is left out where all less two devices leaves fewer than k clicks', () => {
    const guard = createDisclosureGuard(K);
    shown(guard, answer(DESKTOP, [[10, 10, 20, 60, 50]]));
    shown(guard, answer(MOBILE, [[10, 10, 20, 40, 30]]));
    expect(shown(guard, answer(WEEK, [[10, 10, 20, 103, 82]]))).toBe('tooSimilar');
    expect(shown(guard, answer(WEEK, [[10, 10, 20, 100, 80]]))).toEqual([100]);
  });
});

describe('the whole page', () => {
  test('is refused where it differs by fewer than k clicks', () => {
    const guard = createDisclosureGuard(K);
    const rows: Row[] = [[10, 10, 20, 33, 25]];
    shown(guard, answer(WEEK, rows, 1000));
    expect(shown(guard, answer(LONGER, rows, 1010))).toBe('tooSimilar');
    expect(shown(guard, answer(LONGER, rows, 1000 + K))).toEqual([33]);
  });

  test('asked again with a little more shows what was shown before, and of when', () => {
    const guard = createDisclosureGuard(K);
    const today = { from: '2026-11-25', to: '2026-12-01' };
    shown(guard, answer(ask(today), [[10, 10, 20, 33, 25]], 500));
    const later = answer(ask({ ...today, askedAt: NOW + 60_000 }), [[10, 10, 20, 34, 26]], 503);
    const told = guard.disclose(later, NOW + 60_000);
    expect(told).toMatchObject({ kind: 'shown', asOf: NOW });
    expect(guard.state.answers).toHaveLength(1);
  });

  test('of a segment without k people in any cell says so', () => {
    const guard = createDisclosureGuard(K);
    expect(shown(guard, answer(MOBILE, []))).toBe('segmentTooSmall');
  });
});

describe('what a guard remembers', () => {
  test('passes its schema and works on from there', () => {
    const first = createDisclosureGuard(K);
    shown(first, answer(WEEK, [[10, 10, 20, 33, 25]], 900));
    const kept = v.parse(GuardStateSchema, JSON.parse(JSON.stringify(first.state)));
    const second = createDisclosureGuard(K, kept);
    expect(shown(second, answer(LONGER, [[10, 10, 20, 34, 26]]))).toBe('tooSimilar');
  });

  test('is forgotten after its time, and not before', () => {
    const guard = createDisclosureGuard(K);
    shown(guard, answer(WEEK, [[10, 10, 20, 33, 25]]));
    const longer = answer(LONGER, [[10, 10, 20, 34, 26]]);
    expect(shown(guard, longer, NOW + (REMEMBERED_DAYS - 1) * DAY)).toBe('tooSimilar');
    expect(shown(guard, longer, NOW + (REMEMBERED_DAYS + 1) * DAY)).toEqual([34]);
  });

  test('is bounded: too many questions are refused, and repeated ones take no room', () => {
    const guard = createDisclosureGuard(K);
    const nth = (i: number) => {
      const day = new Date(Date.parse('2026-01-01') + i * DAY).toISOString().slice(0, 10);
      return answer(ask({ from: day, to: day }), [[10, 10, 20, 33, 25]]);
    };
    for (let i = 0; i < MOST_ANSWERS; i++) expect(shown(guard, nth(i))).toEqual([33]);
    expect(shown(guard, nth(0))).toEqual([33]);
    expect(shown(guard, nth(MOST_ANSWERS))).toBe('tooMany');
    expect(guard.state.answers).toHaveLength(MOST_ANSWERS);
  });

  test('that is not what was written is refused by its schema', () => {
    for (const bad of [null, [], { version: 2, answers: [] }, { version: 1, answers: [{}] }]) {
      expect(v.safeParse(GuardStateSchema, bad).success).toBe(false);
    }
  });
});

import { describe, expect, test } from 'vitest';
import { NO_FILTERS } from '../../protocol/heat-kinds';
import { toCells } from '../cells';
import { roundCount } from '../rounding';
import { createDisclosureGuard, type DisclosureGuard, type NewAnswer } from './disclosure';
import type { Question } from './question';
import { FURTHEST_BACK, MOST_CELLS } from './shown-answers';
import { memoryOfShown } from './testing/memory';

const K = 11;
const NOW = Date.parse('2026-12-01T12:00:00Z');
const DAY = 86_400_000;
const WAY = 'as it is set';

type Row = readonly [x: number, y: number, size: number, count: number, people: number];

const ask = (part: Partial<Question> = {}): Question => ({
  page: 'pricing',
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
  way: WAY,
  viewportWidth,
  total,
  counted: 'clicks',
  places: {
    cells: toCells(
      rows.map(([x, y, size, count, people]) => ({ x, y, size, count, people, fixed: false })),
    ),
    anchors: null,
  },
});

const WEEK = ask();
const LONGER = ask({ to: '2026-11-08' });
const DESKTOP = ask({ filters: { ...NO_FILTERS, device: 'desktop' } });
const MOBILE = ask({ filters: { ...NO_FILTERS, device: 'mobile' } });

async function shown(guard: DisclosureGuard, given: NewAnswer, now = NOW) {
  const told = await guard.disclose(given, now);
  if (told.kind === 'refused') return told.reason;
  if (told.kind === 'before') return [...told.places.cells.count];
  return [...given.places.cells.count].filter((_, i) => told.hidden?.[i] !== 1);
}

const newGuard = () => createDisclosureGuard(K, memoryOfShown());

describe('two answers', () => {
  const few: Row = [10, 10, 20, 33, 25];
  const many: Row = [50, 10, 20, 90, 60];

  test('rounding alone gives the difference away, which is why there is a guard', async () => {
    // 12 and 13 clicks are shown as 10 and 15: at least one click came in, and fewer than ten.
    expect(roundCount(13) - roundCount(12)).toBe(5);
  });

  test('a cell is left out where one day more adds fewer than k people', async () => {
    const guard = newGuard();
    expect(await shown(guard, answer(WEEK, [few, many]))).toEqual([33, 90]);
    const longer = answer(LONGER, [
      [10, 10, 20, 34, 26],
      [50, 10, 20, 140, 71],
    ]);
    expect(await shown(guard, longer)).toEqual([140]);
    expect(await guard.disclose(longer, NOW)).toMatchObject({
      kind: 'shown',
      suppressed: expect.closeTo(34 / 174, 10),
    });
  });

  test('many clicks do not make k people of a difference', async () => {
    const guard = newGuard();
    await shown(guard, answer(WEEK, [many]));
    const longer = answer(LONGER, [[50, 10, 20, 590, 70]]);
    expect(await shown(guard, longer)).toBe('tooSimilar');
  });

  test('the order of asking makes no difference', async () => {
    const guard = newGuard();
    expect(await shown(guard, answer(LONGER, [[10, 10, 20, 34, 26]]))).toEqual([34]);
    expect(await shown(guard, answer(WEEK, [[10, 10, 20, 33, 25]]))).toBe('tooSimilar');
  });

  test('a cell with the same count stays: nobody is in the difference', async () => {
    const guard = newGuard();
    await shown(guard, answer(WEEK, [few]));
    expect(await shown(guard, answer(LONGER, [few]))).toEqual([33]);
  });

  test('weeks that do not hold each other are shown whole', async () => {
    const guard = newGuard();
    await shown(guard, answer(WEEK, [few]));
    const next = ask({ from: '2026-11-08', to: '2026-11-14' });
    expect(await shown(guard, answer(next, [[10, 10, 20, 34, 26]]))).toEqual([34]);
  });

  test('the same cells at another width are the same cells', async () => {
    const guard = newGuard();
    await shown(guard, answer(WEEK, [[640, 10, 16, 33, 25]]));
    const wider = answer(LONGER, [[720, 10, 18, 34, 26]], null, 1440);
    expect(await shown(guard, wider)).toBe('tooSimilar');
  });

  test('a merged square is compared with the smaller ones in it', async () => {
    const guard = newGuard();
    const children: Row[] = [
      [10, 10, 20, 40, 30],
      [30, 10, 20, 50, 40],
    ];
    await shown(guard, answer(WEEK, children));
    expect(await shown(guard, answer(LONGER, [[20, 20, 40, 93, 72]]))).toBe('tooSimilar');
    expect(await shown(guard, answer(LONGER, [[20, 20, 40, 130, 81]]))).toEqual([130]);
  });
});

describe('three answers', () => {
  test('a cell is left out where all less two devices leaves fewer than k clicks', async () => {
    const guard = newGuard();
    await shown(guard, answer(DESKTOP, [[10, 10, 20, 60, 50]]));
    await shown(guard, answer(MOBILE, [[10, 10, 20, 40, 30]]));
    expect(await shown(guard, answer(WEEK, [[10, 10, 20, 103, 82]]))).toBe('tooSimilar');
    expect(await shown(guard, answer(WEEK, [[10, 10, 20, 100, 80]]))).toEqual([100]);
  });
});

describe('the whole page', () => {
  test('is refused where it differs by fewer than k clicks', async () => {
    const guard = newGuard();
    const rows: Row[] = [[10, 10, 20, 33, 25]];
    await shown(guard, answer(WEEK, rows, 1000));
    expect(await shown(guard, answer(LONGER, rows, 1010))).toBe('tooSimilar');
    expect(await shown(guard, answer(LONGER, rows, 1000 + K))).toEqual([33]);
  });

  test('asked again with a little more shows what was shown before, and of when', async () => {
    const memory = memoryOfShown();
    const guard = createDisclosureGuard(K, memory);
    const today = { from: '2026-11-25', to: '2026-12-01' };
    await shown(guard, answer(ask(today), [[10, 10, 20, 33, 25]], 500));
    const later = answer(ask({ ...today, askedAt: NOW + 60_000 }), [[10, 10, 20, 34, 26]], 503);
    const told = await guard.disclose(later, NOW + 60_000);
    expect(told).toMatchObject({ kind: 'before', answer: { question: { askedAt: NOW } } });
    expect(memory.answers).toHaveLength(1);
  });

  test('of a segment without k people in any cell says so', async () => {
    const guard = newGuard();
    expect(await shown(guard, answer(MOBILE, []))).toBe('segmentTooSmall');
  });
});

describe('what a guard remembers', () => {
  test('outlives the guard', async () => {
    const memory = memoryOfShown();
    await shown(createDisclosureGuard(K, memory), answer(WEEK, [[10, 10, 20, 33, 25]], 900));
    const later = createDisclosureGuard(K, memory);
    expect(await shown(later, answer(LONGER, [[10, 10, 20, 34, 26]]))).toBe('tooSimilar');
  });

  test('without how the source was asked is compared, and never shown as before', async () => {
    const memory = memoryOfShown();
    const guard = createDisclosureGuard(K, memory);
    const first = answer(WEEK, [[10, 10, 20, 33, 25]], 900);
    await shown(guard, first);
    for (const [i, { way: _, ...known }] of memory.answers.entries()) memory.answers[i] = known;
    const more = answer(WEEK, [[10, 10, 20, 34, 26]], 901);
    expect(await shown(guard, more)).toBe('tooSimilar');
    expect(await guard.disclose(first, NOW)).toMatchObject({ kind: 'shown', hidden: null });
    expect(memory.answers.map(({ way }) => way)).toEqual([undefined, WAY]);
    expect(await guard.disclose(more, NOW)).toMatchObject({ kind: 'before', answer: { way: WAY } });
  });

  test('is forgotten when no window can reach it any more, and not before', async () => {
    const guard = newGuard();
    await shown(guard, answer(WEEK, [[10, 10, 20, 33, 25]]));
    const longer = answer(LONGER, [[10, 10, 20, 34, 26]]);
    const end = Date.parse(WEEK.to);
    expect(await shown(guard, longer, end + FURTHEST_BACK * DAY)).toBe('tooSimilar');
    expect(await shown(guard, longer, end + (FURTHEST_BACK + 1) * DAY)).toEqual([34]);
  });

  test('takes no room where the same is asked again', async () => {
    const memory = memoryOfShown();
    const guard = createDisclosureGuard(K, memory);
    for (let i = 0; i < 3; i++) await shown(guard, answer(WEEK, [[10, 10, 20, 33, 25]], 50));
    expect(memory.answers).toHaveLength(1);
  });

  test('takes no room where the same is asked again, of which a place is left out', async () => {
    const memory = memoryOfShown();
    const guard = createDisclosureGuard(K, memory);
    await shown(guard, answer(WEEK, [[10, 10, 20, 33, 25]], 900));
    const longer = answer(
      LONGER,
      [
        [10, 10, 20, 34, 26],
        [50, 10, 20, 140, 71],
      ],
      1000,
    );
    for (let i = 0; i < 3; i++) expect(await shown(guard, longer)).toEqual([140]);
    expect(memory.answers).toHaveLength(2);
  });

  test('that cannot be kept or read is not shown', async () => {
    const memory = memoryOfShown();
    const lost = () => Promise.reject(new Error('lost'));
    const week = answer(WEEK, [[10, 10, 20, 33, 25]]);
    await expect(
      createDisclosureGuard(K, { ...memory, keep: lost }).disclose(week, NOW),
    ).rejects.toThrow('lost');
    await shown(createDisclosureGuard(K, memory), week);
    const blind = createDisclosureGuard(K, { ...memory, places: lost });
    await expect(blind.disclose(week, NOW)).rejects.toThrow('lost');
  });
});

describe('more than can be compared', () => {
  const few: Row[] = [[10, 10, 20, 33, 25]];
  const many = (memory: ReturnType<typeof memoryOfShown>) => {
    for (const [i, known] of memory.answers.entries()) {
      memory.answers[i] = { ...known, cells: MOST_CELLS };
    }
  };

  test('is refused, and says when there is room again', async () => {
    const memory = memoryOfShown();
    const guard = createDisclosureGuard(K, memory);
    await shown(guard, answer(WEEK, few));
    many(memory);
    expect(await guard.disclose(answer(LONGER, [[10, 10, 20, 90, 80]]), NOW)).toEqual({
      kind: 'refused',
      reason: 'tooMany',
      until: Date.parse(WEEK.to) + (FURTHEST_BACK + 1) * DAY,
    });
  });

  test('leaves what was shown, and what has nobody in common with it', async () => {
    const memory = memoryOfShown();
    const guard = createDisclosureGuard(K, memory);
    await shown(guard, answer(WEEK, few));
    many(memory);
    expect(await shown(guard, answer(WEEK, few))).toEqual([33]);
    const next = ask({ from: '2026-11-08', to: '2026-11-14' });
    expect(await shown(guard, answer(next, few))).toEqual([33]);
    expect(await shown(guard, answer(ask({ page: 'other' }), few))).toEqual([33]);
  });
});

describe('places', () => {
  test('of one size in px at every width are the same places', async () => {
    for (const [first, then] of [
      [1000, 1400],
      [1400, 1000],
    ] as const) {
      const guard = newGuard();
      const at = (width: number, count: number, people: number): Row[] => [
        [width / 2, 40, 16, count, people],
      ];
      await shown(guard, answer(WEEK, at(first, 33, 25), null, first));
      const longer = answer(LONGER, at(then, 34, 26), null, then);
      expect(await shown(guard, longer)).toBe('tooSimilar');
    }
  });

  test('in boxes of two elements are not the same, though they lie alike', async () => {
    const inBox = (question: Question, anchor: number, count: number): NewAnswer => {
      const given = answer(question, [[0.5, 0.5, 0.01, count, count - 5]], null, 1);
      return { ...given, places: { ...given.places, anchors: new Float64Array([anchor]) } };
    };
    const guard = newGuard();
    await shown(guard, inBox(WEEK, 111, 33));
    expect(await shown(guard, inBox(LONGER, 222, 34))).toEqual([34]);
    expect(await shown(guard, inBox(ask({ to: '2026-11-09' }), 111, 35))).toBe('tooSimilar');
  });

  test('counted in seconds are left out of three answers whatever their number', async () => {
    const guard = newGuard();
    const seconds = (question: Question, count: number, people: number): NewAnswer => ({
      ...answer(question, [[0, 50, 100, count, people]]),
      counted: 'seconds',
    });
    await shown(guard, seconds(DESKTOP, 600, 50));
    await shown(guard, seconds(MOBILE, 400, 30));
    expect(await shown(guard, seconds(WEEK, 5000, 88))).toBe('tooSimilar');
    expect(await shown(guard, seconds(WEEK, 5000, 91))).toEqual([5000]);
  });

  test('of one page are compared with those of a pattern that was asked for on another', async () => {
    const guard = newGuard();
    const pattern = { ...NO_FILTERS, pattern: 'https://acme.test/*' };
    await shown(guard, answer(ask({ filters: pattern }), [[10, 10, 20, 34, 26]]));
    const other = answer(ask({ page: 'other' }), [[10, 10, 20, 33, 25]]);
    expect(await shown(guard, other)).toBe('tooSimilar');
  });
});

describe('a raised k', () => {
  const few: Row = [10, 10, 20, 30, 12];
  const many: Row = [50, 10, 20, 90, 60];

  test('holds for what is shown as before', async () => {
    const memory = memoryOfShown();
    await shown(createDisclosureGuard(K, memory), answer(WEEK, [few, many], 130));
    const raised = createDisclosureGuard(25, memory);
    const told = await raised.disclose(answer(WEEK, [few, many], 131), NOW);
    expect(told).toMatchObject({ kind: 'before', suppressed: expect.closeTo(30 / 120, 10) });
    expect(await shown(raised, answer(WEEK, [few, many], 131))).toEqual([90]);
  });

  test('of which nothing is left that was shown before refuses', async () => {
    const memory = memoryOfShown();
    await shown(createDisclosureGuard(K, memory), answer(WEEK, [few], 130));
    const raised = createDisclosureGuard(25, memory);
    expect(await raised.disclose(answer(WEEK, [many], 131), NOW)).toEqual({
      kind: 'refused',
      reason: 'tooSimilar',
      until: Date.parse(WEEK.to) + (FURTHEST_BACK + 1) * DAY,
    });
  });
});

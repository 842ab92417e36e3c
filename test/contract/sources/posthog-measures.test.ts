// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { createPostHogSource } from '../../../lib/sources/posthog';
import type { AskedHogQL } from './posthog-double';
import { configFor, errorOf, portsOf, QUERY, start } from './posthog-kit';

/** What PostHog's engine answers: rows of the whole page (1), and of elements (0). */
const ANSWERS: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  INP: [
    [1, '', 180, 5_000, 9_000],
    [0, '#buy', 240, 310, 500],
    [0, 'div[title="Jane Doe"]', 90, 40, 60],
  ],
  LCP: [
    [1, '', 2_300, 5_000, 8_000],
    [0, 'main>img.hero', 2_300, 4_100, 7_000],
  ],
  CLS: [[1, '', 0.04, 4_900, 8_000]],
  goals: [
    [1, '', 3_000, 240],
    [0, 'button.buy:attr__data-test="buy"nth-of-type="1";main:nth-of-type="1"', 900, 110],
    [0, 'a:attr__data-test="rare"href="/rare"', 30, -1],
  ],
};

const answerTo = ({ query }: AskedHogQL) =>
  ANSWERS[Object.keys(ANSWERS).find((name) => query.includes(name)) ?? ''] ?? [];

async function ask(goal: string, hogql = answerTo, allowed = true) {
  const double = await start({ hogql });
  const config = { ...configFor(double), hogql: allowed };
  const source = createPostHogSource();
  const result = await source.fetchMeasures?.(config, { ...QUERY, k: 23 }, goal, portsOf({}));
  if (result === undefined) throw new Error('It cannot be asked.');
  const asked = double.seen.map(({ body }) => JSON.parse(body ?? '').query as AskedHogQL);
  return { result, asked };
}

async function measures(goal: string, hogql = answerTo) {
  const { result, asked } = await ask(goal, hogql);
  if (!result.ok) throw result.error;
  return { given: result.value, asked };
}

describe('measures from PostHog', () => {
  test('are Web Vitals by the element that they are about, and conversion by what was clicked', async () => {
    const { given } = await measures('purchase');
    expect(given.base).toEqual({
      vitals: {
        inp: { p75: 180, people: 5_000, values: 9_000 },
        lcp: { p75: 2_300, people: 5_000, values: 8_000 },
        cls: { p75: 0.04, people: 4_900, values: 8_000 },
      },
      conversion: { people: 3_000, converted: 240 },
    });
    const named = given.elements.map(({ selectors, ...each }) => [selectors[0], each]);
    expect(named.slice(0, 2)).toEqual([
      ['#buy', { vitals: { inp: { p75: 240, people: 310, values: 500 } }, conversion: null }],
      [
        'main>img.hero',
        { vitals: { lcp: { p75: 2_300, people: 4_100, values: 7_000 } }, conversion: null },
      ],
    ]);
    const [buy, rare] = given.elements.slice(2);
    expect(buy?.selectors[0]).toContain('data-test="buy"');
    expect(buy?.conversion).toEqual({ people: 900, converted: 110 });
    expect(rare?.conversion).toEqual({ people: 30, converted: null });
  });

  test('hold no name that may be a person, and say how many were left out', async () => {
    const { given } = await measures('');
    expect(JSON.stringify(given)).not.toContain('Jane');
    expect(given.notes).toContainEqual({ id: 'measures.note.unnamed', params: [1] });
  });

  test('say which element a site does not record, and that there are no vitals at all', async () => {
    const { given } = await measures('');
    expect(given.notes.map(({ id }) => id)).toContain('measures.note.noTargets.cls');
    const nothing = await measures('', () => []);
    expect(nothing.given.notes).toEqual([{ id: 'measures.note.noVitals' }]);
  });

  test('ask for no conversion where no goal is named', async () => {
    const { asked, given } = await measures('');
    expect(asked).toHaveLength(3);
    expect(given).toMatchObject({ goal: null, base: { conversion: null } });
  });

  test('count people in the engine, and let nothing travel that fewer than k stand behind', async () => {
    const { asked } = await measures('purchase');
    expect(asked).toHaveLength(4);
    for (const { query, values } of asked) {
      expect(query).toMatch(/HAVING uniq\([\w.]+\) >= \{k\}/);
      expect(values.k).toBe(23);
    }
    const conversion = asked.find(({ query }) => query.includes('goals'))?.query ?? '';
    expect(conversion).toContain('if(reached >= {k} AND people - reached >= {k}, reached, -1)');
  });

  test.each(["x' OR 1=1 --", '/thanks'])(
    'never write the goal %s into a question',
    async (goal) => {
      const { asked } = await measures(goal);
      for (const { query } of asked) expect(query).not.toContain(goal);
      const conversion = asked.find(({ values }) => 'goal' in values);
      expect(conversion?.values.goal).toBe(goal);
      expect(conversion?.query.includes('$pathname')).toBe(goal.startsWith('/'));
    },
  );

  test('are refused where the key may not run queries', async () => {
    const { result, asked } = await ask('purchase', answerTo, false);
    expect(errorOf(result).code).toBe('source.cannot');
    expect(asked).toEqual([]);
  });

  test('are refused where the answer has another form', async () => {
    const { result } = await ask('', () => [['page', 1]]);
    expect(errorOf(result).code).toBe('source.badShape');
  });
});

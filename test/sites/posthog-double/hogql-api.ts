import { clickedElements, KINDS, type StatElement } from './elements-api';
import { X_STEPS } from './events';
import { daysBefore, type HeatmapsProblem, pageFilter } from './heatmaps-api';
import { depthOf } from './other-kinds';
import { type Clicks, countBy, selectEvents } from './select-events';

interface Values {
  readonly [name: string]: unknown;
}

/**
 * Answers the questions that Hushmap asks PostHog's engine, over the generated clicks. This is no
 * engine: each question is known by a word of its text, and what it means is written down here again.
 */
export function answerQuery(
  body: string,
  clicks: Clicks | null,
  today: string,
): { results: unknown[][]; hasMore: boolean } | HeatmapsProblem {
  // Written by the extension; a question of another form is none that is known.
  const { query } = JSON.parse(body) as { query?: { query?: string; values?: Values } };
  const text = query?.query ?? '';
  const values = query?.values ?? {};
  const answer = QUESTIONS.find(({ word }) => text.includes(word))?.answer;
  if (answer === undefined) return { problem: 'This double does not know the question.' };
  const all = clicks === null ? [] : answer(clicks, values, rowsOf(clicks, values, today));
  const offset = Number(values.offset ?? 0);
  const limit = Number(values.limit ?? 100);
  return { results: all.slice(offset, offset + limit), hasMore: all.length > offset + limit };
}

type Answer = (clicks: Clicks, values: Values, rows: readonly number[]) => unknown[][];

function rowsOf(clicks: Clicks, values: Values, today: string): number[] {
  const page = String(values.page ?? '');
  const params = new URLSearchParams({
    [page.startsWith('^') ? 'url_pattern' : 'url_exact']: page,
  });
  const until = daysBefore(today, String(values.until ?? today)) ?? 0;
  const range = {
    pages: pageFilter(params) ?? (() => false),
    // Heatmaps are asked for by units of 16 px, events by px.
    widthMin: Number(values.widthMin ?? Number(values.unitMin ?? 0) * 16 - 8),
    widthMax: Number(
      values.widthMax ?? Number(values.unitMax ?? Number.POSITIVE_INFINITY) * 16 + 7,
    ),
    oldest: daysBefore(today, String(values.since ?? today)) ?? 0,
    newest: Math.max(0, until + 1),
  };
  const type = KINDS[String(values.event ?? '')] ?? String(values.type ?? 'click');
  return selectEvents(clicks, range, type);
}

const places: Answer = (clicks, values, rows) => {
  const { table } = clicks;
  const seen = rows.filter((row) => !(table.x[row] === 0 && table.y[row] === 0));
  return [1, 2, 4, 8].flatMap((scale) => {
    const keyOf = (row: number) => {
      const across = Math.round((((table.x[row] ?? 0) / X_STEPS) * Number(values.width)) / 16);
      const at = [across, table.y[row] ?? 0].map((value) => Math.floor(value / scale));
      return `${at.join()},${table.fixed[row]}`;
    };
    return countBy(clicks, seen, keyOf)
      .filter(({ people }) => people >= Number(values.k))
      .map(({ key, count, people }) => {
        const [x = 0, y = 0, fixed = 0] = key.split(',').map(Number);
        return [scale, x, y, fixed, count, people];
      });
  });
};

const depths: Answer = (clicks, values, rows) => {
  const bucket = (row: number) => Math.floor(depthOf(clicks, row) / 100) * 100;
  let reached = 0;
  return countBy(clicks, rows, bucket)
    .sort((a, b) => b.key - a.key)
    .map(({ key, people }) => {
      reached += people;
      return [key, reached];
    })
    .filter(([, people = 0]) => people >= Number(values.k))
    .reverse();
};

const elements: Answer = (clicks, values, rows) =>
  clickedElements(clicks, rows)
    .filter(({ people }) => people >= Number(values.k))
    .map(({ elements, count, people }) => [elements.map(chainOf).join(';'), count, people]);

/** As `elements_to_string` of PostHog's models/element/element.py, after texts were cut out. */
const chainOf = ({ tag_name, attr_class, attr_id, nth_child, nth_of_type }: StatElement): string =>
  `${tag_name}${(attr_class ?? []).map((name) => `.${name}`).join('')}:` +
  `attr__class="${(attr_class ?? []).join(' ')}"${attr_id === null ? '' : `attr_id="${attr_id}"`}` +
  `nth-child="${nth_child}"nth-of-type="${nth_of_type}"`;

const QUESTIONS: readonly { readonly word: string; readonly answer: Answer }[] = [
  { word: 'elements_chain', answer: elements },
  { word: 'AS scale', answer: places },
  { word: 'AS reached', answer: depths },
  { word: 'quantile', answer: () => [[900]] },
  { word: 'SELECT 1', answer: () => [[1]] },
];

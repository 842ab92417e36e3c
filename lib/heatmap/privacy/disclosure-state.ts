import * as v from 'valibot';
import { FiniteSchema } from '../../protocol/common';
import { type Cells, cellAt, toCells } from '../cells';
import { type Question, QuestionSchema } from './question';

/** Answers of one page and map that are remembered at once. */
export const MOST_ANSWERS = 64;

/** Cells of all remembered answers together: about 20 MB. */
export const MOST_CELLS = 400_000;

/** How long an answer counts as known after it was last shown, days. */
export const REMEMBERED_DAYS = 90;

const AnswerSchema = v.object({
  question: QuestionSchema,
  viewportWidth: v.pipe(FiniteSchema, v.minValue(1)),
  total: v.nullable(FiniteSchema),
  shownAt: FiniteSchema,
  /** `[x, y, size, count, people, fixed]` each. */
  cells: v.pipe(
    v.array(
      v.tuple([
        FiniteSchema,
        FiniteSchema,
        FiniteSchema,
        FiniteSchema,
        FiniteSchema,
        v.picklist([0, 1]),
      ]),
    ),
    v.maxLength(MOST_CELLS),
  ),
});

/** What a guard remembers: numbers that were shown, and what was asked. */
export const GuardStateSchema = v.object({
  version: v.literal(1),
  answers: v.pipe(v.array(AnswerSchema), v.maxLength(MOST_ANSWERS)),
});

export type Answer = v.InferOutput<typeof AnswerSchema>;
export type GuardState = v.InferOutput<typeof GuardStateSchema>;

interface Shown {
  readonly question: Question;
  readonly viewportWidth: number;
  readonly cells: Cells;
  readonly total: number | null;
}

export function forget(state: GuardState, now: number): GuardState {
  const oldest = now - REMEMBERED_DAYS * DAY_MS;
  return { ...state, answers: state.answers.filter(({ shownAt }) => shownAt >= oldest) };
}

/** With the answer; null where there is no room: to forget one would open what it kept shut. */
export function keepAnswer(state: GuardState, shown: Shown, now: number): GuardState | null {
  const answer = answerOf(shown, now);
  const others = state.answers.filter((known) => !isRepeated(known, answer));
  const cells = others.reduce((sum, known) => sum + known.cells.length, answer.cells.length);
  if (others.length >= MOST_ANSWERS || cells > MOST_CELLS) return null;
  return { ...state, answers: [...others, answer] };
}

export function cellsOf({ cells }: Answer): Cells {
  return toCells(
    cells.map(([x, y, size, count, people, fixed]) => ({
      ...{ x, y, size, count, people },
      fixed: fixed === 1,
    })),
  );
}

/** The same clicks asked for: a window that was over both times is the same whenever it was asked. */
export function sameQuestion(a: Question, b: Question): boolean {
  return sameWindow(a, b) && endOf(a) === endOf(b);
}

/** The same days and filters, at whatever moment. */
export const sameWindow = (a: Question, b: Question): boolean =>
  JSON.stringify(essence(a)) === JSON.stringify(essence(b));

const endOf = ({ to, askedAt }: Question): number =>
  Math.min(askedAt, Date.parse(`${to}T00:00:00Z`) + DAY_MS);

function essence({ from, to, band, filters }: Question) {
  return [
    from,
    to,
    band.min,
    band.max,
    filters.device,
    filters.withoutTestAccounts,
    filters.withoutNoise,
    [...new Set(filters.cohorts)].sort((x, y) => x - y),
    filters.segment.trim(),
    filters.pattern,
  ];
}

const DAY_MS = 86_400_000;

function answerOf({ question, viewportWidth, cells, total }: Shown, now: number): Answer {
  const rows = Array.from({ length: cells.length }, (_, i): Answer['cells'][number] => {
    const { x, y, size, count, people, fixed } = cellAt(cells, i);
    return [x, y, size, count, people, fixed ? 1 : 0];
  });
  return { question, viewportWidth, total, shownAt: now, cells: rows };
}

function isRepeated(known: Answer, fresh: Answer): boolean {
  return (
    sameQuestion(known.question, fresh.question) &&
    known.viewportWidth === fresh.viewportWidth &&
    JSON.stringify([known.total, known.cells]) === JSON.stringify([fresh.total, fresh.cells])
  );
}

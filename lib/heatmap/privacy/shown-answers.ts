import * as v from 'valibot';
import { CountSchema, FiniteSchema } from '../../protocol/common';
import type { Places } from './places';
import { type Question, QuestionSchema } from './question';

/** Answers that a new one is compared with at most. */
export const MOST_ANSWERS = 500;

/** Squares of all answers that are compared at once: with their index about 150 MB. */
export const MOST_CELLS = 4_000_000;

/**
 * How far back a question can reach, days: a window of 90 (`HeatSettingsSchema`), compared with as many
 * days before it.
 */
export const FURTHEST_BACK = 180;

/** What is remembered of an answer beside its places: what was asked, and when to forget it. */
export const ShownAnswerSchema = v.object({
  id: v.pipe(v.string(), v.maxLength(80)),
  question: QuestionSchema,
  viewportWidth: v.pipe(FiniteSchema, v.minValue(1)),
  total: v.nullable(FiniteSchema),
  shownAt: FiniteSchema,
  /** Places of the answer; of those that were left out it is kept where they are. */
  cells: CountSchema,
  /** How the source was asked (`NewAnswer`); absent where it was remembered before that was: such a row is compared, and never shown again. */
  way: v.optional(v.pipe(v.string(), v.maxLength(80))),
  /** Share of the given counts that lies in those, 0 to 1, in whole per cent: the exact one tells their sum. */
  suppressed: v.optional(FiniteSchema),
  /** From when on it is not needed, ms. */
  until: FiniteSchema,
});

export type ShownAnswer = v.InferOutput<typeof ShownAnswerSchema>;

/** Where answers about one source and kind of map are remembered. Each rejects where it cannot. */
export interface ShownMemory {
  /** All that are not to be forgotten yet. */
  list(now: number): Promise<readonly ShownAnswer[]>;
  places(id: string): Promise<Places>;
  /** Resolves when it is kept for good. */
  keep(shown: { readonly answer: ShownAnswer; readonly places: Places }): Promise<void>;
}

/**
 * Once the last day of an answer is 180 days old, whatever is asked from then on lies wholly after it:
 * neither can hold the other, and beside any third answer it adds nothing but itself. Forgetting it then
 * opens nothing.
 */
export const timeToForget = ({ to }: Question): number =>
  Date.parse(`${to}T00:00:00Z`) + (FURTHEST_BACK + 1) * DAY_MS;

/**
 * Those that can have anyone in common with a question: of the same page; where somebody asked for a
 * pattern, of every page, since it may hold any.
 */
export function toCompare(known: readonly ShownAnswer[], fresh: Question): readonly ShownAnswer[] {
  const hasPattern = ({ filters }: Question): boolean => filters.pattern !== null;
  if (hasPattern(fresh) || known.some(({ question }) => hasPattern(question))) return known;
  return known.filter(({ question }) => question.page === fresh.page);
}

const DAY_MS = 86_400_000;

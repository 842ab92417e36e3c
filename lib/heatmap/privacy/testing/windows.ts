import { NO_FILTERS } from '../../../protocol/heat-kinds';
import type { Question } from '../question';

/** First and last day of what is asked for, both counted. */
export type Window = readonly [from: number, to: number];

/** When the questions are asked: after the last day. */
export const ASKED_AT = Date.parse('2026-12-01T00:00:00Z');

/** Windows of a few days that often hold each other. */
export function randomWindows(random: () => number, days: number, length: number): Window[] {
  return Array.from({ length }, () => {
    const from = random() < 0.7 ? 0 : Math.floor(random() * days);
    return [from, Math.max(from, days - 1 - Math.floor(random() * 3))] as const;
  });
}

/** A page's clicks of these days, of anybody. */
export const questionOf = ([from, to]: Window): Question => ({
  page: 'p',
  from: dayName(from),
  to: dayName(to),
  askedAt: ASKED_AT,
  band: { min: 0, max: 2000 },
  filters: NO_FILTERS,
});

/** Day 0 is the first of November. */
export const dayName = (day: number): string => `2026-11-${String(day + 1).padStart(2, '0')}`;

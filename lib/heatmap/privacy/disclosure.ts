import { effectiveK } from '../anonymity';
import { type Cells, selectCells, toCells } from '../cells';
import { type Answer, forget, type GuardState, keepAnswer, sameQuestion } from './disclosure-state';
import { couldBeGroup, type Question, type Sign } from './question';
import { coverOf, indexSquares, type Square, type SquareIndex } from './squares';

/** An answer that is about to be shown: cells that k people stand behind already. */
export interface NewAnswer {
  readonly question: Question;
  readonly viewportWidth: number;
  readonly cells: Cells;
  /** All clicks of the page, dropped ones too, exact; null where not known. */
  readonly total: number | null;
}

/**
 * Why an answer is not shown. `segmentTooSmall`: no cell of those who were asked about holds k people.
 * `tooSimilar`: what it differs by from answers that were shown are a few people. `tooMany`: more
 * questions than can be remembered, so it cannot be told.
 */
export const REFUSALS = ['segmentTooSmall', 'tooSimilar', 'tooMany'] as const;
export type Refusal = (typeof REFUSALS)[number];

export type Disclosure =
  | {
      readonly kind: 'shown';
      readonly cells: Cells;
      /** Share of the given clicks that were left out, 0 to 1. */
      readonly suppressed: number;
    }
  | { readonly kind: 'refused'; readonly reason: Refusal };

export interface DisclosureGuard {
  /** What may be shown of an answer, which from then on counts as shown. */
  disclose(answer: NewAnswer, now: number): Disclosure;
  /** What to keep, as plain data: `GuardStateSchema`. */
  readonly state: GuardState;
}

/**
 * Keeps answers about one page and map from being subtracted from each other: two answers of k people
 * each can differ by one person.
 *
 * Take two answers of which one holds the other (a longer window, all devices, a wider band, the same
 * day asked again), and a cell of both. The clicks in the difference are the difference of the counts.
 * Its people nobody counted; there are at least `people(larger) - people(smaller)`, and no more than
 * clicks. A cell of the new answer is left out unless there is no click in the difference, or the
 * lower bound is k. Of three answers (`all - desktop - phones`) a cell is left out where the remaining
 * clicks, of which each person has one at least, are fewer than k. Larger squares are compared with the
 * smaller ones in them. Where the whole page differs by fewer than k clicks, the answer is refused.
 *
 * So whoever adds and subtracts up to three remembered answers, with exact counts in hand, is never
 * left with a group of 1 to k - 1 clicks of a square, nor, from two, with a group that could be of fewer
 * than k people. That holds for what was shown here and is remembered: not for sums of more than three,
 * and not for other ways to the same data. That a cell is missing, or an answer refused, tells itself
 * that the difference is small (a refusal that depends on the data always does: Kenthapadi, Mishra and
 * Nissim 2005), not how small, or whose. Rounding alone would not do: see `roundCount`.
 *
 * Source: trackers and differencing attacks, Denning, Denning and Schwartz 1979; auditing by keeping
 * what was answered, Chin and Özsoyoğlu 1982.
 *
 * @param saved - The `state` of an earlier guard for the same source, page and map.
 */
export function createDisclosureGuard(k: number, saved?: GuardState): DisclosureGuard {
  const least = effectiveK(k);
  let state: GuardState = saved ?? { version: 1, answers: [] };
  return {
    disclose(answer, now) {
      state = forget(state, now);
      const { question, cells } = answer;
      if (cells.length === 0) return { kind: 'refused', reason: 'segmentTooSmall' };
      const earlier = state.answers.map(knownOf);
      if (earlier.some((known) => isTotalTooNear(known.answer, answer, least))) {
        return { kind: 'refused', reason: 'tooSimilar' };
      }
      const fresh = indexSquares(cells, answer.viewportWidth);
      const hidden = findHidden({ question, index: fresh }, earlier, least);
      const kept = selectCells(cells, (row) => !hidden.has(row));
      if (kept.length === 0) return { kind: 'refused', reason: 'tooSimilar' };
      const next = keepAnswer(state, { ...answer, cells: kept }, now);
      if (next === null) return { kind: 'refused', reason: 'tooMany' };
      state = next;
      return { kind: 'shown', cells: kept, suppressed: 1 - sumOf(kept) / sumOf(cells) };
    },
    get state() {
      return state;
    },
  };
}

interface Known {
  readonly answer: Answer;
  readonly question: Question;
  readonly index: SquareIndex;
}

type Asked = Omit<Known, 'answer'>;

function knownOf(answer: Answer): Known {
  const rows = answer.cells.map(([x, y, size, count, people, fixed]) => ({
    ...{ x, y, size, count, people },
    fixed: fixed === 1,
  }));
  const index = indexSquares(toCells(rows), answer.viewportWidth);
  return { answer, question: answer.question, index };
}

const sumOf = (cells: Cells): number => cells.count.reduce((sum, count) => sum + count, 0);

function isTotalTooNear(known: Answer, fresh: NewAnswer, k: number): boolean {
  if (known.total === null || fresh.total === null) return false;
  const apart = Math.abs(known.total - fresh.total);
  return apart > 0 && apart < k && signsOf([fresh.question, known.question]).length > 0;
}

/** Rows of the new answer that would give a small group away, together with what was shown. */
function findHidden(fresh: Asked, earlier: readonly Known[], k: number): Set<number> {
  const hidden = new Set<number>();
  const check = (others: readonly Known[]): void => {
    const all = [fresh, ...others];
    for (const signs of signsOf(all.map(({ question }) => question))) {
      const terms = all.map(({ index }, i) => ({ index, sign: signs[i] ?? 1 }));
      for (const square of terms.flatMap(({ index }) => index.squares)) {
        const parts = partsOf(terms, square, hidden);
        if (parts === null || isSafe(parts, k)) continue;
        for (const { row } of parts[0]?.within ?? []) hidden.add(row);
      }
    }
  };
  earlier.forEach((one, i) => {
    check([one]);
    for (const other of earlier.slice(i + 1)) check([one, other]);
  });
  return hidden;
}

/** Ways to add and subtract the answers that could leave one group. */
function signsOf(questions: readonly Question[]): Sign[][] {
  const [first, second] = questions;
  // The same question asked twice: what came late or was deleted in between is a group as well.
  if (questions.length === 2 && first && second && sameQuestion(first, second)) {
    return [
      [1, -1],
      [-1, 1],
    ];
  }
  const ways: Sign[][] = [];
  for (let bits = 1; bits < 2 ** questions.length - 1; bits++) {
    const signs = questions.map((_, i): Sign => (bits & (1 << i) ? 1 : -1));
    if (couldBeGroup(questions.map((question, i) => ({ question, sign: signs[i] ?? 1 })))) {
      ways.push(signs);
    }
  }
  return ways;
}

interface SquarePart {
  readonly sign: Sign;
  readonly within: readonly Square[];
}

/** What each answer shows of a square, the new answer first; null where they cannot be compared in it. */
function partsOf(
  terms: readonly { readonly index: SquareIndex; readonly sign: Sign }[],
  square: Square,
  hidden: ReadonlySet<number>,
): SquarePart[] | null {
  const parts: SquarePart[] = [];
  for (const [i, { index, sign }] of terms.entries()) {
    const all = index.within(square);
    const within = i === 0 ? all.filter(({ row }) => !hidden.has(row)) : all;
    // What is subtracted may be a part of the square; what it is subtracted from must be all of it.
    if (within.length === 0 || (sign === 1 && coverOf(square, within) < WHOLE)) return null;
    parts.push({ sign, within });
  }
  return parts;
}

const WHOLE = 0.99;

function isSafe(parts: readonly SquarePart[], k: number): boolean {
  let clicks = 0;
  let most = 0;
  let taken = 0;
  for (const { sign, within } of parts) {
    for (const { count, people } of within) {
      clicks += sign * count;
      if (sign === 1) most = Math.max(most, people);
      else taken += people;
    }
  }
  // Less than nothing: it is no group, since the answers do not hold each other in this square.
  if (clicks <= 0 || most - taken >= k) return true;
  return parts.length > 2 && clicks >= k;
}

import { effectiveK } from '../anonymity';
import { type Cells, selectCells } from '../cells';
import {
  type Answer,
  cellsOf,
  forget,
  type GuardState,
  keepAnswer,
  sameWindow,
} from './disclosure-state';
import { type Asked, findHidden, signsOf } from './find-hidden';
import { type Question, regionOf } from './question';
import { indexSquares } from './squares';

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
      /** Not null: the same was asked before, and too little has changed since; it is what was shown then. */
      readonly asOf: number | null;
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
 * smaller ones in them. Where the whole page differs by fewer than k clicks, the answer is refused; where
 * the same days were asked again and a little has come in, the earlier answer is shown instead.
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

  const recalled = new WeakMap<Answer, Recalled>();

  function recall(known: Answer): Recalled {
    const ready = recalled.get(known) ?? {
      ...askedOf(known.question, cellsOf(known), known.viewportWidth),
      total: known.total,
      known,
    };
    recalled.set(known, ready);
    return ready;
  }

  function disclose(answer: NewAnswer, now: number): Disclosure {
    state = forget(state, now);
    const { question, cells, viewportWidth } = answer;
    if (cells.length === 0) return { kind: 'refused', reason: 'segmentTooSmall' };
    const fresh = askedOf(question, cells, viewportWidth);
    const earlier = state.answers.map(recall);
    const same = earlier.findLast(({ known }) => isSame(known, answer));
    const isTooNear = (other: Asked & { total: number | null }): boolean =>
      isTotalTooNear([fresh, other], [answer.total, other.total], least);
    if (same && (isTooNear(same) || findHidden(fresh, [same], least).size > 0)) {
      return shownBefore(same.known);
    }
    const hidden = earlier.some(isTooNear) ? null : findHidden(fresh, earlier, least);
    if (hidden === null || hidden.size === cells.length) {
      return same ? shownBefore(same.known) : { kind: 'refused', reason: 'tooSimilar' };
    }
    const kept = hidden.size === 0 ? cells : selectCells(cells, (row) => !hidden.has(row));
    const next = keepAnswer(state, { ...answer, cells: kept }, now);
    if (next === null) return { kind: 'refused', reason: 'tooMany' };
    state = next;
    const suppressed = hidden.size === 0 ? 0 : 1 - sumOf(kept) / sumOf(cells);
    return { kind: 'shown', cells: kept, suppressed, asOf: null };
  }

  return {
    disclose,
    get state() {
      return state;
    },
  };
}

interface Recalled extends Asked {
  readonly total: number | null;
  readonly known: Answer;
}

const isSame = (known: Answer, fresh: NewAnswer): boolean =>
  sameWindow(known.question, fresh.question) && known.viewportWidth === fresh.viewportWidth;

const shownBefore = (known: Answer): Disclosure => ({
  kind: 'shown',
  cells: cellsOf(known),
  suppressed: 0,
  asOf: known.question.askedAt,
});

const sumOf = (cells: Cells): number => cells.count.reduce((sum, count) => sum + count, 0);

function askedOf(question: Question, cells: Cells, viewportWidth: number): Asked {
  return { question, region: regionOf(question), index: indexSquares(cells, viewportWidth) };
}

type Pair<T> = readonly [T, T];

function isTotalTooNear(asked: Pair<Asked>, [a, b]: Pair<number | null>, k: number): boolean {
  if (a === null || b === null) return false;
  const apart = Math.abs(a - b);
  return apart > 0 && apart < k && signsOf(asked).length > 0;
}

import type { SquareIndex } from './squares';
import type { Way } from './ways';

/** What is compared of answers in which each square counts those, too, who are counted in the next one down. */
export interface SteppedComparison {
  readonly fresh: SquareIndex;
  readonly earlier: readonly SquareIndex[];
  readonly ways: readonly Way[];
  /** All that were counted, of the new answer first; null: not known. */
  readonly totals: readonly (number | null)[];
  readonly k: number;
}

/**
 * Leaves out squares of a new answer until no step between two that are left would give a small group
 * away: how far people got is told by how many stopped in between, and what two answers differ by there
 * are the people of a step. A square that is left out joins the step before it with the one behind it.
 *
 * Squares must be in the order of the page. Those that get hidden are marked in `hidden` (1, by row).
 *
 * @returns How many it has hidden.
 */
export function hideSteps(comparison: SteppedComparison, hidden: Uint8Array): number {
  const { fresh, ways, k } = comparison;
  const columns = columnsOf(comparison);
  let count = 0;
  for (let before = -1; before !== count; ) {
    before = count;
    for (const { others, signs } of ways) {
      const terms = [0, ...others.map((other) => other + 1)].map((at) => columns[at] ?? []);
      /** Of the last square that all of them show, what each counts there. */
      let last: readonly number[] | null = null;
      for (let row = -1; row < fresh.length; row++) {
        if (hidden[row] === 1) continue;
        const counts = terms.map((column) => column[row + 1] ?? null);
        if (!counts.every((value) => value !== null)) continue;
        const step = last?.reduce((sum, value, i) => {
          return sum + (signs[i] ?? 0) * (value - (counts[i] ?? 0));
        }, 0);
        if (step !== undefined && step > 0 && step < k && row >= 0) {
          hidden[row] = 1;
          count++;
        } else last = counts;
      }
    }
  }
  return count;
}

/** By answer: all that were counted, and then what is shown in each square of the new answer. */
function columnsOf({ fresh, earlier, totals }: SteppedComparison): (number | null)[][] {
  return [fresh, ...earlier].map((index, i) => {
    const counts = Array.from({ length: fresh.length }, (_, row) => {
      if (index === fresh) return fresh.countAt(row);
      const square = fresh.squareAt(row);
      const same = index.rowsWithin(square).filter((other) => index.leftOut?.[other] !== 1);
      const [only] = same;
      return same.length === 1 && only !== undefined && index.has(square)
        ? index.countAt(only)
        : null;
    });
    return [totals[i] ?? null, ...counts];
  });
}

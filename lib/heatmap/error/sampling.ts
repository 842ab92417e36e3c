import { atOnce, byRows, type Steps } from '../../core/steps';
import { usable } from '../anonymity';
import type { Cells } from '../cells';

/**
 * Expected total variation between these shares and those of endlessly many visitors, 0 to 1; null where
 * nobody was counted.
 *
 * A cell's share p is that of a multinomial sample, so its error is about normal, and its mean absolute
 * value √(2/π) standard errors (Agresti 2013, ch. 1). The unit is the person: someone who clicks five
 * times in a cell was drawn once. With n clicks of m people the variance of the cell's count is not n but
 * at least n²/m, a design effect of n/m (Kish 1965), taken as if they clicked equally often:
 * half of Σ √(2/π) · p · √((1 − p) / m). How a person's clicks in different cells hang together does not
 * matter to this sum.
 *
 * @param cells - Each with its people (or sessions). What was never clicked or left out is not in it.
 */
export function samplingOf(cells: Cells): number | null {
  return atOnce(samplingSteps(cells));
}

/** The same in steps. */
export function* samplingSteps(cells: Cells): Steps<number | null> {
  let total = 0;
  yield* byRows(cells.length, (from, to) => {
    for (let i = from; i < to; i++) total += usable(cells.count[i]);
  });
  if (total === 0) return null;
  let error = 0;
  let isUnknown = false;
  yield* byRows(cells.length, (from, to) => {
    for (let i = from; i < to; i++) {
      const count = usable(cells.count[i]);
      const people = Math.min(usable(cells.people[i]), count);
      if (count === 0) continue;
      if (people === 0) isUnknown = true;
      const share = count / total;
      error += share * Math.sqrt((1 - share) / people);
    }
  });
  return isUnknown ? null : Math.min(1, (MEAN_ABSOLUTE * error) / 2);
}

/** Mean absolute value of a standard normal variable. */
const MEAN_ABSOLUTE = Math.sqrt(2 / Math.PI);

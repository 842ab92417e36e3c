import type { Steps } from '../core/steps';
import { usable } from './anonymity';
import type { Cells } from './cells';
import { eachOf, squaresAround } from './squares-around';

/**
 * Clicks of squares that too few people stand behind are counted in the square around them, so that a
 * square with those that are shown inside it is all that is there. If they were dropped, what is shown of
 * the larger one would be a rest, and two rests can differ by one person. Of the people of both it is
 * known that they are no fewer than those of either, so no more are told. What no larger square lies
 * around stays as it is.
 *
 * @param cells - Squares of one or several sizes, of which none counts what is counted in smaller ones.
 * @param least - People that must stand behind a square.
 * @returns The same rows; those that were joined hold nothing.
 */
export function* joinSmall(cells: Cells, least: number): Steps<Cells> {
  const around = yield* squaresAround(cells);
  if (around === null) return cells;
  const count = cells.count.slice();
  const people = cells.people.slice();
  const join = (row: number): void => {
    const clicks = usable(count[row]);
    if (clicks === 0 || usable(people[row]) >= least) return;
    const [larger] = around.of(row);
    if (larger === undefined) return;
    count[larger] = usable(count[larger]) + clicks;
    people[larger] = Math.max(usable(people[larger]), usable(people[row]));
    count[row] = people[row] = 0;
  };
  // From small to large: what is still too small goes on to the next one around it.
  for (const rows of around.bySize) yield* eachOf(rows, join);
  return { ...cells, count, people };
}

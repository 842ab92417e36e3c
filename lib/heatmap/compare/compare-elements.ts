import type { ElementBox } from '../../protocol/heat';
import type { Cells } from '../cells';
import { type Find, finderOf } from '../elements';
import { roundCount } from '../rounding';
import { asTold } from './as-told';
import { areTested, type Compared, compareAll, type Pair, type Side } from './compare-maps';

export interface ComparedElement extends Compared {
  /** Position in the given boxes. */
  readonly box: number;
  /** Rounded. */
  readonly countA: number;
  readonly countB: number;
}

/** A side whose places are put on the elements of a page. */
export interface PlacedSide extends Side {
  /** Turns its x into CSS px of the page as it is now. */
  readonly scale: number;
  /** Finds the box that a place belongs to, where the smallest one around it is not it. */
  readonly find?: Find | undefined;
}

/**
 * Elements of a page in two maps, largest difference first; those without clicks in either are left out.
 * A cell belongs to the smallest box around its centre.
 *
 * The people of an element are not known: a visit is one person in one cell, and who clicks in two cells of
 * an element has two. So the clicks a visit of the element's cells are the design effect: people who click
 * twice in a cell click in two cells as well. That is a model, not a count.
 *
 * An element that only one side shows is compared with none there, at the clicks that the other has: the
 * rest was under k, so the difference is a little too large; such rows are not called different.
 */
export function compareElements(
  a: PlacedSide,
  b: PlacedSide,
  boxes: readonly ElementBox[],
): ComparedElement[] {
  return compareSums(
    sumByBox(a.cells, boxes, a.scale, a.find),
    sumByBox(b.cells, boxes, b.scale, b.find),
    areTested(a.unit, b.unit),
  );
}

/** Compares the same things in two maps, as `compareElements` says. `box` is the index of a thing. */
export function compareSums(a: Sums, b: Sums, isTested: boolean): ComparedElement[] {
  const used = [...a.clicks.keys()].filter((i) => (a.clicks[i] ?? 0) + (b.clicks[i] ?? 0) > 0);
  const of = (i: number, sums: Sums) => ({
    clicks: sums.clicks[i] ?? 0,
    visits: sums.visits[i] ?? 0,
  });
  const pairs = used.map((i): Required<Pair> => {
    const [inA, inB] = [of(i, a), of(i, b)];
    return isTested
      ? {
          a: { count: inA.visits, total: a.allVisits },
          b: { count: inB.visits, total: b.allVisits },
          effect: Math.max(1, (inA.clicks + inB.clicks) / (inA.visits + inB.visits)),
        }
      : {
          a: { count: inA.clicks, total: a.allClicks },
          b: { count: inB.clicks, total: b.allClicks },
          effect: 1,
        };
  });
  const compared = compareAll(pairs);
  return used
    .flatMap((box, at): ComparedElement[] => {
      const [one, pair] = [compared[at], pairs[at]];
      if (!one || pair === undefined) return [];
      const [inA, inB] = [of(box, a), of(box, b)];
      const counts = { countA: roundCount(inA.clicks), countB: roundCount(inB.clicks) };
      const isInBoth = inA.clicks > 0 && inB.clicks > 0;
      const rounded = asTold(one, pair.a, pair.b, pair.effect);
      const told = isTested && isInBoth ? rounded : { ...rounded, margin: null, q: null };
      return [{ box, ...counts, ...told, isDifferent: told.q !== null && one.isDifferent }];
    })
    .sort((x, y) => Math.abs(y.difference) - Math.abs(x.difference));
}

/** What lies on each thing of a map, by index, and all that is shown. */
export interface Sums {
  readonly clicks: Float64Array;
  readonly visits: Float64Array;
  readonly allClicks: number;
  readonly allVisits: number;
}

function sumByBox(
  cells: Cells,
  boxes: readonly ElementBox[],
  scale: number,
  find: Find = finderOf(cells, boxes, scale),
): Sums {
  return sumBy(cells, boxes.length, (i) =>
    find((cells.x[i] ?? 0) * scale, cells.y[i] ?? 0, cells.fixed[i] === 1),
  );
}

/**
 * Sums cells by the thing that each lies on.
 *
 * @param thingAt - Index of a cell's thing; below 0: it lies on none, and still counts among all.
 */
export function sumBy(
  cells: Pick<Cells, 'length' | 'count' | 'people'>,
  things: number,
  thingAt: (cell: number) => number,
): Sums {
  const clicks = new Float64Array(things);
  const visits = new Float64Array(things);
  let allClicks = 0;
  let allVisits = 0;
  for (let i = 0; i < cells.length; i++) {
    const count = cells.count[i] ?? 0;
    if (!(count > 0)) continue;
    const people = Math.min(Math.max(0, cells.people[i] ?? 0), count);
    allClicks += count;
    allVisits += people;
    const thing = thingAt(i);
    if (thing < 0) continue;
    clicks[thing] = (clicks[thing] ?? 0) + count;
    visits[thing] = (visits[thing] ?? 0) + people;
  }
  return { clicks, visits, allClicks, allVisits };
}

import type { Pace } from './pace';
import {
  groupSigns,
  type Question,
  type Region,
  regionOf,
  type Sign,
  sameQuestion,
} from './question';

/** A way to add and subtract answers, the new one among them, that could leave one group. */
export interface Way {
  /** Positions in the list of earlier answers: one or two. */
  readonly others: readonly number[];
  /** Of the new answer first, then of the others. */
  readonly signs: readonly Sign[];
}

/**
 * All ways in which a new answer could be added to or subtracted from one or two earlier ones.
 *
 * Of `n` earlier answers there are `n²/2` pairs; most are ruled out by the days, widths and kinds of
 * people alone, before all parts of all dimensions are gone through.
 */
export async function waysWith(
  fresh: Question,
  earlier: readonly Question[],
  pace: Pace,
): Promise<Way[]> {
  const own = regionOf(fresh);
  const regions = earlier.map(regionOf);
  const ways: Way[] = [];
  for (const [i, question] of earlier.entries()) {
    const region = regions[i];
    if (region === undefined) continue;
    for (const signs of signsOf(fresh, question)) ways.push({ others: [i], signs });
    for (let j = 0; j < i; j++) {
      const other = regions[j];
      if (other === undefined || !couldLeaveGroup([own, region, other])) continue;
      const all = groupSigns([own, region, other]);
      for (const signs of all) ways.push({ others: [i, j], signs });
      if (j % 64 === 0) await pace();
    }
    await pace();
  }
  return ways;
}

/** The same of two answers. */
export function signsOf(fresh: Question, other: Question): readonly (readonly Sign[])[] {
  // The same question asked twice: what came late or was deleted in between is a group as well.
  if (sameQuestion(fresh, other)) return BOTH_WAYS;
  return groupSigns([regionOf(fresh), regionOf(other)]);
}

const BOTH_WAYS: readonly (readonly Sign[])[] = [
  [1, -1],
  [-1, 1],
];

type Three = readonly [Region, Region, Region];

/**
 * False: certainly not. In days, and in whether the team and noise count, what is subtracted must lie
 * within what is added: in all of it where one is added, in both together where two are.
 */
function couldLeaveGroup([a, b, c]: Three): boolean {
  const isOfOnePage = a.page === b.page && b.page === c.page;
  if (!isOfOnePage && [a, b, c].every(({ pattern }) => pattern === '')) return false;
  return (
    (lies(b, a) && lies(c, a)) ||
    (lies(a, b) && lies(c, b)) ||
    (lies(a, c) && lies(b, c)) ||
    lies(c, a, b) ||
    lies(b, a, c) ||
    lies(a, b, c)
  );
}

/** Whether a region could lie within one other, or two together. */
function lies(inner: Region, outer: Region, further: Region = outer): boolean {
  return (
    inner.time[0] >= Math.min(outer.time[0], further.time[0]) &&
    inner.time[1] <= Math.max(outer.time[1], further.time[1]) &&
    (inner.accounts & ~(outer.accounts | further.accounts)) === 0 &&
    (inner.noise & ~(outer.noise | further.noise)) === 0
  );
}

import { randomId } from '../../core/ids';
import { inTurns } from '../../core/steps';
import { effectiveK } from '../anonymity';
import { type TornSquares, tornSquares } from '../torn-squares';
import { findHidden } from './find-hidden';
import { hideSteps } from './hide-steps';
import { createPace, type Pace } from './pace';
import {
  blankHidden,
  countIn,
  type Places,
  placesOfAtLeast,
  samePlaces,
  shareOfHidden,
} from './places';
import { type Question, sameWindow } from './question';
import {
  MOST_ANSWERS,
  MOST_CELLS,
  type ShownAnswer,
  type ShownMemory,
  timeToForget,
  toCompare,
} from './shown-answers';
import { bucketsFor, indexSquares, type Slots } from './squares';
import { signsOf, type Way, waysWith } from './ways';

/** An answer that is about to be shown: places that k people stand behind already. */
export interface NewAnswer {
  readonly question: Question;
  /**
   * How the source was asked, as anything that is its own. What was read in another way (other columns of
   * the same table) is compared, and never shown in its place.
   */
  readonly way: string;
  readonly viewportWidth: number;
  readonly places: Places;
  /** All clicks of the page, dropped ones too, exact; null where not known. */
  readonly total: number | null;
  /** What a count is of: seconds may be many of one person. */
  readonly counted: 'clicks' | 'seconds';
  /**
   * Whether each square counts those, too, who are counted in the next one down the page, as with how far
   * people got. Squares are then in the order of the page.
   */
  readonly isStepped?: boolean;
}

/**
 * Why an answer is not shown. `segmentTooSmall`: no place of those who were asked about holds k people.
 * `tooSimilar`: what it differs by from answers that were shown are a few people. `tooMany`: it would
 * have to be compared with more than can be, so it cannot be told.
 */
export const REFUSALS = ['segmentTooSmall', 'tooSimilar', 'tooMany'] as const;
export type Refusal = (typeof REFUSALS)[number];

export type Disclosure =
  | {
      readonly kind: 'shown';
      /** 1 for each place that is left out; null: none is. */
      readonly hidden: Uint8Array | null;
      /** Share of the given counts that were left out, 0 to 1. */
      readonly suppressed: number;
    }
  | {
      /** The same was asked before, and too little has changed since: this is what was shown then. */
      readonly kind: 'before';
      readonly answer: ShownAnswer;
      readonly places: Places;
      /** Squares of these of which a part was left out then, or is under the k of today. */
      readonly torn: TornSquares;
      /** Share of the counts given then that were left out, 0 to 1. */
      readonly suppressed: number;
    }
  | {
      readonly kind: 'refused';
      readonly reason: Refusal;
      /** When the first of the answers that are in the way is forgotten, ms; null: none is. */
      readonly until: number | null;
    };

export interface DisclosureGuard {
  /**
   * What may be shown of an answer, which from then on counts as shown. One at a time: two at once
   * would not know of each other. Rejects with what the memory rejects with; then nothing may be shown.
   */
  disclose(answer: NewAnswer, now: number): Promise<Disclosure>;
}

/**
 * Keeps answers about one source and map from being subtracted from each other: two answers of k people
 * each can differ by one person.
 *
 * Take two answers of which one holds the other (a longer window, all devices, a wider band, the same
 * days asked again), and a square of both. The clicks in the difference are the difference of the counts.
 * Its people nobody counted; there are at least `people(larger) - people(smaller)`, and no more than
 * clicks. A square of the new answer is left out unless there is no click in the difference, or the
 * lower bound is k. Of three answers (`all - desktop - phones`) a square is left out where the remaining
 * clicks, of which each person has one at least, are fewer than k; seconds bound no people, so there the
 * lower bound alone counts. Larger squares are compared with the smaller ones in them. Where the whole
 * page differs by fewer than k clicks, the answer is refused; where the same days were asked again and a
 * little has come in, the earlier answer is shown instead, under the k of today.
 *
 * So whoever adds and subtracts up to three answers, with exact counts in hand, is never left with a
 * group of 1 to k - 1 clicks of a square, nor, from two, with a group that could be of fewer than k
 * people. That holds for what was shown here and is remembered, and squares that lie in one another or
 * apart: not for sums of more than three, not for squares that overlap in part (a grid in px that was
 * asked for at two widths), and not for other ways to the same data. That a place is missing, or an answer
 * refused, tells itself that the difference is small (a refusal that depends on the data always does:
 * Kenthapadi, Mishra and Nissim 2005), not how small, or whose. Rounding alone would not do: see `roundCount`.
 *
 * Answers are read one at a time and all work is done in slices.
 *
 * Source: trackers and differencing attacks, Denning, Denning and Schwartz 1979; auditing by keeping
 * what was answered, Chin and Özsoyoğlu 1982.
 */
export function createDisclosureGuard(
  k: number,
  memory: ShownMemory,
  pace: Pace = createPace(),
): DisclosureGuard {
  const least = effectiveK(k);

  async function disclose(answer: NewAnswer, now: number): Promise<Disclosure> {
    const { question, places } = answer;
    if (places.cells.length === 0) return refusedFor('segmentTooSmall', []);
    const near = toCompare(await memory.list(now), question);
    const isTooNear = (known: ShownAnswer): boolean => isTotalTooNear(answer, known, least);
    const same = sameAs(near, answer);
    if (same !== null) {
      const isChanged =
        isTooNear(same) || (await hiddenBy(answer, [same], repeatWays(answer, same))).count > 0;
      if (isChanged) return shownBefore(same);
    }
    const tooNear = near.filter(isTooNear);
    if (tooNear.length > 0) return same ? shownBefore(same) : refusedFor('tooSimilar', tooNear);
    // Where the same was asked there is always something to fall back on.
    const noRoom = () => (same ? shownBefore(same) : refusedFor('tooMany', near));
    const ways = await waysWith(
      question,
      near.map((known) => known.question),
      pace,
    );
    const { used, renumbered } = usedIn(ways, near);
    const cells = used.reduce((sum, known) => sum + known.cells, places.cells.length);
    if (used.length > MOST_ANSWERS || cells > MOST_CELLS) return noRoom();
    const { hidden, count } = await hiddenBy(answer, used, renumbered);
    if (count === places.cells.length) {
      return same ? shownBefore(same) : refusedFor('tooSimilar', used);
    }
    const suppressed = count === 0 ? 0 : await inTurns(shareOfHidden(places, hidden));
    const told = count === 0 ? places : await inTurns(blankHidden(places, hidden));
    // What was told already takes no room again.
    const isKnown = same !== null && isRepeated(same, answer) && (await isRemembered(same, told));
    if (!isKnown) await memory.keep(keptOf(answer, told, suppressed, now));
    return { kind: 'shown', hidden: count === 0 ? null : hidden, suppressed };
  }

  async function hiddenBy(
    { places, viewportWidth, counted, total, isStepped = false }: NewAnswer,
    used: readonly ShownAnswer[],
    ways: readonly Way[],
  ) {
    const buckets = bucketsFor(places, viewportWidth);
    const slots: Slots = new Map();
    const fresh = await indexSquares(places, viewportWidth, buckets, slots, pace);
    const earlier = [];
    for (const known of used) {
      const shown = await memory.places(known.id);
      earlier.push(await indexSquares(shown, known.viewportWidth, buckets, slots, pace));
    }
    const isByPerson = counted === 'clicks';
    const found = await findHidden({ fresh, earlier, ways, k: least, isByPerson }, pace);
    if (!isStepped) return found;
    const totals = [total, ...used.map((known) => known.total)];
    const more = hideSteps({ fresh, earlier, ways, totals, k: least }, found.hidden);
    return { hidden: found.hidden, count: found.count + more };
  }

  /** What is left of it under the k of today. */
  async function shownBefore(answer: ShownAnswer): Promise<Disclosure> {
    const known = await memory.places(answer.id);
    const places = await inTurns(placesOfAtLeast(least, known));
    if (places.cells.length === 0) return refusedFor('tooSimilar', [answer]);
    const shown = await inTurns(countIn(known));
    const raised = shown > 0 ? 1 - (await inTurns(countIn(places))) / shown : 0;
    // Before shares were remembered, the number of places is the nearest to it.
    const { suppressed = 1 - numberShown(known) / known.cells.length } = answer;
    const isLeft = (row: number): boolean => (known.cells.people[row] ?? 0) < least;
    const torn = await inTurns(tornSquares(known.cells, isLeft));
    const left = 1 - (1 - suppressed) * (1 - raised);
    return { kind: 'before', answer, places, torn, suppressed: left };
  }

  const isRemembered = async (known: ShownAnswer, told: Places): Promise<boolean> =>
    inTurns(samePlaces(await memory.places(known.id), told));

  return { disclose };
}

const numberShown = ({ cells }: Places): number =>
  cells.people.reduce((shown, people) => (people > 0 ? shown + 1 : shown), 0);

const refusedFor = (reason: Refusal, inTheWay: readonly ShownAnswer[]): Disclosure => ({
  kind: 'refused',
  reason,
  until: inTheWay.length > 0 ? Math.min(...inTheWay.map(({ until }) => until)) : null,
});

/**
 * The answer to the same question that was shown last; at the same width, if there is one. Of one that was
 * remembered without how the source was asked nobody knows whether it was of this data, so it is none.
 */
function sameAs(near: readonly ShownAnswer[], { question, viewportWidth, way }: NewAnswer) {
  const same = near
    .filter((known) => sameWindow(known.question, question))
    .filter((known) => known.way === way)
    .toSorted((a, b) => b.shownAt - a.shownAt);
  return same.find((known) => known.viewportWidth === viewportWidth) ?? same[0] ?? null;
}

/** The same numbers beside the places, to the same question. */
const isRepeated = (known: ShownAnswer, fresh: NewAnswer): boolean =>
  known.viewportWidth === fresh.viewportWidth &&
  known.total === fresh.total &&
  known.cells === fresh.places.cells.length;

function repeatWays({ question }: NewAnswer, same: ShownAnswer): Way[] {
  return signsOf(question, same.question).map((signs) => ({ others: [0], signs }));
}

/** The answers that take part in any of the ways, and the ways with their positions among them. */
function usedIn(ways: readonly Way[], near: readonly ShownAnswer[]) {
  const positions = [...new Set(ways.flatMap(({ others }) => others))].sort((a, b) => a - b);
  const numbers = new Map(positions.map((position, i) => [position, i]));
  return {
    used: positions.flatMap((position) => near[position] ?? []),
    renumbered: ways.map(({ others, signs }) => ({
      others: others.map((other) => numbers.get(other) ?? 0),
      signs,
    })),
  };
}

function keptOf(answer: NewAnswer, told: Places, suppressed: number, now: number) {
  const { question, viewportWidth, total, way } = answer;
  return {
    answer: {
      id: randomId('shown'),
      question,
      way,
      viewportWidth,
      total,
      shownAt: now,
      cells: told.cells.length,
      suppressed: Math.round(suppressed * 100) / 100,
      until: timeToForget(question),
    },
    places: told,
  };
}

function isTotalTooNear(answer: NewAnswer, known: ShownAnswer, k: number): boolean {
  if (answer.total === null || known.total === null) return false;
  const apart = Math.abs(answer.total - known.total);
  return apart > 0 && apart < k && signsOf(answer.question, known.question).length > 0;
}

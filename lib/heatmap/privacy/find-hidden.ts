import { BATCH, Column, MORE, NOTHING, ONE } from './column';
import { openParts, sumsToCheck, type Term } from './open-parts';
import type { Pace } from './pace';
import type { Square, SquareIndex } from './squares';
import type { Way } from './ways';

/** What is compared: a new answer, and those before it. */
export interface Comparison {
  readonly fresh: SquareIndex;
  readonly earlier: readonly SquareIndex[];
  readonly ways: readonly Way[];
  readonly k: number;
  /** True: each person behind a count has at least one of it, as with clicks; false: seconds. */
  readonly isByPerson: boolean;
}

/**
 * Squares of a new answer that would give a small group away, together with one or two answers that were
 * shown. Its own squares are looked at first, then larger ones of the others that it lies in: those in
 * which something is hidden by then give less away. A square is what its parts leave, so those in which
 * something got hidden are looked at again, until nothing more is. All of one round are looked at as the
 * round found them: where a square lies in its answer makes no difference.
 *
 * @returns 1 for each row of the new answer that must not be shown; and how many those are.
 */
export async function findHidden(
  comparison: Comparison,
  pace: Pace,
): Promise<{ readonly hidden: Uint8Array; readonly count: number }> {
  const { fresh, earlier } = comparison;
  const checker = createChecker(comparison);
  if (comparison.ways.length === 0) return checker.result();
  for (let from = 0; from < fresh.length; from += BATCH) {
    const to = Math.min(fresh.length, from + BATCH);
    const units = Array.from({ length: to - from }, (_, i) => fresh.squareAt(from + i));
    await checker.check(units, pace);
  }
  let edge = checker.hideFound();
  await checkAround(() => true);
  edge = Math.min(edge, checker.hideFound());
  while (Number.isFinite(edge)) {
    // A square is nearly twice as high as its parts at least.
    const least = edge * 1.9;
    const isAround = (square: Square): boolean =>
      square.bottom - square.top >= least && fresh.rowsWithin(square).some(checker.isNew);
    await checkOwn(least, isAround);
    await checkAround(isAround);
    checker.startRound();
    edge = checker.hideFound();
  }
  return checker.result();

  async function checkOwn(least: number, isWanted: (square: Square) => boolean): Promise<void> {
    let units: Square[] = [];
    for (let row = 0; row < fresh.length; row++) {
      if (row % BATCH === 0) await pace();
      if (fresh.edgeAt(row) < least) continue;
      const square = fresh.squareAt(row);
      if (!isWanted(square) || units.push(square) < BATCH) continue;
      await checker.check(units, pace);
      units = [];
    }
    await checker.check(units, pace);
  }

  /** Boxes of elements, and squares of the others that hold some of the new answer's. */
  async function checkAround(isWanted: (square: Square) => boolean): Promise<void> {
    const seen = createNames();
    // In the box of an element squares need not lie in one another: what is not alike is taken together.
    for (let from = 0; from < fresh.boxes.length; from += BATCH) {
      const boxes = fresh.boxes.slice(from, from + BATCH).filter(isWanted);
      await checker.check(boxes.filter(seen.add), pace);
    }
    let units: Square[] = [];
    for (const index of earlier) {
      for (let row = 0; row < index.length; row++) {
        if (row % BATCH === 0) await pace();
        const square = index.squareAt(row);
        if (!isWanted(square) || fresh.has(square)) continue;
        if (!fresh.rowsWithin(square).some(checker.isShown)) continue;
        if (!seen.add(square)) continue;
        if (units.push(square) < BATCH) continue;
        await checker.check(units, pace);
        units = [];
      }
    }
    await checker.check(units, pace);
  }
}

/** Rounded, so that the same square at another width, kept with 24 bits, has the same name. */
const nameOf = ({ left, right, top, bottom, fixed }: Square): string =>
  `${Math.round(left * 1e5)} ${Math.round(right * 1e5)} ${top} ${bottom} ${fixed}`;

/**
 * Squares that were looked at, in many small sets by where they lie: one of a million would be built
 * anew each time that it has doubled, and others would wait for that.
 */
function createNames() {
  const strips = new Map<number, Set<string>>();
  return {
    /** False: it is known. */
    add(square: Square): boolean {
      const at = Math.floor(square.top / STRIP);
      const strip = strips.get(at) ?? new Set();
      strips.set(at, strip);
      const before = strip.size;
      return strip.add(nameOf(square)).size > before;
    },
  };
}

/** CSS px. */
const STRIP = 500;

function createChecker({ fresh, earlier, ways, k, isByPerson }: Comparison) {
  const hidden = new Uint8Array(fresh.length);
  const found = new Uint8Array(fresh.length);
  /** Hidden since a round began. */
  const isNew = new Uint8Array(fresh.length);
  let count = 0;
  const terms: readonly Term[] = [
    { index: fresh, hidden },
    ...earlier.map((index) => ({ index, hidden: index.leftOut })),
  ];
  const columns = terms.map(() => new Column());
  const plans = ways.map(({ others, signs }): Plan => {
    const positions = [0, ...others.map((other) => other + 1)];
    return {
      signs,
      terms: positions.flatMap((position) => terms[position] ?? []),
      columns: positions.flatMap((position) => columns[position] ?? []),
    };
  });

  /** Finds what would give a small group away in one of these squares, as they are now. */
  async function check(units: readonly Square[], pace: Pace): Promise<void> {
    for (const [i, term] of terms.entries()) {
      columns[i]?.fill(term, units);
      await pace();
    }
    const unsafe: (readonly number[] | null)[] = units.map(() => null);
    for (const plan of plans) {
      for (const [i, unit] of units.entries()) {
        if (unsafe[i] !== null) continue;
        const kind = kindOf(plan, i);
        if (kind === ONE && !isSafeAt(plan, i)) unsafe[i] = plan.columns[0]?.partsAt(i) ?? [];
        if (kind !== MORE) continue;
        unsafe[i] = await givenAway(plan, unit, i, pace);
        await pace();
      }
      await pace();
    }
    for (const rows of unsafe) for (const row of rows ?? []) found[row] = 1;
  }

  /** Hides what was found; the edge of the smallest of it, infinite where there is nothing new. */
  function hideFound(): number {
    let edge = Number.POSITIVE_INFINITY;
    for (let row = 0; row < found.length; row++) {
      if (found[row] === 0 || hidden[row] === 1) continue;
      hidden[row] = isNew[row] = 1;
      count++;
      edge = Math.min(edge, fresh.edgeAt(row));
    }
    return edge;
  }

  /** Of a square that each of the answers shows as one. */
  function isSafeAt({ columns, signs }: Plan, i: number): boolean {
    let clicks = 0;
    let most = 0;
    let taken = 0;
    for (let term = 0; term < columns.length; term++) {
      const people = columns[term]?.people[i] ?? 0;
      const isAdded = signs[term] === 1;
      clicks += (isAdded ? 1 : -1) * (columns[term]?.clicks[i] ?? 0);
      if (!isAdded) taken += people;
      else if (people > most) most = people;
    }
    return isSafe({ clicks, most, taken }, columns.length);
  }

  /** Rows of the new answer that would give a small group of this square away; null: there is none. */
  async function givenAway(
    plan: Plan,
    unit: Square,
    i: number,
    pace: Pace,
  ): Promise<readonly number[] | null> {
    const { signs } = plan;
    const parts = plan.columns.map((column) => column.partsAt(i));
    const sums = sumsToCheck(plan.terms, await openParts(unit, plan.terms, parts, pace), signs);
    const unsafe = sums.find(
      (open) => open.every(({ length }) => length > 0) && !isSafe(sumOf(plan, open), signs.length),
    );
    return unsafe?.[0] ?? null;
  }

  function isSafe({ clicks, most, taken }: Sum, answers: number): boolean {
    if (clicks <= 0 || most - taken >= k) return true;
    return answers > 2 && isByPerson && clicks >= k;
  }

  return {
    check,
    hideFound,
    startRound: () => void isNew.fill(0),
    isNew: (row: number) => isNew[row] === 1,
    isShown: (row: number) => hidden[row] === 0,
    result: () => ({ hidden, count }),
  };
}

/** A way with the answers that it is of, the new one first. */
interface Plan {
  readonly signs: Way['signs'];
  readonly terms: readonly Term[];
  readonly columns: readonly Column[];
}

/** What is left of a square when answers are added and subtracted. */
interface Sum {
  clicks: number;
  /** People of the part that has the most, of what is added. */
  most: number;
  /** People of all parts of what is subtracted. */
  taken: number;
}

/** What shows nothing can be neither added nor subtracted. */
function kindOf({ columns }: Plan, i: number): number {
  let kind = ONE;
  for (const { kinds } of columns) {
    if (kinds[i] === NOTHING) return NOTHING;
    if (kinds[i] === MORE) kind = MORE;
  }
  return kind;
}

/** What is added may be a part of the square: what it does not show may be nothing. */
function sumOf({ signs, terms }: Plan, open: readonly (readonly number[])[]): Sum {
  const sum: Sum = { clicks: 0, most: 0, taken: 0 };
  terms.forEach(({ index }, term) => {
    const isAdded = signs[term] === 1;
    for (const row of open[term] ?? []) {
      const people = index.peopleAt(row);
      sum.clicks += (isAdded ? 1 : -1) * index.countAt(row);
      if (isAdded) sum.most = Math.max(sum.most, people);
      else sum.taken += people;
    }
  });
  return sum;
}

import type { Pace } from './pace';
import { emptySum, type Square, type SquareIndex } from './squares';
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
 * which something is hidden by then give less away.
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
  const seen = createNames();
  let units: Square[] = [];
  for (const index of earlier) {
    for (let row = 0; row < index.length; row++) {
      if (row % BATCH === 0) await pace();
      const square = index.squareAt(row);
      if (fresh.has(square) || !fresh.rowsWithin(square).some(checker.isShown)) continue;
      if (!seen.add(square)) continue;
      if (units.push(square) < BATCH) continue;
      await checker.check(units, pace);
      units = [];
    }
  }
  await checker.check(units, pace);
  return checker.result();
}

/** Squares that are checked together. */
const BATCH = 256;

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
  let count = 0;
  const own = emptyColumn();
  const columns = earlier.map(emptyColumn);

  /** Hides what would give a small group away in one of these squares. */
  async function check(units: readonly Square[], pace: Pace): Promise<void> {
    fill(own, fresh, units, hidden);
    for (const [i, index] of earlier.entries()) {
      const column = columns[i];
      if (column) fill(column, index, units, null);
      await pace();
    }
    const unsafe = new Uint8Array(units.length);
    for (const way of ways) {
      const terms = [own, ...way.others.map((other) => columns[other] ?? own)];
      for (let i = 0; i < units.length; i++) {
        if (unsafe[i] === 0 && !isSafe(terms, way.signs, i)) unsafe[i] = 1;
      }
      await pace();
    }
    units.forEach((unit, i) => {
      if (unsafe[i] === 1) hide(unit);
    });
  }

  function hide(unit: Square): void {
    for (const row of fresh.rowsWithin(unit)) {
      if (hidden[row] === 0) count++;
      hidden[row] = 1;
    }
  }

  /**
   * What is subtracted may be a part of the square; what it is subtracted from must be all of it, or the
   * answers do not hold each other there.
   */
  function isSafe(terms: readonly Column[], signs: Way['signs'], i: number): boolean {
    let clicks = 0;
    let most = 0;
    let taken = 0;
    for (let term = 0; term < terms.length; term++) {
      const column = terms[term];
      const isAdded = signs[term] === 1;
      const state = column?.state[i] ?? NOTHING;
      if (column === undefined || state === NOTHING || (isAdded && state !== WHOLE)) return true;
      clicks += isAdded ? (column.clicks[i] ?? 0) : -(column.clicks[i] ?? 0);
      if (isAdded) most = Math.max(most, column.most[i] ?? 0);
      else taken += column.people[i] ?? 0;
    }
    if (clicks <= 0 || most - taken >= k) return true;
    return terms.length > 2 && isByPerson && clicks >= k;
  }

  return {
    check,
    isShown: (row: number) => hidden[row] === 0,
    result: () => ({ hidden, count }),
  };
}

/** What one answer shows in each square of a batch. */
interface Column {
  readonly state: Uint8Array;
  readonly clicks: Float64Array;
  readonly most: Float64Array;
  readonly people: Float64Array;
}

const NOTHING = 0;
const PART = 1;
const WHOLE = 2;

const emptyColumn = (): Column => ({
  state: new Uint8Array(BATCH),
  clicks: new Float64Array(BATCH),
  most: new Float64Array(BATCH),
  people: new Float64Array(BATCH),
});

const sum = emptySum();

function fill(
  column: Column,
  index: SquareIndex,
  units: readonly Square[],
  hidden: Uint8Array | null,
): void {
  units.forEach((unit, i) => {
    index.sumWithin(unit, hidden, sum);
    column.state[i] = sum.squares === 0 ? NOTHING : sum.isWhole ? WHOLE : PART;
    column.clicks[i] = sum.clicks;
    column.most[i] = sum.most;
    column.people[i] = sum.people;
  });
}

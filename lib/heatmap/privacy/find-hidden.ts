import { sameQuestion } from './disclosure-state';
import { groupSigns, type Question, type Region, type Sign } from './question';
import { coverOf, type Square, type SquareIndex } from './squares';

/** An answer, ready to be compared. */
export interface Asked {
  readonly question: Question;
  readonly region: Region;
  readonly index: SquareIndex;
}

/**
 * Squares of a new answer that would give a small group away, together with one or two answers that were
 * shown.
 *
 * @returns Rows of the new answer's cells.
 */
export function findHidden(fresh: Asked, earlier: readonly Asked[], k: number): Set<number> {
  const hidden = new Set<number>();
  const units = unitsOf(fresh, earlier);
  const unitsWith = new Map<number, number[]>();
  units.forEach(({ rows }, i) => {
    for (const row of rows) unitsWith.set(row, [...(unitsWith.get(row) ?? []), i]);
  });
  const sumsOf = remember((asked: Asked) => units.map((unit) => sumIn(asked.index, unit.square)));
  const freshSums = units.map(({ square }) => sumIn(fresh.index, square));

  const hide = (unit: Unit): void => {
    for (const row of unit.rows) hidden.add(row);
    for (const i of unit.rows.flatMap((row) => unitsWith.get(row) ?? [])) {
      const square = units[i]?.square;
      if (square) freshSums[i] = sumIn(fresh.index, square, hidden);
    }
  };

  const check = (others: readonly Asked[]): void => {
    for (const signs of signsOf([fresh, ...others])) {
      const columns = [freshSums, ...others.map(sumsOf)];
      units.forEach((unit, i) => {
        const sums = columns.map((column) => column[i]);
        if (!isSafe(sums, signs, k)) hide(unit);
      });
    }
  };

  earlier.forEach((one, i) => {
    check([one]);
    for (const other of earlier.slice(0, i)) check([one, other]);
  });
  return hidden;
}

/** Ways to add and subtract the answers that could leave one group. */
export function signsOf(asked: readonly Asked[]): readonly Sign[][] {
  const [first, second] = asked;
  // The same question asked twice: what came late or was deleted in between is a group as well.
  const isRepeated =
    asked.length === 2 && first && second && sameQuestion(first.question, second.question);
  return isRepeated ? BOTH_WAYS : groupSigns(asked.map(({ region }) => region));
}

const BOTH_WAYS: Sign[][] = [
  [1, -1],
  [-1, 1],
];

/** A square of any of the answers in which the new one shows something. */
interface Unit {
  readonly square: Square;
  /** Rows of the new answer within. */
  readonly rows: readonly number[];
}

function unitsOf(fresh: Asked, earlier: readonly Asked[]): Unit[] {
  const units = new Map<string, Unit>();
  for (const { index } of [fresh, ...earlier]) {
    for (const square of index.squares) {
      const key = nameOf(square);
      if (units.has(key)) continue;
      const rows = fresh.index.within(square).map(({ row }) => row);
      if (rows.length > 0) units.set(key, { square, rows });
    }
  }
  return [...units.values()];
}

/** Rounded, so that the same square at another width, kept with 24 bits, has the same name. */
const nameOf = ({ left, right, top, bottom, fixed }: Square): string =>
  `${Math.round(left * 1e5)} ${Math.round(right * 1e5)} ${top} ${bottom} ${fixed}`;

/** What an answer shows in a square. */
interface Sum {
  readonly clicks: number;
  /** People of the square in it that has the most, and of all of them together. */
  readonly most: number;
  readonly people: number;
  /** Whether what is shown is all of the square. */
  readonly isWhole: boolean;
}

/** Null: nothing, so nobody can add or subtract it. */
function sumIn(index: SquareIndex, square: Square, hidden?: ReadonlySet<number>): Sum | null {
  const within = index.within(square).filter(({ row }) => !hidden?.has(row));
  if (within.length === 0) return null;
  let clicks = 0;
  let most = 0;
  let people = 0;
  for (const part of within) {
    clicks += part.count;
    most = Math.max(most, part.people);
    people += part.people;
  }
  return { clicks, most, people, isWhole: coverOf(square, within) >= WHOLE };
}

const WHOLE = 0.99;

/**
 * What is subtracted may be a part of the square; what it is subtracted from must be all of it, or the
 * answers do not hold each other there.
 */
function isSafe(
  sums: readonly (Sum | null | undefined)[],
  signs: readonly Sign[],
  k: number,
): boolean {
  let clicks = 0;
  let most = 0;
  let taken = 0;
  for (let i = 0; i < sums.length; i++) {
    const sum = sums[i];
    const isAdded = signs[i] === 1;
    if (!sum || (isAdded && !sum.isWhole)) return true;
    clicks += isAdded ? sum.clicks : -sum.clicks;
    if (isAdded) most = Math.max(most, sum.most);
    else taken += sum.people;
  }
  if (clicks <= 0 || most - taken >= k) return true;
  return sums.length > 2 && clicks >= k;
}

function remember<K, V>(of: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const value = known.get(key) ?? of(key);
    known.set(key, value);
    return value;
  };
}

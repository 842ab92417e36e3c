import type { Pace } from './pace';
import type { Sign } from './question';
import type { Square, SquareIndex } from './squares';
import type { Way } from './ways';

/** An answer that is added or subtracted, without those of its squares that are hidden (1, by row). */
export interface Term {
  readonly index: SquareIndex;
  readonly hidden: Uint8Array | null;
}

/**
 * Of the parts of a square, by answer, those outside of any smaller square that every answer has, hidden
 * or not: such a square and what lies in it are all that is there, in each of them, so it is compared by
 * itself. The rest is what the answers cut differently, and its sums can be subtracted alone.
 */
export async function openParts(
  unit: Square,
  terms: readonly Term[],
  parts: readonly (readonly number[])[],
  pace: Pace,
): Promise<readonly (readonly number[])[]> {
  const [first, ...others] = terms;
  const closed = terms.map(() => new Set<number>());
  for (const [i, row] of (first?.index.rowsWithin(unit) ?? []).entries()) {
    if (i % BETWEEN === BETWEEN - 1) await pace();
    const square = first?.index.squareAt(row);
    if (square === undefined || closed[0]?.has(row) || !isInside(square, unit)) continue;
    if (!others.every(({ index }) => index.has(square))) continue;
    terms.forEach(({ index }, term) => {
      for (const inside of index.rowsWithin(square)) closed[term]?.add(inside);
    });
  }
  return parts.map((rows, i) => rows.filter((row) => !closed[i]?.has(row)));
}

/**
 * The sums of these parts that could leave a group: of all of them; and, since whoever subtracts may leave
 * out what lies by itself, of those that lie in or around parts of the other side. What is subtracted
 * must lie where something is added: where nothing is, it was left out of that, and the sum says nothing.
 */
export function sumsToCheck(
  terms: readonly Term[],
  open: readonly (readonly number[])[],
  signs: Way['signs'],
): (readonly (readonly number[])[])[] {
  if (open.some(({ length }) => length === 0 || length > MOST_LOOKED_AT)) return [open];
  const near = (sums: readonly (readonly number[])[], side: Sign) => {
    const others = terms.flatMap(({ index }, i) =>
      signs[i] === side ? [] : (sums[i] ?? []).map((row) => index.squareAt(row)),
    );
    return sums.map((rows, i) => {
      const { index } = terms[i] ?? {};
      if (index === undefined || signs[i] !== side) return rows;
      return rows.filter((row) => others.some((other) => overlap(index.squareAt(row), other)));
    });
  };
  const held = near(open, -1);
  return [held, near(held, 1)];
}

/** Squares between two looks at the clock: one of the whole page may hold a million. */
const BETWEEN = 256;

/** Squares that are compared each with each; more are summed as they are. */
const MOST_LOOKED_AT = 512;

/** A part of it, and not the square itself. */
const isInside = (square: Square, unit: Square): boolean =>
  square.bottom - square.top <= (unit.bottom - unit.top) * 0.51;

function overlap(a: Square, b: Square): boolean {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  const width = Math.min(a.right - a.left, b.right - b.left);
  const height = Math.min(a.bottom - a.top, b.bottom - b.top);
  return a.fixed === b.fixed && across > width * TOUCHING && down > height * TOUCHING;
}

/** Share of the smaller edge; positions are kept with 24 bits. */
const TOUCHING = 0.02;

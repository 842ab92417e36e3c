/** A stretch of a strip: what was recorded at `x` lies at `from + times * x` of the page now. */
export interface Stretch {
  /** Where it begins, CSS px. */
  readonly x: number;
  readonly from: number;
  readonly times: number;
}

/**
 * From `y` on, what was recorded lies `by` px further down, and across by its stretch. CSS px, x at
 * the page's width now; stretches from left to right, what is left of the first goes with it.
 */
export interface Shift {
  readonly y: number;
  readonly by: number;
  readonly across: readonly Stretch[];
}

/** Where a recorded place lies now. */
export function placeOf(shifts: readonly Shift[], x: number, y: number): readonly [number, number] {
  const at = shifts.findLast((shift) => shift.y <= y);
  if (at === undefined) return [x, y];
  const { from, times } = at.across.findLast((stretch) => stretch.x <= x) ?? at.across[0] ?? AS_IS;
  return [from + times * x, y + at.by];
}

const AS_IS = { from: 0, times: 1 };

/** Without those that move places as the one above does. */
export function merged(shifts: readonly Shift[]): readonly Shift[] {
  return shifts.filter((shift, i) => !isSame(shift, shifts[i - 1]));
}

function isSame(a: Shift, b: Shift | undefined): boolean {
  if (b === undefined || a.by !== b.by || a.across.length > 1 || b.across.length > 1) return false;
  const [one, other] = [a.across[0], b.across[0]];
  return one?.from === other?.from && one?.times === other?.times;
}

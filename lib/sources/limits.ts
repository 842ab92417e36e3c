/** Cells of one map; also what PostHog sends at most. */
export const MAX_CELLS = 1_000_000;

/**
 * CSS px beyond which no browser lays a page out (Firefox ends at 17.9 million) and 32-bit floats no
 * longer tell one px from the next. What lies further away is a fault, not a place.
 */
export const MAX_POSITION = 2 ** 24;

export const isPosition = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value <= MAX_POSITION;

/** A count that sums stay exact with: a million of them are below 2^53. */
export const MAX_COUNT = 2 ** 33;

export const isCount = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value <= MAX_COUNT;

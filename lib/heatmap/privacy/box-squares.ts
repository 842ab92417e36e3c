/**
 * The square of an element's box that a place in it is the middle of: halves, quarters, and so on down to
 * 1/2048 of the edges. Its edge, as a share of the box; null: the place is the middle of none.
 */
export function edgeInBox(x: number, y: number): number | null {
  const [across, down] = [x * HALVES, y * HALVES];
  if (!Number.isInteger(across) || !Number.isInteger(down)) return null;
  // The middle of a square lies at an odd number of halves of its edge.
  const half = across & -across;
  return half > 0 && half === (down & -down) ? (2 * half) / HALVES : null;
}

/** Halves of the smallest edge along the box. */
const HALVES = 4096;

import type { Stretch } from '../audit/timeline-layout';

/** Narrower, and one column of the picture would be less than a tenth of a millisecond. */
const NARROWEST_MS = 20;

/** Zooms by a factor (below 1: closer) around a moment, which stays where it is. */
export function zoomed(
  { from, to }: Stretch,
  factor: number,
  around: number,
  length: number,
): Stretch {
  const span = Math.min(length, Math.max(NARROWEST_MS, (to - from) * factor));
  const part = (around - from) / (to - from);
  return within(around - span * part, span, length);
}

/** Moves by a part of what is seen: 0.1 is a tenth of it towards the end, infinity the end itself. */
export const panned = ({ from, to }: Stretch, part: number, length: number): Stretch =>
  within(from + (to - from) * part, to - from, length);

export const isWhole = ({ from, to }: Stretch, length: number): boolean =>
  from <= 0 && to >= length;

/** Keeps the width and pushes it back in. */
function within(from: number, span: number, length: number): Stretch {
  const start = Math.min(length - span, Math.max(0, from));
  return { from: start, to: start + span };
}

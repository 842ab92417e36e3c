import type { Capture } from '../../protocol/recorders';

/** From what a recording keeps least to what it keeps most of; what can't be told counts high. */
const EXPOSURE: readonly Capture[] = ['absent', 'masked', 'length-only', 'unknown', 'plain'];

/** Of two answers about the same value, the one that takes more of it; the other where both do. */
export const worseCapture = <T extends { readonly capture: Capture }>(
  one: T,
  other: T | undefined,
): T => (other && EXPOSURE.indexOf(other.capture) >= EXPOSURE.indexOf(one.capture) ? other : one);

import { isCovered } from '../../masking/coverage';
import type { Sighting } from '../../protocol/evidence';
import type { Gathered } from './judge-audit';

/** Predictions of one page whose findings surely fit into session storage, a few tabs beside. */
const MOST_PREDICTIONS = 1_000;

/**
 * The same evidence with fewer sightings, what is exposed first, for a page of so many kinds that
 * nothing can hold its findings. What is left out counts as truncated, so that no verdict is clear.
 */
export function withFewerSightings(gathered: Gathered): Gathered {
  let left = Math.floor(MOST_PREDICTIONS / Math.max(1, gathered.recorders.length));
  const frames = gathered.frames.map((frame) => {
    const sorted = frame.sightings.toSorted((a, b) => Number(isSafe(a)) - Number(isSafe(b)));
    const sightings = sorted.slice(0, left);
    left -= sightings.length;
    const dropped = frame.sightings.length - sightings.length;
    return { ...frame, sightings, truncated: frame.truncated + dropped };
  });
  return { ...gathered, frames };
}

const isSafe = ({ predictions }: Sighting): boolean =>
  predictions.every(({ capture }) => isCovered(capture));

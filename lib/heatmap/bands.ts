import type { Bands } from '../protocol/heat-kinds';
import { wilsonMargin } from './elements';

/** A band as it lies on the page as it is now. */
export interface BandPart {
  /** CSS px of the page. */
  readonly top: number;
  readonly bottom: number;
  /** Of all people, where they were counted; else of the band that was in view longest. 0 to 1. */
  readonly share: number;
  /** Half-width of the 95 % interval of the share; null: it is a share of time. */
  readonly margin: number | null;
}

/**
 * Where bands lie on a page of this height, from the top down. What lies below its end is left out:
 * the page was longer when it was recorded.
 *
 * @param height CSS px of the page as it is now
 */
export function bandParts({ measure, depth, bands, people }: Bands, height: number): BandPart[] {
  const scale = depth === 'share' ? height : 1;
  const isReach = measure === 'reached';
  const whole = isReach ? people : Math.max(0, ...bands.map(({ value }) => value));
  if (!(whole > 0)) return [];
  return bands.flatMap(({ top, bottom, value }) => {
    const part = { top: top * scale, bottom: Math.min(bottom * scale, height) };
    if (!(part.bottom > part.top)) return [];
    const share = Math.min(1, value / whole);
    return [{ ...part, share, margin: isReach ? wilsonMargin(share, people) : null }];
  });
}

/**
 * How far down this share of people got, CSS px; null: even the first band was reached by fewer, or
 * the page ends before so many had stopped.
 */
export function depthReached(parts: readonly BandPart[], share: number): number | null {
  let depth: number | null = null;
  for (const part of parts) {
    if (part.share < share) return depth;
    depth = part.bottom;
  }
  return null;
}

/** Where the first view ends, CSS px of the page as it is now; null: not known. */
export const foldAt = ({ fold, depth }: Bands, height: number): number | null =>
  fold === null ? null : depth === 'share' ? fold * height : fold;

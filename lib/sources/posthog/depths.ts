import type { Band, Bands } from '../../protocol/heat-kinds';

/** Edge of PostHog's depths, CSS px. */
export const DEPTH_STEP = 100;

/** A depth that somebody's visit ended in. */
export interface Depth {
  /** Upper edge of its 100 px. */
  readonly top: number;
  /** Who got here or further. */
  readonly reached: number;
  /** Of those, how many different people there are at least. */
  readonly people: number;
}

/**
 * Bands without gaps from the page's top, out of the depths that PostHog tells: those that nobody
 * stopped in are missing there, and everybody who stopped further down has seen them.
 *
 * @param depths - From the top down.
 */
export function toBands(depths: readonly Depth[]): {
  readonly bands: Bands;
  readonly truncated: boolean;
} {
  const bands: Band[] = [];
  let top = 0;
  for (const { top: at, reached, people } of depths) {
    const bottom = at + DEPTH_STEP;
    if (bottom <= top) continue;
    if (bands.length === MAX_BANDS) break;
    bands.push({ top, bottom, value: reached, people: Math.min(people, reached) });
    top = bottom;
  }
  return {
    bands: {
      measure: 'reached',
      depth: 'px',
      bands,
      people: bands[0]?.value ?? 0,
      fold: null,
    },
    truncated: depths.length > MAX_BANDS,
  };
}

/** As `BandsSchema` allows: 200,000 px of page, all of it. */
const MAX_BANDS = 2_000;

import type { Translate } from '../core/message';
import { formatShare } from '../core/numbers';
import { bandParts, depthReached, foldAt } from '../heatmap/bands';
import type { Bands } from '../protocol/heat-kinds';
import { depthSaid } from './band-rows';

/** The answer in a sentence or two: how far half of the people got, and how many left the first view. */
export function sayReach(bands: Bands, t: Translate): string {
  const end = Math.max(0, ...bands.bands.map(({ bottom }) => bottom));
  // Shares of the height are told as shares: a page of height 1.
  const parts = bandParts(bands, bands.depth === 'share' ? 1 : end);
  if (bands.measure === 'seconds') {
    const longest = parts.toSorted((a, b) => b.share - a.share)[0];
    if (longest === undefined) return t('ui.heat.reach.none');
    return t('ui.heat.reach.longest', [
      placeOf(bands, longest.top, t),
      placeOf(bands, longest.bottom, t),
    ]);
  }
  const half = depthReached(parts, 0.5);
  const said = [
    half === null
      ? t('ui.heat.reach.halfNowhere')
      : t('ui.heat.reach.half', [placeOf(bands, half, t)]),
  ];
  const fold = foldAt(bands, 1);
  const below = fold === null ? undefined : parts.find(({ top }) => top >= fold);
  if (below !== undefined) said.push(t('ui.heat.reach.stayed', [formatShare(1 - below.share)]));
  return said.join(' ');
}

const placeOf = ({ depth }: Bands, at: number, t: Translate): string => depthSaid(depth, at, t);

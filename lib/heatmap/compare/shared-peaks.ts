import type { HeatSettings, MapSummary } from '../../protocol/heat';

type Scaled = Pick<MapSummary, 'peak' | 'maxCell' | 'count'>;

/**
 * The peaks of two maps on one scale: a colour is the same share of each one's clicks, whichever has more
 * of them. A peak that somebody has set is A's; B's follows.
 */
export function sharedPeaks(
  { style, peak }: Pick<HeatSettings, 'style' | 'peak'>,
  a: Scaled,
  b: Scaled,
): { readonly a: number; readonly b: number } {
  const hottest = ({ count, ...of }: Scaled): number =>
    count > 0 ? (style === 'classic' ? of.maxCell : of.peak) / count : 0;
  const share = peak !== null && a.count > 0 ? peak / a.count : Math.max(hottest(a), hottest(b));
  return { a: share * a.count, b: share * b.count };
}

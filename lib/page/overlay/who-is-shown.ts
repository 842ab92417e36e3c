import type { HeatSettings, MapSummary } from '../../protocol/heat';
import type { OverlayComparison } from '../../protocol/heat-comparison';

/** Of two maps of bands, the one that is shown for itself; null: their difference is. */
export function bandsOf(
  { compare }: Pick<HeatSettings, 'compare'>,
  a: MapSummary | null,
  compared: Pick<OverlayComparison, 'b' | 'bands'> | null,
): MapSummary | null {
  if (!compared?.bands) return a;
  if (compare?.view !== 'side') return null;
  return compare.side === 'b' ? compared.b : a;
}

/**
 * The map that numbers on the page are of. Those of elements and places are counted for A alone: over B,
 * shown for itself, there are none, since they would pass for B's.
 */
export function numbersOf(
  settings: Pick<HeatSettings, 'compare'>,
  a: MapSummary | null,
  compared: Pick<OverlayComparison, 'b' | 'bands'> | null,
): MapSummary | null {
  const { view, side } = settings.compare ?? {};
  if (compared !== null && compared.bands === null && view === 'side' && side === 'b') return null;
  return bandsOf(settings, a, compared);
}

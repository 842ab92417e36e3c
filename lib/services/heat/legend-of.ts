import { legendStops } from '../../heatmap/palettes';
import { roundCount } from '../../heatmap/rounding';
import type { Caption } from '../../platform/picture';
import type { HeatState } from '../../protocol/heat';

/** The scale of a map that is shown alone; null: bands, which have none. */
export function legendOf({ summary, settings }: HeatState): Caption['legend'] {
  if (summary === null || summary.bands !== null) return null;
  const own = settings.style === 'classic' ? summary.maxCell : summary.peak;
  const peak = roundCount(settings.peak ?? own);
  return { stops: legendStops(settings.palette), from: '0', to: String(peak) };
}

import type { Translate } from '../../core/message';
import { legendStops } from '../../heatmap/palettes';
import type { Caption } from '../../platform/picture';
import type { HeatState } from '../../protocol/heat';
import type { HeatComparison } from '../../protocol/heat-comparison';
import { type PaintedScale, paintedScale } from '../../report/painted-scale';

/** The scale that the page is painted with; null: bands or differences, or nothing is painted. */
export const legendOf = (
  state: HeatState,
  comparison: HeatComparison | null,
  t: Translate,
): Caption['legend'] => legendOfScale(paintedScale(state, comparison), state.settings, t);

export function legendOfScale(
  scale: PaintedScale | null,
  { palette }: Pick<HeatState['settings'], 'palette'>,
  t: Translate,
): Caption['legend'] {
  const { a = null, b = null } = scale ?? {};
  // From nothing to nothing there is no scale.
  if (!a && !b) return null;
  const isBoth = a !== null && b !== null;
  const to = isBoth ? t('heat.picture.bothPeaks', [a, b]) : String(a ?? b);
  return { stops: legendStops(palette), from: '0', to };
}

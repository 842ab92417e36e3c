import type { Translate } from '../../../core/message';
import type { Caption } from '../../../platform/picture';
import type { HeatState } from '../../../protocol/heat';
import { NO_ZONES } from '../../../protocol/zones';
import { heatCaption } from '../../../report/heat-caption';
import { type Both, sharedEnds } from '../../../report/painted-scale';
import { legendOfScale } from '../legend-of';

/** What a picture of one side says of itself: which it is, of whom, and the scale that both share. */
export function captionOfSide(
  state: HeatState,
  both: Both,
  side: 'a' | 'b',
  takenAt: number,
  cut: boolean,
  t: Translate,
): Caption {
  const { settings } = state;
  // Bands are shares of all: they have no scale of their own.
  const end = both[side].bands === null ? sharedEnds(settings, both)[side] : null;
  const { title, lines } = heatCaption(shownAs(state, both, side, end), takenAt, cut, t);
  return {
    title: `${t(`ui.heat.compare.side.${side}`)}. ${title}`,
    lines,
    legend: legendOfScale({ a: end, b: null }, settings, t),
  };
}

/** The state as it would be if that side were shown for itself, with its own end of the scale. */
function shownAs(
  state: HeatState,
  { b, notes }: Both,
  side: 'a' | 'b',
  end: number | null,
): HeatState {
  if (side === 'a') return state;
  const { settings } = state;
  const own = { ...settings, peak: settings.peak === null ? null : end };
  // Sections are of A alone.
  return { ...state, summary: b, notes, settings: own, zones: NO_ZONES };
}

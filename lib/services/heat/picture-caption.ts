import type { Translate } from '../../core/message';
import type { Caption } from '../../platform/picture';
import type { HeatState } from '../../protocol/heat';
import type { HeatComparison } from '../../protocol/heat-comparison';
import { heatCaption } from '../../report/heat-caption';
import { bothOf } from '../../report/painted-scale';
import { comparedCaption } from './compare/pictures';
import { captionOfSide } from './compare/side-caption';
import { legendOf } from './legend-of';

interface OnPage {
  readonly state: HeatState;
  readonly comparison: HeatComparison | null;
}

/** What a picture says of what the page shows: map A, map B, both of them, or where they differ. */
export function captionOf(
  { state, comparison }: OnPage,
  takenAt: number,
  cut: boolean,
  t: Translate,
): Caption {
  const both = bothOf(state, comparison);
  const view = both?.compare.view;
  if (both !== null && view === 'side') {
    return captionOfSide(state, both, both.compare.side, takenAt, cut, t);
  }
  // An end that was set is the end of A's scale, and a difference has another.
  const { settings } = state;
  const said = view === 'difference' ? { ...state, settings: { ...settings, peak: null } } : state;
  const { title, lines } = heatCaption(said, takenAt, cut, t);
  const compared = comparedCaption(state, comparison, t);
  return compared === null
    ? { title, lines, legend: legendOf(state, null, t) }
    : { title, lines: [...lines, ...compared.lines], legend: compared.legend };
}

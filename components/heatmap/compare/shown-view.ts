import { type CompareView, viewOfBands } from '../../../lib/protocol/compare';
import type { Bands } from '../../../lib/protocol/heat-kinds';

/** The view that is looked at, whatever was chosen for a map of another form: bands have no swipe. */
export const shownView = <V extends CompareView | null>(
  view: V,
  measure: Bands['measure'] | null,
) => (view !== null && measure !== null ? viewOfBands(view) : view);

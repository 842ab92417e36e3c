import type { HeatState } from '../../protocol/heat';
import type { Both } from '../../report/painted-scale';

/** Named by its page, whose address is redacted already. */
export function fileName(state: HeatState, type: 'png' | 'csv' | 'html'): string {
  return nameOf(state, state.summary?.map, '', type);
}

/** The name of a picture of B alone: that of its map, so that it is not taken for A's. */
export const pictureNameOfB = (state: HeatState, { b }: Pick<Both, 'b'>): string =>
  nameOf(state, b.map, '-b', 'png');

function nameOf(
  { page }: HeatState,
  map: NonNullable<HeatState['summary']>['map'] = 'click',
  side: '' | '-b',
  type: 'png' | 'csv' | 'html',
): string {
  const place = URL.canParse(page) ? new URL(page).hostname + new URL(page).pathname : 'page';
  const name = place.replace(/[^\w.-]+/g, '-').replace(/^-+|-+$/g, '');
  return `heat-${map}-${name.slice(0, 80)}${side}.${type}`;
}

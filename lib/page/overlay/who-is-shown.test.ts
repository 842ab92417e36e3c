import { expect, it } from 'vitest';
import { compared } from '../../services/testing/compared-tab';
import { bandsOf, numbersOf } from './who-is-shown';

function idsOf(name: string, side: 'a' | 'b', isThere = true) {
  const { state, comparison } = compared(name);
  const { compare } = state.settings;
  const settings = { compare: compare && { ...compare, side } };
  const { b, bands } = comparison;
  const shown = isThere && b !== null ? { b, bands } : null;
  return [numbersOf, bandsOf].map((of) => of(settings, state.summary, shown)?.mapId ?? null);
}

it('numbers of A do not stand over B, which has none of its own', () => {
  expect(idsOf('comparedSide', 'b')[0]).toBeNull();
  expect(idsOf('comparedSide', 'a')[0]).toBe('map_1');
  expect(idsOf('comparedSide', 'b', false)[0]).toBe('map_1');
  expect(idsOf('comparedSwipe', 'b')[0]).toBe('map_1');
});

it('of bands, the numbers are those of the side that is shown for itself', () => {
  const { state, comparison } = compared('comparedBandsSide');
  const [a, b] = [state.summary?.mapId, comparison.b?.mapId];
  expect(idsOf('comparedBandsSide', 'a')).toEqual([a, a]);
  expect(idsOf('comparedBandsSide', 'b')).toEqual([b, b]);
  expect(idsOf('comparedBandsSwipe', 'b')).toEqual([null, null]);
});

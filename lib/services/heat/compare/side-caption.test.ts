import { describe, expect, it } from 'vitest';
import { english } from '../../../../test/gallery/words';
import { type Compared, compared, tabOf } from '../../testing/compared-tab';
import { takeBoth } from './pictures';

const takenOf = (given: Compared) => takeBoth(7, tabOf(given).ask, english, 0);

const setPeak = (lines: readonly string[]) => lines.filter((line) => /^The scale ends/.test(line));

describe('pictures of both maps', () => {
  it('are on one scale, each with its own end of it, and the view is put back', async () => {
    const given = compared('comparedSide');
    const tab = tabOf(given);
    const { a, b } = await takeBoth(7, tab.ask, english, 0);
    expect([a, b].map(({ caption }) => caption.legend?.to)).toEqual(['40', '80']);
    expect(tab.set.map((compare) => compare?.side)).toEqual(['a', 'b', 'b']);
    expect(tab.set.at(-1)).toEqual(given.state.settings.compare);
  });

  it('each say the end of their own scale where somebody has set one, as it was set', async () => {
    const { a, b } = await takenOf(compared('comparedSide', { peak: 37 }));
    expect(setPeak(a.caption.lines)).toEqual(['The scale ends at 37, which somebody set.']);
    expect(setPeak(b.caption.lines)).toEqual(['The scale ends at 74, which somebody set.']);
    expect([a, b].map(({ caption }) => caption.legend?.to)).toEqual(['37', '74']);
  });

  it('have no scale where nothing has found its place', async () => {
    const { a, b } = await takenOf(compared('comparedSide', {}, { anchors: 9, peak: 0 }));
    expect([a, b].map(({ caption }) => caption.legend)).toEqual([null, null]);
  });

  it('say nothing of a scale where the maps are of bands', async () => {
    const { a, b } = await takenOf(compared('comparedBandsSide', { peak: 50 }));
    for (const { caption } of [a, b]) {
      expect(setPeak(caption.lines)).toEqual([]);
      expect(caption.legend).toBeNull();
    }
  });
});

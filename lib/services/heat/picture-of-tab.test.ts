import { describe, expect, it } from 'vitest';
import { SHOWN, SUMMARY } from '../../../test/gallery/fixtures/heat';
import { english } from '../../../test/gallery/words';
import type { HeatSettings, MapSummary } from '../../protocol/heat';
import { compared, tabOf } from '../testing/compared-tab';
import { pictureOf } from './picture-of-tab';

const taken = (given: Parameters<typeof tabOf>[0]) => pictureOf(7, tabOf(given).ask, english, 0);

const alone = (settings: Partial<HeatSettings> = {}, summary: Partial<MapSummary> = {}) =>
  taken({
    state: {
      ...SHOWN,
      settings: { ...SHOWN.settings, ...settings },
      summary: { ...SUMMARY, ...summary },
    },
    comparison: null,
  });

const endOf = (lines: readonly string[]) => lines.filter((line) => line.startsWith('The scale'));

describe('a picture of the side that is shown', () => {
  it('says of B what is B’s: its page, days, clicks and end of the scale', async () => {
    const { caption, name } = await taken(compared('comparedSide', { peak: 50 }));
    expect(caption.title).toBe('B. Clicks: https://parley.example/pricing');
    expect(caption.lines[0]).toMatch(/^2026-10-25 to 2026-10-31, /);
    expect(caption.lines[1]).toMatch(/^About 2000 counted/);
    expect(endOf(caption.lines)).toEqual(['The scale ends at 100, which somebody set.']);
    expect(caption.legend).toMatchObject({ from: '0', to: '100' });
    expect(name).toBe('heat-click-staging.parley.example-pricing-b.png');
  });

  it('says of A what is A’s, on the scale of both', async () => {
    const given = compared('comparedSide');
    const { settings } = given.state;
    const compare = settings.compare && { ...settings.compare, side: 'a' as const };
    const state = { ...given.state, settings: { ...settings, compare } };
    const { caption, name } = await taken({ ...given, state });
    expect(caption.title).toBe('A. Clicks: https://parley.example/pricing');
    expect(caption.lines[0]).toMatch(/^2026-11-01 to 2026-11-07, /);
    expect(caption.legend?.to).toBe('40');
    expect(name).toBe('heat-click-staging.parley.example-pricing.png');
  });

  it('is one of A on its own scale while B is not there', async () => {
    const { state, comparison } = compared('comparedSide');
    const gone = { ...comparison, status: 'refused' as const, b: null };
    const other = { ...comparison, a: 'map_before' };
    for (const each of [gone, other]) {
      const { caption, name } = await taken({ state, comparison: each });
      expect(caption.title).toBe('Clicks: https://parley.example/pricing');
      expect(caption.legend?.to).toBe('20');
      expect(name).not.toContain('-b.png');
    }
  });
});

describe('a picture of both maps', () => {
  it('under the handle has the end of the scale of each', async () => {
    const { caption } = await taken(compared('comparedSwipe'));
    expect(caption.legend).toMatchObject({ from: '0', to: 'A: 40, B: 80' });
    const set = await taken(compared('comparedSwipe', { peak: 50, style: 'classic' }));
    expect(set.caption.legend?.to).toBe('A: 50, B: 100');
    const classic = await taken(compared('comparedSwipe', { style: 'classic' }));
    expect(classic.caption.legend?.to).toBe('A: 30, B: 60');
  });

  it('of where they differ says nothing of a scale that it does not have', async () => {
    const { caption } = await taken(compared('compared', { peak: 50 }));
    expect(endOf(caption.lines)).toEqual([]);
    expect(caption.legend?.to).toBe('+8.2 More in B');
    const given = compared('compared');
    const none = await taken({ ...given, comparison: { ...given.comparison, most: 0 } });
    expect(none.caption.legend).toBeNull();
  });
});

describe('a picture of one map', () => {
  it('ends its scale where the page does: at its peak, or where somebody has set it', async () => {
    expect((await alone()).caption.legend?.to).toBe('1900');
    expect((await alone({ style: 'classic' })).caption.legend?.to).toBe('640');
    const { legend, lines } = (await alone({ peak: 37 })).caption;
    expect([legend?.to, endOf(lines)]).toEqual([
      '37',
      ['The scale ends at 37, which somebody set.'],
    ]);
  });

  it('by element has the peak that the page has found, and no scale before', async () => {
    expect((await alone({}, { anchors: 9, peak: 0 })).caption.legend).toBeNull();
    expect((await alone({}, { anchors: 9, peak: 123.4 })).caption.legend?.to).toBe('120');
    const classic = await alone({ style: 'classic' }, { anchors: 9, peak: 0 });
    expect(classic.caption.legend?.to).toBe('640');
  });
});

import { describe, expect, it } from 'vitest';
import { request } from '../testing/walk';
import { DEFAULT_WALK_POLICY } from '../walk-policy';
import { kindOfTraffic } from './traffic';

const kind = (...args: Parameters<typeof request>) =>
  kindOfTraffic(request(...args), DEFAULT_WALK_POLICY);

describe('kindOfTraffic', () => {
  it('counts documents in frames of others, and not the pages that are visited', () => {
    const floodlight = 'https://fls.doubleclick.net/activityi';
    expect(kind(1, floodlight, { type: 'document', category: 'ad' })).toBe('sends');
    const video = { type: 'document', category: 'video' } as const;
    expect(kind(1, 'https://www.youtube.com/embed/x', video)).toBe('embeds');
    const own = { type: 'document', party: 'first', category: 'ad' } as const;
    expect(kind(1, 'https://ads.example/', own)).toBe('none');
  });

  it('heeds Google’s fields on Google’s own requests, and on nobody else’s', () => {
    const denied = { category: 'ad', gcs: 'G100' } as const;
    const google = { ...denied, owner: 'Google/Doubleclick Ads' };
    expect(kind(1, 'https://googleads.g.doubleclick.net/pagead/x', google)).toBe('ping');
    expect(kind(1, 'https://collect.shop.example/g/collect', denied)).toBe('ping');
    expect(kind(1, 'https://ads.example/p', { ...denied, owner: 'Ads' })).toBe('sends');
  });

  it('lets a consent platform be asked, and not the ad network of the same company', () => {
    const ad = { category: 'ad' };
    expect(kind(1, 'https://cmp.inmobi.com/choice/x/choice.js', ad)).toBe('none');
    expect(kind(1, 'https://api.w.inmobi.com/showad/v3', ad)).toBe('sends');
    expect(kind(1, 'https://xcmp.inmobi.com/', ad)).toBe('sends');
    expect(kind(1, 'https://cdn.cookielaw.org/x.js', ad)).toBe('none');
  });
});

import { describe, expect, it } from 'vitest';
import { isEssentialName } from './essential';
import { ownerOf, partyOf } from './owners';

describe('owners', () => {
  it('names who a host belongs to, and what for', () => {
    expect(ownerOf('https://www.google-analytics.com/g/collect')).toEqual({
      owner: 'Google Analytics',
      category: 'analytics',
    });
    expect(ownerOf('https://nobody.example/')).toEqual({ owner: '', category: '' });
  });

  it('tells the own site from others by the registrable domain', () => {
    expect(partyOf('https://shop.example.co.uk/', 'https://cdn.example.co.uk/a.js')).toBe('first');
    expect(partyOf('https://shop.example.co.uk/', 'https://other.co.uk/a.js')).toBe('third');
    expect(partyOf('http://localhost:1/', 'http://localhost:2/')).toBe('first');
    expect(partyOf('http://localhost:1/', 'http://127.0.0.1:1/')).toBe('third');
  });
});

describe('isEssentialName', () => {
  it.each([
    'cookie_consent',
    'OptanonConsent',
    'euconsent-v2',
    'cc_cookie',
    '__ph_opt_in_out_phc_1',
    'PHPSESSID',
    'csrftoken',
  ])('%s keeps a choice or makes the site work', (name) =>
    expect(isEssentialName(name)).toBe(true),
  );

  it.each(['_ga', '_gid', 'ph_phc_x_posthog', '_hjSessionUser_1', '_clck', '_fbp', 'visitor_id'])(
    '%s does not',
    (name) => expect(isEssentialName(name)).toBe(false),
  );
});

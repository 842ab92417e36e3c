import { describe, expect, it } from 'vitest';
import { decodeGcd, decodeGcs, wireStates } from './google-wire';

describe('decodeGcs', () => {
  it.each([
    ['G100', 'denied', 'denied'],
    ['G101', 'denied', 'granted'],
    ['G110', 'granted', 'denied'],
    ['G1--', 'unset', 'unset'],
  ])('%s', (gcs, ad, analytics) => {
    expect(decodeGcs(gcs)).toEqual({ ad_storage: ad, analytics_storage: analytics });
  });

  it.each(['', 'G1', 'G2xx', 'G1000', '100'])('knows that “%s” is none', (gcs) => {
    expect(decodeGcs(gcs)).toBeNull();
  });
});

describe('decodeGcd', () => {
  it('reads default and update of each purpose', () => {
    expect(decodeGcd('13p3r3q3u5')).toEqual({
      ad_storage: { default: 'denied', update: 'unset', effective: 'denied' },
      analytics_storage: { default: 'denied', update: 'granted', effective: 'granted' },
      ad_user_data: { default: 'denied', update: 'denied', effective: 'denied' },
      ad_personalization: { default: 'granted', update: 'denied', effective: 'denied' },
    });
    expect(decodeGcd('11l1l1l1l1')?.analytics_storage.effective).toBe('unset');
  });

  it.each(['', '11l1l1', '13x3x3x3x5'])('knows that “%s” is none', (gcd) => {
    expect(decodeGcd(gcd)).toBeNull();
  });
});

it('wireStates takes what either field says', () => {
  expect(wireStates({ gcs: 'G100', gcd: '13q3q3q3q5' })).toEqual(Array(6).fill('denied'));
  expect(wireStates({})).toEqual([]);
});

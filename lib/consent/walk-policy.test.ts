import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ConsentPolicyFileSchema, ThresholdsSchema } from '../protocol/consent-policy';
import { DEFAULT_THRESHOLDS, DEFAULT_WALK_POLICY, walkPolicyOf } from './walk-policy';

describe('the policy of a walk', () => {
  it('has defaults that its own schema takes', () => {
    expect(v.parse(ThresholdsSchema, DEFAULT_THRESHOLDS)).toEqual(DEFAULT_THRESHOLDS);
    expect(walkPolicyOf()).toEqual(DEFAULT_WALK_POLICY);
  });

  it('replaces what a file names, and nothing else', () => {
    const file = v.parse(ConsentPolicyFileSchema, {
      region: 'uk',
      thresholds: { cookieDays: 180 },
    });
    expect(walkPolicyOf(file)).toEqual({
      ...DEFAULT_WALK_POLICY,
      region: 'uk',
      thresholds: { ...DEFAULT_THRESHOLDS, cookieDays: 180 },
    });
  });

  it.each([
    { region: 'mars' },
    { threshold: {} },
    { thresholds: { areaRatio: 2 } },
    { thresholds: { cookieDay: 1 } },
    { essentialHosts: [''] },
  ])('does not take %j', (file) => {
    expect(v.safeParse(ConsentPolicyFileSchema, file).success).toBe(false);
  });
});

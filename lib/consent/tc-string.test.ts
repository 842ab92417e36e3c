import { GVL, Segment, SegmentEncoder, TCModel, TCString } from '@iabtechlabtcf/core';
import { describe, expect, it } from 'vitest';
import { decodeTcString } from './tc-string';

const DAY = 86_400_000;

/** Numbers that look random and are the same in every run. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    // The low bits of this generator alternate; the high ones do not.
    return Math.floor((state / 2_147_483_648) * below);
  };
}

/** A vendor list with as many vendors as the string may name. */
const list = new GVL({
  gvlSpecificationVersion: 3,
  vendorListVersion: 120,
  tcfPolicyVersion: 5,
  lastUpdated: '2026-01-01T00:00:00Z',
  purposes: {},
  specialPurposes: {},
  features: {},
  specialFeatures: {},
  stacks: {},
  dataCategories: {},
  vendors: {},
});

function modelOf(seed: number): TCModel {
  const roll = dice(seed);
  const model = new TCModel(list);
  model.cmpId = 2 + roll(4_000);
  model.cmpVersion = 1 + roll(100);
  model.consentScreen = roll(60);
  model.created = new Date(DAY * (18_000 + roll(4_000)) + roll(DAY));
  model.lastUpdated = new Date(DAY * (22_000 + roll(100)));
  for (let id = 1; id <= 11; id++) {
    if (roll(2) === 1) model.purposeConsents.set(id);
    if (roll(3) === 1) model.purposeLegitimateInterests.set(id);
  }
  for (let id = 1; id <= 1 + roll(300); id++) if (roll(4) === 1) model.vendorConsents.set(id);
  model.vendorsDisclosed.set([2, 3, 5 + roll(50)]);
  return model;
}

const dayOf = (date: Date): number => Number(date) - (Number(date) % DAY);

const ids = (vector: Iterable<[number, boolean]>): string =>
  [...vector].flatMap(([id, isSet]) => (isSet ? [id] : [])).join(' ');

describe('decodeTcString', () => {
  it('reads what the reference encoder writes', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const model = modelOf(seed);
      const text = TCString.encode(model);
      const known = TCString.decode(text);
      expect(decodeTcString(text), text).toEqual({
        version: 2,
        created: dayOf(known.created),
        lastUpdated: dayOf(known.lastUpdated),
        cmpId: known.cmpId,
        policyVersion: Number(known.policyVersion),
        consents: ids(known.purposeConsents),
        legitimateInterests: ids(known.purposeLegitimateInterests),
        disclosedVendors: known.vendorsDisclosed.size > 0,
      });
    }
  });

  it('was tried with purposes of every kind', () => {
    const seen = Array.from({ length: 40 }, (_, seed) =>
      decodeTcString(TCString.encode(modelOf(seed))),
    );
    expect(new Set(seen.map((one) => one?.consents)).size).toBeGreaterThan(15);
    expect(new Set(seen.map((one) => one?.legitimateInterests)).size).toBeGreaterThan(15);
  });

  it('misses the disclosed vendors where only other segments are there', () => {
    const model = modelOf(7);
    const core = SegmentEncoder.encode(model, Segment.CORE);
    const publisher = SegmentEncoder.encode(model, Segment.PUBLISHER_TC);
    const disclosed = SegmentEncoder.encode(model, Segment.VENDORS_DISCLOSED);
    const seen = (text: string) => decodeTcString(text)?.disclosedVendors;
    expect(seen(core)).toBe(false);
    expect(seen(`${core}.${publisher}`)).toBe(false);
    expect(seen(`${core}.${publisher}.${disclosed}`)).toBe(true);
    expect(seen(`${core}..`)).toBe(false);
  });

  it('has no time where the string has none', () => {
    const core = SegmentEncoder.encode(modelOf(3), Segment.CORE);
    expect(decodeTcString(`${core.slice(0, 1)}AAAAAA${core.slice(7)}`)?.created).toBe(0);
  });

  it.each(['', '.', 'C', 'BOEFEAyOEFEAyAHABDENAI4AAAB9vABAASA', `C${'A'.repeat(60_000)}`])(
    'takes %.40s for none',
    (text) => expect(decodeTcString(text)).toBeNull(),
  );
});

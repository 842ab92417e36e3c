import { describe, expect, it } from 'vitest';
import { optInInterval, shareInterval, shareOfAll } from './consenters';

const exact = (share: number) => ({ low: share, high: share });

describe('the opt-in rate', () => {
  it('has the score interval where it was counted', () => {
    // 42 of 100: 0.328 to 0.518, as in R's prop.test(42, 100, correct = FALSE).
    const { low, high } = optInInterval({ rate: 0.42, visitors: 100 });
    expect(low).toBeCloseTo(0.3281, 3);
    expect(high).toBeCloseTo(0.5179, 3);
  });

  it('is as sure as whoever typed it where nobody was counted', () => {
    expect(optInInterval({ rate: 0.42, visitors: null })).toEqual(exact(0.42));
  });

  it('says nothing where nobody was asked', () => {
    expect(optInInterval({ rate: 0.42, visitors: 0 })).toEqual({ low: 0, high: 1 });
  });

  it('stays between 0 and 1', () => {
    expect(optInInterval({ rate: 0, visitors: 5 }).low).toBe(0);
    expect(optInInterval({ rate: 1, visitors: 5 }).high).toBe(1);
    expect(optInInterval({ rate: 1.4, visitors: null })).toEqual(exact(1));
  });
});

describe('the share of all visitors', () => {
  it('lies between none and all of those who declined', () => {
    const { low, high } = shareOfAll(exact(0.24), exact(0.6));
    expect(low).toBeCloseTo(0.144);
    expect(high).toBeCloseTo(0.544);
  });

  it('is the share itself where everybody consents, and anything where nobody does', () => {
    expect(shareOfAll(exact(0.24), exact(1))).toEqual(exact(0.24));
    expect(shareOfAll(exact(0.24), exact(0))).toEqual({ low: 0, high: 1 });
  });

  it('is as wide as the opt-in rate itself allows, and holds for every rate in it', () => {
    const rates = { low: 0.5, high: 0.7 };
    const wide = shareOfAll(shareInterval(0.24, 0.02), rates);
    for (const p of [0.5, 0.6, 0.7]) {
      for (const a of [0.22, 0.24, 0.26]) {
        expect(p * a).toBeGreaterThanOrEqual(wide.low);
        expect(p * a + 1 - p).toBeLessThanOrEqual(wide.high);
      }
    }
    expect(wide.low).toBeCloseTo(0.11);
    expect(wide.high).toBeCloseTo(0.63);
  });
});

import { describe, expect, test } from 'vitest';
import type { Bands } from '../protocol/heat-kinds';
import { bandParts, depthReached, foldAt } from './bands';

const reach = (part: Partial<Bands> = {}): Bands => ({
  measure: 'reached',
  depth: 'px',
  people: 1000,
  fold: 700,
  bands: [1000, 800, 400, 100].map((people, i) => ({
    top: i * 500,
    bottom: (i + 1) * 500,
    value: people,
    people,
  })),
  ...part,
});

describe('bands on a page', () => {
  test('tell the share of all people that reached them, with its interval', () => {
    const parts = bandParts(reach(), 2000);
    expect(parts.map(({ share }) => share)).toEqual([1, 0.8, 0.4, 0.1]);
    expect(parts[2]?.margin).toBeCloseTo(0.0303, 3);
  });

  test('end where the page ends', () => {
    const parts = bandParts(reach(), 1200);
    expect(parts.map(({ bottom }) => bottom)).toEqual([500, 1000, 1200]);
  });

  test('given as shares of the height lie on the page as high as it is now', () => {
    const shares = reach({
      depth: 'share',
      fold: 0.25,
      bands: [
        { top: 0, bottom: 0.5, value: 900, people: 900 },
        { top: 0.5, bottom: 1, value: 300, people: 300 },
      ],
    });
    expect(bandParts(shares, 4000).map(({ top, bottom }) => [top, bottom])).toEqual([
      [0, 2000],
      [2000, 4000],
    ]);
    expect(foldAt(shares, 4000)).toBe(1000);
  });

  test('of attention are shares of the longest, without an interval', () => {
    const seconds = reach({ measure: 'seconds' });
    expect(bandParts(seconds, 2000)[1]).toMatchObject({ share: 0.8, margin: null });
  });

  test('say how far a share of people got', () => {
    const parts = bandParts(reach(), 2000);
    expect(depthReached(parts, 0.75)).toBe(1000);
    expect(depthReached(parts, 0.5)).toBe(1000);
    expect(depthReached(parts, 0.25)).toBe(1500);
    // At the end of the page everyone who was left is still there.
    expect(depthReached(parts, 0.05)).toBeNull();
    expect(depthReached(bandParts(reach({ people: 5000 }), 2000), 0.5)).toBeNull();
  });

  test('of nobody are none', () => {
    expect(bandParts(reach({ people: 0 }), 2000)).toEqual([]);
  });
});

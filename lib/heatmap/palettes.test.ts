import { describe, expect, test } from 'vitest';
import { PALETTES } from '../protocol/heat';
import { LEVELS, legendStops, paletteBytes } from './palettes';

const colorAt = (name: (typeof PALETTES)[number], level: number) => [
  ...paletteBytes(name).subarray(level * 4, level * 4 + 4),
];

describe('palettes', () => {
  test('gray is opaque and linear from white at nothing to black at the peak', () => {
    for (let level = 0; level < LEVELS; level++) {
      const shade = 255 - level;
      expect(colorAt('gray', level)).toEqual([shade, shade, shade, 255]);
    }
  });

  test.each(PALETTES.filter((name) => name !== 'gray'))(
    '%s leaves the page bare where nothing is, and covers it more and more',
    (name) => {
      const alphas = Array.from({ length: LEVELS }, (_, level) => colorAt(name, level)[3] ?? -1);
      expect(alphas[0]).toBe(0);
      expect(alphas.at(-1)).toBe(255);
      expect(alphas).toEqual([...alphas].sort((a, b) => a - b));
    },
  );

  test.each(['viridis', 'cividis', 'inferno'] as const)(
    '%s gets lighter at every step, so that it works without colours',
    (name) => {
      const light = Array.from({ length: LEVELS }, (_, level) => {
        const [r = 0, g = 0, b = 0] = colorAt(name, level);
        return luminance(r, g, b);
      });
      for (let level = 8; level < LEVELS; level++) {
        expect(light[level]).toBeGreaterThan(light[level - 8] ?? 1);
      }
    },
  );

  test('a legend goes from nothing to the peak', () => {
    const stops = legendStops('viridis', 5);
    expect(stops.map(({ at }) => at)).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(stops[0]?.color).toBe('rgb(68 1 84 / 0)');
    expect(stops[4]?.color).toBe('rgb(253 231 37 / 1)');
  });
});

/** Relative luminance (WCAG 2). */
function luminance(...channels: number[]): number {
  const [r = 0, g = 0, b = 0] = channels.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

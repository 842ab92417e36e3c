import { describe, expect, test } from 'vitest';
import { DIVERGING_PALETTES } from '../protocol/compare';
import { divergingAt, divergingBytes, divergingStops } from './diverging';

type Rgb = readonly [number, number, number];
/** L*, a*, b* (CIE 1976, D65). */
type Lab = readonly [number, number, number];

test('vik is the published one', () => {
  // Crameri 2018, vik in 16 colours: the first, fourth, thirteenth and last.
  const at = (position: number) => divergingAt('vik', position);
  expect(at(-1)).toEqual([0x00, 0x12, 0x61]);
  expect(at(-4 / 7)).toEqual([0x11, 0x64, 0x96]);
  expect(at(4 / 7)).toEqual([0xb7, 0x5a, 0x26]);
  expect(at(1)).toEqual([0x59, 0x00, 0x08]);
});

describe.each(DIVERGING_PALETTES)('%s', (name) => {
  const sizes = Array.from({ length: 20 }, (_, i) => (i + 1) / 20);

  test('leaves the page bare where there is no difference, and covers it more and more', () => {
    const bytes = divergingBytes(name);
    const alphas = Array.from({ length: 256 }, (_, level) => bytes[level * 4 + 3] ?? -1);
    expect(alphas[0]).toBe(255);
    expect(alphas[255]).toBe(255);
    expect(Math.max(alphas[127] ?? 9, alphas[128] ?? 9)).toBeLessThanOrEqual(3);
    expect(alphas.slice(128)).toEqual(alphas.slice(128).sort((a, b) => a - b));
    expect(alphas.slice(0, 128).reverse()).toEqual(alphas.slice(128));
  });

  test('is as dark for less as for more, so that neither looks larger', () => {
    for (const size of sizes) {
      const [less, more] = [-size, size].map((at) => lab(divergingAt(name, at))[0]);
      expect(Math.abs((less ?? 0) - (more ?? 99))).toBeLessThan(10);
    }
  });

  test(`gets ${name === 'dusk' ? 'lighter' : 'darker'} with every step, evenly`, () => {
    for (const sign of [-1, 1]) {
      const lightness = sizes.map((size) => lab(divergingAt(name, sign * size))[0]);
      const light = name === 'dusk' ? lightness.reverse() : lightness;
      const steps = light.slice(1).map((value, i) => (light[i] ?? 0) - value);
      const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length;
      for (const step of steps) {
        expect(step).toBeGreaterThan(0);
        expect(step).toBeLessThan(2.2 * mean);
      }
    }
  });

  test.each(Object.keys(DEFICIENCIES))('tells less from more with %s', (kind) => {
    for (const size of sizes.filter((at) => at >= 0.25)) {
      const [less, more] = [-size, size].map((at) => lab(seenWith(kind, divergingAt(name, at))));
      // 2.3 is just noticeable side by side (Mahy et al. 1994); ten is another colour.
      expect(less && more ? distance(less, more) : 0).toBeGreaterThan(10);
    }
  });

  test('is seen on the page that it is for', () => {
    // 3:1 is what WCAG 2.2 asks of graphics, here of the largest difference on white, or on near black.
    const page: Rgb = name === 'dusk' ? [0x12, 0x12, 0x12] : [255, 255, 255];
    for (const sign of [-1, 1]) {
      expect(contrast(divergingAt(name, sign), page)).toBeGreaterThan(3);
    }
  });

  test('has a legend from less over none to more', () => {
    const stops = divergingStops(name, 5);
    expect(stops.map(({ at }) => at)).toEqual([-1, -0.5, 0, 0.5, 1]);
    expect(stops[2]?.color).toMatch(/ \/ 0\)$/);
    expect(stops[4]?.color).toMatch(/ \/ 1\)$/);
  });
});

/** Linear RGB as it is seen with full dichromacy (Machado, Oliveira and Fernandes 2009, severity 1). */
const DEFICIENCIES: Readonly<Record<string, readonly Rgb[]>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};

function seenWith(kind: string, color: Rgb): Rgb {
  const [r, g, b] = color.map(toLinear);
  const rows = DEFICIENCIES[kind] ?? [];
  const seen = rows.map(([x, y, z]) => x * (r ?? 0) + y * (g ?? 0) + z * (b ?? 0));
  const [red = 0, green = 0, blue = 0] = seen.map(fromLinear);
  return [red, green, blue];
}

const toLinear = (value: number): number => {
  const part = value / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
};

const fromLinear = (value: number): number => {
  const part = Math.min(1, Math.max(0, value));
  return 255 * (part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055);
};

function lab(color: Rgb): Lab {
  const [r = 0, g = 0, b = 0] = color.map(toLinear);
  const x = (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047;
  const y = 0.2126729 * r + 0.7151522 * g + 0.072175 * b;
  const z = (0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883;
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27) * (t / 116) + 16 / 116);
  return [116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))];
}

function contrast(one: Rgb, other: Rgb): number {
  const light = [one, other].map((color) => {
    const [r = 0, g = 0, b = 0] = color.map(toLinear);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  });
  return Math.max(...light) / Math.min(...light);
}

const distance = (one: Lab, other: Lab): number =>
  Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);

import type { PaletteName } from '../protocol/heat';

/** Steps of a palette: one for each value that eight bits can show. */
export const LEVELS = 256;

export interface LegendStop {
  /** Density, 0 to 1 of the peak. */
  readonly at: number;
  /** `rgb(… / …)`, as it lies on the page at opacity 1. */
  readonly color: string;
}

/**
 * Colours by density as `[r, g, b, a]…`, 256 steps from 0 to the peak, for `ImageData`.
 *
 * `gray` is for measuring: opaque and linear, white at 0 and black at the peak, so that at opacity 1
 * a pixel is `255 - round(255 · density)` on all three channels. In the others alpha rises from 0.
 */
export function paletteBytes(name: PaletteName): Uint8ClampedArray<ArrayBuffer> {
  const bytes = new Uint8ClampedArray(LEVELS * 4);
  for (let level = 0; level < LEVELS; level++) {
    const density = level / (LEVELS - 1);
    const [r, g, b] = name === 'gray' ? grayAt(level) : between(ANCHORS[name], density);
    bytes.set([r, g, b, name === 'gray' ? 255 : Math.round(255 * coverAt(density))], level * 4);
  }
  return bytes;
}

/** Evenly spaced stops for a legend. */
export function legendStops(name: PaletteName, steps = 9): LegendStop[] {
  const bytes = paletteBytes(name);
  return Array.from({ length: steps }, (_, i) => {
    const at = i / (steps - 1);
    const offset = Math.round(at * (LEVELS - 1)) * 4;
    const [r, g, b, a] = bytes.subarray(offset, offset + 4);
    const alpha = Math.round(((a ?? 0) / 255) * 1000) / 1000;
    return { at, color: `rgb(${r} ${g} ${b} / ${alpha})` };
  });
}

export type Rgb = readonly [r: number, g: number, b: number];

/** How much of the page is covered: steep at first, so that single cells are seen, full at the peak. */
export const coverAt = (density: number): number => 1 - (1 - density) ** 3;

const grayAt = (level: number): Rgb => [255 - level, 255 - level, 255 - level];

export function between(anchors: readonly Rgb[], position: number): Rgb {
  const exact = position * (anchors.length - 1);
  const index = Math.min(Math.floor(exact), anchors.length - 2);
  const from = anchors[index] ?? BLACK;
  const to = anchors[index + 1] ?? BLACK;
  const part = exact - index;
  const mix = (a: number, b: number) => Math.round(a + (b - a) * part);
  return [mix(from[0], to[0]), mix(from[1], to[1]), mix(from[2], to[2])];
}

const BLACK: Rgb = [0, 0, 0];

export const rgb = (hex: number): Rgb => [hex >> 16, (hex >> 8) & 255, hex & 255];

/**
 * Anchor points at even distances, joined in a straight line. viridis and inferno: van der Walt and
 * Smith 2015 (matplotlib, CC0); cividis: Nuñez, Anderton and Renslow 2018, made for colour-vision
 * deficiency. thermal is the rainbow that other heatmaps use: familiar, but not even in lightness.
 */
const ANCHORS: Readonly<Record<Exclude<PaletteName, 'gray'>, readonly Rgb[]>> = {
  viridis: [
    0x440154, 0x482878, 0x3e4a89, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779, 0x6dcd59, 0xb4de2c,
    0xfde725,
  ].map(rgb),
  cividis: [
    0x00204d, 0x00336f, 0x39486b, 0x575c6d, 0x707173, 0x8a8779, 0xa69d75, 0xc4b56c, 0xe4cf5b,
    0xffea46,
  ].map(rgb),
  inferno: [
    0x000004, 0x1b0c42, 0x4b0c6b, 0x781c6d, 0xa52c60, 0xcf4446, 0xed6925, 0xfb9a06, 0xf7d03c,
    0xfcffa4,
  ].map(rgb),
  thermal: [0x0000ff, 0x0080ff, 0x00e0c0, 0x20d020, 0xd0e000, 0xffb000, 0xff5000, 0xe00000].map(
    rgb,
  ),
};

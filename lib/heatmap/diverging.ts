import type { DivergingName } from '../protocol/compare';
import { between, coverAt, LEVELS, type LegendStop, type Rgb, rgb } from './palettes';

/**
 * Colours by difference as `[r, g, b, a]…`, 256 steps from -1 (step 0) over none (between steps 127 and
 * 128) to +1 (step 255). What is near none leaves the page bare, so that only differences cover it.
 */
export function divergingBytes(name: DivergingName): Uint8ClampedArray<ArrayBuffer> {
  const bytes = new Uint8ClampedArray(LEVELS * 4);
  for (let level = 0; level < LEVELS; level++) {
    const difference = (2 * level) / (LEVELS - 1) - 1;
    const [r, g, b] = divergingAt(name, difference);
    bytes.set([r, g, b, Math.round(255 * coverAt(Math.abs(difference)))], level * 4);
  }
  return bytes;
}

/** Evenly spaced stops for a legend, from -1 to 1. */
export function divergingStops(name: DivergingName, steps = 9): LegendStop[] {
  return Array.from({ length: steps }, (_, i) => {
    const at = (2 * i) / (steps - 1) - 1;
    const [r, g, b] = divergingAt(name, at);
    const alpha = Math.round(coverAt(Math.abs(at)) * 1000) / 1000;
    return { at, color: `rgb(${r} ${g} ${b} / ${alpha})` };
  });
}

/** The opaque colour of a difference from -1 to 1. */
export function divergingAt(name: DivergingName, difference: number): Rgb {
  const { less, more } = ANCHORS[name];
  const size = Math.min(1, Math.abs(difference));
  return between(difference < 0 ? less : more, size);
}

/**
 * Anchor points from none outwards. vik: Crameri 2018 (Scientific colour maps, MIT), made to be even and
 * for colour-vision deficiency: the sixteen colours that it is published with; brbg: ColorBrewer's BrBG
 * (Brewer, Harrower and Pennsylvania State University, Apache-2.0), brown against teal. Both get darker
 * with the difference, which on a dark page hides the largest. dusk gets lighter instead: L* (CIE 1976)
 * from 32 to 86 in even steps, at hues 265° and 65°, which those with a colour-vision deficiency tell apart.
 */
const ANCHORS: Readonly<Record<DivergingName, { less: readonly Rgb[]; more: readonly Rgb[] }>> = {
  vik: {
    less: [0xdbe5e9, 0xa7c9da, 0x71a8c4, 0x3c85ac, 0x116496, 0x034783, 0x022d72, 0x001261].map(rgb),
    more: [0xeed9cd, 0xe1b8a0, 0xd39774, 0xc6794c, 0xb75a26, 0x983307, 0x761706, 0x590008].map(rgb),
  },
  brbg: {
    less: [0xf6e8c3, 0xdfc27d, 0xbf812d, 0x8c510a, 0x543005].map(rgb),
    more: [0xc7eae5, 0x80cdc1, 0x35978f, 0x01665e, 0x003c30].map(rgb),
  },
  dusk: {
    less: [0x005080, 0x006bab, 0x0087d0, 0x53a3e8, 0x91bff2, 0xc1d9f9].map(rgb),
    more: [0x713f0a, 0x965611, 0xbe6d17, 0xe18932, 0xf9aa64, 0xffcc9e].map(rgb),
  },
};

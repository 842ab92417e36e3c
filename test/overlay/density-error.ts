import type { Cell } from '../../lib/heatmap/cells';
import { SIGMA } from '../../lib/heatmap/density/kernel';

export interface Picture {
  /** RGBA, row by row. */
  readonly rgba: Uint8Array;
  /** Device pixels. */
  readonly width: number;
  readonly height: number;
  readonly dpr: number;
}

export interface Shown {
  readonly cells: readonly Cell[];
  /** The density that is black. */
  readonly peak: number;
  /** CSS px. */
  readonly scrollX: number;
  readonly scrollY: number;
}

/**
 * Holds a picture in the gray palette at opacity 1 against the density by its definition, at the
 * centre of every pixel: largest difference in % of the peak. Every channel must say the same.
 */
export function densityErrorPct(picture: Picture, shown: Shown): number {
  const truth = directPicture(picture, shown);
  let worst = 0;
  for (let i = 0; i < truth.length; i++) {
    const density = Math.min(1, (truth[i] ?? 0) / shown.peak);
    for (let channel = 0; channel < 3; channel++) {
      const read = 1 - (picture.rgba[i * 4 + channel] ?? 0) / 255;
      worst = Math.max(worst, Math.abs(read - density));
    }
  }
  return worst * 100;
}

/** The sum itself, cell by cell: a Gaussian of two dimensions is one along x times one along y. */
function directPicture({ width, height, dpr }: Picture, shown: Shown): Float64Array {
  const sum = new Float64Array(width * height);
  for (const { x, y, count, fixed } of shown.cells) {
    const across = profile(width, dpr, Math.fround(x) - (fixed ? 0 : shown.scrollX));
    const down = profile(height, dpr, Math.fround(y) - (fixed ? 0 : shown.scrollY));
    for (let j = down.from; j < down.to; j++) {
      const weight = count * (down.values[j] ?? 0);
      const row = j * width;
      for (let i = across.from; i < across.to; i++) {
        sum[row + i] = (sum[row + i] ?? 0) + weight * (across.values[i] ?? 0);
      }
    }
  }
  return sum;
}

function profile(length: number, dpr: number, centre: number) {
  const from = Math.max(0, Math.floor((centre - REACH) * dpr));
  const to = Math.min(length, Math.ceil((centre + REACH) * dpr));
  const values = new Float64Array(length);
  for (let i = from; i < to; i++) {
    values[i] = Math.exp(-(((i + 0.5) / dpr - centre) ** 2) / (2 * SIGMA * SIGMA));
  }
  return { values, from, to };
}

/** 7 σ: a Gaussian has fallen to 2 in 10¹¹. */
const REACH = 7 * SIGMA;

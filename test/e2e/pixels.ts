import type { Page } from 'playwright';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** RGBA, row by row. */
  readonly data: Uint8Array;
}

/** What the page shows, decoded by the browser itself in a blank page of its own. */
export async function pictureOf(page: Page): Promise<Picture> {
  const png = (await page.screenshot()).toString('base64');
  const reader = await page.context().newPage();
  try {
    const read = await reader.evaluate(async (data) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d', { colorSpace: 'srgb' });
      if (context === null) throw new Error('No canvas to read the picture with.');
      context.drawImage(image, 0, 0);
      const pixels = context.getImageData(0, 0, image.width, image.height);
      let text = '';
      for (let i = 0; i < pixels.data.length; i += 32_768) {
        text += String.fromCharCode(...pixels.data.subarray(i, i + 32_768));
      }
      return { width: image.width, height: image.height, data: btoa(text) };
    }, png);
    return { ...read, data: new Uint8Array(Buffer.from(read.data, 'base64')) };
  } finally {
    await reader.close();
  }
}

export interface HeatCell {
  readonly x: number;
  readonly y: number;
  readonly count: number;
}

const SIGMA = 12;

/** The sum of Gaussians at one point of the page, as it is defined: no grid, no short cut. */
export function directSum(cells: readonly HeatCell[], x: number, y: number): number {
  let sum = 0;
  for (const cell of cells) {
    const distance = (x - cell.x) ** 2 + (y - cell.y) ** 2;
    sum += cell.count * Math.exp(-distance / (2 * SIGMA ** 2));
  }
  return sum;
}

/**
 * The largest error of a picture painted with the gray palette at opacity 1, in % of the peak, over
 * a lattice of its pixels.
 */
export function largestError(
  picture: Picture,
  cells: readonly HeatCell[],
  view: { readonly scrollX: number; readonly scrollY: number; readonly dpr: number },
  step = 5,
): number {
  const peak = peakOf(cells);
  let worst = 0;
  for (let py = 0; py < picture.height; py += step) {
    for (let px = 0; px < picture.width; px += step) {
      const x = (px + 0.5) / view.dpr + view.scrollX;
      const y = (py + 0.5) / view.dpr + view.scrollY;
      const painted = 1 - (picture.data[(py * picture.width + px) * 4] ?? 0) / 255;
      worst = Math.max(worst, Math.abs(painted - directSum(cells, x, y) / peak));
    }
  }
  return worst * 100;
}

/** The page's peak, by climbing from every cell: a Gaussian sum has its maxima near its centres. */
function peakOf(cells: readonly HeatCell[]): number {
  let best = 0;
  for (const start of cells) {
    let { x, y } = start;
    let height = directSum(cells, x, y);
    for (let stride = 4; stride > 0.01; ) {
      const next = [
        [x + stride, y],
        [x - stride, y],
        [x, y + stride],
        [x, y - stride],
      ].map(([nx = 0, ny = 0]) => ({ nx, ny, at: directSum(cells, nx, ny) }));
      const higher = next.reduce((a, b) => (b.at > a.at ? b : a));
      if (higher.at > height) ({ nx: x, ny: y, at: height } = higher);
      else stride /= 2;
    }
    best = Math.max(best, height);
  }
  return best;
}

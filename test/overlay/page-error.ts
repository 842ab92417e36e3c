import type { Page } from 'playwright';
import type { Cell } from '../../lib/heatmap/cells';
import { densityErrorPct } from './density-error';
import { takePicture } from './screenshot';

export interface HeatCell {
  readonly x: number;
  readonly y: number;
  readonly count: number;
}

/**
 * The largest error of what a page shows in the gray palette at opacity 1, in % of the peak, at
 * every pixel: the browser's own picture against the sum of Gaussians by its definition.
 */
export async function pageErrorPct(
  page: Page,
  cells: readonly HeatCell[],
  dpr: number,
): Promise<number> {
  const scroll = await page.evaluate(() => ({ scrollX: window.scrollX, scrollY: window.scrollY }));
  const picture = await takePicture(page, dpr);
  return densityErrorPct(picture, { cells: rowsOf(cells), peak: peakOf(cells), ...scroll });
}

/** A heat file of these cells, as text. */
export function heatFileOf(page: string, cells: readonly HeatCell[], viewportWidth = 1280): string {
  const head = { format: 'hushmap-heat', version: 1, page, map: 'click', viewportWidth };
  return JSON.stringify({ ...head, from: '2026-11-01', to: '2026-11-07', cells: rowsOf(cells) });
}

const rowsOf = (cells: readonly HeatCell[]): Cell[] =>
  cells.map((cell) => ({ ...cell, size: 16, people: cell.count, fixed: false }));

const SIGMA = 12;

function directSum(cells: readonly HeatCell[], x: number, y: number): number {
  let sum = 0;
  for (const cell of cells) {
    const distance = (x - cell.x) ** 2 + (y - cell.y) ** 2;
    sum += cell.count * Math.exp(-distance / (2 * SIGMA ** 2));
  }
  return sum;
}

/** The page's peak, by climbing from every cell: a sum of Gaussians has its maxima near its centres. */
export function peakOf(cells: readonly HeatCell[]): number {
  return Math.max(0, ...cells.map((start) => climb(cells, start.x, start.y)));
}

function climb(cells: readonly HeatCell[], startX: number, startY: number): number {
  let [x, y, height] = [startX, startY, directSum(cells, startX, startY)];
  for (let stride = 4; stride > 0.01; ) {
    const steps = [
      { x: x + stride, y },
      { x: x - stride, y },
      { x, y: y + stride },
      { x, y: y - stride },
    ].map((place) => ({ ...place, height: directSum(cells, place.x, place.y) }));
    const best = steps.reduce((a, b) => (b.height > a.height ? b : a));
    if (best.height > height) ({ x, y, height } = best);
    else stride /= 2;
  }
  return height;
}

import { byRows, type Steps } from '../core/steps';
import type { Cells } from './cells';

/**
 * Cells as a tile carries them: `[x, y, size, count]` a cell, ascending by y, all of them fixed or
 * none. This is what renderers draw: it holds no people.
 */
export interface PackedCells {
  readonly data: Float32Array;
  readonly fixed: boolean;
}

/** Numbers a cell. */
export const STRIDE = 4;

/** Packs rows `from` to `to` of cells that are sorted as `sortSteps` leaves them. */
export function* packSteps(sorted: Cells, from: number, to: number): Steps<PackedCells> {
  const data = new Float32Array((to - from) * STRIDE);
  yield* byRows(to - from, (first, end) => {
    for (let i = from + first, at = first * STRIDE; i < from + end; i++) {
      data[at++] = sorted.x[i] ?? 0;
      data[at++] = sorted.y[i] ?? 0;
      data[at++] = sorted.size[i] ?? 0;
      data[at++] = sorted.count[i] ?? 0;
    }
  });
  return { data, fixed: sorted.fixed[from] === 1 };
}

/** Index of the first cell whose y is at least `y`. */
export function firstAt({ data }: PackedCells, y: number): number {
  let low = 0;
  let high = data.length / STRIDE;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((data[middle * STRIDE + 1] ?? 0) < y) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Nobody points more exactly than this, CSS px. */
export const LEAST_POINTED = 8;

const reaches = new WeakMap<PackedCells, number>();

/**
 * How far above and below a place the middle of its cell may lie, CSS px: half of the largest cell, and
 * of what can be pointed at. Found once a chunk.
 */
export function reachOf(chunk: PackedCells): number {
  let reach = reaches.get(chunk);
  if (reach !== undefined) return reach;
  reach = LEAST_POINTED / 2;
  for (let at = 2; at < chunk.data.length; at += STRIDE) {
    reach = Math.max(reach, (chunk.data[at] ?? 0) / 2);
  }
  reaches.set(chunk, reach);
  return reach;
}

/** The y of the first and of the last cell. */
export function yRange({ data }: PackedCells): readonly [top: number, bottom: number] {
  return data.length === 0
    ? [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    : [data[1] ?? 0, data[data.length - STRIDE + 1] ?? 0];
}

import { type PackedCells, STRIDE } from '../../heatmap/packed';
import { CELLS_PER_TILE } from '../../heatmap/tiles';

/** Cuts cells that are sorted by y into chunks that a renderer can compare with those before. */
export function cutChunks(
  sorted: Float32Array,
  fixed: boolean,
  before: readonly PackedCells[],
): PackedCells[] {
  const chunks: PackedCells[] = [];
  const step = CELLS_PER_TILE * STRIDE;
  for (let at = 0; at < sorted.length; at += step) {
    const data = sorted.slice(at, at + step);
    const last = before[chunks.length];
    const isSame = last !== undefined && last.fixed === fixed && equal(last.data, data);
    chunks.push(isSame ? last : { data, fixed });
  }
  return chunks;
}

function equal(a: Float32Array, b: Float32Array): boolean {
  // A hundredth of a pixel is none: layouts come back from a resize with such differences.
  return a.length === b.length && a.every((value, i) => Math.abs(value - (b[i] ?? 0)) < 0.01);
}

/** Packed rows in the order that renderers need; the same rows where they are in order. */
export function sortByY(rows: Float32Array): Float32Array {
  if (isSorted(rows)) return rows;
  const order = Array.from({ length: rows.length / STRIDE }, (_, i) => i * STRIDE);
  order.sort((a, b) => (rows[a + 1] ?? 0) - (rows[b + 1] ?? 0));
  const sorted = new Float32Array(rows.length);
  order.forEach((from, i) => {
    for (let part = 0; part < STRIDE; part++) sorted[i * STRIDE + part] = rows[from + part] ?? 0;
  });
  return sorted;
}

function isSorted(rows: Float32Array): boolean {
  for (let at = STRIDE + 1; at < rows.length; at += STRIDE) {
    if ((rows[at] ?? 0) < (rows[at - STRIDE] ?? 0)) return false;
  }
  return true;
}

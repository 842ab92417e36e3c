import { type PackedCells, STRIDE } from '../packed';
import { SIGMA } from './kernel';

/** A cell's centre and weight. */
export interface Weighted {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly count: ArrayLike<number>;
  readonly length: number;
}

/**
 * The density by its definition, cell by cell: Σ count · exp(−distance² / 2σ²). Slow and exact: what
 * the field is measured against, and what settles the peak.
 */
export function directDensity(cells: Weighted, x: number, y: number): number {
  let sum = 0;
  for (let i = 0; i < cells.length; i++) {
    const dx = (cells.x[i] ?? 0) - x;
    const dy = (cells.y[i] ?? 0) - y;
    const squared = dx * dx + dy * dy;
    if (squared > FARTHEST) continue;
    sum += (cells.count[i] ?? 0) * Math.exp(-squared / (2 * SIGMA * SIGMA));
  }
  return sum;
}

/** 8 σ: one in 10¹⁴. */
const FARTHEST = (8 * SIGMA) ** 2;

/** Cells `from` to `to` of a pack, as weights. */
export function weightsOfPack({ data }: PackedCells, from: number, to: number): Weighted {
  const length = to - from;
  const column = (offset: number) =>
    Float64Array.from({ length }, (_, i) => data[(from + i) * STRIDE + offset] ?? 0);
  return { x: column(0), y: column(1), count: column(3), length };
}

import type { Cells } from '../cells';
import type { Weighted } from '../density/direct';

/** The cells of one kind, as weights. */
export function weightsOf(cells: Cells, fixed: boolean): Weighted {
  const rows: number[] = [];
  for (let i = 0; i < cells.length; i++) if ((cells.fixed[i] === 1) === fixed) rows.push(i);
  return {
    x: rows.map((i) => cells.x[i] ?? 0),
    y: rows.map((i) => cells.y[i] ?? 0),
    count: rows.map((i) => cells.count[i] ?? 0),
    length: rows.length,
  };
}

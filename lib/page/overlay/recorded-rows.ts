import { type PackedCells, STRIDE } from '../../heatmap/packed';

/** Cells of tiles as their source has them, one row after the other; a row is known by its number. */
export interface RecordedRows {
  /** Adds a tile's rows, and gives the number of the first of them. */
  add(tile: PackedCells): number;
  readonly length: number;
  x(row: number): number;
  y(row: number): number;
  size(row: number): number;
  count(row: number): number;
  isFixed(row: number): boolean;
}

/** Columns, not objects: a hundred thousand of those keep the page's collector busy. */
export function createRecordedRows(): RecordedRows {
  let data = new Float32Array(1024 * STRIDE);
  let fixed = new Uint8Array(1024);
  let length = 0;
  const part = (row: number, at: number): number => data[row * STRIDE + at] ?? 0;

  function room(rows: number): void {
    if (rows <= fixed.length) return;
    const more = Math.max(rows, 2 * fixed.length);
    const [oldData, oldFixed] = [data, fixed];
    data = new Float32Array(more * STRIDE);
    fixed = new Uint8Array(more);
    data.set(oldData);
    fixed.set(oldFixed);
  }

  return {
    add(tile) {
      const from = length;
      const rows = Math.floor(tile.data.length / STRIDE);
      room(from + rows);
      data.set(tile.data.subarray(0, rows * STRIDE), from * STRIDE);
      fixed.fill(tile.fixed ? 1 : 0, from, from + rows);
      length += rows;
      return from;
    },
    get length() {
      return length;
    },
    x: (row) => part(row, 0),
    y: (row) => part(row, 1),
    size: (row) => part(row, 2),
    count: (row) => part(row, 3),
    isFixed: (row) => fixed[row] === 1,
  };
}

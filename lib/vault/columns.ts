import * as v from 'valibot';
import type { AnchoredCells } from '../heatmap/anchored';
import type { Cells } from '../heatmap/cells';

/** Columns of any kind, by name, of which the first `rows` count. */
export interface Block {
  readonly rows: number;
  readonly columns: Columns;
}

export type Columns = Readonly<Record<string, Column>>;

type Column = Float32Array | Float64Array | Uint32Array | Uint8Array;

const ColumnSchema = v.union([
  v.instance(Float32Array),
  v.instance(Float64Array),
  v.instance(Uint32Array),
  v.instance(Uint8Array),
]);

/** Columns as a part of them is kept; `fill` knows which there have to be. */
export const ColumnsSchema = v.record(v.string(), ColumnSchema);

/** Columns of cells by place. */
export const PLACE_COLUMNS = {
  x: v.instance(Float32Array),
  y: v.instance(Float32Array),
  size: v.instance(Float32Array),
  count: v.instance(Float64Array),
  people: v.instance(Float64Array),
  fixed: v.instance(Uint8Array),
};

/** Columns of cells by element. */
export const ELEMENT_COLUMNS = {
  anchor: v.instance(Uint32Array),
  x: v.instance(Float32Array),
  y: v.instance(Float32Array),
  count: v.instance(Float64Array),
  people: v.instance(Float64Array),
};

/** Cells of either kind as a block. */
export const blockOf = ({ length, ...columns }: Cells | AnchoredCells): Block => ({
  rows: length,
  columns,
});

/** Some of the rows, with buffers of their own: a view is saved with all of the buffer that it looks at. */
export function cut({ rows, columns }: Block, from: number, to: number): Columns {
  const end = Math.min(to, rows);
  return Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [name, column.slice(from, end)]),
  );
}

/** Writes a part's rows into a whole from `from` on; false where they are not all there, or not its kind. */
export function fill({ rows, columns }: Block, part: Columns, from: number, to: number): boolean {
  const wanted = Math.max(0, Math.min(to, rows) - from);
  return Object.entries(columns).every(([name, column]) => {
    const given = part[name];
    if (given?.constructor !== column.constructor || given.length !== wanted) return false;
    if (wanted > 0) column.set(given, from);
    return true;
  });
}

/** Whether each column holds all of the rows. */
export const isWhole = ({ rows, columns }: Block): boolean =>
  Object.values(columns).every((column) => column.length === rows);

/** What the rows take, bytes. */
export const sizeOf = ({ rows, columns }: Block): number =>
  Object.values(columns).reduce((sum, column) => sum + rows * column.BYTES_PER_ELEMENT, 0);

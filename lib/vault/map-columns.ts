import * as v from 'valibot';
import type { AnchoredCells } from '../heatmap/anchored';
import type { Cells } from '../heatmap/cells';
import { type Anchor, AnchorSchema, type Bands, BandsSchema } from '../protocol/heat-kinds';

/** The cells of a map, in columns. */
export interface MapColumns {
  readonly cells: Cells;
  /** Heat by element; null where the source gives places. */
  readonly anchored: {
    readonly anchors: readonly Anchor[];
    readonly cells: AnchoredCells;
  } | null;
  /** Bands as they were counted, of a map of bands. */
  readonly counted?: Bands | null;
}

/** The row to keep, with buffers of its own, and the bytes that it takes. */
export function compactMap({ cells, anchored, counted = null }: MapColumns) {
  const columns = compact(cells);
  const byElement = anchored && compactAnchored(anchored);
  const bands = counted?.bands.length ?? 0;
  const bytes = sizeOf(columns) + sizeOfAnchored(byElement) + bands * BAND_BYTES;
  return { columns: { ...columns, anchored: byElement, counted }, bytes };
}

/** A band is four numbers and their names. */
export const BAND_BYTES = 64;

const AnchoredSchema = v.pipe(
  v.object({
    anchors: v.array(AnchorSchema),
    cells: v.object({
      length: v.number(),
      anchor: v.instance(Uint32Array),
      x: v.instance(Float32Array),
      y: v.instance(Float32Array),
      count: v.instance(Float64Array),
      people: v.instance(Float64Array),
    }),
  }),
  v.check(({ anchors, cells: { length, ...columns } }) => {
    const isWhole = Object.values(columns).every((column) => column.length === length);
    return isWhole && columns.anchor.every((index) => index < anchors.length);
  }),
);

const COLUMNS = {
  length: v.number(),
  x: v.instance(Float32Array),
  y: v.instance(Float32Array),
  size: v.instance(Float32Array),
  count: v.instance(Float64Array),
  people: v.instance(Float64Array),
  fixed: v.instance(Uint8Array),
};

/** A row of cells as it is kept: the columns of `Cells`, and what is by element beside them. */
export const CellsSchema = v.pipe(
  v.object({
    ...COLUMNS,
    /** Maps that were saved before there were others have none. */
    anchored: v.optional(v.nullable(AnchoredSchema), null),
    counted: v.optional(v.nullable(BandsSchema), null),
  }),
  v.check(({ length, anchored: _, counted: __, ...columns }) =>
    Object.values(columns).every((column) => column.length === length),
  ),
);

/**
 * Cells that were shown, each with the number of its element where they are by element, and with what
 * was told beside the counts where there was any.
 */
export const ShownCellsSchema = v.pipe(
  v.object({
    ...COLUMNS,
    anchors: v.nullable(v.instance(Float64Array)),
    values: v.optional(v.instance(Float64Array)),
  }),
  v.check(({ length, anchors, values, ...columns }) =>
    [...Object.values(columns), anchors, values].every(
      (column) => column === null || column === undefined || column.length === length,
    ),
  ),
);

/** Columns with buffers of their own: a view is saved with all of the buffer that it looks at. */
export function compact({ length, x, y, size, count, people, fixed }: Cells): Cells {
  return {
    length,
    x: x.slice(0, length),
    y: y.slice(0, length),
    size: size.slice(0, length),
    count: count.slice(0, length),
    people: people.slice(0, length),
    fixed: fixed.slice(0, length),
  };
}

type Anchored = NonNullable<MapColumns['anchored']>;

function compactAnchored({ anchors, cells }: Anchored): Anchored {
  const { length, anchor, x, y, count, people } = cells;
  return {
    anchors,
    cells: {
      length,
      anchor: anchor.slice(0, length),
      x: x.slice(0, length),
      y: y.slice(0, length),
      count: count.slice(0, length),
      people: people.slice(0, length),
    },
  };
}

function sizeOfAnchored(anchored: Anchored | null): number {
  if (anchored === null) return 0;
  const { anchor, x, y, count, people } = anchored.cells;
  const names = anchored.anchors.reduce(
    (sum, { selectors }) => sum + selectors.reduce((length, one) => length + 2 * one.length, 0),
    0,
  );
  return [anchor, x, y, count, people].reduce((sum, column) => sum + column.byteLength, names);
}

function sizeOf({ x, y, size, count, people, fixed }: Cells): number {
  return [x, y, size, count, people, fixed].reduce((sum, column) => sum + column.byteLength, 0);
}

import * as v from 'valibot';
import { type AnchoredCells, emptyAnchoredCells } from '../heatmap/anchored';
import { type Cells, emptyCells } from '../heatmap/cells';
import { NONE_TORN, type TornSquares } from '../heatmap/torn-squares';
import { CountSchema } from '../protocol/common';
import { type Anchor, AnchorSchema, type Bands, BandsSchema } from '../protocol/heat-kinds';
import { type Block, blockOf, ELEMENT_COLUMNS, isWhole, PLACE_COLUMNS, sizeOf } from './columns';
import { firstPart, hasParts, type PartTable, putParts, readParts } from './parts';
import { parseRow } from './rows';

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
  /** Squares of which a part is left out. */
  readonly torn?: TornSquares;
}

/** The row of a map: how many cells it has, the first part of them, and all elements. */
export function rowOfMap({ cells, anchored, counted = null, torn = NONE_TORN }: MapColumns) {
  const firstOf = (block: Block) => ({ length: block.rows, ...firstPart(block) });
  return {
    ...firstOf(blockOf(cells)),
    anchored: anchored && { ...anchored, cells: firstOf(blockOf(anchored.cells)) },
    counted,
    torn,
  };
}

/** Writes the parts beyond the row. Call it within a transaction. */
export const putMapParts = (table: PartTable, id: string, map: MapColumns): Promise<void> =>
  putParts(table, id, blocksOf(map));

/**
 * The map of a row, with its parts; null where either is damaged. A row may hold all of its cells
 * itself, however many: so they were kept before there were parts. Call it within a transaction.
 */
export async function readMap(
  table: PartTable,
  id: string,
  row: unknown,
): Promise<Required<MapColumns> | null> {
  const parsed = parseRow(RowSchema, row);
  if (parsed === null) return null;
  const { anchored, counted, torn = NONE_TORN, ...cells } = parsed;
  const first = { cells, anchored, counted, torn };
  const map = blocksOf(first).every(isWhole) ? first : await joined(table, id, first);
  return map !== null && areNamed(map) ? map : null;
}

/** What a map takes, bytes. */
export function sizeOfMap(map: MapColumns): number {
  const names = (map.anchored?.anchors ?? []).reduce(
    (sum, { selectors }) => sum + selectors.reduce((length, one) => length + 2 * one.length, 0),
    0,
  );
  const bands = (map.counted?.bands.length ?? 0) * BAND_BYTES;
  const torn = map.torn?.byteLength ?? 0;
  return blocksOf(map).reduce((sum, block) => sum + sizeOf(block), names + bands + torn);
}

/** A band is four numbers and their names. */
export const BAND_BYTES = 64;

/** The columns may be those of the first part alone, and of maps that are kept whole are all. */
const RowSchema = v.object({
  length: CountSchema,
  ...PLACE_COLUMNS,
  /** Maps that were saved before there were others have none. */
  anchored: v.optional(
    v.nullable(
      v.object({
        anchors: v.array(AnchorSchema),
        cells: v.object({ length: CountSchema, ...ELEMENT_COLUMNS }),
      }),
    ),
    null,
  ),
  counted: v.optional(v.nullable(BandsSchema), null),
  /** Of maps that were saved before it was kept nobody knows. */
  torn: v.optional(v.instance(Float64Array)),
});

async function joined(
  table: PartTable,
  id: string,
  first: Required<MapColumns>,
): Promise<Required<MapColumns> | null> {
  const firsts = blocksOf(first);
  if (!(await hasParts(table, id, firsts))) return null;
  const { anchored } = first;
  const whole = {
    ...first,
    cells: emptyCells(first.cells.length),
    anchored: anchored && { ...anchored, cells: emptyAnchoredCells(anchored.cells.length) },
  };
  const columns = firsts.map((block) => block.columns);
  return (await readParts(table, id, blocksOf(whole), columns)) ? whole : null;
}

/** Whether each cell by element is of an element that is there. */
const areNamed = ({ anchored }: MapColumns): boolean =>
  anchored?.cells.anchor.every((index) => index < anchored.anchors.length) ?? true;

const blocksOf = ({ cells, anchored }: MapColumns): Block[] =>
  anchored === null ? [blockOf(cells)] : [blockOf(cells), blockOf(anchored.cells)];

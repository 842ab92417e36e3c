import * as v from 'valibot';
import { emptyCells } from '../heatmap/cells';
import type { Places } from '../heatmap/privacy/places';
import { CountSchema } from '../protocol/common';
import { type Block, blockOf, isWhole, PLACE_COLUMNS } from './columns';
import { firstPart, hasParts, type PartTable, putParts, readParts } from './parts';
import { parseRow } from './rows';

/** The row of what was shown: how many cells there are, and the first part of them. */
export function rowOfShown(places: Places) {
  const block = shownBlock(places);
  return { anchors: null, length: block.rows, ...firstPart(block) };
}

/** Writes the parts beyond the row. Call it within a transaction. */
export const putShownParts = (table: PartTable, id: string, places: Places): Promise<void> =>
  putParts(table, id, [shownBlock(places)]);

/**
 * What was shown, of a row and its parts; null where either is damaged. A row may hold all of its cells
 * itself, however many: so they were kept before there were parts. Call it within a transaction.
 */
export async function readShown(
  table: PartTable,
  id: string,
  row: unknown,
): Promise<Places | null> {
  const parsed = parseRow(RowSchema, row);
  if (parsed === null) return null;
  const { anchors, values, ...cells } = parsed;
  const first = shownBlock({ cells, anchors, values });
  if (isWhole(first)) return { cells, anchors, values };
  if (!(await hasParts(table, id, [first]))) return null;
  const whole = {
    cells: emptyCells(cells.length),
    anchors: anchors && new Float64Array(cells.length),
    values: values && new Float64Array(cells.length),
  };
  return (await readParts(table, id, [shownBlock(whole)], [first.columns])) ? whole : null;
}

/**
 * Cells that were shown, each with the number of its element where they are by element, and with what
 * was told beside the counts where there was any. The columns may be those of the first part alone.
 */
const RowSchema = v.object({
  length: CountSchema,
  ...PLACE_COLUMNS,
  anchors: v.nullable(v.instance(Float64Array)),
  values: v.optional(v.instance(Float64Array)),
});

function shownBlock({ cells, anchors, values }: Places): Block {
  const { rows, columns } = blockOf(cells);
  return { rows, columns: { ...columns, ...(anchors && { anchors }), ...(values && { values }) } };
}

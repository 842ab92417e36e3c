import { Dexie, type Table } from 'dexie';
import * as v from 'valibot';
import { type Block, type Columns, ColumnsSchema, cut, fill } from './columns';
import { parseRow } from './rows';

/**
 * Where rows of blocks lie that are beyond the first part: by the id of what they are of, and a number
 * from 1 on. The first part lies with the row that the blocks are of, so that most maps are one row.
 */
export type PartTable = Table<unknown, [string, number]>;

/** How `PartTable`s are declared. */
export const PART_KEY = '[id+part]';

/**
 * Rows that are written or read at once: less than 1 MB, and a few milliseconds. A million rows in one
 * `put` are copied in one piece, and nobody else has a turn for over 100 ms.
 */
export const ROWS_A_PART = 16_384;

/** The part of a block that lies with the row. */
export const firstPart = (block: Block): Columns => cut(block, 0, ROWS_A_PART);

/**
 * Writes the parts beyond the first, in place of those that there were. Call it within a transaction,
 * which makes them all or none; others have their turn between two.
 */
export async function putParts(
  table: PartTable,
  id: string,
  blocks: readonly Block[],
): Promise<void> {
  await removeParts(table, [id]);
  for (let part = 1; part < partsIn(blocks); part++) {
    const from = part * ROWS_A_PART;
    const columns = blocks.map((block) => cut(block, from, from + ROWS_A_PART));
    await table.add({ id, part, columns });
  }
}

/** Whether there are as many parts as these blocks need: a number from a damaged disk may be any. */
export const hasParts = async (
  table: PartTable,
  id: string,
  blocks: readonly Block[],
): Promise<boolean> => (await partsOf(table, id).count()) === partsIn(blocks) - 1;

/**
 * Fills blocks with their first parts and with those that are kept, one after the other. Call it within
 * a transaction.
 *
 * @param firsts - In the order of `blocks`.
 * @returns False where a part is missing or damaged.
 */
export async function readParts(
  table: PartTable,
  id: string,
  blocks: readonly Block[],
  firsts: readonly Columns[],
): Promise<boolean> {
  const take = (columns: readonly Columns[], part: number): boolean => {
    const from = part * ROWS_A_PART;
    return blocks.every((block, i) => fill(block, columns[i] ?? {}, from, from + ROWS_A_PART));
  };
  if (!take(firsts, 0)) return false;
  for (let part = 1; part < partsIn(blocks); part++) {
    const row = parseRow(PartSchema, await table.get([id, part]));
    if (row === null || !take(row.columns, part)) return false;
  }
  return true;
}

/** Call it within a transaction. */
export async function removeParts(table: PartTable, ids: readonly string[]): Promise<void> {
  for (const id of ids) await table.bulkDelete(await partsOf(table, id).primaryKeys());
}

const PartSchema = v.object({ columns: v.array(ColumnsSchema) });

/** The first among them. */
const partsIn = (blocks: readonly Block[]): number =>
  Math.max(1, Math.ceil(Math.max(...blocks.map(({ rows }) => rows)) / ROWS_A_PART));

const partsOf = (table: PartTable, id: string) =>
  table.where(PART_KEY).between([id, Dexie.minKey], [id, Dexie.maxKey]);

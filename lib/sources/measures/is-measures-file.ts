import { writtenAs } from '../file/written-as';
import { isMeasureTable } from './csv';
import { MAX_MEASURES_BYTES } from './format';

/** Whether a file that was opened holds measures: by its `format`, or by the columns of its table. */
export async function isMeasuresFile(file: Blob): Promise<boolean> {
  if (writtenAs(file) === 'csv') {
    const lines = (await file.slice(0, HEAD_BYTES).text()).split(/\r?\n/);
    const head = lines.find((line) => line !== '' && !line.startsWith('#')) ?? '';
    return isMeasureTable(head.replaceAll('"', '').split(','));
  }
  return NAMED.test(await file.slice(0, MAX_MEASURES_BYTES).text());
}

/** Fields may come in any order. Within a text of the file, its quotes would be escaped. */
const NAMED = /(?<!\\)"format"\s*:\s*"hushmap-measures"/;

/** Remarks above a table, and its first line. */
const HEAD_BYTES = 65_536;

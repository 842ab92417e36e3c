import { createRowReader, type RowReader } from '../json-rows';
import { createCsvRowReader } from './csv-rows';
import { MAX_ENVELOPE } from './format';

export type Written = 'json' | 'csv';

/** A reader of the open format, whichever way it is written. */
export function createHeatReader(
  written: Written,
  onRows: (rows: readonly unknown[]) => boolean,
): RowReader {
  if (written === 'csv') return createCsvRowReader(onRows);
  return createRowReader({ key: 'cells', onRows, envelopeLimit: MAX_ENVELOPE });
}

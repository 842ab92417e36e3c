import { HushmapError } from '../../core/errors';
import { CsvError, createHeatReader } from '../file';
import type { RowReader } from '../json-rows';

/** Reads an answer by its content type. Errors of a table name its line; those of JSON are `http.ts`'s. */
export function readerOf(
  contentType: string,
  onRows: (rows: readonly unknown[]) => boolean,
  host: string,
): RowReader {
  if (!/^\s*text\/csv\s*(;|$)/i.test(contentType)) return createHeatReader('json', onRows);
  const reader = createHeatReader('csv', onRows);
  const telling = <T>(work: () => T): T => {
    try {
      return work();
    } catch (cause) {
      if (!(cause instanceof CsvError)) throw cause;
      if (cause.kind !== 'columns' && cause.kind !== 'empty') {
        throw new HushmapError('endpoint.badTable', [host, cause.line]);
      }
      throw new HushmapError('endpoint.badColumns', [host]);
    }
  };
  return {
    push: (text) => telling(() => reader.push(text)),
    end: () => telling(() => reader.end()),
    get stopped() {
      return reader.stopped;
    },
  };
}

import { CsvError, createCsvReader } from '../file/csv';
import type { RowReader } from '../json-rows';
import { MAX_FILE_ELEMENTS, MEASURES_FORMAT, MEASURES_VERSION } from './format';

/**
 * Reads a table of measures as if it were the JSON form: a line is one element, named by its selector; a
 * line without one is the page as a whole. Throws `CsvError`.
 */
export function createMeasureTableReader(onRows: (rows: readonly unknown[]) => boolean): RowReader {
  const facts: Record<string, unknown> = Object.create(null);
  let columns: readonly string[] = [];
  let lines = 0;
  const reader = createCsvReader({
    onRemark: (text) => addFact(facts, text),
    onHead: (names, line) => {
      columns = names.map((name) => name.toLowerCase());
      const known = columns.filter((name) => COLUMNS.has(name));
      if (!isMeasureTable(columns) || new Set(known).size < known.length) {
        throw new CsvError('columns', line);
      }
    },
    onRecords: (records) => {
      lines += records.length;
      const rows = records.map((record) => rowOf(record, columns));
      for (const row of rows) if (row.selectors === undefined) facts.base = row;
      return onRows(rows.filter((row) => row.selectors !== undefined)) && lines <= MOST_LINES;
    },
  });
  return {
    push: (text) => reader.push(text),
    end() {
      reader.end();
      return { ...facts, format: MEASURES_FORMAT, version: MEASURES_VERSION, elements: [] };
    },
    get stopped() {
      return reader.stopped;
    },
  };
}

/** Whether a table with these columns holds measures: elements, and a figure of them. */
export function isMeasureTable(columns: readonly string[]): boolean {
  const names = new Set(columns.map((name) => name.trim().toLowerCase()));
  return (
    names.has('selector') && ['inp', 'lcp', 'cls', 'converted'].some((name) => names.has(name))
  );
}

const MOST_LINES = MAX_FILE_ELEMENTS + 1;

const COLUMNS = new Set([
  'selector',
  ...['inp', 'lcp', 'cls'].flatMap((vital) => [vital, `${vital}_people`]),
  'clicked',
  'converted',
]);

/** What cannot be read stays a text, and is told as a bad row. */
function rowOf(record: readonly string[], columns: readonly string[]): Record<string, unknown> {
  const fields = new Map(columns.map((name, i) => [name, record[i]?.trim() ?? '']));
  const number = (name: string): unknown => {
    const text = fields.get(name) ?? '';
    if (text === '') return undefined;
    return Number.isNaN(Number(text)) ? text : Number(text);
  };
  const vital = (name: string) => {
    const [p75, people] = [number(name), number(`${name}_people`)];
    return p75 === undefined ? undefined : { p75, people };
  };
  const selector = fields.get('selector') ?? '';
  const [clicked, converted] = [number('clicked'), number('converted')];
  return {
    selectors: selector === '' ? undefined : [selector],
    inp: vital('inp'),
    lcp: vital('lcp'),
    cls: vital('cls'),
    conversion: converted === undefined ? undefined : { people: clicked, converted },
  };
}

const FACTS = new Set(['page', 'from', 'to', 'unit', 'goal']);

/** `page: https://…`; a line that names no field is a comment. */
function addFact(facts: Record<string, unknown>, line: string): void {
  const colon = line.indexOf(':');
  const name = line.slice(0, colon).trim();
  if (FACTS.has(name)) facts[name] = line.slice(colon + 1).trim();
}

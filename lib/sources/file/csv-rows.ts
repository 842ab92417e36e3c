import * as v from 'valibot';
import type { RowReader } from '../json-rows';
import { CsvError, createCsvReader } from './csv';
import { HEAT_FORMAT, HEAT_VERSION, MAX_BANDS, RemarksSchema } from './format';

/**
 * Reads a table of heat as if it were the JSON form: `onRows` gets rows by place or by element, and
 * `end` gives the other fields, taken from the lines `# name: value` above the table, with bands among
 * them. Throws `CsvError`.
 */
export function createCsvRowReader(onRows: (rows: readonly unknown[]) => boolean): RowReader {
  const facts: Record<string, unknown> = Object.create(null);
  const bands: unknown[] = [];
  let columns: readonly (Column | null)[] = [];
  let isBands = false;
  const reader = createCsvReader({
    onRemark: (text) => addFact(facts, text),
    onHead: (names, line) => {
      columns = columnsOf(names, line);
      isBands = names.some((name) => name.toLowerCase() === 'top');
    },
    onRecords: (records) => {
      const rows = records.map((record) => rowOf(record, columns));
      if (!isBands) return onRows(rows);
      bands.push(...rows);
      return bands.length <= MAX_BANDS;
    },
  });
  return {
    push: (text) => reader.push(text),
    end() {
      reader.end();
      // A table of cells that names no map is one of clicks; bands may be of scroll or of attention.
      const usual = isBands ? {} : { map: 'click' };
      const rows = isBands ? { bands } : { cells: [] };
      return { ...usual, ...facts, format: HEAT_FORMAT, version: HEAT_VERSION, ...rows };
    },
    get stopped() {
      return reader.stopped;
    },
  };
}

type Kind = 'number' | 'yes-no' | 'text';

interface Column {
  readonly name: string;
  readonly kind: Kind;
}

const COLUMNS = new Map<string, Kind>([
  ['x', 'number'],
  ['y', 'number'],
  ['size', 'number'],
  ['count', 'number'],
  ['people', 'number'],
  ['sessions', 'number'],
  ['fixed', 'yes-no'],
  ['selector', 'text'],
  ['top', 'number'],
  ['bottom', 'number'],
  ['value', 'number'],
]);

/** One of these sets must be there whole, or the table is none of heat. */
const FORMS: readonly (readonly string[])[] = [
  ['x', 'y', 'count'],
  ['selector', 'count'],
  ['top', 'bottom', 'value'],
];

function columnsOf(given: readonly string[], line: number): (Column | null)[] {
  const names = given.map((name) => name.toLowerCase());
  const known = names.filter((name) => COLUMNS.has(name));
  const isHeat = FORMS.some((form) => form.every((name) => known.includes(name)));
  if (!isHeat || new Set(known).size < known.length) throw new CsvError('columns', line);
  return names.map((name) => {
    const kind = COLUMNS.get(name);
    return kind === undefined ? null : { name, kind };
  });
}

function rowOf(
  record: readonly string[],
  columns: readonly (Column | null)[],
): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (let i = 0; i < columns.length; i++) {
    const column = columns[i];
    const text = record[i] ?? '';
    // An empty field is one that is not there.
    if (column && text !== '') row[column.name] = read(text, column.kind);
  }
  return row;
}

/** What cannot be read stays a text, and is told as a bad row. */
function read(text: string, kind: Kind): unknown {
  if (kind === 'text') return text;
  if (kind === 'number') return text.trim() === '' ? text : Number(text);
  return YES_NO.get(text.trim().toLowerCase()) ?? text;
}

/** As PostgreSQL (`t`), ClickHouse (`1`, `true`) and spreadsheets (`TRUE`) write it. */
const YES_NO = new Map([
  ['true', true],
  ['false', false],
  ['t', true],
  ['f', false],
  ['1', true],
  ['0', false],
]);

const FACTS = new Map<string, Kind>([
  ['page', 'text'],
  ['map', 'text'],
  ['viewportWidth', 'number'],
  ['from', 'text'],
  ['to', 'text'],
  ['unit', 'text'],
  ['anonymisedAt', 'text'],
  ['truncated', 'yes-no'],
  ['step', 'number'],
  ['depth', 'text'],
  ['fold', 'number'],
  ['people', 'number'],
  ['sessions', 'number'],
]);

const REMARKS: ReadonlySet<string> = new Set(v.keyof(RemarksSchema).options);

/** `page: https://…`; a line that names no field is a comment. */
function addFact(facts: Record<string, unknown>, line: string): void {
  const colon = line.indexOf(':');
  const name = line.slice(0, colon).trim();
  const text = line.slice(colon + 1).trim();
  const kind = FACTS.get(name);
  if (kind !== undefined) facts[name] = read(text, kind);
  else if (REMARKS.has(name)) {
    const before = typeof facts.remarks === 'object' ? facts.remarks : {};
    facts.remarks = { ...before, [name]: read(text, 'yes-no') };
  }
}

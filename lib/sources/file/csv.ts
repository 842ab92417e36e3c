/** Why a table could not be read; `line` counts from 1. */
export class CsvError extends Error {
  override readonly name = 'CsvError';

  constructor(
    readonly kind: 'columns' | 'fields' | 'quotes' | 'oversized' | 'empty',
    readonly line: number,
  ) {
    super(`${kind} in line ${line}`);
  }
}

export interface CsvOptions {
  /** A line `# name: value` above the table; what follows the sign. */
  readonly onRemark: (text: string) => void;
  /** The names of the columns, trimmed. */
  readonly onHead: (names: readonly string[], line: number) => void;
  readonly onRecords: (records: readonly (readonly string[])[]) => boolean;
}

export interface CsvReader {
  /** Takes the next piece of text, of any length. Throws `CsvError`. */
  push(text: string): void;
  /** Throws `CsvError`. */
  end(): void;
  readonly stopped: boolean;
}

/**
 * Reads comma-separated values (RFC 4180) piece by piece: quoted fields may hold commas, quotes and
 * line breaks, lines end in LF or CRLF, empty ones are skipped. Lines above the table that begin with
 * `#` are remarks. Never more than one record is kept.
 */
export function createCsvReader(options: CsvOptions): CsvReader {
  return new IncrementalCsv(options);
}

/** One record: a selector has at most 1,000 characters, and the rest are numbers. */
const RECORD_LIMIT = 65_536;

const QUOTE = 34;
const LF = 10;

class IncrementalCsv implements CsvReader {
  stopped = false;
  private pending = '';
  private inQuotes = false;
  private line = 1;
  /** The line that the pending record began in. */
  private began = 1;
  private width = 0;

  constructor(private readonly options: CsvOptions) {}

  push(text: string): void {
    const records: string[][] = [];
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      // A doubled quote within quotes turns this off and on again, and no line ends between.
      if (code === QUOTE) this.inQuotes = !this.inQuotes;
      else if (code === LF) {
        this.line += 1;
        if (this.inQuotes) continue;
        this.take(this.pending + text.slice(from, at), records);
        this.pending = '';
        this.began = this.line;
        from = at + 1;
      }
    }
    this.pending += text.slice(from);
    if (this.pending.length > RECORD_LIMIT) throw new CsvError('oversized', this.began);
    if (records.length > 0 && !this.options.onRecords(records)) this.stopped = true;
  }

  end(): void {
    if (this.inQuotes) throw new CsvError('quotes', this.began);
    const records: string[][] = [];
    this.take(this.pending, records);
    this.pending = '';
    if (records.length > 0 && !this.options.onRecords(records)) this.stopped = true;
    if (this.width === 0) throw new CsvError('empty', this.line);
  }

  private take(raw: string, records: string[][]): void {
    const text = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    if (text === '') return;
    if (text.length > RECORD_LIMIT) throw new CsvError('oversized', this.began);
    if (this.width === 0 && text.startsWith('#')) {
      this.options.onRemark(text.slice(1));
      return;
    }
    const fields = text.includes('"') ? quotedFields(text, this.began) : text.split(',');
    if (this.width === 0) {
      this.width = fields.length;
      this.options.onHead(
        fields.map((name) => name.trim()),
        this.began,
      );
    } else if (fields.length === this.width) records.push(fields);
    else throw new CsvError('fields', this.began);
  }
}

/** The fields of a record that has quotes: each is quoted as a whole or not at all. */
function quotedFields(text: string, line: number): string[] {
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    let end = text.indexOf(',', at);
    if (text.charCodeAt(at) === QUOTE) {
      let close = at;
      do close = text.indexOf('"', close + 1);
      while (close >= 0 && text.charCodeAt(close + 1) === QUOTE && ++close);
      if (close < 0) throw new CsvError('quotes', line);
      fields.push(text.slice(at + 1, close).replaceAll('""', '"'));
      end = close + 1 < text.length ? close + 1 : -1;
      if (end >= 0 && text[end] !== ',') throw new CsvError('quotes', line);
    } else {
      const field = end < 0 ? text.slice(at) : text.slice(at, end);
      if (field.includes('"')) throw new CsvError('quotes', line);
      fields.push(field);
    }
    if (end < 0) return fields;
    at = end + 1;
  }
}

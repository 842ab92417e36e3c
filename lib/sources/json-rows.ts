import { closeOf, faultOffset, jsonErrorOffset, parseLoosely } from './json-text';

/** What a row reader needs to know. */
export interface RowReaderOptions {
  /**
   * Name of the array in the outermost object: `results`, `cells`. Null: the text itself is the
   * array; where an object comes in its place, it has no rows.
   */
  readonly key: string | null;
  /** Called with rows in their order; false: enough, the rest is not read. */
  readonly onRows: (rows: readonly unknown[]) => boolean;
  /** Characters of everything but the rows; a million where left out. */
  readonly envelopeLimit?: number;
}

/** Why a text could not be read; `offset` counts characters from the text's start. */
export class JsonRowsError extends Error {
  override readonly name = 'JsonRowsError';

  constructor(
    readonly kind: 'not-json' | 'not-object' | 'truncated' | 'oversized',
    readonly offset: number,
  ) {
    super(`${kind} at ${offset}`);
  }
}

export interface RowReader {
  /** Takes the next piece of text, of any length. Throws `JsonRowsError`. */
  push(text: string): void;
  /** Ends the text; returns what is outermost, with the array left empty. Throws `JsonRowsError`. */
  end(): unknown;
  /** True once `onRows` has had enough: what follows is ignored. */
  readonly stopped: boolean;
}

/**
 * Reads one JSON object that holds one long array, or that array alone, piece by piece: rows are parsed and handed on as
 * soon as they are whole, so neither the text (200 MB) nor a million row objects are ever held at
 * once, and the caller may pause between pieces. The array's name is looked for in the outermost
 * object alone. `NaN` and `Infinity`, which several exporters write although JSON has no such
 * words, are read as null.
 */
export function createRowReader(options: RowReaderOptions): RowReader {
  return new IncrementalRows(options);
}

/** Everything but the rows: no honest answer comes near. */
const ENVELOPE_LIMIT = 1_000_000;
/** One row with the texts that a source may add to it. */
const ROW_LIMIT = 4_000_000;

/** Of what stands in the array of rows; `closeOf` counts on it. */
const ROWS_DEPTH = 2;

const QUOTE = 34;
const BACKSLASH = 92;

class IncrementalRows implements RowReader {
  stopped = false;
  private place: 'before' | 'rows' | 'after' = 'before';
  private depth = 0;
  private inString = false;
  private escaped = false;
  private closed = false;
  /** The outermost object without its rows. */
  private envelope = '';
  private pending = '';
  private pendingOffset = 0;
  private offset = 0;
  /** The last string outside the rows, as written: the key, where an array opens after it. */
  private token = '';
  private tokenFrom = 0;
  private rows = 0;
  /** Characters before the rows, and of the rows: the envelope is shorter than the text by these. */
  private headLength = 0;
  private rowsLength = 0;

  constructor(private readonly options: RowReaderOptions) {}

  push(text: string): void {
    let at = 0;
    while (at < text.length && !this.stopped) {
      at = this.place === 'rows' ? this.takeRows(text, at) : this.takeEnvelope(text, at);
    }
    this.offset += text.length;
  }

  end(): unknown {
    if (!this.closed) throw new JsonRowsError('truncated', this.offset);
    try {
      return parseLoosely(this.envelope);
    } catch (cause) {
      const at = jsonErrorOffset(cause, this.envelope);
      const isAfterRows = this.rowsLength > 0 && at >= this.headLength;
      throw new JsonRowsError('not-json', isAfterRows ? at + this.rowsLength : at);
    }
  }

  /** Copies text up to the array's opening bracket (or the text's end) into the envelope. */
  private takeEnvelope(text: string, from: number): number {
    let at = from;
    let opened = false;
    this.tokenFrom = from;
    for (; at < text.length && !opened; at++) {
      const code = text.charCodeAt(at);
      if (this.inString) this.stepInString(code, at, text);
      else opened = this.stepOutside(code, at);
    }
    if (this.inString) this.token += text.slice(this.tokenFrom, at);
    this.envelope += text.slice(from, at);
    if (this.envelope.length > (this.options.envelopeLimit ?? ENVELOPE_LIMIT)) {
      throw new JsonRowsError('oversized', this.offset + at);
    }
    if (opened) {
      this.place = 'rows';
      this.pendingOffset = this.offset + at;
      this.headLength = this.pendingOffset;
    }
    return at;
  }

  private stepInString(code: number, at: number, text: string): void {
    if (this.escaped) this.escaped = false;
    else if (code === BACKSLASH) this.escaped = true;
    else if (code === QUOTE) {
      this.inString = false;
      this.token += text.slice(this.tokenFrom, at);
    }
  }

  /** True where the array of rows opens at this character. */
  private stepOutside(code: number, at: number): boolean {
    if (code === 32 || code === 10 || code === 13 || code === 9) return false;
    if (this.closed) throw new JsonRowsError('not-json', this.offset + at);
    const isOpen = code === 123 || code === 91;
    if (this.depth === 0 && code === 91 && this.options.key === null) {
      // As deep as an array within an object: the scan of rows counts from there.
      this.depth = ROWS_DEPTH;
      return true;
    }
    if (this.depth === 0 && code !== 123) {
      throw new JsonRowsError(isOpen ? 'not-object' : 'not-json', this.offset + at);
    }
    if (code === QUOTE) {
      this.inString = true;
      this.token = '';
      this.tokenFrom = at + 1;
    } else if (isOpen) {
      this.depth += 1;
      const isArrayOfOutermost = code === 91 && this.depth === ROWS_DEPTH;
      return isArrayOfOutermost && this.place === 'before' && this.token === this.options.key;
    } else if (code === 125 || code === 93) {
      this.depth -= 1;
      this.closed = this.depth === 0;
    } else if (code === 44) {
      this.token = '';
    }
    return false;
  }

  /** Collects rows up to the array's closing bracket (or the text's end) and hands on whole ones. */
  private takeRows(text: string, from: number): number {
    const state = { depth: this.depth, inString: this.inString, escaped: this.escaped };
    const { at, lastComma, closed } = closeOf(text, from, state);
    this.depth = state.depth;
    this.inString = state.inString;
    this.escaped = state.escaped;
    const wholeUntil = closed ? at : lastComma;
    if (wholeUntil < 0) this.pending += text.slice(from, at);
    else {
      this.flush(this.pending + text.slice(from, wholeUntil), closed);
      this.pending = closed ? '' : text.slice(wholeUntil + 1, at);
      this.pendingOffset = this.offset + wholeUntil + 1;
    }
    if (this.pending.length > ROW_LIMIT) throw new JsonRowsError('oversized', this.pendingOffset);
    if (!closed) return at;
    this.place = 'after';
    if (this.options.key === null) {
      this.depth = 0;
      this.closed = true;
    }
    this.rowsLength = this.offset + at - this.headLength;
    // As written, so that `[1}` is refused when the envelope is parsed.
    this.envelope += text.charAt(at);
    return at + 1;
  }

  private flush(text: string, last: boolean): void {
    // `[]` is no row at all, while `[1,]` and `[,1]` are errors of the text.
    if (last && this.rows === 0 && text.trim() === '') return;
    const rows = parseRows(text);
    if (rows === null || rows.length === 0) {
      throw new JsonRowsError('not-json', this.pendingOffset + faultOffset(text));
    }
    this.rows += rows.length;
    if (!this.options.onRows(rows)) this.stopped = true;
  }
}

function parseRows(text: string): unknown[] | null {
  try {
    const parsed = parseLoosely(`[${text}]`);
    return Array.isArray(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

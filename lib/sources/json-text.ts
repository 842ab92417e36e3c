/** Where a scan of JSON text stands; changed by `closeOf`. */
export interface ScanState {
  depth: number;
  inString: boolean;
  escaped: boolean;
}

/**
 * Scans on from inside an array at depth 2 until it closes or the text ends. `at` is the index of
 * the closing bracket, or the text's length; `lastComma` the last comma between two of the array's
 * own entries, or -1. One pass over character codes with no allocation: this loop sees every byte of
 * the largest answers.
 */
export function closeOf(
  text: string,
  from: number,
  state: ScanState,
): { readonly at: number; readonly lastComma: number; readonly closed: boolean } {
  let { depth, inString, escaped } = state;
  let lastComma = -1;
  let closed = false;
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (escaped) escaped = false;
      else if (code === 92) escaped = true;
      else if (code === 34) inString = false;
    } else if (code === 34) inString = true;
    else if (code === 44) {
      if (depth === 2) lastComma = at;
    } else if (code === 123 || code === 91) depth += 1;
    else if (code === 125 || code === 93) {
      depth -= 1;
      if (depth === 1) {
        closed = true;
        break;
      }
    }
  }
  Object.assign(state, { depth, inString, escaped });
  return { at, lastComma, closed };
}

/**
 * `JSON.parse` that reads the words `NaN`, `Infinity` and `-Infinity` as null. Python's `json.dumps`
 * writes them by default, and one such number must not cost a person the other 999,999.
 */
export function parseLoosely(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const mended = text.replace(TEXTS_AND_WORDS, (token) =>
      token.startsWith('"') ? token : 'null',
    );
    if (mended === text) throw cause;
    return JSON.parse(mended);
  }
}

/** A text that never ends is taken to the end: else it would be looked for again from every quote. */
const TEXTS_AND_WORDS = /"[^"\\]*(?:\\[\s\S][^"\\]*)*(?:"|\\?$)|-?\b(?:NaN|Infinity)\b/g;

/**
 * Where the first faulty row of a comma-separated text begins, or the fault within it where the
 * engine tells. Chromium names no position for most faults, and a batch of rows is 64 KB long.
 */
export function faultOffset(rows: string): number {
  let depth = 0;
  let inString = false;
  let escaped = false;
  let start = 0;
  for (let at = 0; at <= rows.length; at++) {
    const code = at < rows.length ? rows.charCodeAt(at) : 44;
    const isBorder = at === rows.length || (code === 44 && depth === 0 && !inString);
    if (isBorder) {
      const row = rows.slice(start, at);
      try {
        parseLoosely(row);
      } catch (cause) {
        return start + jsonErrorOffset(cause, row);
      }
      start = at + 1;
    } else if (inString) {
      if (escaped) escaped = false;
      else if (code === 92) escaped = true;
      else if (code === 34) inString = false;
    } else if (code === 34) inString = true;
    else if (code === 123 || code === 91) depth += 1;
    else if (code === 125 || code === 93) depth -= 1;
  }
  return 0;
}

/**
 * Where `JSON.parse` gave up: as Firefox (line and column) and Chromium (position) word it, and for
 * the faults that Chromium gives no position of, the end of the longest start that only lacks an end.
 */
export function jsonErrorOffset(cause: unknown, text: string): number {
  const said = cause instanceof Error ? cause.message : '';
  const position = /\bposition (\d+)/.exec(said)?.[1];
  if (position !== undefined) return Math.min(Number(position), text.length);
  const [, line, column] = /\bline (\d+) column (\d+)/.exec(said) ?? [];
  if (line !== undefined && column !== undefined) {
    const before = text.split('\n', Number(line) - 1);
    return Math.min(before.join('\n').length + Number(column), text.length);
  }
  let whole = 0;
  let broken = text.length + 1;
  while (broken - whole > 1) {
    const middle = Math.floor((whole + broken) / 2);
    if (onlyLacksEnd(text.slice(0, middle))) whole = middle;
    else broken = middle;
  }
  return whole;
}

function onlyLacksEnd(text: string): boolean {
  try {
    parseLoosely(text);
    return true;
  } catch (cause) {
    return (
      cause instanceof Error && /\bend of (JSON|data)|unterminated string/i.test(cause.message)
    );
  }
}

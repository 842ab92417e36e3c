/**
 * A run of digits with the separators that people write between them: `+1 (415) 555-0132`,
 * `4111-1111-1111-1111`, `12.05.1984`. At most 64 characters, so that work per run is bounded.
 */
export interface NumberRun {
  readonly text: string;
  /** Of the first digit, or of the `+` or `(` before it. */
  readonly start: number;
  readonly end: number;
  readonly groups: readonly Group[];
  /** Number of digits over all groups. */
  readonly digits: number;
}

/** Digits without a separator in between. */
export interface Group {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
}

const LONGEST = 64;
const ZERO = 48;
const NINE = 57;

/** Visits each run of digits with at least `least` digits, left to right, in one pass. */
export function eachNumber(text: string, least: number, visit: (run: NumberRun) => void): void {
  const length = text.length;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code < ZERO || code > NINE) continue;
    const start = at;
    let end = at + 1;
    let digits = 1;
    let gap = 0;
    const limit = Math.min(length, start + LONGEST);
    for (at++; at < limit; at++) {
      const next = text.charCodeAt(at);
      if (next >= ZERO && next <= NINE) {
        digits++;
        gap = 0;
        end = at + 1;
      } else if (!isSeparator(next) || ++gap > 2) break;
    }
    // Digits past the limit belong to this run: what is longer than any number is none.
    while (at >= limit && end === at && at < length && isDigit(text.charCodeAt(at))) {
      at++;
      end++;
      digits++;
    }
    if (digits >= least && end - start <= LONGEST) visit(runOf(text, start, end, digits));
    at = end - 1;
  }
}

function runOf(text: string, start: number, end: number, digits: number): NumberRun {
  const groups: Group[] = [];
  for (let at = start; at < end; ) {
    let stop = at;
    while (stop < end && isDigit(text.charCodeAt(stop))) stop++;
    if (stop > at) groups.push({ start: at, end: stop, digits: text.slice(at, stop) });
    at = stop + 1;
  }
  let first = start;
  if (text[first - 1] === '(') first--;
  if (text[first - 1] === '+') first--;
  return { text, start: first, end, groups, digits };
}

const isDigit = (code: number): boolean => code >= ZERO && code <= NINE;

/** Space, `-`, `.`, `/`, brackets, no-break space, figure space, thin spaces, hyphens and dashes. */
function isSeparator(code: number): boolean {
  return (
    code === 32 ||
    (code >= 45 && code <= 47) ||
    code === 40 ||
    code === 41 ||
    code === 0xa0 ||
    (code >= 0x2007 && code <= 0x2013) ||
    code === 0x202f
  );
}

/** Whether a letter, digit or underscore touches the range: then it is part of something else. */
export const isEmbedded = (text: string, start: number, end: number): boolean =>
  isWordish(text, start - 1) || isWordish(text, end);

/** Whether a letter, digit or underscore of any script stands there. */
export function isWordish(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return ASCII_WORD.test(text.charAt(at));
  return WORDISH.test(text.charAt(at));
}

const ASCII_WORD = /\w/;
const WORDISH = /[\p{L}\p{N}_]/u;

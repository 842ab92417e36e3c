/** Something to find in a text. */
export interface Pattern<T> {
  readonly text: string;
  /** Letters that must be there for a part of it to count; null: all of them. */
  readonly least: number | null;
  /** Case makes it another text: base64. */
  readonly isExact: boolean;
  /** A digit beside it makes it another number. */
  readonly isNumber: boolean;
  readonly meaning: T;
}

export interface Found<T> {
  readonly meaning: T;
  readonly at: number;
  /** `folded`: in another case. */
  readonly how: 'plain' | 'folded' | 'partial';
}

/** Every pattern has at least so many letters. */
export const WINDOW = 8;
const BASE = 16777619;
const FILTER_BITS = 20;
/** What the letter that leaves the window has grown to. */
const GROWN = Array.from({ length: WINDOW - 1 }).reduce<number>(
  (power) => Math.imul(power, BASE),
  1,
);

const FOLD = Uint16Array.from({ length: 128 }, (_, code) =>
  code > 64 && code < 91 ? code + 32 : code,
);
const fold = (code: number): number => (code < 128 ? (FOLD[code] ?? code) : code);

/**
 * Finds many patterns in one pass: a fingerprint of the last eight letters, case aside, is rolled
 * over the text, and only where it is that of a pattern's beginning are the letters compared
 * (Rabin and Karp). The time is linear in the text, however many patterns there are.
 */
export class PatternSet<T> {
  readonly #byStart = new Map<number, Pattern<T>[]>();
  readonly #filter = new Uint8Array(1 << FILTER_BITS);

  constructor(patterns: readonly Pattern<T>[]) {
    for (const pattern of patterns) {
      if (pattern.text.length < WINDOW) throw new RangeError('a pattern is too short to be found');
      const print = fingerprint(pattern.text);
      this.#filter[print >>> (32 - FILTER_BITS)] = 1;
      const same = this.#byStart.get(print);
      if (same) same.push(pattern);
      else this.#byStart.set(print, [pattern]);
    }
  }

  /** Calls back for the best of what is at each place: whole before part, long before short. */
  find(text: string, found: (hit: Found<T>) => void): void {
    if (text.length < WINDOW) return;
    const filter = this.#filter;
    let print = 0;
    for (let i = 0; i < text.length; i++) {
      if (i >= WINDOW) print = (print - Math.imul(fold(text.charCodeAt(i - WINDOW)), GROWN)) | 0;
      print = (Math.imul(print, BASE) + fold(text.charCodeAt(i))) | 0;
      if (i < WINDOW - 1 || filter[print >>> (32 - FILTER_BITS)] !== 1) continue;
      const candidates = this.#byStart.get(print);
      if (candidates) this.#compare(text, i - WINDOW + 1, candidates, found);
    }
  }

  #compare(
    text: string,
    at: number,
    candidates: readonly Pattern<T>[],
    found: (hit: Found<T>) => void,
  ): void {
    for (const pattern of candidates) {
      const length = shared(text, at, pattern.text);
      const isWhole = length === pattern.text.length;
      if (!isWhole && (pattern.least === null || length < pattern.least)) continue;
      if (pattern.isNumber && hasDigitBeside(text, at, at + length)) continue;
      const isSame = text.startsWith(pattern.text.slice(0, length), at);
      if (pattern.isExact && !isSame) continue;
      found({
        meaning: pattern.meaning,
        at,
        how: !isWhole ? 'partial' : isSame ? 'plain' : 'folded',
      });
    }
  }
}

function fingerprint(text: string): number {
  let print = 0;
  for (let i = 0; i < WINDOW; i++) print = (Math.imul(print, BASE) + fold(text.charCodeAt(i))) | 0;
  return print;
}

function shared(text: string, at: number, pattern: string): number {
  let length = 0;
  while (
    length < pattern.length &&
    at + length < text.length &&
    fold(text.charCodeAt(at + length)) === fold(pattern.charCodeAt(length))
  ) {
    length++;
  }
  return length;
}

const isDigit = (code: number): boolean => code > 47 && code < 58;

/** The country code of a phone number may stand before it: a 1 that is not part of a longer number. */
function hasDigitBeside(text: string, start: number, end: number): boolean {
  if (end < text.length && isDigit(text.charCodeAt(end))) return true;
  if (start === 0 || !isDigit(text.charCodeAt(start - 1))) return false;
  return text[start - 1] !== '1' || (start > 1 && isDigit(text.charCodeAt(start - 2)));
}

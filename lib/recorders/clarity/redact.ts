import type { AskedValue } from '../contract';

/** Where a part stands in a text. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Whether nothing is left of a part once Clarity has replaced the letters and digits of every word
 * with a digit or `@` in it (`redact` in clarity-js's `core/scrub`), wherever the part stands.
 */
export function isRedacted({ whole, part }: AskedValue): boolean {
  return areRedacted(whole, stretchesOf(whole, part));
}

/**
 * The same for what a click tells: the first 25 characters, which may cut the `@` off an address.
 * `absent`: the part stands behind them.
 */
export function redactedOnClick({ whole, part }: AskedValue): 'redacted' | 'absent' | 'plain' {
  const text = inOneLine(whole);
  const told = text.slice(0, CLICK_TEXT);
  const stretches = stretchesOf(text, inOneLine(part)).filter(({ from }) => from < told.length);
  if (stretches.length === 0) return 'absent';
  return areRedacted(told, stretches) ? 'redacted' : 'plain';
}

const CLICK_TEXT = 25;

const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Every place of the part; the whole text where it cannot be found. */
function stretchesOf(whole: string, part: string): readonly Stretch[] {
  const found: Stretch[] = [];
  if (part === '') return [{ from: 0, to: whole.length }];
  for (let from = whole.indexOf(part); from >= 0; from = whole.indexOf(part, from + part.length)) {
    found.push({ from, to: from + part.length });
  }
  return found.length > 0 ? found : [{ from: 0, to: whole.length }];
}

/** One pass over the words, so that a long text with many places of the part takes no longer. */
function areRedacted(text: string, stretches: readonly Stretch[]): boolean {
  let next = 0;
  let isCovered = false;
  for (const { 0: word, index } of text.matchAll(WORDS)) {
    const end = index + word.length;
    let isRedacted: boolean | null = null;
    for (let stretch = stretches[next]; stretch && stretch.from < end; stretch = stretches[next]) {
      const asked = text.slice(Math.max(index, stretch.from), Math.min(end, stretch.to));
      if (/[\p{L}\p{N}]/u.test(asked)) {
        isRedacted ??= isWordRedacted(word);
        if (!isRedacted) return false;
        isCovered = true;
      }
      if (stretch.to > end) break;
      next += 1;
    }
  }
  return isCovered;
}

/** Words end at these alone, not at other white space. */
const WORDS = /[^\t\n\r ]+/g;

/** Words with a sign of a currency stay; letters beyond the first plane leave others behind. */
const isWordRedacted = (word: string): boolean =>
  /[0-9@]/.test(word) && !/\p{Sc}/u.test(word) && !/[\u{10000}-\u{10FFFF}]/u.test(word);

import { message } from '../../core/message';
import { luhn } from './checksums';
import { isEmbedded, type NumberRun } from './numbers';
import { match, type NumberRecogniser } from './recogniser';

/** Card numbers: an issuer's prefix at its length, and Luhn's check digit. */
export const card: NumberRecogniser = {
  name: 'card',
  leastDigits: 12,
  look(run, found) {
    if (run.groups.length > MOST_GROUPS) return;
    for (let first = 0; first < run.groups.length; first++) {
      const last = longestCard(run, first);
      if (last < 0) continue;
      const start = run.groups[first]?.start ?? 0;
      const end = run.groups[last]?.end ?? 0;
      found.push(match(start, end, 'card.number', 0.97, [message('pii.why.luhn')]));
      first = last;
    }
  },
};

/** More groups than these are a list of numbers. */
const MOST_GROUPS = 12;

/** Index of the last group of the longest card number that starts at a group, or -1. */
function longestCard(run: NumberRun, first: number): number {
  let digits = '';
  let found = -1;
  for (let last = first; last < run.groups.length; last++) {
    const group = run.groups[last];
    if (!group) break;
    // Written apart, a card number begins with four digits: 4-4-4-4, 4-6-5.
    if (last > first && run.groups[first]?.digits.length !== 4) break;
    if (digits.length + group.digits.length > 19 || !isJoined(run, first, last)) break;
    digits += group.digits;
    if (digits.length < 12 || !isCardNumber(digits)) continue;
    const start = run.groups[first]?.start ?? 0;
    if (!isEmbedded(run.text, start, group.end)) found = last;
  }
  return found;
}

/** Groups of one number have one single separator between them, the same each time. */
function isJoined(run: NumberRun, first: number, last: number): boolean {
  if (last === first) return true;
  const between = (index: number): string =>
    run.text.slice(run.groups[index - 1]?.end, run.groups[index]?.start);
  const separator = between(last);
  return separator.length === 1 && '()/'.indexOf(separator) < 0 && separator === between(first + 1);
}

/** Whether digits are a card number by prefix, length and check digit; no separators. */
export function isCardNumber(digits: string): boolean {
  return luhn(digits) && ISSUERS.test(digits) && !/^(\d)\1+$/.test(digits);
}

/**
 * Prefixes and lengths of issuers: Visa, Mastercard (51–55, 2221–2720), American Express, Diners,
 * Discover, JCB, UnionPay, Maestro, Mir, Verve, Elo, RuPay (ISO/IEC 7812; the networks' public ranges, and all of 35 for JCB,
 * which test numbers use beyond 3528–3589).
 */
const ISSUERS = new RegExp(
  `^(?:${[
    '4(?:\\d{12}|\\d{15}|\\d{18})',
    '5[1-5]\\d{14}',
    '2(?:22[1-9]|2[3-9]\\d|[3-6]\\d\\d|7[01]\\d|720)\\d{12}',
    '3[47]\\d{13}',
    '3(?:0[0-5]|09|[689]\\d)\\d{11}',
    '3(?:0[0-5]|09|[689]\\d)\\d{13}',
    '6(?:011|4[4-9]\\d|5\\d\\d)\\d{12}',
    '35\\d{14}',
    '(?:2131|1800)\\d{11}',
    '62\\d{14,17}',
    '(?:5[0678]\\d\\d|6304|6390|67\\d\\d)\\d{8,15}',
    '220[0-4]\\d{12}',
    '(?:506[01]|6500)\\d{12}',
    '(?:60|81|82|508)\\d{14}',
  ].join('|')})$`,
);

import type { TextMatch } from '../contract';
import { addresses } from './address';
import { card } from './card';
import { dob, dobInWords } from './dob';
import { email } from './email';
import { iban } from './iban';
import { ipv4, ipv6 } from './ip';
import { names } from './names';
import { letteredIds, numericIds } from './national-ids';
import { eachNumber } from './numbers';
import { phone } from './phone';
import type { NumberRecogniser, TextRecogniser } from './recogniser';
import { apiKeys, bearer, jwt, namedSecrets } from './secrets';

/**
 * Finds personal values in a text: each by its form and its check digits, or by the words beside
 * it where the form alone says too little. Linear in the length of the text.
 *
 * @returns matches that do not overlap, in the order of the text.
 */
export function recognise(text: string): TextMatch[] {
  if (text.length < SHORTEST) return [];
  const matches: TextMatch[] = [];
  const found = (match: TextMatch): void => {
    matches.push(match);
  };
  const hasDigit = DIGIT.test(text);
  if (hasDigit) {
    eachNumber(text, FEWEST_DIGITS, (run) => {
      for (const recogniser of NUMBERS) {
        if (run.digits >= recogniser.leastDigits) recogniser.look(run, found);
      }
    });
    for (const recogniser of WITH_DIGITS) recogniser.find(text, found);
  }
  for (const recogniser of ANY_TEXT) recogniser.find(text, found);
  return strongest(matches);
}

/** The shortest personal value that a form can tell: `a@b.co`. */
const SHORTEST = 5;
/** `1.1.1.1` */
const FEWEST_DIGITS = 4;
const DIGIT = /\d/;

/** Share one pass over the digits. */
const NUMBERS: readonly NumberRecogniser[] = [card, numericIds, dob, ipv4, phone];
const WITH_DIGITS: readonly TextRecogniser[] = [
  iban,
  letteredIds,
  addresses,
  dobInWords,
  apiKeys,
  namedSecrets,
];
const ANY_TEXT: readonly TextRecogniser[] = [email, ipv6, jwt, bearer, names];

/** Of overlapping matches the surer one stays, and of equally sure ones the longer one. */
function strongest(matches: TextMatch[]): TextMatch[] {
  if (matches.length < 2) return matches;
  const byStart = [...matches].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: TextMatch[] = [];
  for (const match of byStart) {
    const last = kept.at(-1);
    if (!last || match.start >= last.end) kept.push(match);
    else if (isStronger(match, last)) kept[kept.length - 1] = match;
  }
  return kept;
}

function isStronger(a: TextMatch, b: TextMatch): boolean {
  if (Math.abs(a.confidence - b.confidence) > 0.02) return a.confidence > b.confidence;
  return a.end - a.start > b.end - b.start;
}

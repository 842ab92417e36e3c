import type { TextMatch } from '../contract';
import { addresses } from './address';
import { card } from './card';
import { dob, dobInWords } from './dob';
import { email } from './email';
import { iban } from './iban';
import { ipv4, ipv6 } from './ip';
import { names } from './names';
import { letteredIds, numericIds, wordIds } from './national-ids';
import { eachNumber } from './numbers';
import { phone } from './phone';
import { postcode } from './postcode';
import type { NumberRecogniser, TextRecogniser, TokenRecogniser } from './recogniser';
import { apiKeys, bearer, jwt, namedSecrets } from './secrets';
import { SIGNS, signsOf } from './signs';
import { eachToken } from './tokens';

/**
 * Finds personal values in a text by their form and their check digits, or by the words beside them
 * where the form alone says too little. Linear in the length of the text.
 *
 * @param signs what `signsOf` says of the text.
 * @returns matches that do not overlap, in the order of the text.
 */
export function recogniseValues(text: string, signs = signsOf(text)): TextMatch[] {
  const found: TextMatch[] = [];
  if (text.length < SHORTEST) return found;
  if (signs & SIGNS.digit) findWithDigits(text, found);
  if (signs & SIGNS.at) email.find(text, found);
  if (signs & SIGNS.colon) ipv6.find(text, found);
  // Most texts of a page are a word or two.
  if (text.length >= SHORTEST_SECRET)
    for (const recogniser of SECRETS) recogniser.find(text, found);
  if (signs & SIGNS.space && signs & SIGNS.laterCapital) names.find(text, found);
  return strongest(found);
}

function findWithDigits(text: string, found: TextMatch[]): void {
  eachNumber(text, FEWEST_DIGITS, (run) => {
    for (const recogniser of NUMBERS) {
      if (run.digits >= recogniser.leastDigits) recogniser.look(run, found);
    }
  });
  eachToken(text, SHORTEST_TOKEN, (token) => {
    const length = token.end - token.start;
    for (const recogniser of TOKENS) {
      if (length >= recogniser.leastLength) recogniser.look(token, found);
    }
  });
  for (const recogniser of WITH_DIGITS) recogniser.find(text, found);
}

/** The shortest personal value that a form can tell: `a@b.co`. */
const SHORTEST = 5;
/** `1.1.1.1` */
const FEWEST_DIGITS = 4;

/** `Basic ` and twelve signs. */
const SHORTEST_SECRET = 18;
/** The shortest number of a passport. */
const SHORTEST_TOKEN = 6;

/** Share one pass over the digits. */
const NUMBERS: readonly NumberRecogniser[] = [
  card,
  numericIds,
  letteredIds,
  dob,
  dobInWords,
  ipv4,
  phone,
];
/** Share one pass over the words with digits. */
const TOKENS: readonly TokenRecogniser[] = [wordIds, apiKeys, namedSecrets];
const WITH_DIGITS: readonly TextRecogniser[] = [iban, addresses, postcode];
const SECRETS: readonly TextRecogniser[] = [jwt, bearer];

/** Of overlapping matches the surer one stays, and of equally sure ones the longer one. */
export function strongest(matches: TextMatch[]): TextMatch[] {
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

import type { PhraseHit } from '../phrases';
import type { Concept } from './vocabulary';

/** Whether a name or a description is that of a thing: "pet name", "description of the house". */
export function isOfThing(words: string, hit: PhraseHit<Concept>): boolean {
  if (hit.concept === 'name.full' && hit.phrase === 'name') return isNameOfThing(words, hit);
  if (hit.concept === 'message' && hit.phrase === 'description')
    return isDescriptionOfThing(words, hit);
  return false;
}

/** Where the word before says no person. */
function isNameOfThing(words: string, { start, end }: PhraseHit<Concept>): boolean {
  return words.startsWith(' of ', end) || !goesWith(BEFORE_NAME, wordBefore(words, start));
}

/** Where no word says that it is a person's own matter. */
function isDescriptionOfThing(words: string, { start, end }: PhraseHit<Concept>): boolean {
  if (MATTERS.test(words)) return false;
  if (/^ (?:of|about|for) /.test(words.slice(end))) return true;
  return !goesWith(BEFORE_DESCRIPTION, wordBefore(words, start));
}

const wordBefore = (words: string, start: number): string =>
  words.slice(0, start).trim().split(' ').at(-1) ?? '';

/** Words in other scripts and single letters say nothing either way. */
const goesWith = (list: ReadonlySet<string>, word: string): boolean =>
  !/^[a-z]{3,}$/.test(word) || list.has(word);

const BEFORE_NAME: ReadonlySet<string> = new Set(
  'enter the your our her his please and type real preferred legal required with own add first last full given write put complete provide insert student patient parent child owner member employee applicant'.split(
    ' ',
  ),
);

const BEFORE_DESCRIPTION: ReadonlySet<string> = new Set(
  'add enter the your and please type write provide brief short full detailed further additional'.split(
    ' ',
  ),
);

const MATTERS =
  /(?:^| )(?:problems?|issues?|incidents?|complaints?|requests?|enquiry|inquiry|questions?|symptoms?|situation|yourself|you|me)(?= |$)/;

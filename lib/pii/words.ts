/**
 * Brings labels, attribute names and identifiers to one form: lower-case words without diacritics,
 * separated by single spaces. `billingFirst_name2` and `Prénom` become `billing first name 2` and
 * `prenom`, so that vocabularies need one spelling a word.
 *
 * @param text any text of the page; only its first 400 characters are looked at.
 */
export function toWords(text: string): string {
  if (text === '') return '';
  const known = memory.get(text);
  if (known !== undefined) return known;
  const words = normalise(text.slice(0, LONGEST));
  if (text.length <= LONGEST) remember(text, words);
  return words;
}

/** Without diacritics and in lower case, with everything else left where it stands. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(COMBINING, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(COMBINING, '')
    .replace(SPECIAL, (letter) => SPECIAL_LETTERS[letter] ?? letter);
}

/** `line1` is `line 1`. */
export const spaceDigits = (text: string): string =>
  text.replace(/(\p{L})(?=\d)|(\d)(?=\p{L})/gu, '$1$2 ');

const LONGEST = 400;
const ASCII = /^[\x20-\x7e]*$/;
const COMBINING = /[\u0300-\u036f\u064b-\u0652\u200b-\u200f\u00ad]/g;
const SPECIAL_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
  ё: 'е',
  // Arabic letters that are typed either way.
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ى: 'ي',
  ي: 'ی',
  ك: 'ک',
  ة: 'ه',
};
const SPECIAL = new RegExp(`[${Object.keys(SPECIAL_LETTERS).join('')}]`, 'g');

function normalise(text: string): string {
  return fold(
    text.replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2').replace(/(\p{Lu}{2,})(\p{Lu}\p{Ll})/gu, '$1 $2'),
  )
    .replace(/(\p{L})(?=\d)|(\d)(?=\p{L})/gu, '$1$2 ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Pages repeat a few strings thousands of times. Bounded, so that a hostile page cannot fill it. */
const memory = new Map<string, string>();
const MOST_REMEMBERED = 4000;

function remember(text: string, words: string): void {
  if (memory.size >= MOST_REMEMBERED) memory.clear();
  memory.set(text, words);
}

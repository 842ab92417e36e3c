/** Lower case, without marks over letters. */
export const fold = (text: string): string =>
  text.normalize('NFKD').replace(MARKS, '').toLowerCase().replace(APOSTROPHES, "'");

/** As `fold` leaves it, with single spaces and no signs at the ends. */
export const normalise = (label: string): string =>
  fold(label)
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim();

/** Marks, and what breaks or joins a word without being seen. */
const MARKS = /[\p{M}\u00ad\u200b\u2060\ufeff]+/gu;
const APOSTROPHES = /[’‘`´ʼ]/g;

/** Without apostrophes, in plain letters. */
export const plain = (folded: string): string =>
  folded
    .replace(ELISION, '$1 ')
    .replace(/'/g, '')
    .replace(/[łßøæœđðıþħ]/g, (letter) => PLAIN[letter] ?? letter);

/** "j'accepte" is two words. */
const ELISION = /(?<!\p{L})([cdjlmnst]|qu)'(?=\p{L})/gu;

/** Letters that Unicode does not take for a base letter with a mark. */
const PLAIN: Readonly<Record<string, string>> = {
  ...{ ł: 'l', ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', đ: 'd', ð: 'd', ı: 'i', þ: 'th', ħ: 'h' },
};

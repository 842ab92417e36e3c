/**
 * Shapes of values that are about a person wherever they stand, for the redactor alone. They err
 * towards hiding: a redactor that takes an order number for a phone number costs nothing, one that
 * lets a phone number through is a leak. (Finding exposures needs the careful recognisers of
 * `lib/pii`, with checksums and surroundings.)
 */
export interface Shape {
  readonly label: string;
  readonly pattern: RegExp;
  /** False: this hit is something else, and stays. */
  readonly accept?: (hit: string) => boolean;
}

const DIGIT = /\d/g;
const digits = (text: string): number => text.match(DIGIT)?.length ?? 0;

export const SHAPES: readonly Shape[] = [
  // RFC 5322's dot-atom, wide enough for other alphabets, and with the at sign as URLs write it.
  {
    label: 'email',
    pattern:
      /[^\s@‹›<>()[\]{}"'`,;:/?&=#|\\]+(?:@|%40)[^\s@‹›<>()[\]{}"'`,;:/?&=#|\\]+\.[\p{L}]{2,}/giu,
  },
  { label: 'jwt', pattern: /\beyJ[\w-]{6,}(?:\.[\w-]*){1,4}/g },
  {
    label: 'api_key',
    pattern: /\b(?:sk|pk|rk|ph[acx]|gh[opsur]|xox[abprs]|glpat|npm|AKIA|AIza)[_-]?[\w-]{12,}/g,
    accept: (hit) => digits(hit) > 0,
  },
  // The account's own name, where a page says whose it is: "Continue as …", "Angemeldet als …".
  {
    label: 'name.full',
    pattern:
      /(?<=\b(?:(?:[Cc]ontin|[Ss]ign|[Ll]og|[Aa]ngem|[Ii]ngelog|[Dd]oorga|[Ee]ingel|[Ww]eiter)\p{L}*(?: in)? (?:as|als|como|come)|en tant que) )\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*){0,3}/gu,
    accept: (hit) => /^\p{Lu}/u.test(hit),
  },
  { label: 'id', pattern: /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi },
  // ISO 13616: two letters, two check digits, up to 30 letters and digits in groups of four.
  { label: 'iban', pattern: /\b[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,4})?\b/g },
  {
    label: 'ip',
    pattern:
      /(?<![\d.])(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}(?![\d.])/g,
  },
  { label: 'ip', pattern: /(?<![\w:])(?:[0-9a-f]{1,4}:){3,7}(?::?[0-9a-f]{1,4}){1,4}(?![\w:])/gi },
  { label: 'national_id', pattern: /(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/g },
  {
    label: 'card.number',
    pattern: /(?<![\d.])\d(?:[ -]?\d){12,18}(?![\d.])/g,
    accept: (hit) => passesLuhn(hit.replace(/\D/g, '')),
  },
  {
    label: 'phone',
    pattern: /(?<![\w.])(?:\+|00)\d(?:[\s()./-]{0,2}\d){6,14}(?!\d)/g,
  },
  {
    label: 'number',
    pattern: /(?<![\w.])\(?\d(?:[ ()./-]{0,2}\d){6,}(?![\w])/g,
    // Calendar dates, and years one after another, say nothing of anybody.
    accept: (hit) => !/^(?:(?:19|20)\d\d[ ./-]{1,3})+(?:19|20)?\d\d$|^\d{4}-\d\d-\d\d$/.test(hit),
  },
  {
    label: 'token',
    pattern: /(?<![\w%-])(?=[\w%+-]*\d)(?=[\w%+-]*[A-Za-z])[\w%+-]{20,}(?![\w-])/g,
    accept: looksRandom,
  },
  // Whatever a parameter of an address holds: its name alone is told (as in redact-url).
  {
    label: 'value',
    pattern: /(?<=[?&][\w.%[\]-]{1,80}=)[^&#\s"'<>()‹›]{1,4000}/g,
  },
];

/** ISO/IEC 7812-1, annex B. */
function passesLuhn(number: string): boolean {
  let sum = 0;
  for (let i = 0; i < number.length; i++) {
    const digit = number.charCodeAt(number.length - 1 - i) - 48;
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/**
 * Whether a word is more likely generated than written: digits and letters change places often.
 * Words joined by hyphens or underscores (`step-2-of-the-checkout`) keep theirs apart.
 */
export function looksRandom(word: string): boolean {
  const longest = word.split(/[-_]/).reduce((a, b) => (b.length > a.length ? b : a), '');
  if (longest.length < 12) return false;
  const changes = longest.match(/\d(?=[A-Za-z])|[A-Za-z](?=\d)/g)?.length ?? 0;
  return changes >= 3 || /^[0-9a-f]{16,}$/i.test(longest);
}

import { message } from '../../core/message';
import type { PiiClass } from '../../protocol/pii-classes';
import { luhn, mod11And10, mod97, verhoeff, weighted } from './checksums';
import { isEmbedded } from './numbers';
import { match, type NumberRecogniser, named, type TextRecogniser } from './recogniser';

/** A number that a state gives a person. */
interface NationalId {
  readonly kind: string;
  /** What it is called in a sentence: a proper name, the same in all languages. */
  readonly title: string;
  readonly pii: PiiClass;
  /** The whole value as written, separators included. */
  readonly form: RegExp;
  readonly isValid: (compact: string) => boolean;
  /** Words before it. Without them it counts only where `aloneForm` fits. */
  readonly words: RegExp;
  /** A form so telling that the check digits suffice without words. */
  readonly aloneForm: RegExp | null;
}

const NEVER = null;

/** Ids of digits alone, tried on the runs of digits. */
const NUMERIC: readonly NationalId[] = [
  {
    kind: 'us-ssn',
    title: 'US social security number',
    pii: 'national_id',
    form: /^\d{3}([- .]?)\d{2}\1\d{4}$/,
    // Never issued: 000, 666, 9xx; group 00; serial 0000 (SSA, POMS RM 10201.035).
    isValid: (d) => !/^(?:000|666|9)|^...00|0000$|^(\d)\1+$|^123456789$|^078051120$/.test(d),
    words: /(?:\bssns?\b|social security|soc(?:ial)? sec|\bss ?#)[^\d]{0,24}$/,
    aloneForm: /^\d{3}([- ])\d{2}\1\d{4}$/,
  },
  {
    kind: 'us-itin',
    title: 'US taxpayer number',
    pii: 'tax_id',
    form: /^9\d{2}([- ]?)(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])\1\d{4}$/,
    isValid: () => true,
    words: /(?:\bitin\b|taxpayer|\btax id)[^\d]{0,24}$/,
    aloneForm: /^9\d{2}-\d{2}-\d{4}$/,
  },
  {
    kind: 'de-tax-id',
    title: 'German tax id',
    pii: 'tax_id',
    form: /^[1-9]\d ?\d{3} ?\d{3} ?\d{3}$/,
    isValid: (d) => hasOneRepeat(d.slice(0, 10)) && mod11And10(d),
    words: /(?:steuer-?(?:identifikations)?-?(?:id|nummer|nr)|idnr|\btin\b|tax id)[^\d]{0,24}$/,
    aloneForm: /^\d\d \d{3} \d{3} \d{3}$/,
  },
  {
    kind: 'fr-nir',
    title: 'French social security number',
    pii: 'national_id',
    form: /^[1-478] ?\d\d ?(?:0[1-9]|1[0-2]|[2-9]\d) ?\d{2} ?\d{3} ?\d{3} ?\d{2}$/,
    isValid: (d) => 97 - mod97(d.slice(0, 13)) === Number(d.slice(13)),
    words: /(?:securite sociale|numero secu|\bnir\b|\binsee\b)[^\d]{0,24}$/,
    aloneForm: /./,
  },
  {
    kind: 'nl-bsn',
    title: 'Dutch citizen service number',
    pii: 'national_id',
    form: /^\d{3}[. ]?\d{3}[. ]?\d{3}$|^\d{4}[. ]\d{2}[. ]\d{3}$/,
    isValid: (d) => weighted(d, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0 && d !== '000000000',
    words: /(?:\bbsn\b|burgerservicenummer|sofinummer)[^\d]{0,24}$/,
    aloneForm: NEVER,
  },
  {
    kind: 'pl-pesel',
    title: 'Polish PESEL',
    pii: 'national_id',
    form: /^\d{2}(?:[02468][1-9]|[13579][012])(?:0[1-9]|[12]\d|3[01])\d{5}$/,
    isValid: (d) => weighted(d, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0,
    words: /pesel[^\d]{0,24}$/,
    aloneForm: NEVER,
  },
  {
    kind: 'br-cpf',
    title: 'Brazilian CPF',
    pii: 'national_id',
    form: /^\d{3}\.?\d{3}\.?\d{3}-?\d{2}$/,
    isValid: isCpf,
    words: /\bcpf\b[^\d]{0,24}$/,
    aloneForm: /^\d{3}\.\d{3}\.\d{3}-\d{2}$/,
  },
  {
    kind: 'in-aadhaar',
    title: 'Indian Aadhaar number',
    pii: 'national_id',
    form: /^[2-9]\d{3}([ -]?)\d{4}\1\d{4}$/,
    isValid: (d) => verhoeff(d) && d !== [...d].reverse().join(''),
    words: /(?:aadhaa?r|uidai|आधार)[^\d]{0,24}$/,
    aloneForm: /^\d{4} \d{4} \d{4}$/,
  },
  {
    kind: 'ch-ahv',
    title: 'Swiss AHV number',
    pii: 'national_id',
    form: /^756[. ]?\d{4}[. ]?\d{4}[. ]?\d{2}$/,
    isValid: (d) => weighted(d, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 === 0,
    words: /(?:ahv|avs|\bssn\b)[^\d]{0,24}$/,
    aloneForm: /^756\./,
  },
  {
    kind: 'se-personnummer',
    title: 'Swedish personal number',
    pii: 'national_id',
    form: /^(?:19|20)?\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-?\d{4}$/,
    isValid: (d) => luhn(d.slice(-10)),
    words: /(?:personnummer|personal identity number|\bpnr\b)[^\d]{0,24}$/,
    aloneForm: /-/,
  },
];

/** Ids with letters in them. */
const LETTERED: readonly (NationalId & { readonly scan: RegExp })[] = [
  {
    kind: 'uk-nino',
    title: 'UK National Insurance number',
    pii: 'national_id',
    // Prefixes D, F, I, Q, U, V and BG, GB, NK, KN, TN, NT, ZZ are not used (HMRC, NIM39110).
    scan: /\b(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/gi,
    form: /./,
    isValid: () => true,
    words: /(?:national insurance|\bnino?\b|\bni (?:no|number))[^\d]{0,24}$/,
    aloneForm: /^[A-Z]{2}.*[A-D]$/,
  },
  {
    kind: 'es-dni',
    title: 'Spanish DNI',
    pii: 'national_id',
    scan: /\b\d{8}[- ]?[A-HJ-NP-TV-Z]\b/gi,
    form: /./,
    isValid: (d) => spanishLetter(Number(d.slice(0, 8))) === d.at(-1),
    words: /(?:\bdni\b|\bnif\b|documento)[^\d]{0,24}$/,
    aloneForm: /^\d{8}-?[A-Z]$/,
  },
  {
    kind: 'es-nie',
    title: 'Spanish NIE',
    pii: 'national_id',
    scan: /\b[XYZ][- ]?\d{7}[- ]?[A-HJ-NP-TV-Z]\b/gi,
    form: /./,
    isValid: (d) =>
      spanishLetter(Number(`${'XYZ'.indexOf(d.charAt(0))}${d.slice(1, 8)}`)) === d.at(-1),
    words: /(?:\bnie\b|\bnif\b|extranjero)[^\d]{0,24}$/,
    aloneForm: /^[XYZ]/,
  },
  {
    kind: 'it-cf',
    title: 'Italian codice fiscale',
    pii: 'national_id',
    scan: /\b[A-Z]{6}[\dLMNP-V]{2}[A-EHLMPR-T][\dLMNP-V]{2}[A-Z][\dLMNP-V]{3}[A-Z]\b/gi,
    form: /./,
    isValid: isCodiceFiscale,
    words: /(?:codice fiscale|\bcf\b)[^\d]{0,24}$/,
    aloneForm: /./,
  },
  {
    kind: 'fi-hetu',
    title: 'Finnish personal identity code',
    pii: 'national_id',
    scan: /\b(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y]\b/g,
    form: /./,
    isValid: (d) => {
      const digits = d.replace(/\D/g, '').slice(0, 9);
      return '0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(digits) % 31] === d.at(-1);
    },
    words: /(?:henkilotunnus|hetu|identity code)[^\d]{0,24}$/,
    aloneForm: /./,
  },
];

export const numericIds: NumberRecogniser = {
  name: 'national ids of digits',
  leastDigits: 9,
  look(run, found) {
    if (run.digits > 15) return;
    const start = run.groups[0]?.start ?? run.start;
    if (isEmbedded(run.text, start, run.end)) return;
    const raw = run.text.slice(start, run.end).replaceAll('\u00a0', ' ');
    for (const id of NUMERIC) {
      if (!id.form.test(raw)) continue;
      const result = judge(
        id,
        run.text,
        start,
        raw,
        run.groups.map((group) => group.digits).join(''),
      );
      if (result) found(match(start, run.end, id.pii, result.confidence, result.why, id.kind));
    }
  },
};

export const letteredIds: TextRecogniser = {
  name: 'national ids with letters',
  find(text, found) {
    for (const id of LETTERED) {
      id.scan.lastIndex = 0;
      for (let hit = id.scan.exec(text); hit; hit = id.scan.exec(text)) {
        const compact = hit[0].replace(/[ -]/g, '').toUpperCase();
        const result = judge(id, text, hit.index, hit[0], id.kind === 'fi-hetu' ? hit[0] : compact);
        if (!result) continue;
        found(
          match(
            hit.index,
            hit.index + hit[0].length,
            id.pii,
            result.confidence,
            result.why,
            id.kind,
          ),
        );
      }
    }
  },
};

function judge(id: NationalId, text: string, start: number, raw: string, compact: string) {
  if (!id.isValid(compact)) return null;
  const says = named(id.words, text, start);
  if (says === null && !id.aloneForm?.test(raw)) return null;
  const form = message('pii.why.checkDigit', id.title);
  return says === null
    ? { confidence: 0.85, why: [form] }
    : { confidence: 0.96, why: [form, message('pii.why.context', says)] };
}

/** Of the first ten digits, exactly one occurs twice or three times (German tax id). */
function hasOneRepeat(digits: string): boolean {
  const counts = [...'0123456789'].map((digit) => digits.split(digit).length - 1);
  return counts.filter((count) => count > 1).length === 1 && Math.max(...counts) <= 3;
}

function isCpf(d: string): boolean {
  if (/^(\d)\1+$/.test(d)) return false;
  const check = (length: number): number => {
    const weights = Array.from({ length }, (_, index) => length + 1 - index);
    return ((weighted(d, weights) * 10) % 11) % 10;
  };
  return check(9) === Number(d[9]) && check(10) === Number(d[10]);
}

const spanishLetter = (number: number): string | undefined =>
  'TRWAGMYFPDXBNJZSQVHLCKE'[number % 23];

/** Odd places count by this table, even ones by their value (Decreto 23 dicembre 1976, n. 13813). */
const ODD = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];

function isCodiceFiscale(code: string): boolean {
  let sum = 0;
  for (let index = 0; index < 15; index++) {
    const letter = code.charCodeAt(index);
    const value = letter < 58 ? letter - 48 : letter - 65;
    sum += index % 2 === 0 ? (ODD[value] ?? 0) : value;
  }
  return String.fromCharCode(65 + (sum % 26)) === code[15];
}

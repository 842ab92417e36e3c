import { hasSpanishLetter, isCnpj, isCodiceFiscale, isHetu, isNir } from './checks';
import { type NationalId, naming } from './contract';

/** An id with letters in it; `form` finds it near a run of digits. */
export interface LetteredId extends NationalId {
  /** It has a run of at least so many digits, so that shorter ones need not be looked at. */
  readonly leastDigits: number;
  /** Whether the separators are part of what is checked. */
  readonly keepsSeparators?: boolean;
}

export const LETTERED: readonly LetteredId[] = [
  {
    kind: 'uk-nino',
    leastDigits: 6,
    title: 'UK National Insurance number',
    pii: 'national_id',
    // Prefixes with D, F, I, Q, U, V and BG, GB, NK, KN, TN, NT, ZZ are not used (HMRC, NIM39110).
    form: /\b(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]([ -]?)\d{2}\1\d{2}\1\d{2}\1[A-D]\b/i,
    isValid: () => true,
    words: naming('national insurance|\\bnino?\\b|\\bni (?:no|number)'),
    aloneForm: /^[A-Z]{2}.*[A-D]$|^.. \d\d \d\d/,
  },
  {
    kind: 'es-dni',
    leastDigits: 7,
    title: 'Spanish DNI',
    pii: 'national_id',
    form: /\b\d{7,8}[- ]?[A-HJ-NP-TV-Z]\b/i,
    isValid: hasSpanishLetter,
    words: naming('\\bdni\\b|\\bnif\\b|documento'),
    aloneForm: /^\d{8}-?[A-Z]$/,
  },
  {
    kind: 'es-nie',
    leastDigits: 7,
    title: 'Spanish NIE',
    pii: 'national_id',
    form: /\b[XYZ][- ]?\d{7}[- ]?[A-HJ-NP-TV-Z]\b/i,
    isValid: hasSpanishLetter,
    words: naming('\\bnie\\b|\\bnif\\b|extranjero'),
    aloneForm: /^[XYZ]/i,
  },
  {
    kind: 'fr-nir',
    leastDigits: 6,
    title: 'French social security number',
    pii: 'national_id',
    // Born in Corsica: departments 2A and 2B.
    form: /\b[12] ?\d\d ?(?:0[1-9]|1[0-2]|[2-9]\d) ?2[AB] ?\d{3} ?\d{3} ?\d{2}\b/i,
    isValid: isNir,
    words: naming('securite sociale|numero secu|\\bnir\\b|\\binsee\\b'),
    aloneForm: /./,
  },
  {
    kind: 'in-pan',
    leastDigits: 4,
    title: 'Indian PAN',
    pii: 'tax_id',
    // The fourth letter is the kind of holder: P is a person (Income Tax Department).
    form: /\b[A-Z]{3}[ABCFGHJLPT][A-Z]\d{4}[A-Z]\b/i,
    isValid: (d) => !d.includes('0000'),
    words: naming('\\bpan\\b|permanent account|income tax'),
    aloneForm: /^...P.\d{4}[A-Z]$/,
  },
  {
    kind: 'uk-driving-licence',
    leastDigits: 6,
    title: 'UK driving licence',
    pii: 'national_id',
    // Surname, decade, month (a woman's plus 50), day, year, initials (DVLA).
    form: /\b[A-Z]{1,5}9{0,4}(?<=\b.{5})\d(?:[05][1-9]|[16][0-2])(?:0[1-9]|[12]\d|3[01])\d[A-Z][A-Z9][A-Z0-9][A-Z]{2}\b/i,
    isValid: () => true,
    words: naming('licen[cs]e|\\bdvla\\b'),
    aloneForm: /./,
  },
  {
    kind: 'fi-hetu',
    leastDigits: 6,
    title: 'Finnish personal identity code',
    pii: 'national_id',
    form: /\b(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y]\b/,
    isValid: isHetu,
    words: naming('henkilotunnus|hetu|identity code'),
    aloneForm: /./,
    keepsSeparators: true,
  },
];

/** Ids whose digits stand too far apart to be a run: found as one long word. */
export const LONG_WORDS: readonly NationalId[] = [
  {
    kind: 'it-cf',
    title: 'Italian codice fiscale',
    pii: 'national_id',
    form: /^[A-Z]{6}[\dLMNP-V]{2}[A-EHLMPR-T][\dLMNP-V]{2}[A-Z][\dLMNP-V]{3}[A-Z]$/i,
    isValid: isCodiceFiscale,
    words: naming('codice fiscale|\\bcf\\b'),
    aloneForm: /./,
  },
  {
    kind: 'br-cnpj',
    title: 'Brazilian CNPJ',
    pii: 'tax_id',
    form: /^(?=.*[A-Z])[A-Z\d]{2}\.?[A-Z\d]{3}\.?[A-Z\d]{3}\/?[A-Z\d]{4}-?\d{2}$/,
    isValid: isCnpj,
    words: naming('\\bcnpj\\b'),
    aloneForm: /^..\.....*\/....-/,
  },
];

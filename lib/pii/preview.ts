import { type PiiClass, SECRET_CLASSES, SPECIAL_CLASSES } from '../protocol/pii-classes';

const DOT = '•';
const MOST_DOTS = 3;

/**
 * What may be shown of a value: its first letter and its shape, never its length beyond three
 * dots, and nothing at all of secrets. `anna@example.com` becomes `a•••@•••.com`.
 *
 * @returns at most 24 characters; empty for secret classes and for empty values.
 */
export function maskPreview(text: string, pii: PiiClass): string {
  const value = text.trim();
  if (value === '' || SECRET_CLASSES.has(pii)) return '';
  if (pii === 'email' || pii === 'username_or_email') return emailShape(value);
  if (ONLY_DOTS.has(pii)) return DOT.repeat(MOST_DOTS);
  if (WORDS.has(pii)) return wordShapes(value);
  return numberShape(value);
}

/** Classes where even a first letter or digit narrows a person down too much. */
const ONLY_DOTS: ReadonlySet<PiiClass> = new Set([
  'dob',
  'gender',
  'income',
  ...SPECIAL_CLASSES,
  'national_id',
  'tax_id',
  'card.expiry',
  'security_question',
]);
const WORDS: ReadonlySet<PiiClass> = new Set([
  'name.given',
  'name.middle',
  'name.family',
  'name.full',
  'name.prefix',
  'card.name',
  'username',
  'organization',
  'job_title',
  'message',
  'message_subject',
  'address.street',
  'address.city',
  'address.state',
  'address.country',
  'search',
]);

/** Endings of addresses that millions share; a rare one would name an employer. */
const COMMON_ENDINGS: ReadonlySet<string> = new Set(
  'com org net edu gov io co uk de fr es it nl pl'.split(' '),
);

function emailShape(value: string): string {
  const at = value.lastIndexOf('@');
  if (at < 1) return wordShapes(value);
  const ending = value.slice(value.lastIndexOf('.') + 1).toLowerCase();
  const shown = COMMON_ENDINGS.has(ending) ? ending : DOT.repeat(2);
  return `${first(value)}•••@•••.${shown}`;
}

function wordShapes(value: string): string {
  const words = value
    .split(/\s+/, 4)
    .map((word, index) => (index === 0 ? first(word) : '') + DOT.repeat(MOST_DOTS));
  return words.slice(0, 3).join(' ') + (words.length > 3 ? ' …' : '');
}

/** Signs stay, letters and digits become dots: `+•• •••`. */
function numberShape(value: string): string {
  const shape = value
    .slice(0, 64)
    .replace(/[\p{L}\p{N}\p{M}]+/gu, (run) => DOT.repeat(Math.min(MOST_DOTS, run.length)))
    .replace(/[^•+\s().:/-]/g, DOT)
    .replace(/•{4,}/g, DOT.repeat(MOST_DOTS));
  return shape.length > 24 ? `${shape.slice(0, 23)}…` : shape;
}

/** The first letter; a digit or a sign tells nothing about the shape and is left out. */
function first(value: string): string {
  const letter = value.match(/^./u)?.[0] ?? '';
  return /^\p{L}$/u.test(letter) ? letter : '';
}

import { luhn, mod97 } from '../../pii/text/checksums';
import type { PiiClass } from '../../protocol/pii-classes';
import type { CanaryField, Needle } from '../contract';
import type { Dice } from './dice';

export interface Shaped {
  readonly value: string;
  readonly needles: readonly Needle[];
}

export type Shape = (dice: Dice) => Shaped;

/** How a field's canary is made; null: whatever fits into it could be anybody's. */
export function shapeOf({ pii, type = 'text', maxLength = -1 }: CanaryField): Shape | null {
  const room = maxLength < 1 ? Number.POSITIVE_INFINITY : maxLength;
  const byType = Object.hasOwn(BY_TYPE, type) ? BY_TYPE[type] : undefined;
  if (byType === null) return null;
  const byClass = pii === null ? undefined : BY_CLASS[pii];
  if (byClass === null) return null;
  const wanted = byType ?? byClass ?? word;
  // A card or a phone number that is cut is none; a word that is cut is still a word.
  for (const shape of [wanted, ...(STRICT.has(wanted) ? [] : [word])]) {
    const made = (dice: Dice): Shaped => shape(dice, room);
    if (room >= (LEAST_ROOM.get(shape) ?? 0)) return made;
  }
  return null;
}

type Maker = (dice: Dice, room: number) => Shaped;

/** No 1, l, 0 or o, and nothing that a page would change: RFC 4648's alphabet in small letters. */
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const LETTERS = ALPHABET.slice(0, 26);
/** 80 bits. */
const WORD = 16;
/** 40 bits: beginnings this long belong to one canary alone. */
const BEGINNING = 8;

/** RFC 2606 keeps `.example` out of the world for ever. */
const DOMAIN = 'canary.example';

function token(dice: Dice, length: number): string {
  let text = dice.pick(LETTERS);
  while (text.length < length) text += dice.pick(ALPHABET);
  return text;
}

const needle = (
  text: string,
  leastPrefix: number | null = BEGINNING,
  isNumber = false,
): Needle => ({
  text,
  leastPrefix,
  isNumber,
});

function word(dice: Dice, room: number): Shaped {
  const value = token(dice, Math.min(room, WORD));
  return { value, needles: [needle(value)] };
}

function email(dice: Dice, room: number): Shaped {
  const local = token(dice, Math.min(WORD, room - DOMAIN.length - 1));
  const value = `${local}@${DOMAIN}`;
  return { value, needles: [needle(value)] };
}

/** 555-0100 to 555-0199 are kept for fiction in every area (North American Numbering Plan). */
function phone(dice: Dice, room: number): Shaped {
  const area = `${2 + dice.roll(8)}${dice.roll(9)}${dice.roll(10)}`;
  const number = `${area.endsWith('11') ? `${area.slice(0, 2)}2` : area}55501${digits(dice, 2)}`;
  const value = room >= 12 ? `+1${number}` : number;
  return { value, needles: [needle(number, null, true)] };
}

/** 424242: payment services use it for tests alone, and forms take it for a Visa card. */
function card(dice: Dice): Shaped {
  const start = `424242${digits(dice, 9)}`;
  const value = [...'0123456789'].map((check) => start + check).find(luhn) ?? start;
  return { value, needles: [needle(value, 12, true)] };
}

/** German bank codes begin with 1 to 8; no bank has one that begins with 0. */
function iban(dice: Dice): Shaped {
  const account = `00${digits(dice, 16)}`;
  const check = String(98 - mod97(`${account}DE00`)).padStart(2, '0');
  const value = `DE${check}${account}`;
  const grouped = value.replace(/(.{4})(?=.)/g, '$1 ');
  return { value, needles: [needle(value, 12), needle(grouped, 14)] };
}

function accountNumber(dice: Dice, room: number): Shaped {
  const value = `9${digits(dice, Math.min(room, 17) - 1)}`;
  return { value, needles: [needle(value, 12, true)] };
}

/** Letters alone, as forms want of names: thirteen bits a pair of syllables, 65 bits in all. */
function name(dice: Dice, room: number): Shaped {
  const value = syllables(dice, Math.min(room, 20));
  return { value, needles: [needle(value)] };
}

function fullName(dice: Dice, room: number): Shaped {
  if (room < 31) return name(dice, room);
  const given = syllables(dice, 10);
  const family = syllables(dice, 20);
  return { value: `${given} ${family}`, needles: [needle(`${given} ${family}`), needle(family)] };
}

function syllables(dice: Dice, length: number): string {
  let text = '';
  while (text.length < length) text += dice.pick('bdfgjklmnprstvz') + dice.pick('aeiou');
  return text.charAt(0).toUpperCase() + text.slice(1, length);
}

function street(dice: Dice, room: number): Shaped {
  if (room < 31) return name(dice, room);
  const road = syllables(dice, 20);
  const value = `${1 + dice.roll(99)} ${road} Street`;
  return { value, needles: [needle(value, null), needle(road)] };
}

/** Upper and lower case, a digit and a sign: what forms ask of a new password. */
function password(dice: Dice, room: number): Shaped {
  const value = `${token(dice, Math.min(WORD, room - 3))}Q7!`;
  return { value, needles: [needle(value)] };
}

function sentence(dice: Dice, room: number): Shaped {
  if (room < 40) return word(dice, room);
  const mark = token(dice, WORD);
  return { value: `A note for a test: ${mark}.`, needles: [needle(mark)] };
}

function url(dice: Dice): Shaped {
  const mark = token(dice, WORD);
  return { value: `https://${DOMAIN}/${mark}`, needles: [needle(mark)] };
}

function digits(dice: Dice, count: number): string {
  let text = '';
  while (text.length < count) text += dice.roll(10);
  return text;
}

const LEAST_ROOM: ReadonlyMap<Maker, number> = new Map<Maker, number>([
  [word, BEGINNING],
  [email, BEGINNING + DOMAIN.length + 1],
  [phone, 10],
  [card, 16],
  [iban, 22],
  [accountNumber, 12],
  [name, 10],
  [fullName, 10],
  [street, 10],
  [password, BEGINNING + 3],
  [sentence, BEGINNING],
  [url, 40],
]);

const STRICT: ReadonlySet<Maker> = new Set([phone, card, iban, accountNumber, email, url]);

/** What a control of this type takes, whatever it is for; null: it takes nothing of ours. */
const BY_TYPE: Readonly<Record<string, Maker | null>> = {
  email,
  url,
  number: accountNumber,
  date: null,
  'datetime-local': null,
  month: null,
  week: null,
  time: null,
  color: null,
  range: null,
  checkbox: null,
  radio: null,
  file: null,
  button: null,
  submit: null,
  reset: null,
  image: null,
  'select-one': null,
  'select-multiple': null,
};

/** Null: a code, a date or a choice has too few values to be told from anybody else's. */
const BY_CLASS: Readonly<Partial<Record<PiiClass, Maker | null>>> = {
  email,
  username_or_email: email,
  phone,
  'card.number': card,
  iban,
  bank_account: accountNumber,
  'name.given': name,
  'name.middle': name,
  'name.family': name,
  'name.full': fullName,
  'card.name': fullName,
  'address.street': street,
  'address.city': name,
  organization: name,
  job_title: name,
  password,
  message: sentence,
  message_subject: sentence,
  health: sentence,
  url,
  'name.prefix': null,
  'address.state': null,
  'address.postal': null,
  'address.country': null,
  'card.cvv': null,
  'card.expiry': null,
  'card.type': null,
  dob: null,
  gender: null,
  otp: null,
  phone_country_code: null,
  income: null,
  religion: null,
  ethnicity: null,
  politics: null,
  union: null,
  sexuality: null,
  biometric: null,
  ip: null,
};

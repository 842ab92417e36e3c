import { dictionary, indexOf, isArray, lower, ownValue, slice } from '../natives';
import { eachItem, eachName, isObject } from '../signals/read';

/** How a call names somebody. */
export interface Named {
  /** The id is an email address. */
  readonly email: boolean;
  /** It carries an email address, a name, a phone number or the like. */
  readonly traits: boolean;
  readonly id: boolean;
}

/** `identify(id, traits, …)` from an argument on. An object in place of the id is a list of traits. */
export function namedBy(args: unknown, from: number): Named {
  const found = { email: false, traits: false, id: false };
  const id = ownValue(args, from);
  if (isId(id)) takeId(id, found);
  for (let i = from; i < from + 4; i++) scan(ownValue(args, i), 0, found);
  return found;
}

/** `setUser(traits)`, `people.set(name, value)` from an argument on. */
export function namedByTraits(args: unknown, from: number): Named {
  const found = { email: false, traits: false, id: false };
  const name = ownValue(args, from);
  if (typeof name === 'string') takeName(name, ownValue(args, from + 1), 0, found);
  for (let i = from; i < from + 4; i++) scan(ownValue(args, i), 0, found);
  return found;
}

type Found = { -readonly [K in keyof Named]: boolean };

const MAX_DEPTH = 3;

/** Words that name a trait, without case and signs between. */
const TRAITS = words(
  'email emailaddress mail name firstname lastname fullname givenname familyname surname username ' +
    'phone phonenumber mobile telephone address street city zip postalcode birthday birthdate ' +
    'dateofbirth dob gender ssn ip ipaddress displayname avatar sha256emailaddress sha256phonenumber',
);
const IDS = words('id uid userid customerid memberid visitorid');
/** What traits lie within. */
const GROUPS = words('properties visitor traits user set propertyset q args setonce');

function scan(value: unknown, depth: number, found: Found): void {
  if (!isObject(value) || typeof value === 'function' || depth > MAX_DEPTH) return;
  if (isArray(value)) {
    // Amplitude's own queue: `[{ name: 'set', args: ['email', '…'] }]`.
    eachItem(value, (item) => {
      if (typeof item === 'string') takeName(item, undefined, depth, found);
      else scan(item, depth + 1, found);
    });
    return;
  }
  eachName(value, (name, inner) => takeName(name, inner, depth, found));
}

function takeName(name: string, value: unknown, depth: number, found: Found): void {
  if (name.length > 40) return;
  const word = plain(name);
  if (IDS[word] === true && isId(value)) takeId(value, found);
  else if (GROUPS[word] === true) scan(value, depth + 1, found);
  // `name: 'set'` is how a queue says what to call.
  else if (TRAITS[word] === true && value !== null && value !== 'set') found.traits = true;
}

function takeId(id: string | number, found: Found): void {
  found.id = true;
  if (typeof id === 'string' && isEmail(id)) found.email = true;
}

const isId = (value: unknown): value is string | number =>
  typeof value === 'number' || (typeof value === 'string' && value !== '');

function isEmail(text: string): boolean {
  const at = indexOf(text, '@');
  return text.length <= 320 && at > 0 && indexOf(text, '.', at) > at + 1;
}

/** `$first_name` is `firstname`. */
function plain(name: string): string {
  const text = lower(name);
  let word = '';
  for (let i = 0; i < text.length; i++) {
    const sign = slice(text, i, i + 1);
    if (indexOf(SIGNS, sign) !== -1) word += sign;
  }
  return word;
}

const SIGNS = 'abcdefghijklmnopqrstuvwxyz0123456789';

function words(text: string): Record<string, boolean | undefined> {
  const found = dictionary<boolean>();
  for (const word of text.split(' ')) found[word] = true;
  return found;
}

import { type MessageId, message } from '../../core/message';
import type { Surroundings, TextMatch } from '../contract';
import { recognise } from '../text/recognise';
import { isPersonName } from './person-name';

/**
 * Finds personal values in the text of an element. What people write to each other is private by
 * nature: inside a message the whole text is of class `message`, whatever it contains, besides
 * the values that are found in it.
 *
 * @param text as it stands in the page; offsets are into it.
 * @returns in the order of the text; a `message` encloses what was found in it.
 */
export function classifyText(text: string, surroundings: Surroundings): TextMatch[] {
  const found = recognise(text);
  const start = text.search(/\S/);
  if (start < 0) return found;
  const end = text.trimEnd().length;
  const { namePlace } = surroundings;
  if (namePlace !== null && found.length === 0) {
    const isThere = NAME_FORMS[namePlace](text.slice(start, end));
    return isThere ? [nameIn(start, end, namePlace)] : found;
  }
  if (!surroundings.inMessage || !isUtterance(text.slice(start, end))) return found;
  return [messageIn(start, end, surroundings), ...found];
}

function messageIn(start: number, end: number, { someoneElses }: Surroundings): TextMatch {
  const why = [message('pii.why.messageBody')];
  if (someoneElses) why.push(message('pii.why.someoneElses'));
  return { start, end, pii: 'message', confidence: 0.85, why };
}

type NamePlace = NonNullable<Surroundings['namePlace']>;

function nameIn(start: number, end: number, place: NamePlace): TextMatch {
  const why = message(WHY[place] ?? 'pii.why.authorPlace');
  return { start, end, pii: 'name.full', confidence: 0.75, why: [why] };
}

const WHY: Partial<Record<NamePlace, MessageId>> = {
  account: 'pii.why.accountPlace',
  partner: 'pii.why.partnerPlace',
};

/** A person said it: it has a word, and is not only a time, a number or a sign. */
function isUtterance(text: string): boolean {
  if (!/\p{L}{2}|[\p{Lo}\p{Extended_Pictographic}]/u.test(text)) return false;
  return !TIME.test(text);
}

/** `10:42 AM`, `Today at 9:15`, `5 min ago`, `Seen`. */
const TIME =
  /^(?:[\p{L}.]{1,12},? (?:at |um |à |a las |alle |om |o |в )?)?\d{1,2}[:.h]\d{2}(?: ?[ap]\.?m\.?)?$|^\d{1,3} ?(?:s|sec|m|min|mins|minutes?|h|hrs?|hours?|d|days?|w|weeks?|Minuten?|Stunden?|jours?|heures?)(?: ago)?$|^(?:seen|sent|delivered|read|edited|today|yesterday|gelesen|heute|gestern|lu|hier|visto|ayer|letto|ieri)$/iu;

/** One to five words that begin with a capital (or of a script without capitals), no sentence. */
function isName(text: string): boolean {
  if (text.length < 2 || text.length > 60 || /[\n!?:;,]|\d{3}/.test(text)) return false;
  const parts = text.replace(/^[@~]/, '').split(/\s+/);
  if (parts.length > 5 || NOT_A_NAME.test(text)) return false;
  const proper = parts.filter((part) => /^[\p{Lu}\p{Lo}]/u.test(part)).length;
  return proper > 0 && (proper >= parts.length / 2 || parts.length === 1);
}

/** What stands in the place of a name and names nobody. */
const NOT_A_NAME =
  /^(?:you|me|guest|anonymous|admin|administrator|moderator|unknown( user)?|user|author|sender|from|name|log ?in|sign ?in|log ?out|account|my account|profile|sie|du|ich|gast|vous|moi|invité|tú|yo|tu|io|you \(.*\)|bot|support|system)$/i;

/** What may be a name in each place. The text in a picture's element is none: only its label is. */
const NAME_FORMS: Readonly<Record<NamePlace, (text: string) => boolean>> = {
  author: isName,
  account: isName,
  partner: isPersonName,
  picture: () => false,
  photo: () => false,
};

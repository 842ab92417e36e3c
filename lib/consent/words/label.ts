import { Reading } from './lexicon';

/** What a control of a consent banner says that it does. `other` is no control of consent. */
export type ButtonLabel = 'reject' | 'accept' | 'settings' | 'acknowledge' | 'other';

/**
 * Reads a label by what its words mean and how they stand to each other, so that a wording which
 * nobody has listed is read as well. A refusal is looked for first, because refusals quote
 * acceptance ("Continue without accepting"). A label that offers both a refusal and the settings is
 * called settings: pressing it does not yet refuse.
 */
export function labelOf(label: string): ButtonLabel {
  return readLabel(label).label;
}

export interface LabelReading {
  readonly label: ButtonLabel;
  /** It keeps a choice whose content the label does not tell ("Save selection"). */
  readonly isPartial: boolean;
  /** It sends the banner away, and says nothing of consent ("Close"). */
  readonly isClosing: boolean;
}

export function readLabel(label: string): LabelReading {
  if (CROSS.test(label)) return { label: 'acknowledge', isPartial: false, isClosing: true };
  const words = new Reading(label);
  const is = judge(words, label);
  const isPartial = (is === 'accept' || is === 'acknowledge') && keeps(words);
  return { label: is, isPartial, isClosing: is === 'acknowledge' && words.has('close') };
}

/** Whether a label postpones the choice ("Ask me later", "Not now"); some of them refuse as well. */
export function laterOf(label: string): boolean {
  const words = new Reading(label);
  return (
    words.length <= MOST_WORDS &&
    words.has('later', 'defer') &&
    !words.has('pages', 'learn', 'pays')
  );
}

/** Signs that close. */
const CROSS = /^\s*[x×✕✖✗✘⨯❌]\s*$/i;

/** Longer texts are sentences, not labels. */
const MOST_WORDS = 16;

function judge(words: Reading, label: string): ButtonLabel {
  const has = words.has.bind(words);
  if (words.length === 0 || words.length > MOST_WORDS)
    return isLongRefusal(words) ? 'reject' : 'other';
  if (isElsewhere(words, label)) return 'other';
  if (refuses(words)) return has('settings') && !has('save') ? 'settings' : 'reject';
  if (closes(words)) return 'acknowledge';
  const leadsOn = has('pages', 'partners', 'learn');
  if (has('details') && words.length <= (leadsOn ? 3 : 9) && !has('pages', 'partners'))
    return 'settings';
  if (has('pages', 'partners'))
    return has('settings') && has('choose') && !has('partners') ? 'settings' : 'other';
  if (keeps(words)) return has('close') || isBareConfirm(words) ? 'acknowledge' : 'accept';
  if (accepts(words)) return 'accept';
  if (opens(words)) return 'settings';
  if (has('learn')) return 'other';
  if (affirms(words)) return 'accept';
  return acknowledges(words) ? 'acknowledge' : 'other';
}

/** "If you prefer not to accept, please click here". */
const isLongRefusal = (words: Reading): boolean =>
  words.length > MOST_WORDS &&
  words.length < 2 * MOST_WORDS &&
  declines(words) &&
  words.has('press');

/** What a banner holds that is no choice: subscriptions, ways out, questions, accounts. */
function isElsewhere(words: Reading, label: string): boolean {
  if (words.has('pays', 'leave') || /[?？؟]\s*$/.test(label)) return true;
  if (/\d/.test(label) && words.has('age')) return true;
  return words.has('unrelated') && !words.has('cookies', 'consent');
}

function refuses(words: Reading): boolean {
  const has = words.has.bind(words);
  // Somebody who tells what one may do, or a page about it, does not do it.
  if (has('pages', 'learn') || (has('people') && words.length > 4)) return false;
  if (has('reject', 'defer')) return true;
  if (has('undo')) return words.length === 1 || has('all', 'cookies', 'consent', 'optional');
  if (has('without'))
    return has('accept', 'consent', 'cookies', 'use') || (has('optional') && !has('ads'));
  return saysNo(words) || takesNecessary(words) || takesOne(words);
}

/** "Non-essential": what needs asking, and no refusal. */
const isUnneeded = (words: Reading): boolean =>
  words.follows('not', 'necessary', 1) && !words.has('only');

/** "Do not accept", "Ich stimme nicht zu". */
const declines = (words: Reading): boolean =>
  !isUnneeded(words) && (words.follows('not', 'accept', 2) || words.follows('accept', 'not', 0));

/** "No, thanks", "No cookies", "Do not use cookies". */
function saysNo(words: Reading): boolean {
  if (isUnneeded(words)) return false;
  if (declines(words) || WITHHELD.some((thing) => words.follows('not', thing, 2))) return true;
  if (!words.at(0, 'no')) return false;
  if (words.length === 1 || words.at(1, 'thanks', 'cookies', 'use')) return words.length <= 8;
  return words.length > 2 && words.length <= 6 && !words.has('see', 'ok', 'close', 'ads', 'accept');
}

const WITHHELD = ['cookies', 'use', 'optional', 'go', 'consent'] as const;

/** "Necessary cookies only", "Accept necessary", "Essential". */
function takesNecessary(words: Reading): boolean {
  const has = words.has.bind(words);
  if (has('optional', 'partners') || isUnneeded(words)) return false;
  if (has('necessary') && words.length <= 10)
    return (
      has('accept', 'only', 'use', 'go') ||
      words.isAll('necessary', 'functional', 'cookies', 'filler', 'all')
    );
  return has('functional') && words.length <= 6 && has('accept', 'only', 'use', 'cookies');
}

/** "Only statistics". */
const takesOne = (words: Reading): boolean =>
  words.has('only') &&
  words.length <= 6 &&
  words.has('accept', 'optional', 'use', 'cookies') &&
  !words.has('chosen');

/** "Save", "Confirm my choices", "Accept selected". */
function keeps(words: Reading): boolean {
  const has = words.has.bind(words);
  if (has('save', 'confirm') && !has('later'))
    return has('chosen', 'settings') || (words.length <= 3 && words.strange === 0);
  return has('chosen') && has('accept', 'use');
}

const isBareConfirm = (words: Reading): boolean => words.has('confirm') && words.length === 1;

function accepts(words: Reading): boolean {
  const has = words.has.bind(words);
  if (words.length > 10) return false;
  if (has('accept'))
    return !has('settings') || has('all') || (words.at(0, 'accept') && !words.at(0, 'settings'));
  const isEverything = has('all') && has('cookies') && !has('settings', 'choose');
  return isEverything && (has('go') || words.length <= 3);
}

/** "Yes", "Consent"; not "Consent ID". */
const affirms = (words: Reading): boolean =>
  words.at(0, 'yes') &&
  !words.at(0, 'ok', 'close') &&
  words.length <= (words.at(0, 'consent') ? 1 : 7);

/** Opens the settings. Choosing and options are of much else too, so that most words are to be known. */
function opens(words: Reading): boolean {
  const has = words.has.bind(words);
  if (words.length > 9 || has('ads') || words.at(0, 'people')) return false;
  return has('settings') || (has('choose') && (has('cookies', 'consent') || words.strange <= 2));
}

/** "Close this notice" closes, and does not show a notice. */
const closes = (words: Reading): boolean =>
  words.has('close') &&
  words.length <= 5 &&
  !words.has('accept', 'save', 'confirm', 'settings', 'ads', 'all', 'partners');

const acknowledges = (words: Reading): boolean =>
  words.has('ok', 'go', 'close') &&
  words.length <= 5 &&
  !words.has('without', 'ads') &&
  (words.at(0, 'ok', 'close') || !words.has('place'));

import type { ElementFacts, Surroundings } from '../contract';
import { toWords } from '../words';
import { type InnerFacts, isHeading, readsAsProse } from './prose';
import {
  AUTHOR,
  BODY,
  CHROME,
  INCOMING,
  OF_A_THING,
  OUTGOING,
  PHOTO,
  PICTURE,
  THREAD,
} from './vocabulary';

/** The surroundings of a document's root. */
export function rootSurroundings(lang: string): Surroundings {
  return {
    inMessage: false,
    inThread: false,
    nearThread: false,
    someoneElses: false,
    namePlace: null,
    lang,
  };
}

/**
 * The surroundings of an element's children and text, from those of the element itself's parent.
 * Made top down, so that a scan asks each element once. A message is known by structure: a thread
 * or log of messages, and in it an element named as the body of one.
 *
 * @param inside the first elements in it; asked for where a name alone says that it is a thread.
 */
export function enterSurroundings(
  parent: Surroundings,
  element: ElementFacts,
  inside: () => Iterable<InnerFacts> = () => [],
): Surroundings {
  const lang = element.lang || parent.lang;
  const names = namesOf(element);
  const isPlain = names.length === 0 && element.role === '' && element.itemprop === '';
  if (
    isPlain &&
    !CHROME_TAGS.has(element.tag) &&
    !isSpoken(parent, element) &&
    !isHeading(element)
  ) {
    return lang === parent.lang ? parent : { ...parent, lang };
  }
  const namePlace = namePlaceOf(parent, element, names);
  const inThread = !isLeaf(element) && (parent.inThread || isThread(element, names, inside));
  const nearThread = parent.nearThread || inThread;
  if (isChrome(parent, element, names) || namePlace !== null) {
    return { inMessage: false, inThread, nearThread, someoneElses: false, namePlace, lang };
  }
  const inMessage = parent.inMessage || isBody(parent, element, names);
  const side = sideOf(names);
  const someoneElses = side === null ? parent.someoneElses : side === 'incoming';
  return { inMessage, inThread, nearThread, someoneElses, namePlace: null, lang };
}

/** Each class, id and test id as words: `MessageBubble--incoming` is "message bubble incoming". */
function namesOf(element: ElementFacts): readonly string[] {
  const names: string[] = [];
  for (const name of element.classNames.slice(0, 12)) names.push(toWords(name));
  if (element.id !== '') names.push(toWords(element.id));
  if (element.testId !== '') names.push(toWords(element.testId));
  return names;
}

const CHROME_TAGS: ReadonlySet<string> = new Set([
  'button',
  'label',
  'nav',
  'time',
  'form',
  'select',
  'footer',
  'script',
  'style',
  'summary',
  'h1',
  'h2',
]);
const CHROME_ROLES: ReadonlySet<string> = new Set([
  'button',
  'navigation',
  'toolbar',
  'tab',
  'tablist',
  'menu',
  'menuitem',
  'banner',
  'separator',
  'timer',
  'status',
  'tooltip',
  'search',
]);

/** What surrounds messages and is none: times, buttons, counters, headers, composers' chrome. */
function isChrome(parent: Surroundings, element: ElementFacts, names: readonly string[]): boolean {
  return (
    CHROME_TAGS.has(element.tag) ||
    (isHeading(element) && !parent.inMessage) ||
    CHROME_ROLES.has(element.role) ||
    element.itemprop === 'datePublished' ||
    names.some((name) => CHROME.test(name))
  );
}

const isLeaf = (element: ElementFacts): boolean =>
  CHROME_TAGS.has(element.tag) && element.tag !== 'form';

function isThread(
  element: ElementFacts,
  names: readonly string[],
  inside: () => Iterable<InnerFacts>,
): boolean {
  if (element.tag === 'body' || element.tag === 'html') return false;
  if (element.role === 'log') return true;
  const isNamed =
    names.some((name) => THREAD.test(name)) || THREAD.test(toWords(element.ariaLabel));
  return isNamed && !readsAsProse(inside());
}

function isBody(parent: Surroundings, element: ElementFacts, names: readonly string[]): boolean {
  if (element.tag === 'body' || element.tag === 'html') return false;
  if (element.itemprop === 'commentText' || element.itemprop === 'reviewBody') return true;
  if (element.contentEditable && parent.inThread) return true;
  if (names.some((name) => BODY.strong.test(name))) return true;
  if (!parent.inThread) return false;
  return (
    element.itemprop === 'text' ||
    element.role === 'article' ||
    names.some((name) => BODY.inThread.test(name)) ||
    (names.length === 0 && isSpoken(parent, element))
  );
}

/** An unnamed paragraph of a log is what was said. */
const isSpoken = (parent: Surroundings, { tag }: ElementFacts): boolean =>
  parent.inThread && (tag === 'p' || tag === 'blockquote');

function namePlaceOf(
  parent: Surroundings,
  element: ElementFacts,
  names: readonly string[],
): Surroundings['namePlace'] {
  const { namePlace: around } = parent;
  if (around !== null && around !== 'picture' && around !== 'photo') return around;
  const isNamed = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (element.itemprop === 'author' || element.itemprop === 'creator') return 'author';
  if (isNamed(AUTHOR.account)) return 'account';
  // The name of a thread may be that of its topic, so that it must read like a person's.
  if (parent.nearThread && isNamed(AUTHOR.partner)) return 'partner';
  if (isNamed(OF_A_THING)) return null;
  if (isNamed(AUTHOR.anywhere)) return 'author';
  const isInside = parent.inThread || parent.inMessage;
  if (isInside && isNamed(AUTHOR.inThread)) return 'author';
  // A row of a list of threads is often a button: the names in it are not of the button.
  if (parent.nearThread && !isInside && names.includes('name')) return 'partner';
  if (isNamed(PICTURE)) return 'picture';
  if (isImage(element) && isNamed(PHOTO)) return 'photo';
  return around;
}

const isImage = ({ tag, role }: ElementFacts): boolean => tag === 'img' || role === 'img';

function sideOf(names: readonly string[]): 'incoming' | 'outgoing' | null {
  for (const name of names) {
    if (OUTGOING.test(name)) return 'outgoing';
    if (INCOMING.test(name)) return 'incoming';
  }
  return null;
}

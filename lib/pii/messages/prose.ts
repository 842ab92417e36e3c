import type { ElementFacts } from '../contract';
import { toWords } from '../words';
import { MESSAGE_ITEM } from './vocabulary';

/** An element inside another, with how deep it stands. */
export interface InnerFacts {
  readonly facts: ElementFacts;
  /** 1 for a child. */
  readonly depth: number;
}

/**
 * Whether what is inside an element reads as an article about messages rather than as messages:
 * a heading with a paragraph beside it, and nothing that threads have (items named as messages,
 * authors, times, a log or a feed, a box to write in, several list items that are mere paragraphs).
 *
 * @param inside the first elements in the order of the document.
 */
export function readsAsProse(inside: Iterable<InnerFacts>): boolean {
  const tags: string[] = [];
  /** Depths at which a heading was seen in the parent that is open now. */
  const headings = new Set<number>();
  let paragraphs = 0;
  let items = 0;
  let top = Number.POSITIVE_INFINITY;
  for (const { facts, depth } of inside) {
    if (isOfMessages(facts)) return false;
    for (const seen of headings) if (seen > depth) headings.delete(seen);
    if (depth > top) continue;
    top = isTop(facts) ? depth : Number.POSITIVE_INFINITY;
    tags[depth] = facts.tag;
    if (isHeading(facts)) headings.add(depth);
    else if (facts.tag !== 'p') continue;
    else if (headings.has(depth)) paragraphs += 1;
    else if (tags[depth - 1] === 'li') items += 1;
  }
  return paragraphs > 0 && items < 2;
}

function isOfMessages({ tag, role, itemprop, contentEditable, ...facts }: ElementFacts): boolean {
  if (tag === 'time' || tag === 'textarea' || contentEditable) return true;
  if (role === 'log' || role === 'feed' || OF_MESSAGES.has(itemprop)) return true;
  return [...facts.classNames, facts.id, facts.testId].some((n) => MESSAGE_ITEM.test(toWords(n)));
}

const OF_MESSAGES: ReadonlySet<string> = new Set([
  'author',
  'creator',
  'comment',
  'commentText',
  'datePublished',
  'dateCreated',
  'text',
]);

export const isHeading = ({ tag, role }: ElementFacts): boolean =>
  /^h[1-6]$/.test(tag) || role === 'heading';

/** The head of a thread has a heading and a line below it as well. */
const isTop = ({ tag, classNames }: ElementFacts): boolean =>
  tag === 'header' || classNames.some((name) => TOP.test(toWords(name)));
const TOP = /(?:^| )(?:header|head|top|toolbar|hint)(?= |$)/;

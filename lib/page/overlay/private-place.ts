import { holderOfTree } from '../anchors/surroundings';
import { isElement, natives } from '../natives';
import { dom } from './dom';

/**
 * Whether an element stands where people are named or write to each other: a row of an inbox, a
 * message, an account's menu. The overlay has no classifier, so here it errs towards silence: such
 * an element is ranked by its role, and what it says stays on the page.
 */
export function isPrivatePlace(element: Element): boolean {
  if (holdsPrivate(element)) return true;
  // A message may be shown in a frame or a shadow root: so may what says that it is one be outside.
  let holder: Element | null = element;
  for (let trees = 0; holder !== null && trees < MOST_TREES; trees++) {
    let at: Element | null = holder;
    for (let up = 0; at !== null && up < FAR; up++, at = dom.parentElement(at)) {
      if (isPrivate(at)) return true;
    }
    holder = holderOfTree(dom.rootOf(holder));
  }
  return holder !== null;
}

/** Ancestors looked at in each tree: a row of a list and what frames it. */
const FAR = 4;

/** Frames and shadow roots within each other; what is deeper is taken for private. */
const MOST_TREES = 20;

/** Elements inside that are looked at: the parts of one row. */
const MOST_INSIDE = 12;

const PRIVATE =
  /^(?:message|thread|chat|inbox|conversation|comment|reply|mail|contact|member|customer|recipient|sender|author|avatar|profile|username|account|user|person|patient|employee|photo|portrait|headshot)(?:s?)$/;

/** Parts of a page that are named after these and hold nobody: `user-guide`, `account-plans`. */
const PUBLIC =
  /^(?:nav|menu|tab|link|icon|button|btn|cta|plans?|pricing|guide|help|docs?|feature)s?$/;

function isPrivate(element: Element): boolean {
  const role = natives.attribute(element, 'role');
  if (role === 'log' || role === 'feed') return true;
  const names = `${natives.attribute(element, 'class') ?? ''} ${natives.attribute(element, 'data-testid') ?? ''}`;
  return names
    .split(/\s+|__/)
    .slice(0, 20)
    .some((name) => {
      const words = name.split(/[-_]|(?<=[a-z])(?=[A-Z])/).map((word) => word.toLowerCase());
      return words.some((word) => PRIVATE.test(word)) && !words.some((word) => PUBLIC.test(word));
    });
}

function holdsPrivate(element: Element): boolean {
  const walker = dom.walker(element, NodeFilter.SHOW_ELEMENT, () => NodeFilter.FILTER_ACCEPT);
  for (let i = 0; i < MOST_INSIDE; i++) {
    const inside = walker.nextNode();
    if (inside === null) return false;
    if (isElement(inside) && isPrivate(inside)) return true;
  }
  return false;
}

import type { Anchor } from '../../protocol/heat-kinds';
import { isPlainSelector } from '../plain-selector';

/** As many as `AnchorSchema` takes; Matomo itself keeps no more of an element. */
const LONGEST = 1000;
/** No page nests deeper on purpose. */
const MOST_PARTS = 64;

const NAME = String.raw`(?:[-\w\u0080-\uffff]|\\[^\n\r\f])+`;
const STRING = String.raw`"(?:[^"\\\n]|\\[^\n])*"|'(?:[^'\\\n]|\\[^\n])*'`;
/** What the selector of an element is made of: names, ids, classes, attributes, positions. */
const SIMPLE = new RegExp(
  String.raw`(?:\*|${NAME})|[#.]${NAME}|\[${NAME}(?:[~|^$*]?=(?:${STRING}|${NAME}))?\]|` +
    String.raw`:(?:nth-(?:last-)?(?:child|of-type)\(\d{1,6}\)|(?:first|last|only)-(?:child|of-type)|root)`,
  'y',
);
const COMBINATOR = /\s*[>+~]\s*|\s+/y;

/**
 * A selector of Matomo's as an anchor: itself first, then its last part that begins at an id, which
 * finds the element where what lies above it has moved. Null for what is no plain selector of one
 * element: too long, a list, or functions (`:has()`, `:is()`) that can keep a page busy; and for what
 * may say who somebody is.
 */
export function toAnchor(selector: string): Anchor | null {
  const parts = partsOf(selector.trim());
  if (parts === null) return null;
  const whole = selector.trim();
  const start = parts.findLast(({ hasId }) => hasId)?.start ?? 0;
  const selectors = (start > 0 ? [whole, whole.slice(start)] : [whole]).filter(isPlainSelector);
  return selectors.length > 0 ? { selectors } : null;
}

interface Part {
  readonly start: number;
  readonly hasId: boolean;
}

/** The parts between combinators; null where the text is anything else. Linear in its length. */
function partsOf(selector: string): Part[] | null {
  if (selector === '' || selector.length > LONGEST) return null;
  const parts: Part[] = [];
  let at = 0;
  while (at < selector.length) {
    const start = at;
    let hasId = false;
    for (let end = simpleEnd(selector, at); end > at; end = simpleEnd(selector, at)) {
      hasId ||= selector.charAt(at) === '#';
      at = end;
    }
    if (at === start) return null;
    parts.push({ start, hasId });
    if (parts.length > MOST_PARTS) return null;
    if (at === selector.length) return parts;
    COMBINATOR.lastIndex = at;
    if (!COMBINATOR.test(selector)) return null;
    at = COMBINATOR.lastIndex;
  }
  return null;
}

function simpleEnd(selector: string, at: number): number {
  SIMPLE.lastIndex = at;
  return SIMPLE.test(selector) ? SIMPLE.lastIndex : at;
}

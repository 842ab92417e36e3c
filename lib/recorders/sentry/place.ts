import type { Border, NodeView } from '../contract';
import { isHostBlocked, or, type Tri } from '../rrweb/place';
import { RRWEB_CLASSES } from './defaults';
import { isLeftOut } from './left-out';
import type { Selectors, SentryOptions } from './options';

/** What the way down to an element decides about it. */
export interface Place {
  readonly view: NodeView | null;
  /** The nearest mark, on the element or around it; on the same element a mask wins. */
  readonly mark: 'mask' | 'unmask' | 'none' | 'unread';
  readonly markedBy: string;
  readonly blockedAbove: Tri;
  readonly blockedHere: Tri;
  readonly blockedBy: string;
  /** In the shadow root of a blocked host: left out only if it was there when the recorder started. */
  readonly hostBlocked: boolean;
  /** This element or one around it is no part of a snapshot. */
  readonly leftOut: boolean;
  readonly closed: boolean;
  /** Straight in a shadow root: text here has no parent element. */
  readonly inRoot: boolean;
  /** The option whose selectors are not valid, which the recorder swallows. */
  readonly invalid: string;
}

export const ROOT: Place = {
  view: null,
  mark: 'none',
  markedBy: '',
  blockedAbove: false,
  blockedHere: false,
  blockedBy: '',
  hostBlocked: false,
  leftOut: false,
  closed: false,
  inRoot: false,
  invalid: '',
};

/** One step down. Marks reach through shadow roots and not into frames. */
export function step(from: Place, view: NodeView, via: Border, options: SentryOptions): Place {
  const closed = from.closed || via === 'shadow-closed';
  const hostBlocked = isHostBlocked(from, via);
  if (via !== 'child' && from.view === view) return { ...from, inRoot: true, hostBlocked, closed };
  const block = blocks(view, options);
  return {
    ...markOf(view, options, via === 'iframe' ? ROOT : from),
    view,
    blockedAbove: or(from.blockedAbove, from.blockedHere),
    blockedHere: block.matches,
    blockedBy: from.blockedBy || block.by,
    hostBlocked,
    leftOut: from.leftOut || isLeftOut(view, options),
    closed,
    inRoot: false,
  };
}

function markOf(
  view: NodeView,
  options: SentryOptions,
  from: Place,
): Pick<Place, 'mark' | 'markedBy' | 'invalid'> {
  const { invalid } = from;
  if (view.hasClass(RRWEB_CLASSES.mask)) {
    return { mark: 'mask', markedBy: `.${RRWEB_CLASSES.mask}`, invalid };
  }
  const mask = matches(view, options.mask);
  if (mask === true) return { mark: 'mask', markedBy: byOf(view, options.mask, 'mask'), invalid };
  if (mask === null) return { mark: 'unread', markedBy: 'mask', invalid };
  const unmask = matches(view, options.unmask);
  if (unmask === true) {
    return { mark: 'unmask', markedBy: byOf(view, options.unmask, 'unmask'), invalid };
  }
  if (unmask === null) return { mark: 'unread', markedBy: 'unmask', invalid };
  const broken = mask === 'invalid' ? 'mask' : unmask === 'invalid' ? 'unmask' : invalid;
  return { mark: from.mark, markedBy: from.markedBy, invalid: broken };
}

/** Unblocking counts on the element itself alone; with selectors that are not valid nothing is blocked. */
function blocks(
  view: NodeView,
  { block, unblock }: SentryOptions,
): { readonly matches: Tri; readonly by: string } {
  const open = matches(view, unblock);
  if (open === true || open === 'invalid') return { matches: false, by: '' };
  const byClass = view.hasClass(RRWEB_CLASSES.block);
  const found = byClass ? true : matches(view, block);
  if (found === false || found === 'invalid') return { matches: false, by: '' };
  if (open === null || found === null) {
    return { matches: null, by: open === null ? 'unblock' : 'block' };
  }
  const by = byClass ? `.${RRWEB_CLASSES.block}` : byOf(view, block, 'block');
  return { matches: true, by };
}

/** Null: the selectors could not be read. */
export function matches(view: NodeView, selectors: Selectors): boolean | 'invalid' | null {
  if (selectors === null) return null;
  return selectors === '' ? false : (view.matches(selectors) ?? 'invalid');
}

/** The one selector of a list that matches, for people; lists with commas in brackets are named whole. */
function byOf(view: NodeView, selectors: Selectors, option: string): string {
  const parts = (selectors ?? '').split(',').map((part) => part.trim());
  return parts.find((part) => part && !/[()]/.test(part) && view.matches(part)) ?? option;
}

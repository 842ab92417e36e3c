import type { Border, NodeView } from '../contract';
import type { Dialect, OwnMasks } from './dialect';
import type { ClassRule, SelectorRule } from './options';

/** Yes, no, or can't tell. */
export type Tri = true | false | null;

/** What the way down to an element decides about it. */
export interface Place {
  readonly view: NodeView | null;
  /** Depth as the recorder counts: the document node has 0, its root element 1. */
  readonly depth: number;
  /** Whether text here is masked, and by what. */
  readonly masked: Tri;
  readonly maskedBy: string;
  /** Whether a mask stands on this side of the nearest shadow root or frame: what changes later asks no further. */
  readonly maskedInside: Tri;
  /** A mask that stands on this element and yet reaches nothing, since it has no light children. */
  readonly idleMask: boolean;
  /** An element around this one is left out. */
  readonly blockedAbove: Tri;
  /** This one is. */
  readonly blockedHere: Tri;
  readonly blockedBy: string;
  /** In the shadow root of a blocked host: left out only if it was there when the recorder started. */
  readonly hostBlocked: boolean;
  readonly closed: boolean;
  /** Straight in a shadow root: text here has no parent element. */
  readonly inRoot: boolean;
  /** An option's selector is not valid, which the recorder swallows. */
  readonly invalid: string;
  /** Where the vendor decides about masks itself. */
  readonly ownMasks: OwnMasks | null;
}

export const ROOT: Place = {
  view: null,
  depth: 0,
  masked: false,
  maskedBy: '',
  maskedInside: false,
  idleMask: false,
  blockedAbove: false,
  blockedHere: false,
  blockedBy: '',
  hostBlocked: false,
  closed: false,
  inRoot: false,
  invalid: '',
  ownMasks: null,
};

/**
 * One step down. The mask flag is inherited through shadow roots and same-origin frames, but an
 * element takes it on only if it has light child nodes (rrweb-snapshot, `needMaskingText`).
 */
export function step(from: Place, view: NodeView, via: Border, dialect: Dialect): Place {
  // The shadow root of an element: what stands straight in it is as deep, and masked, as in its host.
  if (via !== 'child' && from.view === view) {
    return {
      ...from,
      inRoot: true,
      maskedInside: false,
      hostBlocked: isHostBlocked(from, via),
      closed: from.closed || via === 'shadow-closed',
    };
  }
  const { options } = dialect;
  const stands = dialect.insteadOfInvalid;
  const mask = hit(
    view,
    options.maskTextClass,
    options.maskTextSelector,
    'maskTextSelector',
    stands?.maskTextSelector,
  );
  const block = hit(
    view,
    options.blockClass,
    options.blockSelector,
    'blockSelector',
    stands?.blockSelector,
  );
  const takesMask = view.hasLightChildren ? mask.matches : false;
  return {
    view,
    // A frame's document is a level of its own; a shadow root is not.
    depth: Math.max(from.depth + (via === 'iframe' ? 2 : 1), view.depth + 1),
    masked: or(from.masked, takesMask),
    maskedBy: from.masked === true ? from.maskedBy : mask.by,
    maskedInside: or(via === 'child' && from.maskedInside, mask.matches),
    idleMask: mask.matches === true && !view.hasLightChildren,
    blockedAbove: or(
      from.blockedAbove,
      via !== 'iframe' || dialect.blockReachesFrame ? from.blockedHere : false,
    ),
    blockedHere: block.matches,
    blockedBy: from.blockedBy || block.by,
    hostBlocked: isHostBlocked(from, via),
    closed: from.closed || via === 'shadow-closed',
    inRoot: false,
    invalid: mask.invalid || block.invalid || from.invalid,
    ownMasks: from.ownMasks?.enter(view, via) ?? null,
  };
}

/** @param from the place outside of the border, or above the element. */
export function isHostBlocked(
  {
    blockedHere,
    blockedAbove,
    hostBlocked,
  }: Pick<Place, 'blockedHere' | 'blockedAbove' | 'hostBlocked'>,
  via: Border,
): boolean {
  const isHere = blockedHere === true;
  const isShadow = via === 'shadow-open' || via === 'shadow-closed';
  return isShadow && isHere && blockedAbove === false ? true : hostBlocked && !isHere;
}

interface Hit {
  readonly matches: Tri;
  readonly by: string;
  readonly invalid: string;
}

function hit(
  view: NodeView,
  byClass: ClassRule,
  selector: SelectorRule,
  option: string,
  insteadOfInvalid?: string,
): Hit {
  let unsure = '';
  for (const name of view.classNames()) {
    const matches = byClass(name);
    if (matches === true) return { matches: true, by: `.${name}`, invalid: '' };
    if (matches === null) unsure = option.replace('Selector', 'Class');
  }
  if (selector === 'unknown-selector') return { matches: null, by: option, invalid: '' };
  if (selector === null) return unsure ? { matches: null, by: unsure, invalid: '' } : MISS;
  const selected = view.matches(selector);
  if (selected === null && insteadOfInvalid) return hit(view, byClass, insteadOfInvalid, option);
  if (selected === true) return { matches: true, by: selector, invalid: '' };
  const invalid = selected === null ? option : '';
  return { matches: unsure ? null : false, by: unsure, invalid };
}

const MISS: Hit = { matches: false, by: '', invalid: '' };

/** Either of two, where a yes settles it and a can't-tell outweighs a no. */
export function or(one: Tri, other: Tri): Tri {
  if (one === true || other === true) return true;
  return one === null || other === null ? null : false;
}

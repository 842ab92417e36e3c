import type { Border, NodeView } from '../contract';
import { configuredPrivacy, type Privacy, privacyOf } from './level';
import type { ClarityOptions } from './options';

/** What the way down to an element decides about it. */
export interface Place {
  readonly view: NodeView | null;
  readonly isSvg: boolean;
  readonly privacy: Privacy;
  /** Whether selectors of the options are looked for in this document: not in that of a frame. */
  readonly isSelected: boolean;
  /** `unmask` would open this, if the frame around it changed before Clarity sees it. */
  readonly mayBeOpened: boolean;
  /** In a closed shadow root, which Clarity sees only if it was made after Clarity had started. */
  readonly isClosed: boolean;
  /** Never looked at, like all that is in it. */
  readonly isIgnored: boolean;
}

export const rootFor = ({ content }: ClarityOptions): Place => ({
  view: null,
  isSvg: false,
  privacy: content
    ? { level: 'sensitive', by: 'content' }
    : { level: 'text-image', by: 'content: false' },
  isSelected: true,
  mayBeOpened: false,
  isClosed: false,
  isIgnored: false,
});

/** Masks reach into shadow roots and frames of the same origin; the nearest wins. */
export function step(from: Place, view: NodeView, via: Border, options: ClarityOptions): Place {
  const isRoot = via !== 'child' && from.view === view;
  const isSvg = view.tag === 'svg' || (via === 'child' && from.isSvg && !isHtmlInSvg(from));
  const isSelected = via === 'child' ? from.isSelected : via !== 'iframe';
  const place = {
    ...from,
    view,
    isSvg: isSvg && !isRoot,
    isSelected,
    isClosed: from.isClosed || via === 'shadow-closed',
  };
  if (isRoot) return place;
  const privacy = privacyOf(view, from.privacy, isSvg, isSelected ? options : null);
  const opens = !isSelected && configuredPrivacy(view, options)?.level === 'none';
  return {
    ...place,
    privacy,
    mayBeOpened: opens || (from.mayBeOpened && privacy === from.privacy),
    isIgnored: from.isIgnored || (!isSvg && IGNORED.has(view.tag)),
  };
}

const IGNORED: ReadonlySet<string> = new Set(['script', 'noscript', 'meta', 'base']);

const isHtmlInSvg = ({ view }: Place): boolean => view?.tag === 'foreignobject';

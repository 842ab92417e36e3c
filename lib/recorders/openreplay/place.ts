import type { Border, NodeView } from '../contract';
import type { OpenreplayOptions } from './options';

/** 0 plain, 1 obscured, 2 hidden, as the tracker numbers them. */
export type Level = 0 | 1 | 2;

/** What the way down to an element decides about it (`Sanitizer.computeLevel`, `Observer._commitNode`). */
export interface Place {
  readonly view: NodeView | null;
  readonly isSvg: boolean;
  readonly level: Level;
  /** Elements above this one, in the same tree, that are hidden; the first is that next to it. */
  readonly hiddenAbove: 0 | 1 | 2;
  /** `data-openreplay-unmask` on this element or around it, through shadow roots. */
  readonly unmasked: boolean;
  /** A mask of the page's own on this element or around it, through shadow roots. */
  readonly marked: boolean;
  /** `data-openreplay-masked`, the older name, here or around this element in the same tree. */
  readonly noClicks: boolean;
  /** Levels of the two elements above this one, in the same tree. */
  readonly near: readonly Level[];
  /** Inside a shadow root or a frame, whose clicks are not told apart from those on its host. */
  readonly inside: 'shadow' | 'frame' | null;
  /** Why nothing here is ever looked at; null: it is. */
  readonly unseen: 'ignored' | 'frame' | 'closed-root' | 'hidden' | null;
}

export const rootFor = ({ privateMode }: OpenreplayOptions): Place => ({
  view: null,
  isSvg: false,
  level: privateMode ? 1 : 0,
  hiddenAbove: 0,
  unmasked: false,
  marked: false,
  noClicks: false,
  near: [],
  inside: null,
  unseen: null,
});

export function step(from: Place, view: NodeView, via: Border, options: OpenreplayOptions): Place {
  const isRoot = via !== 'child' && from.view === view;
  const isSvg = view.tag === 'svg' || (via === 'child' && from.isSvg && !isHtmlInSvg(from));
  const outer = via === 'iframe' ? FRAME : from;
  const hiddenAbove = via === 'child' && from.level === 2 ? (from.hiddenAbove > 0 ? 2 : 1) : 0;
  const place: Place = {
    view,
    isSvg,
    level: 0,
    hiddenAbove,
    unmasked: outer.unmasked || (!isRoot && has(view, 'unmask')),
    marked: outer.marked || (!isRoot && isMarked(view)),
    noClicks: (via === 'child' && from.noClicks) || (!isRoot && has(view, 'masked')),
    near: via === 'child' && from.view ? [from.level, ...from.near].slice(0, 2) : [],
    inside: INSIDE[via] ?? from.inside,
    unseen: unseen(from, view, via, isRoot, hiddenAbove, options),
  };
  return { ...place, level: levelOf(place, from, outer, via, isRoot, options) };
}

const FRAME = { unmasked: false, marked: false } as const;

const INSIDE = {
  child: null,
  'shadow-open': 'shadow',
  'shadow-closed': 'shadow',
  iframe: 'frame',
} as const;

/** A mask does not reach into shadow roots and frames, whose root begins anew with a level of its own. */
function levelOf(
  { view, unmasked, marked }: Place,
  from: Place,
  outer: { readonly unmasked: boolean },
  via: Border,
  isRoot: boolean,
  { privateMode }: OpenreplayOptions,
): Level {
  let above: Level = via === 'child' ? from.level : 0;
  // What is unmasked takes on the masks around it again, not that of private mode.
  if (privateMode && unmasked && above === 1 && !outer.unmasked) above = marked ? 1 : 0;
  const own = view && !isRoot ? ownLevel(view) : 0;
  const floor = privateMode && !unmasked ? 1 : 0;
  if (above === 2 || own === 2) return 2;
  return above === 1 || own === 1 || floor === 1 ? 1 : 0;
}

function ownLevel(view: NodeView): Level {
  if (has(view, 'hidden') || has(view, 'htmlmasked')) return 2;
  return isMarked(view) ? 1 : 0;
}

const isMarked = (view: NodeView): boolean => has(view, 'masked') || has(view, 'obscured');

/** Marks count by being there, whatever their value. */
const has = (view: NodeView, mark: string): boolean =>
  view.attribute(`data-openreplay-${mark}`) !== null;

function unseen(
  from: Place,
  view: NodeView,
  via: Border,
  isRoot: boolean,
  hiddenAbove: number,
  { frames }: OpenreplayOptions,
): Place['unseen'] {
  if (from.unseen) return from.unseen;
  if (via === 'shadow-closed') return 'closed-root';
  const frame = from.view;
  if (via === 'iframe' && frame) {
    const captured = (frames && !has(frame, 'obscured')) || has(frame, 'capture');
    if (!captured) return 'frame';
  }
  if (hiddenAbove === 2) return 'hidden';
  return !isRoot && isIgnored(view) ? 'ignored' : null;
}

/** `isIgnored` of the tracker's observer, with all that is in such elements. */
function isIgnored(view: NodeView): boolean {
  if (view.tag !== 'link') return IGNORED.has(view.tag);
  const as = view.attribute('as');
  return !(view.attribute('rel')?.includes('stylesheet') || as === 'style' || as === 'font');
}

const IGNORED: ReadonlySet<string> = new Set(['script', 'noscript', 'meta', 'title', 'base']);

const isHtmlInSvg = ({ view }: Place): boolean =>
  /^(foreignobject|desc|title)$/.test(view?.tag ?? '');

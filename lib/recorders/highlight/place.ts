import type { Border, NodeView } from '../contract';
import type { Dialect } from '../rrweb/dialect';
import { type Place as FamilyPlace, step as familyStep, or, ROOT, type Tri } from '../rrweb/place';
import type { HighlightOptions } from './options';

/** What the way down to an element decides about it, beside what rrweb itself would decide. */
export interface Place {
  readonly base: FamilyPlace;
  readonly isSvg: boolean;
  /** Whether all text below the element is scrambled: by the setting, or by a masked element around. */
  readonly strict: Tri;
  /** The same, by the setting or by an element on this side of the nearest shadow root or frame. */
  readonly strictInside: Tri;
  /** The same for the element itself, which decides about pictures and media. */
  readonly strictAround: Tri;
  /** The class that masks stands on this very element: it keeps nothing but its class. */
  readonly masksItself: Tri;
  /** In a shadow root or a frame, whose clicks are not told apart from those on its host. */
  readonly inside: boolean;
}

export const rootFor = ({ privacy }: HighlightOptions): Place => ({
  base: ROOT,
  isSvg: false,
  strict: privacy === 'strict',
  strictInside: privacy === 'strict',
  strictAround: privacy === 'strict',
  masksItself: false,
  inside: false,
});

/**
 * One step down. A masked element makes everything below it strict, through shadow roots and
 * whether or not it has content of its own, but not through frames (`serializeNodeWithId`).
 */
export function step(
  from: Place,
  view: NodeView,
  via: Border,
  dialect: Dialect,
  options: HighlightOptions,
): Place {
  const base = familyStep(from.base, view, via, dialect);
  const inside = from.inside || via !== 'child';
  if (via !== 'child' && from.base.view === view) {
    return { ...from, base, inside, strictInside: options.privacy === 'strict' };
  }
  const strictAround = via === 'iframe' ? options.privacy === 'strict' : from.strict;
  const masksItself = matchesClass(view, options);
  const isMedia = MEDIA.has(view.tag) && strictAround === true;
  return {
    base: isMedia ? { ...base, blockedHere: true, blockedBy: 'privacySetting' } : base,
    isSvg: view.tag === 'svg' || (via === 'child' && from.isSvg && !isHtmlInSvg(from)),
    strict: or(strictAround, masksItself),
    strictInside: or(
      via === 'child' ? from.strictInside : options.privacy === 'strict',
      masksItself,
    ),
    strictAround,
    masksItself,
    inside,
  };
}

/** Elements of which strict privacy keeps a box alone. */
const MEDIA: ReadonlySet<string> = new Set(['img', 'video', 'audio', 'source']);

function matchesClass(view: NodeView, { family }: HighlightOptions): Tri {
  return view
    .classNames()
    .reduce<Tri>((found, name) => or(found, family.maskTextClass(name)), false);
}

const isHtmlInSvg = ({ base }: Place): boolean => base.view?.tag.toLowerCase() === 'foreignobject';

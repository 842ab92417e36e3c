import { isShadowRoot, natives } from '../natives';
import { clipOf, cut, type Rect } from './clipping';
import { dom } from './dom';

/** What an element's ancestors do to it. */
interface Surroundings {
  /** It stays with the viewport, itself or within something that does. */
  readonly fixed: boolean;
  /** What is left to see of it; null: not cut. */
  readonly clip: Rect | null;
  /** The same for absolutely positioned descendants, which escape containers that are not positioned. */
  readonly clipAbsolute: Rect | null;
}

const OPEN: Surroundings = { fixed: false, clip: null, clipAbsolute: null };

/**
 * Measures elements: what of them can be seen, cut by the containers that scroll or hide, and
 * whether they stay with the viewport. Ancestors are looked at once, so one measure serves one pass.
 */
export function createMeasure(view: Window) {
  const inside = new WeakMap<Element, Surroundings>();

  /** Null where nothing of the element can be seen. */
  function measure(element: Element): { readonly rect: Rect; readonly fixed: boolean } | null {
    if (!dom.isRendered(element)) return null;
    const style = view.getComputedStyle(element);
    const around = surroundings(element);
    const rect = cut(rectOf(element), clipFor(style.position, around));
    if (rect.right - rect.left < 1 || rect.bottom - rect.top < 1) return null;
    return { rect, fixed: around.fixed || staysPut(style.position) };
  }

  /** What an element's ancestors do to it, from the outermost inwards: nesting may be very deep. */
  function surroundings(element: Element): Surroundings {
    const chain: Element[] = [];
    let at = parentOf(element);
    while (at !== null && !inside.has(at)) {
      chain.push(at);
      at = parentOf(at);
    }
    let around = at === null ? OPEN : (inside.get(at) ?? OPEN);
    for (const ancestor of chain.reverse()) {
      around = within(ancestor, around);
      inside.set(ancestor, around);
    }
    return around;
  }

  function within(element: Element, around: Surroundings): Surroundings {
    // What the root and the body cut off is the viewport's affair.
    const { document } = view;
    const isRoot = element === natives.documentElement(document) || element === dom.body(document);
    if (isRoot) return around;
    const style = view.getComputedStyle(element);
    // It has no box that could cut or hold anything.
    if (style.display === 'contents') return around;
    const clip = clipOf(style, () => rectOf(element), clipFor(style.position, around));
    const holdsAbsolute = style.position !== 'static' || style.transform !== 'none';
    return {
      fixed: around.fixed || staysPut(style.position),
      clip,
      clipAbsolute: holdsAbsolute ? clip : around.clipAbsolute,
    };
  }

  return measure;
}

const staysPut = (position: string): boolean => position === 'fixed' || position === 'sticky';

function clipFor(position: string, around: Surroundings): Rect | null {
  if (position === 'fixed') return null;
  return position === 'absolute' ? around.clipAbsolute : around.clip;
}

function rectOf(element: Element): Rect {
  const { left, top, right, bottom } = natives.box(element);
  return { left, top, right, bottom };
}

/** The parent in the tree as it is drawn: through slots and shadow roots. */
export function parentOf(element: Element): Element | null {
  const parent = dom.assignedSlot(element) ?? dom.parentElement(element);
  if (parent !== null) return parent;
  const root = dom.rootOf(element);
  return isShadowRoot(root) ? natives.host(root) : null;
}

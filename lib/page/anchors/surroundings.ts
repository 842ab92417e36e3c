import { isHtml, natives } from '../natives';
import { clipOf, cut, isScrollContainer, type Rect } from '../overlay/clipping';
import { dom } from '../overlay/dom';
import { tree } from './dom';

/**
 * What an element moves with when something scrolls: the page; an inner scroll area or a frame; the
 * viewport (`fixed`); or, by turns, the page and the viewport (`sticky`).
 */
export interface Mover {
  readonly kind: 'page' | 'scroller' | 'frame' | 'fixed' | 'sticky';
  /** Null: the page itself. */
  readonly element: Element | null;
  readonly parent: Mover | null;
}

export const PAGE: Mover = { kind: 'page', element: null, parent: null };

/** Where a frame's own viewport lies in the page's, and how many CSS px one of its own takes. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly scale: number;
}

/** What an element and its ancestors do to what is inside it. */
interface Around extends Holder {
  readonly frame: Frame;
  /** What cuts off all that stands in this document: the frame that it is shown in. */
  readonly outer: Holder;
  readonly isPositioned: boolean;
  /** Something that it is in leaves out what it holds, which has boxes all the same: it is to be asked. */
  readonly maySkip: boolean;
  /** To see whether it is transformed, which is asked for what is positioned inside it alone. */
  readonly style: CSSStyleDeclaration | null;
  isTransformed: boolean | null;
  /** Null: the page, or the frame that this document is shown in. */
  readonly above: Around | null;
}

interface Holder {
  readonly mover: Mover;
  /** What is left to see of what is inside; null: it is not cut. */
  readonly clip: Rect | null;
}

const OPEN: Holder = { mover: PAGE, clip: null };
const TOP: Around = {
  ...OPEN,
  frame: { left: 0, top: 0, scale: 1 },
  outer: OPEN,
  isPositioned: false,
  maySkip: false,
  style: null,
  isTransformed: false,
  above: null,
};

/** An element as it lies now, whether or not it can be seen. */
export interface Measured {
  /** Its border box, not cut. */
  readonly rect: Rect;
  readonly clip: Rect | null;
  readonly mover: Mover;
}

/**
 * Measures elements with what moves them and what cuts them off, through shadow roots and frames.
 * Ancestors are looked at once, so one of these serves as long as nothing scrolls.
 */
export const createSurveyor = (view: Window): ((element: Element) => Measured | null) =>
  createSurvey(view).measure;

/** Where the viewport of a document lies in the page's: of the page's own, exactly there. */
export function viewportOf(view: Window, document: Document): Frame {
  const root: Element | null = natives.documentElement(document);
  return root === null ? TOP.frame : createSurvey(view).aroundOf(root).frame;
}

function createSurvey(view: Window) {
  const inside = new Map<Element, Around>();

  /** Null where the element is not rendered at all. */
  function measure(element: Element): Measured | null {
    const around = aroundOf(element);
    if (around.maySkip && !dom.isRendered(element)) return null;
    const rect = rectOf(element, around.frame);
    // What is not connected or not displayed has no box.
    if (rect.right <= rect.left || rect.bottom <= rect.top) return null;
    const { position, visibility } = view.getComputedStyle(element);
    if (visibility === 'hidden' || visibility === 'collapse') return null;
    const { mover, clip } = holderOf(element, position, around);
    return { rect, clip, mover };
  }

  /** From the outermost ancestor inwards: nesting may be very deep. */
  function aroundOf(element: Element): Around {
    let at = above(element);
    const known = at === null ? TOP : inside.get(at);
    if (known !== undefined) return known;
    const chain: Element[] = [];
    while (at !== null && !inside.has(at)) {
      chain.push(at);
      at = above(at);
    }
    let around = at === null ? TOP : (inside.get(at) ?? TOP);
    for (const ancestor of chain.reverse()) {
      around = within(ancestor, around);
      inside.set(ancestor, around);
    }
    return around;
  }

  function within(element: Element, above: Around): Around {
    const style = view.getComputedStyle(element);
    const around = above.maySkip || !maySkip(element, style) ? above : { ...above, maySkip: true };
    if (isHtml(element, 'iframe')) return withinFrame(element, style, around);
    if (isViewport(element, view)) return around;
    const { position, overflowX, overflowY } = style;
    const isPositioned = position !== 'static';
    const isOpen = overflowX === 'visible' && overflowY === 'visible';
    // What has no box cuts and holds nothing.
    if ((isPositioned || !isOpen) && style.display === 'contents') return around;
    const own = isPositioned ? holderOf(element, position, around) : around;
    const isScroller = !isOpen && isScrollContainer(style) && scrolls(element);
    return {
      mover: isScroller ? { kind: 'scroller', element, parent: own.mover } : own.mover,
      clip: isOpen ? own.clip : clipOf(style, () => paddingBox(element, around.frame), own.clip),
      frame: around.frame,
      outer: around.outer,
      isPositioned,
      maySkip: around.maySkip,
      style,
      isTransformed: null,
      above: around,
    };
  }

  function withinFrame(
    element: HTMLIFrameElement,
    style: CSSStyleDeclaration,
    around: Around,
  ): Around {
    const own = holderOf(element, style.position, around);
    const box = paddingBox(element, around.frame);
    const width = tree.offsetWidth(element);
    const rect = rectOf(element, around.frame);
    const scale = width > 0 ? (rect.right - rect.left) / width : around.frame.scale;
    const outer = { mover: own.mover, clip: cut(box, own.clip) };
    const held = { ...outer, mover: { kind: 'frame', element, parent: own.mover } as const };
    const left = box.left + (Number.parseFloat(style.paddingLeft) || 0) * scale;
    const top = box.top + (Number.parseFloat(style.paddingTop) || 0) * scale;
    return { ...TOP, ...held, frame: { left, top, scale }, outer, maySkip: around.maySkip };
  }

  return { measure, aroundOf };
}

function holderOf(element: Element, position: string, around: Around): Holder {
  if (position === 'fixed') {
    const holder = holderOfFixed(around);
    if (holder !== null) return holder;
    const { mover, clip } = around.outer;
    // In a frame, what is fixed stays with the frame.
    return { mover: { kind: 'fixed', element, parent: mover === PAGE ? null : mover }, clip };
  }
  if (position === 'sticky') {
    return { mover: { kind: 'sticky', element, parent: around.mover }, clip: around.clip };
  }
  return position === 'absolute' ? holderOfAbsolute(around) : around;
}

/** What is positioned absolutely escapes containers that are not positioned. */
function holderOfAbsolute(around: Around): Holder {
  let at = around;
  while (at.above !== null && !at.isPositioned && !isTransformed(at)) at = at.above;
  return at;
}

/** What is fixed stays with the viewport, unless an ancestor is transformed. */
function holderOfFixed(around: Around): Holder | null {
  let at = around;
  while (at.above !== null) {
    if (isTransformed(at)) return at;
    at = at.above;
  }
  return null;
}

function isTransformed(around: Around): boolean {
  if (around.isTransformed === null) {
    const style = around.style;
    around.isTransformed =
      style !== null &&
      (style.transform !== 'none' || style.filter !== 'none') &&
      style.display !== 'contents';
  }
  return around.isTransformed;
}

/** The root, and the body whose overflow is that of the viewport (CSS Overflow 3, 3.3). */
function isViewport(element: Element, view: Window): boolean {
  const parent = natives.parentNode(element);
  if (parent === null) return false;
  if (natives.nodeType(parent) === 9) return true;
  if (natives.localName(element) !== 'body') return false;
  const above = natives.parentNode(parent);
  if (above === null || natives.nodeType(above) !== 9) return false;
  const { overflowX, overflowY } = view.getComputedStyle(parent as Element); // The root element.
  return overflowX === 'visible' && overflowY === 'visible';
}

/** CSS Containment 2, 4: skipped contents. Those of a closed `details` are skipped by a slot of its own. */
const maySkip = (element: Element, { contentVisibility }: CSSStyleDeclaration): boolean =>
  contentVisibility === 'hidden' || isHtml(element, 'details');

const scrolls = (element: Element): boolean =>
  tree.scrollHeight(element) > tree.clientHeight(element) + 1 ||
  tree.scrollWidth(element) > tree.clientWidth(element) + 1;

export function rectOf(element: Element, { left, top, scale }: Frame = TOP.frame): Rect {
  const box = natives.box(element);
  return {
    left: left + box.left * scale,
    top: top + box.top * scale,
    right: left + box.right * scale,
    bottom: top + box.bottom * scale,
  };
}

function paddingBox(element: Element, frame: Frame): Rect {
  const rect = rectOf(element, frame);
  return {
    left: rect.left + tree.clientLeft(element) * frame.scale,
    top: rect.top + tree.clientTop(element) * frame.scale,
    right: rect.right,
    bottom: rect.bottom,
  };
}

/** What an element is drawn in: through slots, shadow roots and frames. */
export function above(element: Element): Element | null {
  const parent = dom.assignedSlot(element) ?? dom.parentElement(element);
  if (parent !== null) return parent;
  return holderOfTree(dom.rootOf(element));
}

/** The host of a shadow root, or the frame that shows a document; null: the page's own, or no such thing. */
export function holderOfTree(root: Node): Element | null {
  if (natives.nodeType(root) === 11) return natives.host(root as ShadowRoot); // It has no parent.
  if (natives.nodeType(root) !== 9) return null;
  return frameOf(root as Document); // By its node type.
}

function frameOf(document: Document): Element | null {
  try {
    return natives.window(document)?.frameElement ?? null;
  } catch {
    return null;
  }
}

import { natives } from '../natives';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * What can be seen of the boxes of an element: cut at the window and at everything around it that
 * scrolls or hides what overflows, and nothing where something else lies above it.
 *
 * @param clips remembers the cut of each element while one picture is drawn.
 */
export function inSight(element: Element, boxes: readonly Box[], clips: Map<Element, Box>): Box[] {
  const clip = clipOf(element, clips);
  return boxes
    .map((box) => cut(box, clip))
    .filter(({ left, top, right, bottom }) => right - left > 1 && bottom - top > 1)
    .filter((box) => isOnTop(element, box));
}

function clipOf(element: Element, clips: Map<Element, Box>): Box {
  const known = clips.get(element);
  if (known) return known;
  const above = parentOf(element);
  const outer = above
    ? clipOf(above, clips)
    : { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  const clip = hidesOverflow(element) ? cut(outer, natives.box(element)) : outer;
  clips.set(element, clip);
  return clip;
}

/** Elements without a box of their own, such as inline ones, hide nothing. */
function hidesOverflow(element: Element): boolean {
  const { overflowX, overflowY, display } = getComputedStyle(element);
  return display !== 'inline' && (overflowX !== 'visible' || overflowY !== 'visible');
}

/** The root element scrolls with the window, so it is never asked. */
function parentOf(element: Element): Element | null {
  const parent = natives.parentNode(element);
  if (parent instanceof ShadowRoot) return natives.host(parent);
  return parent instanceof Element && parent !== parent.ownerDocument.documentElement
    ? parent
    : null;
}

const cut = (one: Box, other: Box): Box => ({
  left: Math.max(one.left, other.left),
  top: Math.max(one.top, other.top),
  right: Math.min(one.right, other.right),
  bottom: Math.min(one.bottom, other.bottom),
});

/** Whether the middle of a box shows the element itself, or something inside or around it. */
function isOnTop(element: Element, { left, top, right, bottom }: Box): boolean {
  const root = element.getRootNode();
  if (!(root instanceof Document || root instanceof ShadowRoot)) return false;
  const hit = root.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return hit === null || hit === element || hit.contains(element) || element.contains(hit);
}

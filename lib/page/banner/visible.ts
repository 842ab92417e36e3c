import type { Box } from '../../protocol/walk/banner';
import { holds } from './deep';
import type { BannerPorts } from './ports';

/** Whether a person can see it: rendered, not faded out, and larger than a dot. */
export function isSeen(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  if (width <= 1 || height <= 1) return false;
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}

export function boxOf(element: Element): Box {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x: round(x), y: round(y), width: round(width), height: round(height) };
}

/**
 * An element's box and that of its contents: words may stand out of their element, and an element may have
 * no box of its own (`display: contents`).
 */
export function boxesOf(element: Element): Box[] {
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(element);
  return [element.getBoundingClientRect(), range.getBoundingClientRect()].map(
    ({ x, y, width, height }) => ({ x, y, width, height }),
  );
}

/** Where a press goes: of words that run over several lines, the longest one. */
export function pressBoxOf(element: Element): Box {
  const lines = [...element.getClientRects()].toSorted((a, b) => b.width - a.width);
  const [longest] = lines.length > 1 && isInline(element) ? lines : [];
  const { x, y, width, height } = longest ?? element.getBoundingClientRect();
  return { x: round(x), y: round(y), width: round(width), height: round(height) };
}

const isInline = (element: Element): boolean => getComputedStyle(element).display === 'inline';

const round = (value: number): number => Math.round(value * 10) / 10;

/** The element that a press at this point would reach, in whatever shadow root. */
export function elementAt(x: number, y: number, ports: BannerPorts): Element | null {
  let found = ports.document.elementFromPoint(x, y);
  for (let depth = 0; found !== null && depth < 40; depth++) {
    const inner: Element | null = ports.shadowRootOf(found)?.elementFromPoint(x, y) ?? null;
    if (inner === null || inner === found) return found;
    found = inner;
  }
  return found;
}

/** Whether a press in the middle of an element reaches it, and not something over it. */
export function isHittable(element: Element, ports: BannerPorts): boolean {
  const { x, y, width, height } = pressBoxOf(element);
  const hit = elementAt(x + width / 2, y + height / 2, ports);
  if (hit === null) return false;
  if (holds(element, hit) || holds(hit, element)) return holds(element, hit) || isInert(hit);
  // A label's press goes to its field.
  return hit instanceof HTMLLabelElement && hit.control === element;
}

/** A wrapper that lies around, and lets presses through to what is in it. */
const isInert = (element: Element): boolean => getComputedStyle(element).display === 'contents';

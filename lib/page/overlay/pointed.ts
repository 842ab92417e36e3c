import type { Tree } from '../anchors/dom';
import { insideOf } from '../anchors/inside';
import { viewportOf } from '../anchors/surroundings';
import { isElement, natives } from '../natives';
import { dom } from './dom';

interface Ports {
  readonly closedShadowRoot: (host: Element) => ShadowRoot | null;
}

/** A place of the page's viewport, CSS px. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * The innermost element at a place, through shadow roots and frames of the same origin.
 *
 * @param within - The tree that it is sought in
 * @param isOwn - What is ours lies there for no one
 */
export function elementAt(
  view: Window,
  within: Tree,
  place: Place,
  ports: Ports,
  isOwn: (element: Element) => boolean = () => false,
  deep = 0,
): Element | null {
  const { left, top, scale } = viewportOf(view, documentIn(within));
  const there = dom.elementsAt(within, (place.x - left) / scale, (place.y - top) / scale);
  const found = there.find((each) => !isOwn(each));
  if (found === undefined) return null;
  const inside = insideOf(found, ports);
  if (inside === null || inside === within || deep > DEEPEST) return found;
  return elementAt(view, inside, place, ports, isOwn, deep + 1) ?? found;
}

const DEEPEST = 20;

/** What an event of the pointer is about, as far inside as one may look. */
export function pointedBy(view: Window, target: Element, place: Place, ports: Ports): Element {
  const inside = insideOf(target, ports);
  return (inside && elementAt(view, inside, place, ports)) ?? target;
}

/** The innermost element that an event tells of; null: it tells of none. */
export function targetOf(event: Event): Element | null {
  try {
    const node = event.composedPath()[0] as Node; // What is none is refused by the getter.
    return isElement(node) ? node : null;
  } catch {
    return null;
  }
}

/** Where an event of a frame's pointer is in the page: it tells the place in its own viewport. */
export function placeOf(view: Window, target: Element, { clientX, clientY }: MouseEvent): Place {
  const { left, top, scale } = viewportOf(view, dom.documentOf(target));
  return { x: left + clientX * scale, y: top + clientY * scale };
}

const documentIn = (root: Tree): Document =>
  natives.nodeType(root) === 9
    ? (root as Document) // By its node type.
    : dom.documentOf(natives.host(root as ShadowRoot)); // A tree that is no document.

import type { Border } from '../../recorders/contract';
import { isDocument, isElement, isShadowRoot, natives } from '../natives';
import { ElementView } from '../node-view';
import { NO_SURROUNDINGS, Place } from './place';

/**
 * The way down from the page's top document to the frame of this one, through frames of the same
 * origin: a recorder in the page passes masks and blocks on along it. Null in the top frame and in
 * frames of another origin, which no mask of the page reaches.
 */
export function placeOfFrame(document: Document): Place | null {
  let place: Place | null = null;
  for (const { element, via } of stepsTo(frameOf(document))) {
    const depth: number = via === 'iframe' || !place ? 0 : place.view.depth + 1;
    place = new Place(new ElementView(element, depth), via, place, NO_SURROUNDINGS, null);
  }
  return place;
}

interface Step {
  readonly element: Element;
  readonly via: Border;
}

/** From the top down. */
function stepsTo(frame: Element | null): Step[] {
  const steps: Step[] = [];
  let at: Node | null = frame;
  while (at && isElement(at)) {
    const { above, via } = aboveOf(at);
    steps.unshift({ element: at, via });
    at = above;
  }
  return steps;
}

function aboveOf(element: Element): { readonly above: Element | null; readonly via: Border } {
  const parent = natives.parentNode(element);
  if (!parent) return { above: null, via: 'child' };
  if (isElement(parent)) return { above: parent, via: 'child' };
  if (!isShadowRoot(parent)) return { above: frameOf(parent), via: 'iframe' };
  const host = natives.host(parent);
  return { above: host, via: natives.shadowRoot(host) ? 'shadow-open' : 'shadow-closed' };
}

/** The element that holds a document, where this script may see it. */
function frameOf(node: Node): Element | null {
  try {
    return isDocument(node) ? (natives.window(node)?.frameElement ?? null) : null;
  } catch {
    return null;
  }
}

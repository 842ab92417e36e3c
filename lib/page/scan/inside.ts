import type { InnerFacts } from '../../pii';
import { isElement, natives } from '../natives';
import { ElementView, elementFacts } from '../node-view';

/**
 * The first elements inside an element, in document order, through its light tree. Made one by one:
 * who asks has often seen enough after a few.
 */
export function* elementsIn(view: ElementView): Generator<InnerFacts> {
  const open: (Node | null)[] = [natives.firstChild(view.element)];
  for (let nodes = 0; nodes < MOST_NODES && open.length > 0; nodes++) {
    const node = open.pop() ?? null;
    if (!node) continue;
    open.push(natives.nextSibling(node));
    if (!isElement(node)) continue;
    const depth = open.length;
    const inner = new ElementView(node, view.depth + depth);
    yield { facts: elementFacts(inner, natives.attributeNames(node)), depth };
    open.push(natives.firstChild(node));
  }
}

/** A card of prose is small, and a thread shows what it is soon. */
const MOST_NODES = 400;

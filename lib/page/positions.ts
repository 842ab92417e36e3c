import { isElement, natives } from './natives';

/**
 * `:nth-of-type(n)` of an element, or nothing where it is the only one of its tag. The children of a
 * parent are counted once, so that 40,000 rows cost 40,000 steps and not their square.
 */
export function createPositions(): (element: Element) => string {
  const byParent = new WeakMap<Node, Map<Element, string>>();
  return (element) => {
    const parent = natives.parentNode(element);
    if (!parent) return '';
    const known = byParent.get(parent)?.get(element);
    if (known !== undefined) return known;
    const counted = countChildren(parent);
    byParent.set(parent, counted);
    return counted.get(element) ?? '';
  };
}

function countChildren(parent: Node): Map<Element, string> {
  const byTag = new Map<string, Element[]>();
  for (let child = natives.firstChild(parent); child; child = natives.nextSibling(child)) {
    if (!isElement(child)) continue;
    const tag = natives.localName(child);
    const same = byTag.get(tag);
    if (same) same.push(child);
    else byTag.set(tag, [child]);
  }
  const positions = new Map<Element, string>();
  for (const same of byTag.values()) {
    same.forEach((child, index) => {
      positions.set(child, same.length > 1 ? `:nth-of-type(${index + 1})` : '');
    });
  }
  return positions;
}

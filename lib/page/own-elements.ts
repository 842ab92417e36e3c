const own = new WeakSet<Node>();

/** Marks an element that Hushmap puts into a page, which no scan and no watch is to see. */
export function markOwn(element: Element): void {
  own.add(element);
}

export const isOwnElement = (node: Node): boolean => own.has(node);

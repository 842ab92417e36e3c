import type { BannerPorts } from './ports';

export type Root = Document | ShadowRoot;

/** Elements that are looked at for shadow roots, and roots that are entered. */
const MAX_ELEMENTS = 60_000;
const MAX_ROOTS = 300;

/** The document and every shadow root below it, outermost first. */
export function rootsIn({ document, shadowRootOf }: BannerPorts): Root[] {
  const roots: Root[] = [document];
  let seen = 0;
  for (let next = 0; next < roots.length && roots.length < MAX_ROOTS; next++) {
    for (const element of roots[next]?.querySelectorAll('*') ?? []) {
      if (++seen > MAX_ELEMENTS) return roots;
      const shadow = shadowRootOf(element);
      if (shadow !== null) roots.push(shadow);
    }
  }
  return roots;
}

/** What a selector matches inside an element, in its shadow roots too. */
export function findDeep(
  element: Element,
  selector: string,
  shadowRootOf: BannerPorts['shadowRootOf'],
  limit = 600,
): Element[] {
  const found: Element[] = [];
  const scopes: (Element | ShadowRoot)[] = [element];
  for (let next = 0; next < scopes.length && found.length < limit; next++) {
    const scope = scopes[next];
    if (scope === undefined) break;
    found.push(...scope.querySelectorAll(selector));
    const own = scope instanceof Element ? shadowRootOf(scope) : null;
    if (own !== null) scopes.push(own);
    for (const inner of scope.querySelectorAll('*')) {
      if (scopes.length >= MAX_ROOTS) break;
      // A scope's own root has been entered with it.
      const shadow = inner === scope ? null : shadowRootOf(inner);
      if (shadow !== null && !scopes.includes(shadow)) scopes.push(shadow);
    }
  }
  return found.slice(0, limit);
}

/** The parent of an element, out of a shadow root to its host. */
export function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement !== null) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** An element's ancestors, nearest first, out of shadow roots. */
export function ancestorsOf(element: Element, limit = 40): Element[] {
  const found: Element[] = [];
  for (let next = parentOf(element); next && found.length < limit; next = parentOf(next)) {
    found.push(next);
  }
  return found;
}

/** Whether an element holds another one, across shadow roots. */
export const holds = (outer: Element, inner: Element): boolean =>
  outer === inner || ancestorsOf(inner, 200).includes(outer);

/** The words of an element and of the shadow roots in it, cut. */
export function deepText(
  element: Element,
  shadowRootOf: BannerPorts['shadowRootOf'],
  limit: number,
): string {
  const own = shadowRootOf(element);
  const shadows = [
    ...(own === null ? [] : [own]),
    ...Array.from(element.querySelectorAll('*'))
      .slice(0, 5_000)
      .map(shadowRootOf)
      .filter((root) => root !== null),
  ];
  const texts = [element, ...shadows].map((scope) => wordsIn(scope, limit * 2).slice(0, limit));
  return texts.join(' ').replace(/\s+/g, ' ').trim().slice(0, limit);
}

/**
 * The words of an element with spaces where its parts meet, without those of styles and scripts; cut
 * where there are more than `limit` characters.
 */
export function wordsIn(scope: Element | ShadowRoot, limit = MOST_WORDS): string {
  const document = scope.ownerDocument;
  const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, {
    acceptNode: (node) =>
      node instanceof Element && SILENT.test(node.localName)
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
  });
  const words: string[] = [];
  let length = 0;
  while (length < limit && walker.nextNode() !== null) {
    const { nodeType, nodeValue } = walker.currentNode;
    if (nodeType !== TEXT || nodeValue === null) continue;
    words.push(nodeValue.slice(0, limit));
    length += nodeValue.length;
  }
  return words.join(' ');
}

const MOST_WORDS = 200_000;

const TEXT = 3;
const SILENT = /^(style|script|noscript|template)$/i;

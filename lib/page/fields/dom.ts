import { natives } from '../natives';

/** An attribute as written, empty where there is none. */
export function attr(element: Element, name: string): string {
  return natives.attribute(element, name) ?? '';
}

export const hasAttr = (element: Element, name: string): boolean =>
  natives.attribute(element, name) !== null;

export const parentOf = (node: Node): Node | null => natives.parentNode(node);

export const isElement = (node: Node | null): node is Element =>
  node !== null && natives.nodeType(node) === 1;

/** The nearest ancestor for which the test holds; without the node itself. */
export function ancestor(node: Node, test: (node: Node) => boolean): Node | null {
  for (let at = parentOf(node); at; at = parentOf(at)) if (test(at)) return at;
  return null;
}

/** The first characters of an element's text, spaces collapsed; controls and scripts left out. */
export function textOf(element: Node, most: number): string {
  let text = '';
  const walker = walk(element, (node) =>
    isElement(node) && SILENT.has(node.localName) ? REJECT : ACCEPT,
  );
  for (let node = walker.nextNode(); node && text.length < most * 2; node = walker.nextNode()) {
    if (isElement(node)) text += ' ';
    else text += textData(node).slice(0, most * 2);
  }
  return tidy(text).slice(0, most);
}

export const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Of a text node. */
export const textData = (node: Node): string => natives.data(node as Text);

function walk(element: Node, acceptNode: (node: Node) => number): TreeWalker {
  // Only a document has no owner, and it is no element.
  const owner = ownerDocument.call(element) as Document;
  return createTreeWalker.call(owner, element, SHOW_TEXT_AND_ELEMENTS, { acceptNode });
}

/** Elements whose text is no text of the page, or the content of a control. */
export const SILENT: ReadonlySet<string> = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'select',
  'textarea',
  'option',
  'datalist',
  'svg',
  'iframe',
  'object',
]);

const SHOW_TEXT_AND_ELEMENTS = 5;
const ACCEPT = 1;
const REJECT = 2;

const createTreeWalker = Document.prototype.createTreeWalker;
const ownerDocument =
  Object.getOwnPropertyDescriptor(Node.prototype, 'ownerDocument')?.get ?? (() => null);

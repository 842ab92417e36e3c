/**
 * Reads of the DOM that a page cannot redirect. A form's own properties give way to controls with
 * those names (`<input name="getAttribute">`), and a document's to its named elements, so whatever
 * may be a form or a document is read through the prototypes.
 */
export function attr(element: Element, name: string): string {
  return getAttribute.call(element, name) ?? '';
}

export function parentOf(node: Node): Node | null {
  return parentNode.call(node);
}

export const isElement = (node: Node | null): node is Element =>
  node !== null && nodeType.call(node) === 1;

/** The nearest ancestor for which the test holds; without the node itself. */
export function ancestor(node: Node, test: (node: Node) => boolean): Node | null {
  for (let at = parentOf(node); at; at = parentOf(at)) if (test(at)) return at;
  return null;
}

/** The first characters of an element's text, spaces collapsed; controls and scripts left out. */
export function textOf(element: Node, most: number): string {
  let text = '';
  const walker = walk(element, SHOW_TEXT_AND_ELEMENTS, (node) =>
    isElement(node) && SILENT.has(node.localName) ? REJECT : ACCEPT,
  );
  for (let node = walker.nextNode(); node && text.length < most * 2; node = walker.nextNode()) {
    if (isElement(node)) text += ' ';
    else text += (data.call(node) ?? '').slice(0, most * 2);
  }
  return tidy(text).slice(0, most);
}

export const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

export function textData(node: Node): string {
  return data.call(node) ?? '';
}

export function walk(root: Node, show: number, filter: (node: Node) => number): TreeWalker {
  const owner = nodeType.call(root) === 9 ? (root as Document) : ownerDocument.call(root);
  // Only a document has no owner, and it was taken in the first branch.
  return createTreeWalker.call(owner as Document, root, show, { acceptNode: filter });
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

export const SHOW_TEXT_AND_ELEMENTS = 5;
export const ACCEPT = 1;
export const REJECT = 2;

/** A prototype's own getter or method, before anything of the page stands in front of it. */
function getter<T>(prototype: object, name: string): { call(self: object): T } {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (!get) throw new TypeError(name);
  // The platform defines the types of its getters.
  return get as { call(self: object): T };
}

const getAttribute = Element.prototype.getAttribute;
const createTreeWalker = Document.prototype.createTreeWalker;
const parentNode = getter<Node | null>(Node.prototype, 'parentNode');
const nodeType = getter<number>(Node.prototype, 'nodeType');
const ownerDocument = getter<Document | null>(Node.prototype, 'ownerDocument');
const data = getter<string | null>(Node.prototype, 'nodeValue');

import { getter, isHtml, isShadowRoot, natives } from '../natives';

/**
 * What the overlay reads of elements beyond `natives`, taken from the prototypes for the same reason:
 * a page can shadow an element's properties by naming a field or an image after them.
 */
export const dom = {
  parentElement: getter(Node.prototype, 'parentElement'),
  assignedSlot: getter(Element.prototype, 'assignedSlot'),
  rootOf: (node: Node): Node => getRootNode.call(node),
  /** The document that an element is in, a frame's own where it is in a frame. */
  documentOf: (element: Element): Document => ownerDocument(element) ?? document,
  body: getter(Document.prototype, 'body'),
  hidden: getter(Document.prototype, 'hidden'),
  /** CSS px of the whole page, from top to bottom. */
  pageHeight: (doc: Document): number => {
    const root: Element | null = natives.documentElement(doc);
    return root === null ? 0 : scrollHeight(root);
  },
  closest: (element: Element, selector: string): Element | null => closest.call(element, selector),
  findIn: (element: Element, selector: string): Element | null => find.call(element, selector),
  isRendered: (element: Element): boolean => checkVisibility.call(element, VISIBLE),
  scrollIntoView: (element: Element, options: ScrollIntoViewOptions): void =>
    scrollIntoView.call(element, options),
  walker: (root: Node, show: number, filter?: (node: Node) => number): TreeWalker =>
    createTreeWalker.call(document, root, show, filter),
  contains: (parent: Node, child: Node): boolean => contains.call(parent, child),
  /** What lies at a place of the viewport, the topmost first. */
  elementsAt: (root: Document | ShadowRoot, x: number, y: number): Element[] =>
    (isShadowRoot(root) ? elementsInShadow : elementsInPage).call(root, x, y),
  /** What has the focus in a tree: of a frame, or of a host, the element itself. */
  focused: (root: Document | ShadowRoot): Element | null =>
    (isShadowRoot(root) ? focusedInShadow : focusedInPage)(root as Document & ShadowRoot), // By the question before.
  append: (parent: Element, child: Element): void => append.call(parent, child),
  /** The first label of a field. */
  labelOf: (field: Element): Element | null => {
    if (isHtml(field, 'input')) return inputLabels(field)?.[0] ?? null;
    if (isHtml(field, 'select')) return selectLabels(field)[0] ?? null;
    if (isHtml(field, 'textarea')) return textareaLabels(field)[0] ?? null;
    return null;
  },
  /** Says something on the page that it cannot read: `window.find` looks into closed roots, but for this. */
  say: (element: HTMLElement, text: string): void => {
    element.inert = true;
    element.textContent = text;
  },
};

const VISIBLE = { visibilityProperty: true };

const { getRootNode, contains } = Node.prototype;
const { elementsFromPoint: elementsInPage } = Document.prototype;
const { elementsFromPoint: elementsInShadow } = ShadowRoot.prototype;
const { closest, querySelector: find, checkVisibility, scrollIntoView, append } = Element.prototype;
const { createTreeWalker } = Document.prototype;
const ownerDocument = getter(Node.prototype, 'ownerDocument');
const scrollHeight = getter(Element.prototype, 'scrollHeight');
const focusedInPage = getter(Document.prototype, 'activeElement');
const focusedInShadow = getter(ShadowRoot.prototype, 'activeElement');
const inputLabels = getter(HTMLInputElement.prototype, 'labels');
const selectLabels = getter(HTMLSelectElement.prototype, 'labels');
const textareaLabels = getter(HTMLTextAreaElement.prototype, 'labels');

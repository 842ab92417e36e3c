import { getter, natives } from '../natives';

/** A document or a shadow root, also of another frame: what selectors are sought in. */
export type Tree = Document | ShadowRoot;

/**
 * What anchors read of a page beyond `natives`, from the prototypes. None of it asks whether a node is
 * an instance of this window's classes: those of a frame are not.
 */
export const tree = {
  /** Empty: it has none. */
  id: getter(Element.prototype, 'id'),
  /** The next element of a walker that shows nothing else. */
  nextOf: (walker: TreeWalker): Element | null => nextNode.call(walker) as Element | null, // See above.
  firstElement: (parent: Node): Element | null =>
    natives.nodeType(parent) === 1
      ? firstOfElement(parent as Element) // By its node type.
      : natives.nodeType(parent) === 9
        ? firstOfDocument(parent as Document) // By its node type.
        : firstOfFragment(parent as DocumentFragment), // All else that has children.
  nextElement: getter(Element.prototype, 'nextElementSibling'),
  previousElement: getter(Element.prototype, 'previousElementSibling'),
  scrollTop: getter(Element.prototype, 'scrollTop'),
  scrollLeft: getter(Element.prototype, 'scrollLeft'),
  scrollHeight: getter(Element.prototype, 'scrollHeight'),
  scrollWidth: getter(Element.prototype, 'scrollWidth'),
  clientHeight: getter(Element.prototype, 'clientHeight'),
  clientWidth: getter(Element.prototype, 'clientWidth'),
  clientTop: getter(Element.prototype, 'clientTop'),
  clientLeft: getter(Element.prototype, 'clientLeft'),
  offsetWidth: getter(HTMLElement.prototype, 'offsetWidth'),

  /** All matches in a tree, in its order; none where the selector is not valid. */
  findAll: (root: Tree, selector: string): Element[] => {
    try {
      return natives.nodeType(root) === 9
        ? [...findInDocument.call(root, selector)]
        : [...findInFragment.call(root as ShadowRoot, selector)]; // By its node type.
    } catch {
      return [];
    }
  },

  /** The document of a frame of the same origin; null: none that may be read. */
  frameDocument: (element: Element): Document | null => {
    if (natives.localName(element) !== 'iframe') return null;
    try {
      // Throws on an element by this name that is none of HTML's.
      return natives.contentDocument(element as HTMLIFrameElement);
    } catch {
      return null;
    }
  },
};

const firstOfElement = getter(Element.prototype, 'firstElementChild');
const firstOfDocument = getter(Document.prototype, 'firstElementChild');
const firstOfFragment = getter(DocumentFragment.prototype, 'firstElementChild');
const { nextNode } = TreeWalker.prototype;
const { querySelectorAll: findInDocument } = Document.prototype;
const { querySelectorAll: findInFragment } = DocumentFragment.prototype;

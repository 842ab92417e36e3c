/**
 * The platform's own getters and methods, taken from the prototypes. A page can shadow a property of
 * a form by naming an input after it (`<input name="attributes">`), and a property of the document
 * by naming an image; it cannot reach a getter that is applied from here.
 */
export const natives = {
  nodeType: getter(Node.prototype, 'nodeType'),
  parentNode: getter(Node.prototype, 'parentNode'),
  firstChild: getter(Node.prototype, 'firstChild'),
  nextSibling: getter(Node.prototype, 'nextSibling'),
  isConnected: getter(Node.prototype, 'isConnected'),
  data: getter(CharacterData.prototype, 'data'),
  length: getter(CharacterData.prototype, 'length'),
  localName: getter(Element.prototype, 'localName'),
  namespace: getter(Element.prototype, 'namespaceURI'),
  shadowRoot: getter(Element.prototype, 'shadowRoot'),
  host: getter(ShadowRoot.prototype, 'host'),
  contentDocument: getter(HTMLIFrameElement.prototype, 'contentDocument'),
  documentElement: getter(Document.prototype, 'documentElement'),
  window: getter(Document.prototype, 'defaultView'),
  textContent: (node: Node): string => textContent(node) ?? '',

  attribute: (element: Element, name: string): string | null => getAttribute.call(element, name),
  setAttribute: (element: Element, name: string, value: string): void =>
    setAttribute.call(element, name, value),
  removeAttribute: (element: Element, name: string): void => removeAttribute.call(element, name),
  attributeNames: (element: Element): string[] => getAttributeNames.call(element),
  listen: (
    target: EventTarget,
    type: string,
    listener: (event: Event) => void,
    options: AddEventListenerOptions,
  ): void => addEventListener.call(target, type, listener, options),
  create: (document: Document, tag: 'div' | 'style'): HTMLElement =>
    createElement.call(document, tag),
  box: (element: Element): DOMRect => getBoundingClientRect.call(element),

  /** Null: not a valid selector. */
  matches: (element: Element, selector: string): boolean | null => {
    try {
      return matches.call(element, selector);
    } catch {
      return null;
    }
  },

  /** The first match below a root; null also where the selector is not valid. */
  find: (root: Document | ShadowRoot, selector: string): Element | null => {
    try {
      return isShadowRoot(root) ? findInShadow.call(root, selector) : findIn.call(root, selector);
    } catch {
      return null;
    }
  },

  byId: (root: Document | ShadowRoot, id: string): Element | null =>
    isShadowRoot(root) ? byIdInShadow.call(root, id) : byIdIn.call(root, id),
};

const { getAttribute, getAttributeNames, setAttribute, removeAttribute } = Element.prototype;
const { matches, getBoundingClientRect } = Element.prototype;
const { querySelector: findIn, getElementById: byIdIn, createElement } = Document.prototype;
const { addEventListener } = EventTarget.prototype;
const { querySelector: findInShadow, getElementById: byIdInShadow } = DocumentFragment.prototype;

const textContent = getter(Node.prototype, 'textContent');

export const HTML_NAMESPACE = 'http://www.w3.org/1999/xhtml';

export function isText(node: Node): node is Text {
  return natives.nodeType(node) === 3;
}

export function isElement(node: Node): node is Element {
  return natives.nodeType(node) === 1;
}

/** Also one of a frame, which is no instance of this window's class. */
export function isShadowRoot(node: Node): node is ShadowRoot {
  return natives.nodeType(node) === 11 && hasHost(node as ShadowRoot); // Throws where it is none.
}

function hasHost(root: ShadowRoot): boolean {
  try {
    // Other fragments have none, and the getter refuses them.
    return Boolean(natives.host(root));
  } catch {
    return false;
  }
}

export function isDocument(node: Node): node is Document {
  return natives.nodeType(node) === 9;
}

/** An element of HTML by this name, on which the getters of its interface may be applied. */
export function isHtml(element: Element, name: 'input'): element is HTMLInputElement;
export function isHtml(element: Element, name: 'textarea'): element is HTMLTextAreaElement;
export function isHtml(element: Element, name: 'select'): element is HTMLSelectElement;
export function isHtml(element: Element, name: 'iframe'): element is HTMLIFrameElement;
export function isHtml(element: Element, name: 'details'): element is HTMLDetailsElement;
export function isHtml(element: Element, name: string): boolean {
  return natives.localName(element) === name && natives.namespace(element) === HTML_NAMESPACE;
}

export function getter<T extends object, K extends keyof T & string>(
  prototype: T,
  name: K,
): (node: T) => T[K] {
  for (let at: object | null = prototype; at; at = Object.getPrototypeOf(at)) {
    const get = Object.getOwnPropertyDescriptor(at, name)?.get;
    if (get) return Function.prototype.call.bind(get) as (node: T) => T[K];
  }
  return (node) => node[name];
}

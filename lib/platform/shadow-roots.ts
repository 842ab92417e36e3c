/**
 * The shadow root of an element, closed ones too: extensions may open those
 * (developer.chrome.com/docs/extensions/reference/api/dom, MDN `Element.openOrClosedShadowRoot`).
 * Null where there is none, or where the browser offers neither.
 */
export function openOrClosedShadowRoot(host: Element): ShadowRoot | null {
  if (!isOfHtml(host)) return host.shadowRoot;
  const byChrome = globalThis.chrome?.dom?.openOrClosedShadowRoot;
  if (byChrome !== undefined) return byChrome(host) as ShadowRoot | null; // typed as object there
  const byFirefox: unknown = Reflect.get(host, 'openOrClosedShadowRoot');
  // Read by the browser's own name; a frame's is no instance of this window's class.
  return typeof byFirefox === 'object' ? (byFirefox as ShadowRoot | null) : host.shadowRoot;
}

/** By its namespace, from the prototype: one of a frame is no instance of this window's class. */
const isOfHtml = (host: Element): host is HTMLElement =>
  namespaceOf?.call(host) === 'http://www.w3.org/1999/xhtml';

const namespaceOf = Object.getOwnPropertyDescriptor(Element.prototype, 'namespaceURI')?.get;

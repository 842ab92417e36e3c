/**
 * The shadow root of an element, closed ones too: extensions may open those
 * (developer.chrome.com/docs/extensions/reference/api/dom, MDN `Element.openOrClosedShadowRoot`).
 * Null where there is none, or where the browser offers neither.
 */
export function openOrClosedShadowRoot(host: Element): ShadowRoot | null {
  if (!(host instanceof HTMLElement)) return host.shadowRoot;
  const byChrome = globalThis.chrome?.dom?.openOrClosedShadowRoot;
  if (byChrome !== undefined) return byChrome(host) as ShadowRoot | null; // typed as object there
  const byFirefox: unknown = Reflect.get(host, 'openOrClosedShadowRoot');
  return byFirefox instanceof ShadowRoot ? byFirefox : host.shadowRoot;
}

/**
 * The shadow root of an element, closed ones included, as only an extension may ask for it; null
 * where there is none. Chromium and Firefox name it differently.
 */
export function openOrClosedShadowRoot(element: Element): ShadowRoot | null {
  if (typeof chrome !== 'undefined' && chrome.dom?.openOrClosedShadowRoot) {
    return element instanceof HTMLElement ? chrome.dom.openOrClosedShadowRoot(element) : null;
  }
  // Firefox gives content scripts this property; the DOM's own types do not know it.
  const { openOrClosedShadowRoot: root } = element as FirefoxElement;
  return root ?? null;
}

interface FirefoxElement extends Element {
  readonly openOrClosedShadowRoot?: ShadowRoot | null;
}

import { natives } from '../natives';

/** What the page may not change about the overlay's one element in it. */
export function styleHost(host: HTMLElement): void {
  for (const [name, value] of HOST_STYLE) host.style.setProperty(name, value, 'important');
}

/** Inline and important: no rule of the page outranks it, and `all` those of the browser for popovers. Set one by one, which no CSP forbids. */
const HOST_STYLE: readonly (readonly [string, string])[] = [
  ['all', 'initial'],
  ['position', 'fixed'],
  ['inset', '0'],
  ['width', '100%'],
  ['height', '100%'],
  // Not `hidden`, which a script may scroll.
  ['overflow', 'clip'],
  ['display', 'block'],
  ['pointer-events', 'none'],
  ['z-index', '2147483647'],
  ['contain', 'strict'],
];

/** A page's own rules for `::backdrop`, `::before` and `::after` would otherwise paint over all of it. */
export function createRefusal(root: ShadowRoot): () => void {
  const rule = [':host::backdrop', ':host::before', ':host::after']
    .map((part) => `${part}{display:none!important}`)
    .join('');
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rule);
    root.adoptedStyleSheets = [sheet];
    // A root that was in another document has lost it.
    return () => {
      root.adoptedStyleSheets = [sheet];
    };
  } catch {
    // Firefox refuses a content script's sheet; there, the page's CSP does not bind our element.
    const style = natives.create(document, 'style');
    style.textContent = rule;
    root.append(style);
    return () => undefined;
  }
}

const ATTRIBUTES: readonly string[] = ['aria-hidden', 'popover', 'style'];

/** Any other attribute is none of ours: `inert` takes the pointer away, a class may be styled. */
export const isAsMade = (host: HTMLElement, look: string): boolean =>
  host.style.cssText === look &&
  host.getAttributeNames().every((name) => ATTRIBUTES.includes(name));

export function remake(host: HTMLElement, look: string): void {
  host.style.cssText = look;
  for (const name of host.getAttributeNames()) {
    if (!ATTRIBUTES.includes(name)) host.removeAttribute(name);
  }
}

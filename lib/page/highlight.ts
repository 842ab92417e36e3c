import { findBySelector } from './locator';
import { natives } from './natives';
import { markOwn } from './own-elements';

/**
 * Draws an outline around an element, or what a selector means, above everything on the page, and scrolls it into view where
 * it is out of sight. Takes no pointer events.
 *
 * @returns the undo, after which nothing of it is left on the page.
 */
export function highlight(
  document: Document,
  what: string | Element,
  ports: { readonly closedShadowRoot: (host: Element) => ShadowRoot | null },
): () => void {
  const target = typeof what === 'string' ? findBySelector(document, what, ports) : what;
  const root = natives.documentElement(document);
  if (!target || !root) return () => {};
  if (!isInView(target)) target.scrollIntoView({ block: 'center', inline: 'nearest' });

  const { host, outline } = createOutline(document);
  root.append(host);
  host.showPopover?.();
  const place = () => follow(target, outline);
  place();
  const stop = new AbortController();
  const options = { capture: true, passive: true, signal: stop.signal };
  natives.listen(document, 'scroll', place, options);
  natives.listen(window, 'resize', place, options);
  const timer = setInterval(place, FOLLOW_MS);
  return () => {
    stop.abort();
    clearInterval(timer);
    host.remove();
  };
}

/** Layout moves elements without an event; four looks a second cost nothing. */
const FOLLOW_MS = 250;

const HOST_STYLE =
  'all:initial;position:fixed;inset:0;width:100vw;height:100vh;margin:0;padding:0;border:0;background:none;pointer-events:none;overflow:hidden;z-index:2147483647';

/** Two rings of opposite lightness, so that one of them shows on any page. */
const OUTLINE_STYLE =
  'position:absolute;box-sizing:border-box;border:2px solid #2563eb;outline:1px solid #fff;background:rgb(37 99 235 / 0.18);border-radius:2px';

function createOutline(document: Document): { host: HTMLElement; outline: HTMLElement } {
  const host = natives.create(document, 'div');
  host.setAttribute('popover', 'manual');
  host.setAttribute('aria-hidden', 'true');
  host.style.cssText = HOST_STYLE;
  const shadow = host.attachShadow({ mode: 'closed' });
  const style = natives.create(document, 'style');
  // A page's rule for every backdrop would paint the whole page.
  style.textContent = ':host::backdrop{display:none!important}';
  const outline = natives.create(document, 'div');
  outline.style.cssText = OUTLINE_STYLE;
  shadow.append(style, outline);
  markOwn(host);
  return { host, outline };
}

function follow(target: Element, outline: HTMLElement): void {
  const { left, top, width, height } = natives.box(target);
  Object.assign(outline.style, {
    display: width > 0 || height > 0 ? 'block' : 'none',
    left: `${left - MARGIN}px`,
    top: `${top - MARGIN}px`,
    width: `${width + 2 * MARGIN}px`,
    height: `${height + 2 * MARGIN}px`,
  });
}

const MARGIN = 2;

function isInView(element: Element): boolean {
  const { top, bottom, left, right } = natives.box(element);
  return bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
}

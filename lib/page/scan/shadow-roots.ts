import { natives } from '../natives';
import type { ScanPorts } from './contract';

export type Shadow =
  | { readonly kind: 'open' | 'closed'; readonly root: ShadowRoot }
  /** There may be a root that nobody here can open. */
  | { readonly kind: 'unreadable' };

/** The shadow root of an element, if it has one. */
export function openShadow(
  element: Element,
  closedShadowRoot: ScanPorts['closedShadowRoot'],
): Shadow | null {
  const open = natives.shadowRoot(element);
  if (open) return { kind: 'open', root: open };
  const isCustom = natives.localName(element).includes('-');
  if (!closedShadowRoot) return isCustom ? { kind: 'unreadable' } : null;
  try {
    const root = closedShadowRoot(element);
    return root ? { kind: 'closed', root } : null;
  } catch {
    return { kind: 'unreadable' };
  }
}

/** Custom elements, and the elements of HTML to which a shadow root can be attached (DOM, 4.2.14). */
export const canHostShadow = (tag: string): boolean => HOSTS.has(tag) || tag.includes('-');

const HOSTS = new Set([
  'article',
  'aside',
  'blockquote',
  'body',
  'div',
  'footer',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'main',
  'nav',
  'p',
  'section',
  'span',
]);

import { natives } from '../natives';
import { type Tree, tree } from './dom';

/** The shadow root of an element, or the document of a frame; null: none that may be read. */
export function insideOf(
  host: Element,
  { closedShadowRoot }: { readonly closedShadowRoot: (host: Element) => ShadowRoot | null },
): Tree | null {
  const open = natives.shadowRoot(host);
  if (open !== null) return open;
  const frame = tree.frameDocument(host);
  if (frame !== null) return frame;
  try {
    return closedShadowRoot(host);
  } catch {
    return null;
  }
}

import { natives } from '../natives';
import type { Tree } from './dom';

/** What happens to a page that may move elements, or make others of them. */
export interface Changes {
  /** Nodes came, went or were named anew: elements have to be found again. */
  onNodes(): void;
  /** The same elements may lie elsewhere. */
  onLayout(): void;
  /** Something scrolled where the page itself does not tell of it. */
  onScroll(): void;
}

/** Watches trees until the signal aborts. What it hears it only passes on: the work is done later. */
export function watchChanges(
  trees: readonly Tree[],
  { onNodes, onLayout, onScroll }: Changes,
  isOwn: (node: Node) => boolean,
  signal: AbortSignal,
): void {
  const observer = new MutationObserver((records) => {
    const others = records.filter(({ target }) => !isOwn(target));
    if (others.some(({ type, attributeName }) => type === 'childList' || !isLook(attributeName))) {
      onNodes();
    } else if (others.length > 0) {
      onLayout();
    }
  });
  const options = { capture: true, passive: true, signal } as const;
  for (const tree of trees) {
    observer.observe(tree, { childList: true, subtree: true, attributes: true });
    for (const type of LAYOUT_EVENTS) natives.listen(tree, type, onLayout, options);
    // A frame that loads has another document.
    natives.listen(tree, 'load', onNodes, options);
    // Scrolls inside a shadow root or a frame are not heard outside.
    if (tree !== trees[0]) natives.listen(tree, 'scroll', onScroll, options);
  }
  signal.addEventListener('abort', () => observer.disconnect());
}

const LAYOUT_EVENTS = ['transitionend', 'animationend', 'toggle'] as const;

/** Attributes that move things and name none, as far as one can tell. */
const isLook = (name: string | null): boolean =>
  name === 'style' || name === 'hidden' || name === 'open' || name?.startsWith('aria-') === true;

import { isElement, natives } from '../natives';
import { isOwnElement } from '../own-elements';

/** Milliseconds between a change and the telling of it; doubled while the page changes on and on. */
const WAIT = { least: 500, most: 5_000 } as const;

export interface Watch {
  /** Watches one more document or shadow root. */
  add(root: Document | ShadowRoot): void;
}

/**
 * Tells when a page has changed in a way that a scan could see. Between a change and the telling
 * nothing is observed, so that a page that never rests costs next to nothing and is told of at most
 * every five seconds. Ends, without a trace, with the signal.
 */
export function watchChanges(onChange: () => void, signal: AbortSignal): Watch {
  const roots = new Set<Document | ShadowRoot>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait: number = WAIT.least;
  let told = Number.NEGATIVE_INFINITY;

  const observer = new MutationObserver((records) => {
    if (records.some(isRelevant)) changed();
  });
  const observe = (root: Document | ShadowRoot) => observer.observe(root, WATCHED);

  function changed(): void {
    if (timer !== undefined || signal.aborted) return;
    observer.disconnect();
    const calm = performance.now() - told > 2 * WAIT.most;
    wait = calm ? WAIT.least : Math.min(wait * 2, WAIT.most);
    timer = setTimeout(tell, wait);
  }

  function tell(): void {
    timer = undefined;
    told = performance.now();
    for (const root of roots) if (natives.isConnected(hostOf(root))) observe(root);
    onChange();
  }

  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
    roots.clear();
  });

  return {
    add(root) {
      if (signal.aborted || roots.has(root)) return;
      roots.add(root);
      // What a person types or chooses changes no markup.
      natives.listen(root, 'change', changed, { signal, capture: true, passive: true });
      if (timer === undefined) observe(root);
    },
  };
}

const WATCHED: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
};

/** Attributes that animations write all the time, and that hold nothing of a person. */
const RESTLESS = new Set(['style', 'd', 'transform', 'points', 'width', 'height', 'aria-busy']);

function isRelevant({ type, target, attributeName, addedNodes, removedNodes }: MutationRecord) {
  if (isElement(target) && SILENT.has(natives.localName(target))) return false;
  if (type === 'attributes') return !RESTLESS.has(attributeName ?? '');
  if (type === 'characterData') return true;
  return [...addedNodes, ...removedNodes].some((node) => !isOwnElement(node));
}

const SILENT = new Set(['script', 'style']);

const hostOf = (root: Document | ShadowRoot): Node =>
  root instanceof ShadowRoot ? natives.host(root) : root;

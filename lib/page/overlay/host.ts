import { natives } from '../natives';
import { markOwn } from '../own-elements';
import { dom } from './dom';
import { createRefusal, isAsMade, remake, styleHost } from './host-look';
import { createLimiter } from './limiter';

/** The overlay's one element in the page, seen from the inside. */
export interface OverlayHost {
  readonly root: ShadowRoot;
  /** Box of the viewport's size that heat is drawn in. */
  readonly stage: HTMLElement;
  /** The viewport without scrollbars, CSS px. */
  size(): { readonly width: number; readonly height: number };
  /** Puts the overlay back where it belongs, if it is no longer there. */
  ensure(): void;
}

/**
 * Puts one element into the page: in the top layer, above every `z-index`; with a closed shadow root;
 * without pointer events, so that the page stays usable. It stays on top of dialogs, popovers and
 * fullscreen elements that open later, comes back when the page removes it (within bounds), and
 * leaves without a trace when the signal aborts.
 */
export function createHost(doc: Document, signal: AbortSignal): OverlayHost {
  const host = natives.create(doc, 'div');
  markOwn(host);
  styleHost(host);
  host.setAttribute('popover', 'manual');
  host.setAttribute('aria-hidden', 'true');
  const root = host.attachShadow({ mode: 'closed' });
  const refuseGuests = createRefusal(root);
  refuseGuests();
  const stage = natives.create(doc, 'div');
  stage.style.cssText = 'position:absolute;inset:0;overflow:hidden;pointer-events:none';
  root.append(stage);

  const timers = new Set<ReturnType<typeof setTimeout>>();
  const clock = {
    now: () => performance.now(),
    later(act: () => void, ms: number) {
      const timer = setTimeout(() => {
        timers.delete(timer);
        act();
      }, ms);
      timers.add(timer);
    },
  };
  const bounded = createLimiter(MOST_RAISES, WINDOW_MS, clock);
  const boundedLook = createLimiter(MOST_LOOKS, WINDOW_MS, clock);
  let asked = 0;

  function raise(): void {
    if (signal.aborted) return;
    const page: Element | null = natives.documentElement(doc);
    if (!isInPlace() && page !== null) {
      dom.append(page, host);
      refuseGuests();
    }
    if (!host.isConnected) return;
    if (host.getAttribute('popover') !== 'manual') host.setAttribute('popover', 'manual');
    try {
      if (host.matches(':popover-open')) host.hidePopover();
      host.showPopover();
    } catch {
      // The document is going away, or has no top layer: the element still lies above by z-index.
    }
  }

  /** Once a frame: a dialog that opens tells of itself in more than one way. */
  function raiseSoon(): void {
    if (asked !== 0 || signal.aborted) return;
    asked = requestAnimationFrame(() => {
      asked = 0;
      bounded(raise);
    });
  }

  /** Elsewhere an ancestor may hide it, and it may be in another document. */
  const isInPlace = (): boolean => {
    const parent = natives.parentNode(host);
    return parent !== null && parent === natives.documentElement(doc);
  };

  let look = host.style.cssText;
  let zoom = 1;
  /** A page that is zoomed by its own style would zoom us with it. */
  function unzoom(): void {
    const page: Element | null = natives.documentElement(doc);
    const now = page?.currentCSSZoom || 1;
    if (now === zoom) return;
    zoom = now;
    host.style.cssText = look;
    host.style.setProperty('zoom', `${1 / zoom}`, 'important');
    look = host.style.cssText;
  }

  function ensure(): void {
    unzoom();
    if (isInPlace() && host.matches(':popover-open')) return;
    raiseSoon();
  }

  watchTopLayer(doc, host, { raiseSoon, ensure }, signal);
  watchTampering(
    doc,
    host,
    () => {
      ensure();
      if (!isAsMade(host, look)) boundedLook(() => !signal.aborted && remake(host, look));
    },
    signal,
  );
  signal.addEventListener('abort', () => {
    cancelAnimationFrame(asked);
    for (const timer of timers) clearTimeout(timer);
    host.remove();
  });
  unzoom();
  raise();
  return {
    root,
    stage,
    size() {
      const { width, height } = host.getBoundingClientRect();
      return { width, height };
    },
    ensure,
  };
}

/** A page that opens more than ten dialogs a second is not read by anyone. */
const MOST_RAISES = 20;
/** Twice a frame: what a page does once a frame is undone before it is painted. */
const MOST_LOOKS = 240;
const WINDOW_MS = 2_000;

interface Reactions {
  raiseSoon(): void;
  ensure(): void;
}

/** Whatever enters the top layer later lies above us. */
function watchTopLayer(
  doc: Document,
  host: HTMLElement,
  { raiseSoon, ensure }: Reactions,
  signal: AbortSignal,
): void {
  const captured = { capture: true, signal } as const;
  const onToggle = (event: Event): void => {
    if (event.target === host) {
      // Ours is none of the page's business.
      event.stopImmediatePropagation();
      if (event.type === 'toggle') ensure();
    } else if (event.type === 'toggle') raiseSoon();
  };
  window.addEventListener('toggle', onToggle, captured);
  window.addEventListener('beforetoggle', onToggle, captured);
  window.addEventListener('fullscreenchange', raiseSoon, captured);

  // `toggle` does not leave a shadow root; the focus that a dialog takes does.
  let lastOnTop: EventTarget | null = null;
  window.addEventListener(
    'focusin',
    (event) => {
      const onTop = event.composedPath().find(isInTopLayer) ?? null;
      if (onTop !== null && onTop !== lastOnTop) raiseSoon();
      lastOnTop = onTop;
    },
    captured,
  );

  // Dialogs have sent `toggle` only since Chrome 132 and Firefox 133.
  const opened = new MutationObserver((records) => {
    if (records.some(({ target }) => isInTopLayer(target))) raiseSoon();
  });
  opened.observe(doc, { subtree: true, attributes: true, attributeFilter: ['open'] });
  signal.addEventListener('abort', () => opened.disconnect());
}

function isInTopLayer(target: EventTarget): boolean {
  return (
    target instanceof Element &&
    natives.matches(target, ':modal, :popover-open, :fullscreen') === true
  );
}

/** The page may remove, move, hide or restyle what it did not put there. */
function watchTampering(
  doc: Document,
  host: HTMLElement,
  ensure: () => void,
  signal: AbortSignal,
): void {
  const places = new MutationObserver(() => {
    watchPlaces();
    ensure();
  });
  // `document.open()` and its like replace the root element too.
  const watchPlaces = (): void => {
    places.disconnect();
    places.observe(doc, { childList: true });
    const page: Element | null = natives.documentElement(doc);
    if (page !== null) places.observe(page, { childList: true });
  };
  watchPlaces();

  const looks = new MutationObserver(ensure);
  looks.observe(host, { attributes: true });
  signal.addEventListener('abort', () => {
    places.disconnect();
    looks.disconnect();
  });
}

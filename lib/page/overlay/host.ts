import { natives } from '../natives';
import { markOwn } from '../own-elements';
import { dom } from './dom';
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
  const host = dom.create(doc, 'div');
  markOwn(host);
  styleHost(host);
  host.setAttribute('popover', 'manual');
  host.setAttribute('aria-hidden', 'true');
  const root = host.attachShadow({ mode: 'closed' });
  hideBackdrop(root);
  const stage = dom.create(doc, 'div');
  stage.style.cssText = 'position:absolute;inset:0;overflow:hidden;pointer-events:none';
  root.append(stage);

  const timers = new Set<ReturnType<typeof setTimeout>>();
  const bounded = createLimiter(MOST_RAISES, RAISE_WINDOW_MS, {
    now: () => performance.now(),
    later(act, ms) {
      const timer = setTimeout(() => {
        timers.delete(timer);
        act();
      }, ms);
      timers.add(timer);
    },
  });
  let asked = 0;

  function raise(): void {
    if (signal.aborted) return;
    const page: Element | null = natives.documentElement(doc);
    if (!host.isConnected && page !== null) dom.append(page, host);
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

  function ensure(): void {
    if (host.isConnected && host.matches(':popover-open')) return;
    raiseSoon();
  }

  watchTopLayer(doc, host, { raiseSoon, ensure }, signal);
  watchTampering(doc, host, { raiseSoon, ensure, restyle: () => bounded(restyle) }, signal);
  function restyle(): void {
    if (!signal.aborted) styleHost(host);
  }
  signal.addEventListener('abort', () => {
    cancelAnimationFrame(asked);
    for (const timer of timers) clearTimeout(timer);
    host.remove();
  });
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
const RAISE_WINDOW_MS = 2_000;

/** Inline and important: no rule of the page outranks it. Set one by one, which no CSP forbids. */
const HOST_STYLE: readonly (readonly [string, string])[] = [
  ['all', 'initial'],
  ['position', 'fixed'],
  ['inset', '0'],
  ['width', '100%'],
  ['height', '100%'],
  ['max-width', 'none'],
  ['max-height', 'none'],
  ['margin', '0'],
  ['border', '0'],
  ['padding', '0'],
  ['background', 'transparent'],
  ['overflow', 'hidden'],
  ['display', 'block'],
  ['pointer-events', 'none'],
  ['z-index', '2147483647'],
  ['contain', 'strict'],
];

function styleHost(host: HTMLElement): void {
  for (const [name, value] of HOST_STYLE) host.style.setProperty(name, value, 'important');
}

/** A page's own rule for `::backdrop` would otherwise paint over all of it. */
function hideBackdrop(root: ShadowRoot): void {
  const rule = ':host::backdrop{display:none!important}';
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rule);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Firefox refuses a content script's sheet; there, the page's CSP does not bind our element.
    const style = dom.create(document, 'style');
    style.textContent = rule;
    root.append(style);
  }
}

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
  return target instanceof Element && dom.matches(target, ':modal, :popover-open, :fullscreen');
}

/** The page may remove, hide or restyle what it did not put there. */
function watchTampering(
  doc: Document,
  host: HTMLElement,
  { raiseSoon, ensure, restyle }: Reactions & { restyle(): void },
  signal: AbortSignal,
): void {
  const places = new MutationObserver(() => {
    watchPlaces();
    if (!host.isConnected) raiseSoon();
  });
  // `document.open()` and its like replace the root element too.
  const watchPlaces = (): void => {
    places.disconnect();
    places.observe(doc, { childList: true });
    const page: Element | null = natives.documentElement(doc);
    if (page !== null) places.observe(page, { childList: true });
  };
  watchPlaces();

  const looks = new MutationObserver((records) => {
    if (records.some(({ attributeName }) => attributeName === 'style')) {
      if (!isStyled(host)) restyle();
    } else ensure();
  });
  looks.observe(host, { attributes: true, attributeFilter: ['style', 'popover', 'hidden'] });
  signal.addEventListener('abort', () => {
    places.disconnect();
    looks.disconnect();
  });
}

/** The few declarations that would make the heat vanish, lie or get in the way. */
function isStyled({ style }: HTMLElement): boolean {
  return ['position', 'display', 'pointer-events', 'width', 'height'].every(
    (name) =>
      style.getPropertyPriority(name) === 'important' &&
      style.getPropertyValue(name) === HOST_STYLE.find(([known]) => known === name)?.[1],
  );
}

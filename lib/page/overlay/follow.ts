import { natives } from '../natives';
import { dom } from './dom';

/** What can move on a page, as far as the overlay must react. */
export interface PageEvents {
  /** The viewport shows another part, or has another size or resolution. */
  onMove(): void;
  /** Elements may have moved within the page. */
  onLayout(): void;
  /** The page has another address, without having been loaded anew. */
  onAddress(): void;
}

/**
 * Follows scrolling, resizing, zooming, late layout and client-side routing, until the signal
 * aborts. `checkAddress` in the result is cheap, for calling at every repaint.
 */
export function followPage(
  view: Window & typeof globalThis,
  { onMove, onLayout, onAddress }: PageEvents,
  signal: AbortSignal,
): { checkAddress(): void } {
  const passive = { capture: true, passive: true, signal } as const;
  const onScroll = (event: Event): void => {
    if (event.target !== view.document) onLayout();
    onMove();
  };
  view.addEventListener('scroll', onScroll, passive);
  view.addEventListener('resize', onMove, passive);
  view.visualViewport?.addEventListener('resize', onMove, { signal });
  view.visualViewport?.addEventListener('scroll', onMove, { signal });
  followResolution(view, onMove, signal);
  followLayout(view, onMove, onLayout, signal);
  return followAddress(view, onAddress, signal);
}

/** `devicePixelRatio` has no event of its own; a media query for its present value has. */
function followResolution(view: Window, onMove: () => void, signal: AbortSignal): void {
  const watch = (): void => {
    if (signal.aborted) return;
    const query = view.matchMedia(`(resolution: ${view.devicePixelRatio}dppx)`);
    const onChange = (): void => {
      onMove();
      watch();
    };
    query.addEventListener('change', onChange, { once: true, signal });
  };
  watch();
}

function followLayout(
  view: Window & typeof globalThis,
  onMove: () => void,
  onLayout: () => void,
  signal: AbortSignal,
): void {
  const sizes = new view.ResizeObserver(() => {
    onMove();
    onLayout();
  });
  const root: Element | null = natives.documentElement(view.document);
  const body: Element | null = dom.body(view.document);
  if (root !== null) sizes.observe(root);
  if (body !== null) sizes.observe(body);
  signal.addEventListener('abort', () => sizes.disconnect());
}

/**
 * Patching `history` in an isolated world does not reach the page's own calls. The Navigation API
 * tells of them; where there is none, the address is looked at when something happens.
 */
function followAddress(
  view: Window,
  onAddress: () => void,
  signal: AbortSignal,
): { checkAddress(): void } {
  let last = view.location.href;
  const checkAddress = (): void => {
    const { href } = view.location;
    if (href === last || signal.aborted) return;
    last = href;
    onAddress();
  };
  // After the page's own handlers, which is when it changes its address.
  const checkSoon = (): void => {
    setTimeout(checkAddress, 50);
  };
  view.addEventListener('popstate', checkAddress, { signal });
  view.addEventListener('hashchange', checkAddress, { signal });
  view.addEventListener('click', checkSoon, { capture: true, passive: true, signal });
  view.addEventListener('keyup', checkSoon, { capture: true, passive: true, signal });
  const navigation: unknown = Reflect.get(view, 'navigation');
  if (navigation instanceof EventTarget) {
    navigation.addEventListener('currententrychange', checkAddress, { signal });
  } else {
    const timer = setInterval(() => {
      if (!dom.hidden(view.document)) checkAddress();
    }, ADDRESS_MS);
    signal.addEventListener('abort', () => clearInterval(timer));
  }
  return { checkAddress };
}

const ADDRESS_MS = 500;

import type { FramePress, FrameState } from '../../protocol/banner-messages';
import { highlight } from '../highlight';
import { findBySelector } from '../locator';
import { clearOrigin, cookieNames } from './clear';
import { coversOf } from './covers';
import { frameBoxOf } from './frame-box';
import { createGuide } from './guide';
import type { BannerPorts } from './ports';
import { elementOf, type Sought, targetOf } from './press';
import { readBanner } from './read';
import { reopenersIn } from './reopen';
import { secondPageOf } from './second-page';
import { namesStored } from './stored';
import { pressable } from './toggles';

interface Options {
  readonly shadowRootOf: BannerPorts['shadowRootOf'];
  /** Nobody asks any more. */
  readonly onLeftAlone: () => void;
}

/**
 * What a frame answers during a walk. Whatever it has drawn goes with its signal, and where nobody
 * asks any more.
 */
export function answersOf(win: Window, options: Options, signal: AbortSignal) {
  const ports = (): BannerPorts => ({
    document: win.document,
    shadowRootOf: options.shadowRootOf,
    frame: relationToTop(win),
  });
  const guide = createGuide(win, ports, signal);
  let unshow = (): void => {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  const quit = (): void => {
    guide.stop();
    unshow();
  };
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    quit();
  });
  const heard = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      quit();
      options.onLeftAlone();
    }, LEFT_ALONE_MS);
  };
  const show = ({ selector }: { readonly selector: string | null }): void => {
    unshow();
    unshow = () => {};
    if (selector === null) guide.stop();
    const closedShadowRoot = options.shadowRootOf;
    const element =
      selector === null ? null : findBySelector(win.document, selector, { closedShadowRoot });
    if (element === null) return;
    const undo = highlight(win.document, element, { closedShadowRoot });
    const over = setTimeout(undo, SHOWN_MS);
    unshow = () => {
      clearTimeout(over);
      undo();
    };
  };
  heard();

  return {
    'banner.read': () => {
      heard();
      return readBanner(ports());
    },
    'banner.reopeners': () => reopenersIn(ports()),
    'banner.state': () => {
      heard();
      return stateOf(win);
    },
    'banner.stored': () => namesStored(win),
    'banner.clear': () => clearOrigin(win),
    'banner.guide': ({ id, sought }: { readonly id: string; readonly sought: Sought }) => {
      heard();
      return guide.wait(id, sought);
    },
    'banner.press': ({ sought }: { readonly sought: Sought }) => {
      guide.stop();
      return press(sought, ports());
    },
    'banner.show': show,
    'banner.scroll': ({ by }: { readonly by: number }) =>
      win.scrollBy({ top: by, behavior: 'instant' }),
    'banner.covers': ({ selectors }: { readonly selectors: readonly string[] }) => {
      heard();
      return coversOf(win, selectors, ports());
    },
    'banner.frameBox': ({ url }: { readonly url: string }) => frameBoxOf(url, ports()),
  };
}

/** Longer than the longest wait of a walk, within which nothing is asked. */
const LEFT_ALONE_MS = 45_000;
const SHOWN_MS = 4_000;

function stateOf(win: Window): FrameState {
  const { document, location } = win;
  return {
    url: location.href,
    origin: win.origin.slice(0, 300),
    title: document.title.slice(0, 1_000),
    lang: document.documentElement.lang.slice(0, 35),
    viewport: { width: Math.round(win.innerWidth), height: Math.round(win.innerHeight) },
    second: secondPageOf(document),
    status: statusOf(),
    asksForPassword: document.querySelector('input[type="password"]') !== null,
    cookieNames: namesOf(document).map((name) => name.slice(0, 300)),
  };
}

function statusOf(): number {
  const [navigation] = performance.getEntriesByType('navigation');
  if (!(navigation instanceof PerformanceNavigationTiming)) return 0;
  // Not in every browser.
  return navigation.responseStatus ?? 0;
}

/** A sandboxed frame may not even ask. */
function namesOf(document: Document): string[] {
  try {
    return cookieNames(document).slice(0, 500);
  } catch {
    return [];
  }
}

/** An event that a page can tell from a person's: `isTrusted` is false. */
function press(sought: Sought, ports: BannerPorts): FramePress | null {
  const target = targetOf(sought, ports);
  const element = elementOf(sought, ports);
  if (target === null || element === null) return null;
  const { label, selector } = sought;
  const shown = pressable(element);
  if (shown instanceof HTMLElement) shown.click();
  return { t: Date.now(), box: target.box, label, selector, fits: true };
}

function relationToTop(win: Window): BannerPorts['frame'] {
  if (win.top === win) return 'top';
  try {
    return win.top?.document === undefined ? 'cross-origin' : 'same-origin';
  } catch {
    return 'cross-origin';
  }
}

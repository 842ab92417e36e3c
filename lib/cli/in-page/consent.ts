import { findBanner } from '../../page/banner/find';
import { accountOfFocus } from '../../page/banner/focus';
import { policyAddress } from '../../page/banner/policy-link';
import type { BannerPorts } from '../../page/banner/ports';
import { type Sought, targetOf } from '../../page/banner/press';
import { readBanner } from '../../page/banner/read';
import { reopenersIn } from '../../page/banner/reopen';
import { secondPageOf } from '../../page/banner/second-page';
import { namesStored } from '../../page/banner/stored';
import { startRelay } from '../../page/probe/relay';

/**
 * What the command line puts into a world of its own of every document, at its beginning, to watch a
 * walk: the relay of the time line, and readers of the banner. It may be put in again: the first one
 * stays, since it saw the beginning.
 */
const NAME = 'hushmap';

function create() {
  const closedRoots = new Map<Element, ShadowRoot>();
  const shadowRootOf = (host: Element): ShadowRoot | null =>
    host.shadowRoot ?? closedRoots.get(host) ?? null;
  const relay = startRelay(window, new AbortController().signal, { shadowRootOf });
  const ports = (): BannerPorts => ({ document, shadowRootOf, frame: relationToTop() });
  return {
    addClosedRoots: (...roots: ShadowRoot[]) => {
      for (const root of roots) closedRoots.set(root.host, root);
    },
    isBeyondLimits: () => false,
    timeline: () => relay.timeline(),
    banner: () => readBanner(ports()),
    target: (sought: Sought) => targetOf(sought, ports()),
    reopeners: () => reopenersIn(ports()),
    focus: () => accountOfFocus(ports()),
    policy: () => {
      const found = findBanner(ports());
      return found === null ? null : policyAddress(found.element, ports());
    },
    stored: () => namesStored(window),
    second: () => secondPageOf(document),
    state: () => ({
      url: location.href,
      title: document.title,
      origin: location.origin,
      // An empty frame has no address of its own, and uses the storages of the page.
      storage: self.origin,
      lang: document.documentElement.lang.slice(0, 35),
    }),
  };
}

function relationToTop(): BannerPorts['frame'] {
  if (window.top === window) return 'top';
  try {
    return window.top?.document === undefined ? 'cross-origin' : 'same-origin';
  } catch {
    return 'cross-origin';
  }
}

if (!(NAME in globalThis)) {
  Object.defineProperty(globalThis, NAME, { value: create() });
}

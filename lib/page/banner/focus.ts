import { controlsIn } from './controls';
import { holds } from './deep';
import { findBanner } from './find';
import type { BannerPorts } from './ports';

/** Where the focus of a frame is, as far as the banner goes. */
export interface FocusAccount {
  /** Tells one focused element from the next; empty: nothing has the focus. */
  readonly key: string;
  readonly inBanner: boolean;
  readonly role: 'reject' | 'accept' | null;
}

const keys = new WeakMap<Element, string>();
let next = 0;

export function accountOfFocus(ports: BannerPorts): FocusAccount {
  const focused = activeIn(ports);
  if (focused === null) return { key: '', inBanner: false, role: null };
  const banner = findBanner(ports);
  if (banner === null || !holds(banner.element, focused)) {
    return { key: keyOf(focused), inBanner: false, role: null };
  }
  const control = controlsIn(banner.element, ports).find(({ element }) => element === focused);
  const role = control?.control.role;
  return {
    key: keyOf(focused),
    inBanner: true,
    role: role === 'reject' || role === 'accept' ? role : null,
  };
}

function activeIn({ document, shadowRootOf }: BannerPorts): Element | null {
  let active = document.activeElement;
  if (active === document.body || active === null) return null;
  for (let depth = 0; depth < 40; depth++) {
    const inner: Element | null = shadowRootOf(active)?.activeElement ?? null;
    if (inner === null) return active;
    active = inner;
  }
  return active;
}

function keyOf(element: Element): string {
  const known = keys.get(element) ?? String(++next);
  keys.set(element, known);
  return known;
}

import type { BannerControl, Box } from '../../protocol/walk/banner';
import { createLocator, findExactly } from '../locator';
import { controlsIn } from './controls';
import { ancestorsOf } from './deep';
import { findBanner } from './find';
import type { BannerPorts } from './ports';
import { pressable } from './toggles';
import { isHittable, isSeen, pressBoxOf } from './visible';

/** Where a control is now, and whether a press there would reach it. */
export interface Target {
  /** In the frame's own viewport, CSS pixels. */
  readonly box: Box;
  readonly hittable: boolean;
}

export type Sought = Pick<BannerControl, 'selector' | 'label' | 'role'>;

/**
 * Finds a control again, by its selector or, where the banner was made anew, by what it says, and
 * brings it into view. Null: it is not there, or can't be seen.
 */
export function targetOf(sought: Sought, ports: BannerPorts): Target | null {
  const element = elementOf(sought, ports);
  if (element === null) return null;
  const shown = pressable(element);
  if (!isSeen(shown)) return null;
  if (!isInView(shown)) shown.scrollIntoView({ block: 'center', behavior: 'instant' });
  return { box: pressBoxOf(shown), hittable: isHittable(shown, ports) };
}

/** The element of a control, or null. */
export function elementOf({ selector, label, role }: Sought, ports: BannerPorts): Element | null {
  const { document, shadowRootOf } = ports;
  const options = { closedShadowRoot: shadowRootOf };
  const same = findExactly(document, selector, options, createLocator());
  if (same !== null && isSeen(pressable(same))) return same;
  const banner = findBanner(ports);
  if (banner === null) return same;
  const again = controlsIn(banner.element, ports).find(
    ({ control }) => control.label === label && control.role === role,
  );
  return again?.element ?? same;
}

function isInView(element: Element): boolean {
  const { x, y, width, height } = element.getBoundingClientRect();
  const view = element.ownerDocument.defaultView;
  if (view === null) return false;
  const [midX, midY] = [x + width / 2, y + height / 2];
  if (midX < 0 || midY < 0 || midX > view.innerWidth || midY > view.innerHeight) return false;
  // A box that scrolls may hide it although the viewport has it.
  return !ancestorsOf(element, 40).some((one) => {
    if (!/auto|scroll|hidden/.test(getComputedStyle(one).overflowY)) return false;
    const around = one.getBoundingClientRect();
    return around.height > 0 && (midY < around.top || midY > around.bottom);
  });
}

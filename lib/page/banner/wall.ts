import type { BannerReading } from '../../protocol/walk/banner';
import { ancestorsOf, holds } from './deep';
import type { BannerPorts } from './ports';
import { elementAt } from './visible';

const COLUMNS = 12;
const ROWS = 8;
/** A line or so beyond the window is a page that was not measured exactly. */
const SCROLLS_PX = 24;

/** How much of the page a banner takes away while it is there. */
export function wallOf(banner: Element, ports: BannerPorts): BannerReading['wall'] {
  const { document } = ports;
  const win = document.defaultView;
  if (win === null || ports.frame !== 'top') {
    return { scrollLocked: false, inert: false, blurred: false, covered: 0 };
  }
  return {
    scrollLocked: isScrollLocked(document),
    inert: isPageInert(banner, document),
    blurred: isBlurred(banner, document),
    covered: coveredShare(banner, ports, win.innerWidth, win.innerHeight),
  };
}

/** Something is out of view, and the page can't be scrolled to it. A page that fits has nothing to lock. */
function isScrollLocked({ documentElement, body }: Document): boolean {
  const height = Math.max(documentElement.scrollHeight, body.scrollHeight);
  if (height <= documentElement.clientHeight + SCROLLS_PX) return false;
  const [root, inner] = [getComputedStyle(documentElement), getComputedStyle(body)];
  if (/hidden|clip/.test(root.overflowY)) return true;
  // What the body says holds for the viewport where the root says nothing.
  return (
    (root.overflowY === 'visible' && /hidden|clip/.test(inner.overflowY)) ||
    inner.position === 'fixed'
  );
}

/** The page's own parts can't be reached: `inert`, or a modal dialog lies over them. */
function isPageInert(banner: Element, document: Document): boolean {
  if (banner.matches(':modal') || banner.closest(':modal') !== null) return true;
  return pageParts(banner, document).some((part) => part.hasAttribute('inert'));
}

function isBlurred(banner: Element, document: Document): boolean {
  if (pageParts(banner, document).some((part) => /blur/.test(getComputedStyle(part).filter))) {
    return true;
  }
  const win = document.defaultView;
  if (win === null) return false;
  const veil = veilOver(banner, [win.innerWidth / 2, win.innerHeight * 0.2], document);
  return veil !== null && /blur/.test(getComputedStyle(veil).backdropFilter);
}

const pageParts = (banner: Element, document: Document): Element[] =>
  [...document.body.children].filter((part) => !holds(part, banner) && isLarge(part));

/**
 * What lies over the page at a point and is neither the banner nor the page: a large fixed box with
 * something of the page below it. The box that a page itself lives in has nothing below it.
 */
function veilOver(
  banner: Element,
  [x, y]: readonly [number, number],
  document: Document,
): Element | null {
  const all = document.elementsFromPoint(x, y).filter((one) => one !== document.documentElement);
  const [first] = all;
  if (first === undefined || holds(banner, first)) return null;
  const veil = [first, ...ancestorsOf(first, 40)].find(isVeil);
  if (veil === undefined) return null;
  const isPage = (one: Element): boolean =>
    one !== document.body && !holds(veil, one) && !holds(one, veil) && !holds(banner, one);
  return all.some(isPage) ? veil : null;
}

const isVeil = (element: Element): boolean =>
  getComputedStyle(element).position === 'fixed' && isLarge(element);

function isLarge(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  const view = element.ownerDocument.documentElement;
  return width * height > 0.4 * view.clientWidth * view.clientHeight;
}

/** The share of points of the viewport where a press would reach the banner or a veil, and not the page. */
function coveredShare(banner: Element, ports: BannerPorts, width: number, height: number): number {
  let covered = 0;
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      const x = ((column + 0.5) / COLUMNS) * width;
      const y = ((row + 0.5) / ROWS) * height;
      const hit = elementAt(x, y, ports);
      if (hit === null) continue;
      if (holds(banner, hit) || veilOver(banner, [x, y], ports.document) !== null) covered++;
    }
  }
  return Math.round((covered / (COLUMNS * ROWS)) * 100) / 100;
}

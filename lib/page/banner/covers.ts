import type { FrameCovers } from '../../protocol/banner-messages';
import type { Box } from '../../protocol/walk/banner';
import { createLocator, findExactly } from '../locator';
import { rootsIn } from './deep';
import { addressOf } from './frame-box';
import type { BannerPorts } from './ports';
import { boxesOf } from './visible';

/**
 * Where a picture of this frame has to be painted over: the elements that selectors name, and frames.
 * Null where that can't be told whole: then there must be no picture.
 */
export function coversOf(
  win: Window,
  selectors: readonly string[],
  ports: BannerPorts,
): FrameCovers | null {
  // Zoomed with two fingers, a picture is to another scale than boxes are.
  if (Math.abs((win.visualViewport?.scale ?? 1) - 1) > 0.01) return null;
  const roots = rootsIn(ports);
  const elements = roots.reduce((sum, root) => sum + root.querySelectorAll('*').length, 0);
  if (elements > MOST_ELEMENTS || roots.length > MOST_ROOTS) return null;
  const isShown = (box: Box): boolean => isInside(box, win);
  const boxes: Box[] = [];
  const locate = createLocator();
  for (const selector of selectors) {
    const options = { closedShadowRoot: ports.shadowRootOf };
    const element = findExactly(win.document, selector, options, locate);
    if (element === null) return null;
    boxes.push(...boxesOf(element).filter(isShown));
  }
  const frames = roots
    .flatMap((root) => [...root.querySelectorAll(FRAMES)])
    .map(placeOf)
    .filter(({ box }) => isShown(box));
  return { boxes, frames };
}

/** Beyond these, not every root may have been found. */
const MOST_ELEMENTS = 50_000;
const MOST_ROOTS = 200;

const FRAMES = 'iframe, frame, object, embed, fencedframe';

const boxOf = ({ x, y, width, height }: DOMRect): Box => ({ x, y, width, height });

/** Where a frame lies; what lies in it can't be told from outside where it is drawn to another scale. */
function placeOf(frame: Element): FrameCovers['frames'][number] {
  const whole = frame.getBoundingClientRect();
  if (!(frame instanceof HTMLIFrameElement)) return { url: '', box: boxOf(whole) };
  const isPlain =
    Math.abs(whole.width - frame.offsetWidth) < 1 &&
    Math.abs(whole.height - frame.offsetHeight) < 1;
  if (!isPlain) return { url: '', box: boxOf(whole) };
  const { clientLeft, clientTop, clientWidth, clientHeight } = frame;
  const [x, y] = [whole.x + clientLeft, whole.y + clientTop];
  const url = addressOf(frame).slice(0, 8_192);
  return { url, box: { x, y, width: clientWidth, height: clientHeight } };
}

const isInside = ({ x, y, width, height }: Box, win: Window): boolean =>
  width > 0 &&
  height > 0 &&
  x < win.innerWidth &&
  y < win.innerHeight &&
  x + width > 0 &&
  y + height > 0;

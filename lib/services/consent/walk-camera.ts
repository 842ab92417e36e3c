import { randomHex } from '../../core/ids';
import type { FrameCovers } from '../../protocol/banner-messages';
import type { Box } from '../../protocol/walk/banner';
import type { Covered, WalkPorts } from './ports';

interface CameraPorts {
  readonly page: Pick<WalkPorts['page'], 'injectBanner' | 'injectScanner' | 'send'>;
  readonly camera: WalkPorts['camera'];
}

/** Takes pictures of a tab. What leaves it is painted over, or there is none. */
export function createWalkCamera({ page, camera }: CameraPorts) {
  /** Tabs that the browser has given a picture of. */
  const allowed = new Set<number>();

  async function take(tabId: number): Promise<string | null> {
    // The page is read only where that is good for anything.
    if (!allowed.has(tabId) && (await camera.shoot(tabId)) === null) return null;
    allowed.add(tabId);
    const before = await lookAt(tabId);
    const shot = before === null ? null : await camera.shoot(tabId);
    if (before === null || shot === null) return null;
    const after = await lookAt(tabId);
    // Something has moved, or has come: in the picture it may lie anywhere.
    if (JSON.stringify(after) !== JSON.stringify(before)) return null;
    return camera.paint(shot, before);
  }

  /** Where something personal, or something that can't be read, shows in the page's viewport. */
  async function lookAt(tabId: number): Promise<Covered | null> {
    await page.injectBanner(tabId);
    const frames = await page.injectScanner(tabId);
    if (!frames.includes(0)) return null;
    const all = await Promise.all(frames.map((frameId) => inFrame(tabId, frameId)));
    const top = all[frames.indexOf(0)];
    if (!top) return null;
    const others = all.flatMap((one) => (one === null || one === top ? [] : [one]));
    return { viewport: top.viewport, boxes: boxesIn(top, others) };
  }

  /** Null: what is personal in a frame can't be told. */
  async function inFrame(tabId: number, frameId: number): Promise<Frame | null> {
    try {
      const request = { runKey: randomHex(32), recorders: [], watch: false };
      const evidence = await page.send(tabId, frameId, 'scanner.scan', request);
      // More than was told could be anywhere.
      if (evidence.truncated > 0) return null;
      const selectors = [...new Set(evidence.sightings.map(({ selector }) => selector))];
      const covers = await page.send(tabId, frameId, 'banner.covers', { selectors });
      const { url, viewport } = await page.send(tabId, frameId, 'banner.state', undefined);
      return covers && { ...covers, url, viewport };
    } catch {
      return null;
    }
  }

  return { take };
}

interface Frame extends FrameCovers {
  readonly url: string;
  readonly viewport: Covered['viewport'];
}

/** A frame that was read and whose place is known shows; every other one is covered whole. */
function boxesIn(top: Frame, others: readonly Frame[]): Box[] {
  const inside = top.frames.flatMap(({ url, box }) => {
    const isOnly = top.frames.filter((one) => one.url === url).length === 1;
    const [frame, another] = others.filter((one) => one.url === url);
    const isKnown = url !== '' && isOnly && frame !== undefined && another === undefined;
    if (!isKnown || !isAsLarge(frame.viewport, box)) return [box];
    return [...frame.boxes, ...frame.frames.map((one) => one.box)].map((one) => ({
      ...one,
      x: one.x + box.x,
      y: one.y + box.y,
    }));
  });
  return [...top.boxes, ...inside];
}

/** Else it has a padding, or is drawn to another scale. */
const isAsLarge = ({ width, height }: Covered['viewport'], box: Box): boolean =>
  Math.abs(width - box.width) <= 1 && Math.abs(height - box.height) <= 1;

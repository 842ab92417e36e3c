import type { Box } from '../../protocol/walk/banner';
import { rootsIn } from './deep';
import type { BannerPorts } from './ports';

/**
 * Where the iframe lies whose document has this address. Null where none is found, or more than one:
 * an iframe says where it was sent, not where it went.
 */
export function frameBoxOf(url: string, ports: BannerPorts): Box | null {
  const frames = rootsIn(ports).flatMap((root) => [...root.querySelectorAll('iframe')]);
  const [only, other] = frames.filter((frame) => addressOf(frame) === url);
  if (only === undefined || other !== undefined) return null;
  const { x, y, width, height } = only.getBoundingClientRect();
  return { x: x + only.clientLeft, y: y + only.clientTop, width, height };
}

export function addressOf(frame: HTMLIFrameElement): string {
  try {
    return frame.contentWindow?.location.href ?? frame.src;
  } catch {
    return frame.src;
  }
}

import { natives } from '../../page/natives';
import { scanFrame } from '../../page/scan';
import { createCaptureList } from '../../page/scan/capture-list';
import { LIMITS } from '../../page/scan/contract';
import { createYield } from '../../page/scan/slices';
import type { FrameEvidence } from '../../protocol/evidence';
import type { ScanRequest } from '../../protocol/scan-request';
import { judgeAt } from '../../recorders/judge';
import { type PlacedElements, placesOf } from './boxes';

/**
 * What the command line puts into an isolated world of every frame. Closed shadow roots come in from
 * the debugger, since no script can open them.
 */
const closedRoots = new Map<Element, ShadowRoot>();
const yieldToPage = createYield();
let list: ReturnType<typeof createCaptureList> | null = null;

/** By their hosts, which a root knows. */
export function addClosedRoots(...roots: ShadowRoot[]): void {
  for (const root of roots) closedRoots.set(root.host, root);
}

export function scan(request: ScanRequest, withCaptures: boolean): Promise<FrameEvidence> {
  list = withCaptures ? createCaptureList(request.recorders, judgeAt) : null;
  return scanFrame(document, request, {
    closedShadowRoot: (host) => closedRoots.get(host) ?? null,
    judgeAt,
    now: () => performance.now(),
    yieldToPage,
    ...(list && { onValue: list.add }),
  });
}

/** The next part of the list, small enough for one message; empty: that was all. */
export const takeCaptures = (lines: number, characters: number) =>
  list?.take(lines, characters) ?? [];

export const pageState = () => ({
  url: location.href,
  title: document.title,
  ready: document.readyState,
});

/** Where elements are in the frame's viewport, by the selectors of the locator, and how many are gone. */
export const boxesOf = (selectors: readonly string[]): PlacedElements =>
  placesOf(document, selectors, {
    closedShadowRoot: (host) => closedRoots.get(host) ?? null,
  });

/** Whether the document holds more text than a scan looks at, and so is cut in any case. */
export const isBeyondLimits = (): boolean =>
  natives.textContent(document.documentElement).length > LIMITS.allText;

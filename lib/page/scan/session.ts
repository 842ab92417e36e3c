import type { ScanRequest } from '../../protocol/audit';
import type { FrameEvidence } from '../../protocol/evidence';
import { highlight } from '../highlight';
import { scanFrame } from '.';
import { createYield } from './slices';
import type { CaptureMemory } from './traps';
import { type Watch, watchChanges } from './watch';

export interface ScanSession {
  scan(request: ScanRequest): Promise<FrameEvidence>;
  /** Outlines one element, or none. */
  highlight(selector: string | null): void;
  /** Ends the watch and the outline; a scan can be asked for again. */
  stop(): void;
}

/** The scanner of one frame: one scan at a time, the watch after it, the outline. */
export function createScanSession(
  document: Document,
  closedShadowRoot: (host: Element) => ShadowRoot | null,
  onChange: () => void,
  signal: AbortSignal,
): ScanSession {
  const yieldToPage = createYield();
  const memory: CaptureMemory = new WeakMap();
  let watching: { readonly stop: AbortController; readonly watch: Watch } | null = null;
  let scanning: AbortController | null = null;
  let unhighlight = () => {};

  const stop = () => {
    scanning?.abort();
    watching?.stop.abort();
    watching = null;
    unhighlight();
    unhighlight = () => {};
  };
  signal.addEventListener('abort', stop);

  return {
    stop,
    async scan(request) {
      // A newer question replaces an older one: the older answer would be stale.
      scanning?.abort();
      scanning = new AbortController();
      if (!request.watch) watching?.stop.abort();
      watching = request.watch ? (watching ?? startWatch(onChange)) : null;
      const { watch } = watching ?? {};
      return scanFrame(document, request, {
        closedShadowRoot,
        now: () => performance.now(),
        yieldToPage,
        memory,
        signal: scanning.signal,
        ...(watch && { onRoot: watch.add }),
      });
    },
    highlight(selector) {
      unhighlight();
      unhighlight =
        selector === null ? () => {} : highlight(document, selector, { closedShadowRoot });
    },
  };
}

function startWatch(onChange: () => void): { stop: AbortController; watch: Watch } {
  const stop = new AbortController();
  return { stop, watch: watchChanges(onChange, stop.signal) };
}

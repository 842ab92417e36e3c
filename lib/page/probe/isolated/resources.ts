import type { RequestEvent } from '../../../protocol/timeline';
import { requestUrl } from '../main/request-url';

const LIMIT = 2_000;

export interface ResourceWitness {
  events(): readonly RequestEvent[];
  dropped(): number;
}

/**
 * The second witness: the browser's own resource timing, which also sees images, scripts, and what
 * was sent by functions that a script took from a fresh frame. It is read in the isolated world, so
 * the page cannot forge it. It does not see workers and sockets.
 */
export function watchResources(win: Window, signal: AbortSignal): ResourceWitness {
  const events: RequestEvent[] = [];
  let dropped = 0;
  const take = (entries: PerformanceEntryList): void => {
    for (const entry of entries) {
      // A `resource` observer gives entries of this kind alone.
      const event = toRequest(entry as PerformanceResourceTiming, win.performance.timeOrigin);
      if (event === null) continue;
      if (events.length < LIMIT) events.push(event);
      else dropped++;
    }
  };
  const observer = new PerformanceObserver((list) => take(list.getEntries()));
  observer.observe({ type: 'resource', buffered: true });
  signal.addEventListener('abort', () => observer.disconnect());
  return {
    events() {
      take(observer.takeRecords());
      return events;
    },
    dropped: () => dropped,
  };
}

function toRequest(entry: PerformanceResourceTiming, origin: number): RequestEvent | null {
  const url = requestUrl(entry.name);
  if (url === '') return null;
  const via = entry.initiatorType === 'script' ? 'script' : kindOf(entry.initiatorType);
  return {
    kind: 'request',
    t: origin + entry.startTime,
    // Images and scripts are always fetched by GET; of the rest, the timing does not say.
    method: via === 'resource' ? '' : 'GET',
    url,
    via,
    recorder: null,
    purpose: 'other',
    bytes: null,
  };
}

const kindOf = (initiator: string): 'image' | 'resource' =>
  initiator === 'img' || initiator === 'image' ? 'image' : 'resource';

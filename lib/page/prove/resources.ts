import type { Sent } from '../../prove/witness';

/**
 * Addresses that the document has loaded from or sent to, as the browser times them: pictures,
 * scripts and styles that no tap of a script's calls would see. Bodies and headers are not in it.
 */
export function watchResources(win: Window, signal: AbortSignal): { take(): Sent[] } {
  const { timeOrigin } = win.performance;
  let seen: Sent[] = [];
  const note = (entries: PerformanceEntryList): void => {
    for (const { name, startTime } of entries) {
      if (seen.length >= MOST) return;
      seen.push({ tap: 'resource', url: name, time: timeOrigin + startTime });
    }
  };
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: 'resource', buffered: true });
  signal.addEventListener('abort', () => observer.disconnect());
  return {
    take() {
      note(observer.takeRecords());
      const taken = seen;
      seen = [];
      return taken;
    },
  };
}

const MOST = 5_000;

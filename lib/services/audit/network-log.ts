import { inspectedTabId, onRequestFinished } from '../../platform/devtools';
import { send } from '../../platform/messaging';
import type { RequestEvent } from '../../protocol/timeline';
import { classifyRequest } from '../../recorders/endpoints';
import { redactUrl } from '../../report/redact-url';
import { askAgainIfLost } from '../retry';

/**
 * Keeps DevTools' own log of the inspected page's requests for the audit: a second witness, which no
 * script of the page can touch. It begins when DevTools opens, before our panel is first shown.
 */
export function keepNetworkLog(): void {
  const tabId = inspectedTabId();
  let waiting: RequestEvent[] = [];
  onRequestFinished(({ time, method, url, bodySize }) => {
    const owner = classifyRequest(url, []);
    waiting.push({
      kind: 'request',
      t: time,
      method: method.slice(0, 20),
      url: redactUrl(url),
      via: 'network',
      recorder: owner?.recorder ?? null,
      purpose: owner?.purpose ?? 'other',
      bytes: bodySize > 0 ? Math.round(bodySize) : null,
    });
    if (waiting.length === 1) setTimeout(flush, FLUSH_MS);
  });

  function flush(): void {
    const requests = waiting.splice(0, MOST_AT_ONCE);
    // The next batch brings what can still be brought; a lost one makes the log shorter, never wrong.
    askAgainIfLost(() => send('audit.network', { tabId, requests })).catch(() => undefined);
    if (waiting.length > 0) setTimeout(flush, FLUSH_MS);
    else waiting = [];
  }
}

/** Requests come in bursts; one message a burst is enough. */
const FLUSH_MS = 250;
const MOST_AT_ONCE = 500;

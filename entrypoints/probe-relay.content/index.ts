import { defineContentScript } from '#imports';
import { startRelay } from '../../lib/page/probe/relay';
import { createMessenger } from '../../lib/platform/messenger';
import { openOrClosedShadowRoot } from '../../lib/platform/shadow-roots';
import { RELAY_REQUESTS } from '../../lib/protocol/scanner-requests';

const { listen } = createMessenger(RELAY_REQUESTS);

/** Marks the extension's own world of this document, which the page cannot see. */
const RUNNING = 'hushmapRelay';

/**
 * Runs in the extension's own world beside the probe, at document start, and answers for it. It may
 * be injected again by an audit: the first one stays, since it saw the beginning.
 */
export default defineContentScript({
  runAt: 'document_start',
  allFrames: true,
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main() {
    if (RUNNING in globalThis) return;
    Object.defineProperty(globalThis, RUNNING, { value: true });
    // Not the context's signal: a second injection, or an event that the page forges, would end it.
    const { signal } = new AbortController();
    const relay = startRelay(window, signal, { shadowRootOf: openOrClosedShadowRoot });
    listen({ 'scanner.timeline': () => relay.timeline() }, signal);
  },
});

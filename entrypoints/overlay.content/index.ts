import { defineContentScript } from '#imports';
import { startOverlay } from '../../lib/page/overlay/overlay';
import { isAlive } from '../../lib/platform/alive';
import { listen, send } from '../../lib/platform/overlay-messaging';
import { openOrClosedShadowRoot } from '../../lib/platform/shadow-roots';
import { translate } from '../../lib/platform/translate';
import { redactText } from '../../lib/report/redact-text';

/** Marks the extension's own world of this document, which the page cannot see. */
const RUNNING = 'hushmapOverlay';

/** Injected on demand into the top frame. A second injection replaces the first. */
export default defineContentScript({
  registration: 'runtime',
  // The page has no business hearing that we started.
  noScriptStartedPostMessage: true,
  main() {
    const running: unknown = Reflect.get(globalThis, RUNNING);
    if (running instanceof AbortController) running.abort();
    const overlay = startOverlay(window, {
      hello: (request) => send('overlay.hello', request),
      tile: (request) => send('overlay.tile', request),
      anchors: (request) => send('overlay.anchors', request),
      anchored: (request) => send('overlay.anchored', request),
      elements: (request) => send('overlay.elements', request),
      part: (request) => send('overlay.part', request),
      picked: () => send('overlay.picked', undefined),
      listen,
      closedShadowRoot: openOrClosedShadowRoot,
      alive: isAlive,
      redact: redactText,
      translate,
    });
    Reflect.set(globalThis, RUNNING, overlay);
  },
});

import { defineContentScript } from '#imports';
import { createScanSession } from '../../lib/page/scan/session';
import { listen, send } from '../../lib/platform/messaging';
import { openOrClosedShadowRoot } from '../../lib/platform/shadow-roots';

/** Injected on demand into every frame that may be read. A second injection replaces the first. */
export default defineContentScript({
  registration: 'runtime',
  allFrames: true,
  matchAboutBlank: true,
  noScriptStartedPostMessage: true,
  main() {
    // The global of the isolated world is ours alone; the page has another.
    const scope = globalThis as { hushmapScanner?: AbortController };
    scope.hushmapScanner?.abort();
    const stop = new AbortController();
    scope.hushmapScanner = stop;
    const { signal } = stop;
    const session = createScanSession(
      document,
      openOrClosedShadowRoot,
      () => void send('scanner.changed', undefined).catch(() => session.stop()),
      signal,
    );
    listen(
      {
        'scanner.scan': (request) => session.scan(request),
        'scanner.stop': () => session.stop(),
        'scanner.highlight': ({ selector }) => session.highlight(selector),
      },
      signal,
    );
  },
});

import { defineContentScript } from '#imports';
import { answersOf } from '../../lib/page/banner/answers';
import { createMessenger } from '../../lib/platform/messenger';
import { openOrClosedShadowRoot } from '../../lib/platform/shadow-roots';
import { BANNER_REQUESTS } from '../../lib/protocol/banner-requests';

const { listen, send } = createMessenger(BANNER_REQUESTS);

/** Injected on demand into every frame during a walk. A second injection replaces the first. */
export default defineContentScript({
  registration: 'runtime',
  allFrames: true,
  matchAboutBlank: true,
  noScriptStartedPostMessage: true,
  main() {
    // The global of the isolated world is ours alone; the page has another.
    const scope = globalThis as { hushmapBanner?: AbortController };
    scope.hushmapBanner?.abort();
    const stop = new AbortController();
    scope.hushmapBanner = stop;
    const onLeftAlone = () => {
      if (window.top !== window) return;
      void send('banner.leftAlone', undefined).catch(() => undefined);
    };
    const options = { shadowRootOf: openOrClosedShadowRoot, onLeftAlone };
    listen(answersOf(window, options, stop.signal), stop.signal);
  },
});

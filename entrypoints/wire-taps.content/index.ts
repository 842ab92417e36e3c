import { defineContentScript } from '#imports';
import { keepNativeText } from '../../lib/page/probe/main/wrap';
import { startTaps } from '../../lib/page/prove/main/taps';

/** Runs in the page's own world for the time of a proof, registered by the background. */
export default defineContentScript({
  world: 'MAIN',
  runAt: 'document_start',
  allFrames: true,
  registration: 'runtime',
  main() {
    keepNativeText();
    startTaps(window);
  },
});

import { defineContentScript } from '#imports';
import { findRecorders } from '../../lib/page/probe/find-recorders';
import { startProbe } from '../../lib/page/probe/main/probe';

/** Runs in the page's own world, only on an origin under audit, registered by the background. */
export default defineContentScript({
  world: 'MAIN',
  runAt: 'document_start',
  allFrames: true,
  registration: 'runtime',
  main() {
    startProbe(window, findRecorders);
  },
});

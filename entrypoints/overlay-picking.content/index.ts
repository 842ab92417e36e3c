import { defineContentScript } from '#imports';
import { handOver } from '../../lib/page/overlay/parts';
import { createPicking } from '../../lib/page/overlay/picking';

/** Put beside the overlay where sections are picked, or notes are pinned. */
export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main: () => handOver('picking', createPicking),
});

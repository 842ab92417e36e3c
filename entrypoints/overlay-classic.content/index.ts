import { defineContentScript } from '#imports';
import { createClassicRenderer } from '../../lib/heatmap/renderers/classic';
import { handOver } from '../../lib/page/overlay/parts';

/** Put beside the overlay where the classic style is chosen. */
export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main: () => handOver('classic', createClassicRenderer),
});

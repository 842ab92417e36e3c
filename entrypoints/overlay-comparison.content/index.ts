import { defineContentScript } from '#imports';
import { createComparisonLayer } from '../../lib/page/overlay/comparison-layer';
import { handOver } from '../../lib/page/overlay/parts';

/** Put beside the overlay where two maps are compared. */
export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main: () => handOver('comparison', createComparisonLayer),
});

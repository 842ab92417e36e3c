import { createHeatClient } from '../heat/heat-client';
import { createViewClient } from './view-client';

type Listener = Parameters<typeof createHeatClient>[1] & Parameters<typeof createViewClient>[1];

/** All that the side panel of one tab wishes for, under the names that the panel has for it. */
export const createPanelClient = (tabId: number, listener: Listener, signal: AbortSignal) => ({
  ...createHeatClient(tabId, listener, signal),
  ...createViewClient(tabId, listener, signal),
});

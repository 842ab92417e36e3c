import type { Config } from '@duckduckgo/autoconsent';

/** The library looks, a few times, and acts on nothing. */
export const IDENTIFY_ONLY: Partial<Config> = {
  enabled: true,
  autoAction: null,
  disabledCmps: [],
  enablePrehide: false,
  enableCosmeticRules: false,
  enableGeneratedRules: true,
  enableHeuristicDetection: false,
  enablePopupMutationObserver: false,
  heuristicMode: 'off',
  detectRetries: 4,
  isMainWorld: false,
  visualTest: false,
  performanceLoggingEnabled: false,
  // What goes wrong in a rule is not the page's console's business.
  logs: {
    lifecycle: false,
    rulesteps: false,
    detectionsteps: false,
    evals: false,
    errors: false,
    messages: false,
    waits: false,
  },
};

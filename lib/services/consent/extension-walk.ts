import { evaluateInPage } from '../../platform/devtools';
import { askForOrigin, askForSiteData } from '../../platform/grants';
import type { WalkClientPorts } from './client-ports';
import { watchTraffic } from './devtools-traffic';
import { exportWalk } from './export-walk';
import { lastWalk } from './last-walk';
import { createWalkClient } from './walk-client';

type Given = 'ask' | 'translate' | 'onWalk' | 'onError' | 'onOver';

/** The walk of the tab that DevTools inspects, over the browser's own APIs. */
export function extensionWalk(tabId: number, given: Pick<WalkClientPorts, Given>) {
  const walk = createWalkClient(tabId, {
    ...given,
    inspectedOrigin: async () => {
      const told = await evaluateInPage('location.origin').catch(() => null);
      return typeof told === 'string' && /^https?:/.test(told) ? told : '';
    },
    watchTraffic,
    askForOrigin,
    askForSiteData,
    lastWalk,
    exportReport: exportWalk,
    now: Date.now,
    waits: WAITS,
  });
  window.addEventListener('pagehide', walk.close);
  return walk;
}

/** Milliseconds. A second more than what the rules ask a step to be watched for. */
const WAITS = { banner: 8_000, before: 6_000, after: 6_000 };

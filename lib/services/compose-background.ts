import * as v from 'valibot';
import { systemClock } from '../core/clock';
import { showVerdict } from '../platform/action';
import { hasAllSites, hasGrant } from '../platform/grants';
import { type Handlers, reportBug, sendToFrame } from '../platform/messaging';
import { readHeatPreferences, readPolicy, writeHeatPreferences } from '../platform/preferences';
import { registerProbe, unregisterProbe } from '../platform/probe-registration';
import { tabStore } from '../platform/session';
import { framesWith, inject, readTab, reloadTab } from '../platform/tabs';
import { AuditStateSchema } from '../protocol/audit';
import { HeatStateSchema } from '../protocol/heat';
import { RequestSchema } from '../protocol/timeline';
import { clearances } from '../vault/clearances';
import { maps } from '../vault/maps';
import { resolutions } from '../vault/resolutions';
import { secrets } from '../vault/secrets';
import { sources } from '../vault/sources';
import { createAuditService } from './audit/audit-service';
import { handlersOf } from './handlers';
import { createHeatService } from './heat/heat-service';
import { AUDIT_STATE, HEAT_STATE } from './state-names';
import { createWorkspaceService } from './workspace/workspace-service';

export interface Background {
  readonly handlers: Handlers;
  onPressed(tabId: number, url: string): void;
  onNavigated(tabId: number): void;
  onLoaded(tabId: number): void;
  onRemoved(tabId: number): void;
}

/** Builds the background's objects. Nothing is read and nothing is awaited here. */
export function composeBackground(): Background {
  const clock = systemClock;
  const workspace = createWorkspaceService({
    clock,
    fetch: plainFetch,
    policy: readPolicy,
    hasGrant,
    sources,
    secrets,
  });
  const heat = createHeatService({
    clock,
    fetch: plainFetch,
    states: tabStore(HEAT_STATE, HeatStateSchema),
    asked: tabStore('asked', v.object({ url: v.string(), viewportWidth: v.number() })),
    files: tabStore('file', v.string()),
    preferences: { read: readHeatPreferences, write: writeHeatPreferences },
    policy: readPolicy,
    sources: workspace.configs,
    secret: secrets.get,
    maps,
    hasGrant,
    page: {
      url: async (tabId) => (await readTab(tabId)).url,
      injectOverlay: async (tabId) => void (await inject(tabId, OVERLAY)),
      send: (tabId, name, request) => sendToFrame(tabId, 0, name, request),
    },
  });
  const audit = createAuditService({
    clock,
    states: tabStore(AUDIT_STATE, AuditStateSchema),
    network: tabStore('network', v.array(RequestSchema)),
    allowedFrames: tabStore('frames', v.array(v.number())),
    probed: tabStore('probed', v.array(v.string())),
    policy: readPolicy,
    clearances,
    resolutions,
    hasGrant,
    hasAllSites,
    showVerdict,
    page: {
      read: readTab,
      reload: reloadTab,
      registerProbe,
      unregisterProbe,
      readFacts: (tabId) => inject(tabId, FACTS, { world: 'MAIN', allFrames: true }),
      injectScanner: async (tabId, anew) => {
        const frames = await framesWith(tabId, SCANNER_MARK);
        const without = frames
          .filter(({ marked }) => anew || !marked)
          .map(({ frameId }) => frameId);
        if (without.length > 0) await inject(tabId, SCANNER, { frameIds: without });
        return frames.map(({ frameId }) => frameId);
      },
      injectEye: async (tabId) => void (await inject(tabId, EYE)),
      send: sendToFrame,
    },
  });
  return {
    handlers: handlersOf({ heat, audit, workspace, clearances, policy: readPolicy }),
    onPressed: (tabId, url) => attend(heat.toggle(tabId, url)),
    onNavigated: (tabId) => attend(audit.onNavigated(tabId)),
    onLoaded: (tabId) => attend(heat.onLoaded(tabId)),
    onRemoved: (tabId) => attend(Promise.all([heat.forget(tabId), audit.forget(tabId)])),
  };
}

/** What the browser tells of has nobody who waits for the outcome: a failure leaves its code. */
function attend(work: Promise<unknown>): void {
  work.catch((cause: unknown) => reportBug('an event', cause));
}

const OVERLAY = '/content-scripts/overlay.js';
const SCANNER = '/content-scripts/scanner.js';
/** What the scanner leaves in its own world of a frame (entrypoints/scanner.content). */
const SCANNER_MARK = 'hushmapScanner';
const EYE = '/content-scripts/eye.js';
const FACTS = '/recorder-facts.js';

/** No cookies travel with our requests: a key in a header is all that a source gets. */
const plainFetch: typeof fetch = (input, init) =>
  fetch(input, { ...init, credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' });

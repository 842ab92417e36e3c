import * as v from 'valibot';
import type { ScriptPublicPath } from 'wxt/utils/inject-script';
import { systemClock } from '../core/clock';
import { showVerdict } from '../platform/action';
import { dynamicRules, sessionRules } from '../platform/block-rules';
import { paintOver, shootTab } from '../platform/camera';
import { hasAllSites, hasGrant, isAuditable, notGranted } from '../platform/grants';
import { putHeaderRule, takeHeaderRules } from '../platform/header-rules';
import { type Handlers, reportBug, sendToFrame } from '../platform/messaging';
import { readHeatPreferences, readPolicy, writeHeatPreferences } from '../platform/preferences';
import {
  registerGpc,
  registerProbe,
  registerTaps,
  unregisterGpc,
  unregisterProbe,
  unregisterTaps,
} from '../platform/probe-registration';
import { keyedStore, tabStore } from '../platform/session';
import { clearSite, readCookies } from '../platform/site-data';
import { storageRoom } from '../platform/storage-room';
import {
  framesWith,
  inject,
  isPrivate,
  openAddresses,
  openedWith,
  openInTab,
  openTabs,
  readTab,
  reloadTab,
} from '../platform/tabs';
import { within } from '../platform/within';
import { AuditStateSchema } from '../protocol/audit';
import { AuditResultSchema } from '../protocol/findings';
import { HeatStateSchema } from '../protocol/heat';
import { HeatComparisonSchema } from '../protocol/heat-comparison';
import { HoldSchema } from '../protocol/hold';
import { MeasuresSchema, MeasuresStateSchema } from '../protocol/measures';
import type { MessageName, Request } from '../protocol/messages';
import { PinsSchema } from '../protocol/pins';
import { ProofSchema } from '../protocol/proof';
import { RequestSchema } from '../protocol/timeline';
import { TrafficSchema } from '../protocol/traffic';
import { ViewNoticeSchema } from '../protocol/views';
import type { RuleScript } from '../recorders/rule-scripts';
import { clearances } from '../vault/clearances';
import { exceptions } from '../vault/exceptions';
import { maps } from '../vault/maps';
import { pins } from '../vault/pins';
import { resolutions } from '../vault/resolutions';
import { secrets } from '../vault/secrets';
import { shownAnswers } from '../vault/shown-answers';
import { bytesOf, snapshots } from '../vault/snapshots';
import { sources } from '../vault/sources';
import { views } from '../vault/views';
import { createAuditService } from './audit/audit-service';
import { originOf } from './audit/standing';
import { KeptRunSchema } from './consent/ports';
import { createWalkCamera } from './consent/walk-camera';
import { createWalkService } from './consent/walk-service';
import { handlersOf } from './handlers';
import { createHeatService } from './heat/heat-service';
import { createMeasuresService } from './heat/measures/measures-service';
import { createPinService } from './heat/pins/pin-service';
import type { HeatPorts } from './heat/ports';
import { createSnapshotService } from './heat/snapshot-service';
import { createHoldService } from './hold/hold-service';
import { createQuietService } from './hold/quiet-service';
import { ProofRunSchema } from './prove/ports';
import { createProveService } from './prove/prove-service';
import {
  AUDIT_STATE,
  HEAT_COMPARISON,
  HEAT_STATE,
  MEASURES_STATE,
  PINS,
  TRAFFIC,
  VIEW_NOTICE,
} from './state-names';
import { createPageService } from './views/page-service';
import { createViewService, OpenedLinkSchema } from './views/view-service';
import { createWorkspaceService } from './workspace/workspace-service';

const AskedSchema = v.object({
  url: v.string(),
  viewportWidth: v.number(),
  pageHeight: v.optional(v.number()),
});

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
  const asked = tabStore('asked', AskedSchema);
  const heatPorts: HeatPorts = {
    clock,
    fetch: plainFetch,
    states: tabStore(HEAT_STATE, HeatStateSchema),
    asked,
    comparisons: tabStore(HEAT_COMPARISON, HeatComparisonSchema),
    tabs: openTabs,
    files: tabStore('file', v.string()),
    preferences: { read: readHeatPreferences, write: writeHeatPreferences },
    policy: readPolicy,
    sources: workspace.configs,
    secret: secrets.get,
    maps,
    shown: shownAnswers,
    snapshots,
    hasGrant,
    page: {
      url: async (tabId) => (await readTab(tabId)).url,
      injectOverlay: async (tabId) => void (await inject(tabId, OVERLAY)),
      injectPart: async (tabId, part) => void (await inject(tabId, OVERLAY_PARTS[part])),
      send: (tabId, name, request) => sendToFrame(tabId, 0, name, request),
    },
  };
  const heat = createHeatService(heatPorts);
  const measures = createMeasuresService({
    heat: heatPorts,
    states: tabStore(MEASURES_STATE, MeasuresStateSchema),
    kept: tabStore(
      'measured',
      v.object({ measures: MeasuresSchema, shownOn: v.nullable(v.string()) }),
    ),
  });
  const pinService = createPinService({
    ...{ clock, page: heatPorts.page, store: pins },
    states: tabStore(PINS, PinsSchema),
  });
  const snapshotService = createSnapshotService({
    clock,
    sources: workspace.configs,
    storage: storageRoom,
    heat,
    snapshots,
    bytesOf,
  });
  const url = async (tabId: number) => (await readTab(tabId)).url;
  const viewService = createViewService({
    clock,
    policy: readPolicy,
    sources: workspace.configs,
    views,
    notices: tabStore(VIEW_NOTICE, ViewNoticeSchema),
    opened: tabStore('view-link', OpenedLinkSchema),
    heat,
    page: { url, openedWith },
  });
  const pages = createPageService({
    clock,
    fetch: plainFetch,
    secret: secrets.get,
    hasGrant,
    policy: readPolicy,
    sources: workspace.configs,
    heat,
    asked,
    shown: shownAnswers,
    snapshots: snapshots.list,
    page: { url, openAddresses },
  });
  const auditStates = tabStore(AUDIT_STATE, AuditStateSchema);
  const readFacts = (tabId: number) => inject(tabId, FACTS, { world: 'MAIN', allFrames: true });
  const proofs = tabStore('proof', ProofSchema);
  const probed = tabStore('probed', v.array(v.string()));
  const audit = createAuditService({
    clock,
    states: auditStates,
    network: tabStore('network', v.array(RequestSchema)),
    allowedFrames: tabStore('frames', v.array(v.number())),
    pages: keyedStore('pages', v.array(AuditResultSchema)),
    proofs,
    probed,
    policy: readPolicy,
    clearances,
    resolutions,
    exceptions: exceptions.list,
    hasGrant,
    hasAllSites,
    showVerdict,
    page: {
      read: readTab,
      reload: reloadTab,
      registerProbe,
      unregisterProbe,
      readFacts,
      injectScanner: (tabId, anew) => injectWhereMissing(tabId, SCANNER, SCANNER_MARK, anew),
      injectRules,
      injectEye: async (tabId) => void (await inject(tabId, EYE)),
      send: sendToFrame,
    },
  });
  const traffic = tabStore(TRAFFIC, TrafficSchema);
  const hold = createHoldService({
    clock,
    page: { url, readFacts },
    policy: readPolicy,
    hasGrant,
    notGranted,
    audited: async (tabId) =>
      (await auditStates.read(tabId))?.result?.recorders.map(({ id }) => id) ?? [],
    rules: dynamicRules,
    holds: keyedStore('hold', HoldSchema, 'local'),
  });
  const quiet = createQuietService({
    page: { url, readFacts },
    policy: readPolicy,
    isAuditable,
    notGranted,
    rules: sessionRules,
    sources: async () => (await workspace.configs()).map(({ host }) => new URL(host).hostname),
  });
  const prove = createProveService({
    clock,
    policy: readPolicy,
    hasGrant,
    runs: tabStore('proof-run', ProofRunSchema),
    proofs,
    environments: keyedStore('test-environment', v.boolean(), 'local'),
    rules: sessionRules,
    audit,
    page: {
      url,
      readFacts,
      registerTaps,
      unregisterTaps,
      injectProver: async (tabId) =>
        (await inject(tabId, PROVER, { allFrames: true })).map(({ frameId }) => frameId),
      injectRules,
      // A page that lets nobody in (a dialog, an endless loop) must not keep a run from its end.
      send: (tabId, frameId, name, request) =>
        within(
          sendToFrame(tabId, frameId, name, request),
          name === 'prover.plant' ? 180_000 : 30_000,
        ),
    },
  });
  const camera = { shoot: shootTab, paint: paintOver };
  const frames = {
    injectBanner: (tabId: number) => injectWhereMissing(tabId, BANNER, BANNER_MARK),
    injectScanner: (tabId: number) => injectWhereMissing(tabId, SCANNER, SCANNER_MARK),
    // A question about a press is the longest; a page that is busy must not keep a walk.
    send: <N extends MessageName>(tabId: number, frameId: number, name: N, request: Request<N>) =>
      within(sendToFrame(tabId, frameId, name, request), 20_000),
  };
  const walk = createWalkService({
    clock,
    policy: readPolicy,
    hasGrant,
    runs: tabStore('walk-run', KeptRunSchema),
    leaders: keyedStore('walk-leader', v.number()),
    audit: {
      hasProbe: async (tabId, origin) =>
        (await probed.read(tabId))?.some((each) => originOf(each) === origin) === true,
      pause: audit.pause,
    },
    headers: { put: putHeaderRule, take: takeHeaderRules },
    data: { cookies: readCookies, clear: clearSite },
    camera,
    fetchText: textOf,
    page: {
      url,
      isPrivate,
      open: openInTab,
      registerProbe,
      unregisterProbe,
      registerGpc,
      unregisterGpc,
      readFacts,
      ...frames,
    },
  });
  return {
    handlers: handlersOf({
      prove,
      walk,
      hold,
      quiet,
      heat,
      measures,
      pins: pinService,
      picture: createWalkCamera({ page: frames, camera }).take,
      snapshots: snapshotService,
      views: viewService,
      pages,
      audit,
      workspace,
      clearances,
      exceptions,
      policy: readPolicy,
      traffic,
    }),
    onPressed: (tabId, url) => attend(viewService.pressed(tabId, url)),
    onNavigated: (tabId) =>
      attend(
        Promise.all([audit.onNavigated(tabId), prove.onNavigated(tabId), walk.onNavigated(tabId)]),
      ),
    onLoaded: (tabId) => attend(heat.onLoaded(tabId)),
    onRemoved: (tabId) =>
      attend(
        Promise.all([
          heat.forget(tabId),
          viewService.forget(tabId),
          measures.forget(tabId),
          audit.forget(tabId),
          quiet.forget(tabId),
          prove.forget(tabId),
          walk.finish(tabId),
          traffic.remove(tabId),
        ]),
      ),
  };
}

/** What the browser tells of has nobody who waits for the outcome: a failure leaves its code. */
function attend(work: Promise<unknown>): void {
  work.catch((cause: unknown) => reportBug('an event', cause));
}

/** Injects a script into the frames that lack its mark, or into all; gives those that have it then. */
async function injectWhereMissing(
  tabId: number,
  script: ScriptPublicPath,
  mark: string,
  anew = false,
): Promise<number[]> {
  const frames = await framesWith(tabId, mark);
  const without = frames.filter(({ marked }) => anew || !marked).map(({ frameId }) => frameId);
  if (without.length > 0) await inject(tabId, script, { frameIds: without });
  return frames.map(({ frameId }) => frameId);
}

/** A frame that goes away meanwhile takes nothing with it; without rules it would say so. */
async function injectRules(
  tabId: number,
  frameIds: readonly number[],
  scripts: readonly RuleScript[],
): Promise<void> {
  const ofFrame = async (frameId: number): Promise<void> => {
    for (const script of scripts) {
      await inject(tabId, `/rules-${script}.js`, { frameIds: [frameId] });
    }
  };
  await Promise.allSettled(frameIds.map(ofFrame));
}

/** What a site says under an address of its own; null: nothing, or not in time. */
async function textOf(url: string): Promise<string | null> {
  try {
    const answer = await plainFetch(url, { signal: AbortSignal.timeout(5_000) });
    return answer.ok ? (await answer.text()).slice(0, 20_000) : null;
  } catch {
    return null;
  }
}

const BANNER = '/content-scripts/banner.js';
/** What the script leaves in its own world of a frame (entrypoints/banner.content). */
const BANNER_MARK = 'hushmapBanner';
const PROVER = '/content-scripts/prover.js';
const OVERLAY = '/content-scripts/overlay.js';
const OVERLAY_PARTS = {
  classic: '/content-scripts/overlay-classic.js',
  comparison: '/content-scripts/overlay-comparison.js',
  picking: '/content-scripts/overlay-picking.js',
} as const;
const SCANNER = '/scanner.js';
/** What the scanner leaves in its own world of a frame (entrypoints/scanner.ts). */
const SCANNER_MARK = 'hushmapScanner';
const EYE = '/content-scripts/eye.js';
const FACTS = '/recorder-facts.js';

/** No cookies travel with our requests: a key in a header is all that a source gets. */
const plainFetch: typeof fetch = (input, init) =>
  fetch(input, { ...init, credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' });

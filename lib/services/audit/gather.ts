import * as v from 'valibot';
import { randomHex } from '../../core/ids';
import { type PageFacts, PageFactsSchema, type ScanRequest } from '../../protocol/audit';
import type { FrameEvidence } from '../../protocol/evidence';
import type { RecorderState } from '../../protocol/recorders';
import type { Timeline } from '../../protocol/timeline';
import { detectRecorders } from '../../recorders/detect';
import type { AuditPorts } from './ports';

/** Everything that the page gave to one audit. Frames that gave nothing are absent from `frames`. */
export interface Artifacts {
  readonly recorders: readonly RecorderState[];
  readonly frames: readonly FrameEvidence[];
  /** Frames that took the scanner and did not answer: closed, navigated, or too slow. */
  readonly silent: readonly number[];
  /** What the probe of each frame saw, the page's own first; null where none answered. */
  readonly timelines: readonly (Timeline | null)[];
}

/** Recorders on the page: what every readable frame's globals, scripts and storage names show. */
export async function gatherRecorders(tabId: number, ports: AuditPorts): Promise<RecorderState[]> {
  const answers = await ports.page.readFacts(tabId);
  const facts = answers
    .toSorted((a, b) => a.frameId - b.frameId)
    .map(({ result }) => parseFacts(result));
  const perFrame = facts.map(detectRecorders);
  return detectRecorders(mergeFacts(facts)).map((state) => asSure(state, perFrame));
}

/**
 * Options that were read count as read only where the page's own document has them and no frame has
 * others: a frame may run the same recorder without its masks, or lend its own to the page.
 */
function asSure(
  state: RecorderState,
  perFrame: readonly (readonly RecorderState[])[],
): RecorderState {
  const said = perFrame.map((states) => states.find(({ id }) => id === state.id));
  const optionsOf = (one: RecorderState) => JSON.stringify(one.options);
  const agree = said.every((one) => one === undefined || optionsOf(one) === optionsOf(state));
  return said[0] !== undefined && agree ? state : { ...state, optionSource: 'default' };
}

/** Scans every frame that may be read, and reads the probe's log of each. */
export async function gatherFrames(
  tabId: number,
  recorders: readonly RecorderState[],
  anew: boolean,
  ports: AuditPorts,
): Promise<Artifacts> {
  const frameIds = (await ports.page.injectScanner(tabId, anew)).toSorted((a, b) => a - b);
  const request: ScanRequest = { runKey: randomHex(32), recorders: [...recorders], watch: true };
  const scans = await Promise.all(
    frameIds.map((frameId) =>
      withLimit(ports.page.send(tabId, frameId, 'scanner.scan', request), SCAN_LIMIT_MS),
    ),
  );
  const timelines = await Promise.all(
    frameIds.map((frameId) =>
      withLimit(ports.page.send(tabId, frameId, 'scanner.timeline', undefined), TIMELINE_LIMIT_MS),
    ),
  );
  const origin = scans[0]?.origin;
  return {
    recorders,
    // A frame does not know its own number; the browser does, and it is believed.
    frames: scans.flatMap((scan, i) => (scan ? [{ ...scan, frameId: frameIds[i] ?? 0 }] : [])),
    silent: frameIds.filter((_, i) => !scans[i]),
    // The probe runs on the audited origin alone; what other frames send, DevTools' log tells.
    timelines: timelines.filter((timeline, i) => timeline !== null || scans[i]?.origin === origin),
  };
}

/** A page with 40,000 elements takes seconds on a slow machine; past this a frame is "not audited". */
const SCAN_LIMIT_MS = 60_000;
const TIMELINE_LIMIT_MS = 5_000;

const NO_FACTS: PageFacts = {
  globals: {},
  scripts: [],
  resources: [],
  storageKeys: [],
  cookieNames: [],
};

function parseFacts(result: unknown): PageFacts {
  const parsed = v.safeParse(PageFactsSchema, decoded(result));
  return parsed.success ? parsed.output : NO_FACTS;
}

/** The MAIN world hands its facts over as JSON text, which a page cannot dress up as anything else. */
function decoded(result: unknown): unknown {
  if (typeof result !== 'string') return null;
  try {
    return JSON.parse(result);
  } catch {
    return null;
  }
}

/** The top frame's globals win; a recorder that runs in a child frame alone is still seen. */
function mergeFacts(facts: readonly PageFacts[]): PageFacts {
  return facts.reduce(
    (all, one) => ({
      globals: { ...withoutNull(one.globals), ...withoutNull(all.globals) },
      scripts: [...all.scripts, ...one.scripts],
      resources: [...all.resources, ...one.resources],
      storageKeys: [...all.storageKeys, ...one.storageKeys],
      cookieNames: [...all.cookieNames, ...one.cookieNames],
    }),
    NO_FACTS,
  );
}

function withoutNull(globals: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(globals).filter(([, value]) => value !== null));
}

async function withLimit<T>(answer: Promise<T>, limitMs: number): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), limitMs);
  });
  try {
    return await Promise.race([answer, limit]);
  } catch {
    // The frame went away or could not be reached: it counts as not audited, never as clear.
    return null;
  } finally {
    clearTimeout(timer);
  }
}

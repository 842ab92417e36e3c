import { randomHex } from '../../core/ids';
import type { FrameEvidence } from '../../protocol/evidence';
import type { RecorderState } from '../../protocol/recorders';
import type { ScanRequest } from '../../protocol/scan-request';
import type { Timeline } from '../../protocol/timeline';
import { scriptsFor } from '../../recorders/rule-scripts';
import type { AuditPorts } from './ports';
import { recordersOf } from './recorders-of';

/** Everything that the page gave to one audit. Frames that gave nothing are absent from `frames`. */
export interface Artifacts {
  readonly recorders: readonly RecorderState[];
  readonly frames: readonly FrameEvidence[];
  /** Frames that took the scanner and did not answer: closed, navigated, or too slow. */
  readonly silent: readonly number[];
  /** What the probe of each frame saw, the page's own first; null where none answered. */
  readonly timelines: readonly (Timeline | null)[];
}

/** Recorders on the page, from what every frame that may be read shows. */
export const gatherRecorders = async (tabId: number, ports: AuditPorts): Promise<RecorderState[]> =>
  recordersOf(await ports.page.readFacts(tabId));

/** Scans every frame that may be read, and reads the probe's log of each. */
export async function gatherFrames(
  tabId: number,
  recorders: readonly RecorderState[],
  anew: boolean,
  ports: AuditPorts,
): Promise<Artifacts> {
  const frameIds = (await ports.page.injectScanner(tabId, anew)).toSorted((a, b) => a - b);
  await ports.page.injectRules(tabId, frameIds, scriptsFor(recorders));
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

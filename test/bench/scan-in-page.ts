import { RECORDER_IDS } from '../../lib/protocol/recorders';
import type { ScanRequest } from '../../lib/protocol/scan-request';
import { assumeRecorder } from '../../lib/recorders';
import type * as scanner from './scanner-exports';

/** Runs inside the page: one injection and one scan, timed, with a heartbeat beside it. */
export async function timeScan(source: string, who: 'one' | 'all'): Promise<Timed> {
  const heart = startHeartbeat();
  await pause(50);
  heart.reset();
  const began = performance.now();
  // Compiled anew each time, as an injection is; the bundle defines this name.
  const { scanFrame, createYield, judgeAt } = new Function(
    `${source};return hushmapScan`,
  )() as typeof scanner;
  const evidence = await scanFrame(document, requestFor(who), {
    closedShadowRoot: () => null,
    judgeAt,
    now: () => performance.now(),
    yieldToPage: createYield(),
  });
  // A message to the background is serialised in the page's own thread.
  const { length } = JSON.stringify(evidence);
  const total = performance.now() - began;
  await pause(20);
  if (length < 1000) throw new Error('the scan found nothing');
  return { total, gap: heart.stop(), elements: evidence.elements };
}

export interface Timed {
  /** Milliseconds from the injection to evidence that is ready to be sent. */
  readonly total: number;
  /** Longest gap of a message-channel heartbeat meanwhile, in milliseconds. */
  readonly gap: number;
  readonly elements: number;
}

/** PostHog as it is on most pages; or every recorder that Hushmap knows, each with its defaults. */
const requestFor = (who: 'one' | 'all'): ScanRequest => ({
  runKey: '5e'.repeat(32),
  watch: false,
  recorders: (who === 'one' ? (['posthog'] as const) : RECORDER_IDS).map((id) => ({
    ...assumeRecorder(id),
    detected: true,
    recording: true,
  })),
});

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function startHeartbeat(): { reset(): void; stop(): number } {
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  let gap = 0;
  port1.onmessage = () => {
    const now = performance.now();
    gap = Math.max(gap, now - last);
    last = now;
    port2.postMessage(null);
  };
  port2.postMessage(null);
  return {
    reset: () => {
      gap = 0;
    },
    stop: () => {
      port1.close();
      return gap;
    },
  };
}

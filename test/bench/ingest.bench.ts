import type { CDPSession, Page, Worker } from 'playwright';
import { ask, heatState, waitFor } from '../run/drive';
import { type ExtensionBrowser, launchWithExtension } from '../run/extension';
import { startIngestServer } from './ingest-server';

const CELLS = 1_000_000;
const ROUNDS = 3;

/**
 * A million cells of an endpoint, from the press of the button to heat on the page, in the extension
 * itself: the longest gap between two beats of a timer in the worker and in the page, and the most memory
 * that the worker held (objects, what waits to be collected, and buffers). The same timers are read for
 * as long with nothing to do, since a busy machine makes gaps as well.
 */
export async function benchIngest(extension: string): Promise<Record<string, number>> {
  const rounds: Round[] = [];
  for (let i = 0; i < ROUNDS; i++) rounds.push(await ingest(extension));
  const of = (value: (round: Round) => number): number => median(rounds.map(value));
  return {
    'ingest.longest_task_ms': of(({ worker, page }) => Math.max(worker, page)),
    'ingest.longest_task_least_ms': Math.min(
      ...rounds.map(({ worker, page }) => Math.max(worker, page)),
    ),
    'ingest.worker_gap_ms': of(({ worker }) => worker),
    'ingest.page_gap_ms': of(({ page }) => page),
    'ingest.page_long_task_ms': of(({ pageTask }) => pageTask),
    'ingest.idle_worker_gap_ms': of(({ idleWorker }) => idleWorker),
    'ingest.idle_page_gap_ms': of(({ idlePage }) => idlePage),
    'ingest.worker_peak_mb': Math.max(...rounds.map(({ peakMb }) => peakMb)),
    'ingest.seconds': of(({ seconds }) => seconds),
  };
}

interface Round {
  readonly worker: number;
  readonly page: number;
  /** The longest task of the page over 50 ms, by the Long Tasks API; 0 where there was none. */
  readonly pageTask: number;
  readonly idleWorker: number;
  readonly idlePage: number;
  readonly peakMb: number;
  readonly seconds: number;
}

async function ingest(extension: string): Promise<Round> {
  const server = await startIngestServer(CELLS);
  const hushmap = await launchWithExtension({ extension, viewport: { width: 1280, height: 800 } });
  try {
    await addEndpoint(hushmap, server.origin);
    const tab = hushmap.context.pages()[0] ?? (await hushmap.context.newPage());
    await tab.goto(`${server.origin}/`);
    const workspace = await hushmap.context.newPage();
    await workspace.goto(`chrome-extension://${hushmap.id}/options.html`);
    await tab.bringToFront();
    const tabId = await hushmap.tabId(tab);
    await beat(hushmap.worker);
    await beat(tab);
    await watchTasks(tab);
    const memory = await watchMemory(hushmap);
    const began = performance.now();
    await hushmap.pressButton(tab);
    const state = await waitFor(
      () => heatState(workspace, tabId),
      ({ status, summary }) => status === 'failed' || summary?.provenance.kind === 'endpoint',
      'The heat of the endpoint',
      120_000,
    );
    if ((state.summary?.cells ?? 0) < CELLS / 2) {
      throw new Error(`Not the million cells: ${JSON.stringify(state.reason)}`);
    }
    // Tiles are drawn, and elements are told and counted.
    await tab.waitForTimeout(3_000);
    const seconds = (performance.now() - began) / 1000 - 3;
    const [worker, page] = [await longest(hushmap.worker), await longest(tab)];
    const peakMb = await memory.end();
    await tab.waitForTimeout(Math.min(10_000, seconds * 1000));
    return {
      worker,
      page,
      pageTask: await tab.evaluate<number>('hushmapTask'),
      peakMb,
      seconds,
      idleWorker: await longest(hushmap.worker),
      idlePage: await longest(tab),
    };
  } finally {
    await hushmap.close();
    await server.close();
  }
}

async function addEndpoint(hushmap: ExtensionBrowser, origin: string): Promise<void> {
  const workspace = await hushmap.context.newPage();
  await workspace.goto(`chrome-extension://${hushmap.id}/options.html`);
  await ask(workspace, 'sources.save', {
    config: {
      kind: 'endpoint',
      id: 'million',
      name: 'A million cells',
      host: origin,
      path: '/heat.json',
      needsKey: false,
      origins: [origin],
      mappings: [],
    },
  });
  await workspace.close();
}

/** Starts a timer that keeps the longest gap between two of its beats. */
const beat = (context: Worker | Page): Promise<number> => run(context, BEAT);

/** The longest gap since it was asked last, ms. */
const longest = (context: Worker | Page): Promise<number> =>
  run(context, '(() => { const gap = hushmapGap; hushmapGap = 0; return gap; })()');

/** As text: what a build adds to functions is not there. */
const BEAT = `(() => {
  globalThis.hushmapGap = 0;
  let last = performance.now();
  const next = () => {
    const now = performance.now();
    hushmapGap = Math.max(hushmapGap, now - last);
    last = now;
    setTimeout(next, 1);
  };
  setTimeout(next, 1);
  return 0;
})()`;

/**
 * A gap of the timer is longer than any task where others have their turn before timers have theirs:
 * what the browser itself calls a long task stands beside it.
 */
const watchTasks = (page: Page): Promise<void> =>
  page.evaluate(`
    globalThis.hushmapTask = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) hushmapTask = Math.max(hushmapTask, duration);
    }).observe({ type: 'longtask' });`);

const run = (context: Worker | Page, expression: string): Promise<number> =>
  // Both have this method; their overloads differ.
  (context as Page).evaluate(expression);

/** Reads the worker's heap ten times a second; `end` gives the most that it held, MB. */
async function watchMemory(hushmap: ExtensionBrowser): Promise<{ end(): Promise<number> }> {
  const browser = hushmap.context.browser();
  if (browser === null) throw new Error('A persistent context without a browser cannot be read.');
  const cdp = await browser.newBrowserCDPSession();
  const { targetInfos } = await cdp.send('Target.getTargets');
  const target = targetInfos.find(
    ({ type, url }) => type === 'service_worker' && url.includes(hushmap.id),
  );
  if (target === undefined) throw new Error('The worker is not among the targets.');
  const { sessionId } = await cdp.send('Target.attachToTarget', { targetId: target.targetId });
  let peak = 0;
  let isOn = true;
  const watching = (async () => {
    for (let id = 1; isOn; id++) {
      peak = Math.max(peak, await heapOf(cdp, sessionId, id));
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  })();
  return {
    async end() {
      isOn = false;
      await watching;
      await cdp.detach();
      return peak;
    },
  };
}

function heapOf(cdp: CDPSession, sessionId: string, id: number): Promise<number> {
  return new Promise((resolve) => {
    const onMessage = ({ message }: { message: string }): void => {
      const answer = JSON.parse(message);
      if (answer.id !== id) return;
      cdp.off('Target.receivedMessageFromTarget', onMessage);
      const { usedSize = 0, backingStorageSize = 0 } = answer.result ?? {};
      resolve((usedSize + backingStorageSize) / 1e6);
    };
    cdp.on('Target.receivedMessageFromTarget', onMessage);
    const message = JSON.stringify({ id, method: 'Runtime.getHeapUsage' });
    void cdp.send('Target.sendMessageToTarget', { sessionId, message });
  });
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

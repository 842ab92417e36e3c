/** Whose load is whose: one at a time in each tab, and not more often than a person goes on. */
export interface TurnsOfTabs {
  /**
   * Runs `work` as what the tab loads now. What it loaded before is aborted; where a page asks the same
   * again, that is waited for instead. Resolves early where something newer came, and rejects only with
   * what `work` itself rejects with.
   */
  take(tabId: number, turn: Turn): Promise<void>;
  /** Aborts what the tab loads. */
  stop(tabId: number): void;
  /** The tab is gone. */
  forget(tabId: number): void;
}

export interface Turn {
  readonly question: string;
  /** `page`: waits where the page has asked too often. `person`: goes at once. */
  readonly asker: 'page' | 'person';
  work(signal: AbortSignal): Promise<void>;
}

/** Loads that a page may start at once: a person who clicks through a menu needs no more. */
export const BURST = 6;

/** Milliseconds after which it may start one more. */
export const REFILL_MS = 1_000;

interface Running {
  readonly question: string;
  readonly stop: AbortController;
  readonly done: Promise<void>;
}

/**
 * A page decides how often its address changes, and each address may be a question under the person's
 * key. So its questions have a budget (a token bucket), of which the latest alone is kept waiting.
 */
export function createTurns(
  now: () => number = () => performance.now(),
  pause: (ms: number, signal: AbortSignal) => Promise<void> = pauseFor,
): TurnsOfTabs {
  const running = new Map<number, Running>();
  const budgets = new Map<number, { left: number; at: number }>();

  /** Milliseconds until the page may ask; 0: it may now, and has. */
  function spend(tabId: number): number {
    const time = now();
    const { left, at } = budgets.get(tabId) ?? { left: BURST, at: time };
    const filled = Math.min(BURST, left + Math.max(0, time - at) / REFILL_MS);
    const isEnough = filled >= 1;
    budgets.set(tabId, { left: isEnough ? filled - 1 : filled, at: time });
    return isEnough ? 0 : Math.ceil((1 - filled) * REFILL_MS);
  }

  async function run(tabId: number, { asker, work }: Turn, signal: AbortSignal): Promise<void> {
    while (asker === 'page' && !signal.aborted) {
      const ms = spend(tabId);
      if (ms === 0) break;
      await pause(ms, signal);
    }
    if (!signal.aborted) await work(signal);
  }

  return {
    async take(tabId, turn) {
      const before = running.get(tabId);
      const isSame = before?.question === turn.question && !before.stop.signal.aborted;
      if (isSame && turn.asker === 'page') return before.done;
      before?.stop.abort();
      const stop = new AbortController();
      const done = untilAborted(run(tabId, turn, stop.signal), stop.signal);
      const mine = { question: turn.question, stop, done };
      running.set(tabId, mine);
      try {
        await done;
      } finally {
        if (running.get(tabId) === mine) running.delete(tabId);
      }
    },
    stop: (tabId) => running.get(tabId)?.stop.abort(),
    forget(tabId) {
      running.get(tabId)?.stop.abort();
      budgets.delete(tabId);
    },
  };
}

/** Ends with the signal, whatever the work does then. */
function untilAborted(work: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
    work.then(resolve, (cause: unknown) => (signal.aborted ? resolve() : reject(cause)));
  });
}

function pauseFor(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
}

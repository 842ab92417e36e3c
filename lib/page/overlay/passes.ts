/** Runs a pass over the page when it has come to rest, one at a time. */
export interface Passes {
  /** Elements have to be found again (`find`), or only measured. */
  soon(find: boolean): void;
  now(find: boolean): void;
}

/** Rest before a pass, ms. A page that never rests waits for ten times what the last pass took. */
const REST_MS = 80;
const SHARE = 10;
const LONGEST_REST_MS = 5_000;

/** Once the signal aborts no pass begins; one that runs is left to look at the signal itself. */
export function createPasses(run: (find: boolean) => Promise<void>, signal: AbortSignal): Passes {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due: { find: boolean } | null = null;
  let running = false;
  let took = 0;

  function soon(find: boolean): void {
    due = { find: find || due?.find === true };
    if (timer !== undefined || running || signal.aborted) return;
    timer = setTimeout(start, Math.min(LONGEST_REST_MS, Math.max(REST_MS, took * SHARE)));
  }

  function start(): void {
    clearTimeout(timer);
    timer = undefined;
    if (running || due === null || signal.aborted) return;
    const { find } = due;
    due = null;
    running = true;
    const began = performance.now();
    void run(find).finally(() => {
      running = false;
      took = performance.now() - began;
      if (due !== null) soon(false);
    });
  }

  signal.addEventListener('abort', () => clearTimeout(timer));
  return {
    soon,
    now(find) {
      due = { find: find || due?.find === true };
      start();
    },
  };
}

/**
 * Runs after a pause once it is wanted, and never twice at a time: what is wanted meanwhile is one
 * more run after this one. So a run that takes its time cannot end after a newer one.
 *
 * @returns says that a run is wanted
 */
export function inTurn(run: () => Promise<unknown>, pauseMs: number): () => void {
  let isBusy = false;
  let isWanted = false;

  function start(): void {
    isBusy = true;
    setTimeout(async () => {
      // From here on, what comes may be too late for this run.
      isWanted = false;
      await run().catch(() => undefined);
      isBusy = false;
      if (isWanted) start();
    }, pauseMs);
  }

  return () => {
    isWanted = true;
    if (!isBusy) start();
  };
}

/** Loads under way, by what they load: whoever asks for the same shares one. */
export type ShareLoad<T> = (
  key: string,
  load: (signal: AbortSignal) => Promise<T>,
  signal?: AbortSignal,
) => Promise<T>;

interface Load<T> {
  readonly result: Promise<T>;
  readonly stop: AbortController;
  askers: number;
}

/** An asker whose signal aborts is let go at once; the load is aborted when nobody waits for it. */
export function createSharedLoads<T>(): ShareLoad<T> {
  const underway = new Map<string, Load<T>>();

  function start(key: string, load: (signal: AbortSignal) => Promise<T>): Load<T> {
    const stop = new AbortController();
    const started: Load<T> = {
      stop,
      askers: 0,
      result: load(stop.signal).finally(() => {
        if (underway.get(key) === started) underway.delete(key);
      }),
    };
    underway.set(key, started);
    return started;
  }

  return function share(key, load, signal) {
    if (signal?.aborted) return Promise.reject(signal.reason);
    const shared = underway.get(key) ?? start(key, load);
    shared.askers += 1;
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        reject(signal?.reason);
        shared.askers -= 1;
        if (shared.askers > 0) return;
        // Whoever asks from here on must not get what is being aborted.
        if (underway.get(key) === shared) underway.delete(key);
        shared.stop.abort();
      };
      signal?.addEventListener('abort', leave, { once: true });
      shared.result.then(resolve, reject).finally(() => {
        signal?.removeEventListener('abort', leave);
      });
    });
  };
}

/** Called often within long work; returns a promise only when it is time to let others run. */
export type Pace = () => Promise<void> | undefined;

/**
 * Breaks long work into slices, so that whoever waits behind it (a message, a tile) waits for one
 * slice and not for all.
 *
 * @param sliceMs - How long a slice may take before the next call gives way.
 */
export function createPace(sliceMs = SLICE_MS): Pace {
  let since = performance.now();
  return () => {
    if (performance.now() - since < sliceMs) return undefined;
    return new Promise((resume) => {
      setTimeout(() => {
        since = performance.now();
        resume();
      });
    });
  };
}

/** As `density/peak.ts`: well under a frame on a slow machine. */
const SLICE_MS = 12;

import { LIMITS, type ScanPorts } from './contract';

export interface Slices {
  /** Gives the page its turn where the slice is used up. */
  rest(): Promise<void> | null;
  /** Whether the whole scan has taken as long as it may. */
  isOver(): boolean;
}

/** Cuts a long piece of work into slices, so that the page never waits for it. */
export function createSlices({ now, yieldToPage, signal }: ScanPorts): Slices {
  const start = now();
  let began = start;
  const pause = async (): Promise<void> => {
    await yieldToPage();
    signal?.throwIfAborted();
    began = now();
  };
  let steps = 0;
  return {
    // A step takes a few microseconds at most times, and a look at the clock a good part of one.
    rest: () => (++steps % 4 !== 0 || now() - began < LIMITS.slice ? null : pause()),
    isOver: () => now() - start > LIMITS.time,
  };
}

/**
 * Yields by a message channel: it takes its turn among the page's own tasks. A timer would be
 * clamped to 4 ms, `scheduler.yield` would come back before the page's tasks.
 */
export function createYield(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  let resume: (() => void) | null = null;
  port1.onmessage = () => resume?.();
  return () =>
    new Promise((resolve) => {
      const before = resume;
      resume = () => {
        before?.();
        resume = null;
        resolve();
      };
      port2.postMessage(null);
    });
}

import { type ErrorCode, HushmapError } from '../../core/errors';

/** The worker was asleep, was killed, or is starting: asking again is all it takes. */
const PASSING: ReadonlySet<ErrorCode> = new Set(['message.lost', 'message.noHandler']);

const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 5_000;
const MOST_TRIES = 9;

/**
 * Asks the background until it answers. Connections that break are tried again with growing pauses
 * for about half a minute; every other error is thrown at once, `extension.reloaded` among them.
 */
export async function ask<T>(
  question: () => Promise<T>,
  signal: AbortSignal,
  wait: Wait = waitFor,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await question();
    } catch (cause) {
      const passing = cause instanceof HushmapError && PASSING.has(cause.code);
      if (!passing || tries >= MOST_TRIES) throw cause;
    }
    await wait(Math.min(FIRST_WAIT_MS * 2 ** (tries - 1), LONGEST_WAIT_MS), signal);
    signal.throwIfAborted();
  }
}

export type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

function waitFor(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
  });
}

import { PathBlocked } from '../../consent/walk/driver';
import type { Obstacle } from '../../protocol/walk/scenarios';

/** The way out of a path for whoever waits in it: a person skips it, or stops the walk. */
export interface Leaving {
  /** What the work gives, unless the path is left before. */
  during<T>(work: Promise<T>): Promise<T>;
  wait(ms: number): Promise<void>;
  readonly reason: Obstacle | null;
  leave(reason: Obstacle): void;
}

export function createLeaving(stop: AbortSignal): Leaving {
  let reason: Obstacle | null = null;
  let fail: (cause: PathBlocked) => void = () => {};
  const left = new Promise<never>((_, reject) => {
    fail = reject;
  });
  // Nobody may be waiting when a path is left.
  left.catch(() => undefined);
  const leave = (why: Obstacle): void => {
    reason ??= why;
    fail(new PathBlocked(reason));
  };
  if (stop.aborted) leave('interrupted');
  stop.addEventListener('abort', () => leave('interrupted'), { once: true });
  const during = <T>(work: Promise<T>): Promise<T> => Promise.race([left, work]);
  return {
    get reason() {
      return reason;
    },
    leave,
    during,
    wait: (ms) => during(new Promise((resolve) => setTimeout(resolve, ms))),
  };
}

import { say } from '../output';

type Signals = Pick<NodeJS.Process, 'on' | 'off'>;

/** Until when work may go on, and how to stop listening. */
export interface Stop {
  readonly signal: AbortSignal;
  done(): void;
}

/**
 * Listens for the person (Ctrl+C) and the machine that stop the command: the first time what was seen
 * is still written, the second time it leaves at once.
 */
export function stopOnSignals(
  from: Signals = process,
  leave: () => void = () => process.exit(130),
): Stop {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) {
      leave();
      return;
    }
    say('Stopping. What was seen so far is written; once more leaves at once.');
    controller.abort();
  };
  for (const name of NAMES) from.on(name, stop);
  return {
    signal: controller.signal,
    done: () => {
      for (const name of NAMES) from.off(name, stop);
    },
  };
}

const NAMES = ['SIGINT', 'SIGTERM'] as const;

/** Work that was told to stop and does not, is given up `grace` milliseconds later. */
export async function withGrace<T>(
  work: Promise<T>,
  signal: AbortSignal,
  grace: number,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  let begin = (): void => undefined;
  const late = new Promise<never>((_, reject) => {
    begin = () => {
      timer = setTimeout(() => reject(new Error('The page did not let go.')), grace);
    };
    if (signal.aborted) begin();
    else signal.addEventListener('abort', begin, { once: true });
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    signal.removeEventListener('abort', begin);
    clearTimeout(timer);
  }
}

import { HushmapError } from '../core/errors';

/**
 * Asks again where the worker died under the question, which may be after it was obeyed. So a question
 * that makes something carries the id of what it makes, and is obeyed once however often it is asked:
 * `ask` sends the same question every time.
 */
export async function askAgainIfLost<T>(ask: () => Promise<T>): Promise<T> {
  for (const pause of PAUSES_MS) {
    try {
      return await ask();
    } catch (cause) {
      if (!(cause instanceof HushmapError) || !LOST.has(cause.code)) throw cause;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return ask();
}

/** A worker that starts needs well under a second; a woken one may find its first message lost. */
const PAUSES_MS = [100, 400, 1_500];

/** `message.noHandler`: the worker was woken, but had not begun to listen. */
const LOST: ReadonlySet<string> = new Set(['message.lost', 'message.noHandler']);

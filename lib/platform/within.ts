import { HushmapError } from '../core/errors';

/**
 * Longer than any page that somebody can still use lets a script of ours wait. What a page does in its
 * own world cannot be interrupted: a getter of its own that never ends is never done being read.
 */
const ANSWER_LIMIT_MS = 30_000;

/**
 * What a page answers, or the error that says that it does not.
 *
 * @throws HushmapError `page.silent` once the limit is over
 */
export async function within<T>(answer: Promise<T>, limitMs = ANSWER_LIMIT_MS): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new HushmapError('page.silent', [Math.round(limitMs / 1000)])),
      limitMs,
    );
  });
  try {
    return await Promise.race([answer, silence]);
  } finally {
    clearTimeout(timer);
  }
}

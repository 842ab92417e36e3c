import { HushmapError } from '../core/errors';
import { err, ok, type Result } from '../core/result';

/** Turns what a person can mend into a result; bugs and aborts go on as they are. */
export async function settled<T>(work: () => Promise<T>): Promise<Result<T, HushmapError>> {
  try {
    return ok(await work());
  } catch (cause) {
    if (cause instanceof HushmapError) return err(cause);
    throw cause;
  }
}

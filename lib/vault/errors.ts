import { HushmapError } from '../core/errors';

/**
 * Runs work on the database and gives its errors the codes that people can act on. It also turns
 * Dexie's own promises into real ones: a message handler that returns another kind gets no answer
 * through in some browsers.
 */
export async function guarded<T>(work: () => PromiseLike<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw named(cause);
  }
}

function named(cause: unknown): unknown {
  if (cause instanceof HushmapError) return cause;
  const names = namesOf(cause);
  if (names.includes('QuotaExceededError')) return new HushmapError('storage.quota', [], { cause });
  if (names.some((name) => STORAGE_ERRORS.has(name))) {
    return new HushmapError('storage.unavailable', [], { cause });
  }
  return cause;
}

/** Names of an error and of those within it: Dexie keeps the browser's under `inner`. */
function namesOf(cause: unknown): string[] {
  const names: string[] = [];
  for (let error: unknown = cause; error instanceof Error && names.length < 5; ) {
    names.push(error.name);
    error = 'inner' in error ? error.inner : undefined;
  }
  return names;
}

/** Dexie's names (dexie.org/docs/DexieErrors) and the browser's for a database that cannot be used. */
const STORAGE_ERRORS = new Set([
  'MissingAPIError',
  'OpenFailedError',
  'DatabaseClosedError',
  'DatabaseClosed',
  'InvalidStateError',
  'InvalidState',
  'VersionError',
  'UnknownError',
  'Unknown',
  'AbortError',
  'Abort',
  'TimeoutError',
  'Timeout',
  'NotFoundError',
  'NotFound',
  'SecurityError',
  'UpgradeNeeded',
]);

import { HushmapError } from '../core/errors';
import { BodyTooLargeError } from './body';
import { JsonRowsError } from './json-rows';
import { beginningOf, isAskedTooOften, retryAfter } from './waiting';

/**
 * What a source reads out of a refusal (401, 403, 404): a better error, or null. The text is cut, and
 * may hold anything: it is looked at, never passed on.
 */
export type ReadRefusal = (status: number, text: string) => HushmapError | null;

/** The body of an answer that may be read; throws what a person can be told of any other. */
export async function checkedBody(
  response: Response,
  origin: string,
  refused: ReadRefusal | undefined,
  now: number,
): Promise<ReadableStream<Uint8Array>> {
  const { host } = new URL(origin);
  const error = refusal(response, origin, host, now);
  if (error === null && response.body !== null) return response.body;
  const isExplained = refused !== undefined && EXPLAINED.has(error?.code ?? '');
  const text = isExplained ? await beginningOf(response).catch(() => '') : '';
  response.body?.cancel().catch(() => {});
  const better = isExplained ? refused?.(response.status, text) : null;
  throw better ?? error ?? new HushmapError('source.truncated', [host]);
}

/** Refusals that a back end may say more of. */
const EXPLAINED: ReadonlySet<string> = new Set([
  'source.unauthorized',
  'source.forbidden',
  'source.notFound',
]);

function refusal(
  response: Response,
  origin: string,
  host: string,
  now: number,
): HushmapError | null {
  const { status } = response;
  const isElsewhere = response.url !== '' && new URL(response.url).origin !== origin;
  const isRedirect = response.type === 'opaqueredirect' || (status >= 300 && status < 400);
  if (isRedirect || response.redirected || isElsewhere) {
    return new HushmapError('source.redirected', [host]);
  }
  if (status === 401) return new HushmapError('source.unauthorized', [host]);
  if (status === 403) return new HushmapError('source.forbidden', [host]);
  if (status === 404) return new HushmapError('source.notFound', [host]);
  if (isAskedTooOften(response)) {
    return new HushmapError('source.rateLimited', [host, retryAfter(response, now)]);
  }
  if (!response.ok) return new HushmapError('source.failed', [host, status]);
  return null;
}

/** What to tell of whatever stopped an answer from being read. */
export function named(cause: unknown, host: string, answered: boolean, maxBytes: number): unknown {
  if (cause instanceof HushmapError) return cause;
  if (cause instanceof BodyTooLargeError) {
    return new HushmapError('source.tooLarge', [host, Math.round(maxBytes / 1_000_000)]);
  }
  if (cause instanceof JsonRowsError) {
    if (cause.kind === 'truncated') return new HushmapError('source.truncated', [host]);
    if (cause.kind === 'not-json') return new HushmapError('source.notJson', [host]);
    return new HushmapError('source.badShape', [host, cause.kind]);
  }
  return new HushmapError(answered ? 'source.truncated' : 'source.unreachable', [host]);
}

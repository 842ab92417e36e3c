import { HushmapError } from '../core/errors';
import { BodyTooLargeError, readRows } from './body';
import type { SourcePorts } from './contract';
import { createRowReader, JsonRowsError, type RowReader } from './json-rows';

export interface HttpLimits {
  /** Longest silence: before the first byte, and between two. */
  readonly silenceMs: number;
  /** Longest time for one whole call, all its requests together. */
  readonly totalMs: number;
  /** Bytes of one answer after decompression. */
  readonly bytes: number;
}

/**
 * 25 s: Chromium ends an extension's worker when an answer takes more than 30 s to begin. 120 s stay
 * well under the five minutes that one event may last there. 200 MB hold twice the million rows that
 * PostHog sends at most.
 */
export const HTTP_LIMITS: HttpLimits = {
  silenceMs: 25_000,
  totalMs: 120_000,
  bytes: 200_000_000,
};

/** One call to a source: its requests share a deadline, and end with the caller's signal. */
export interface Call {
  /**
   * Asks for an object that holds one long array, by GET or, with a body, by POST, and hands its rows on as they come. Returns the rest of
   * the object, or null where `onRows` has had enough. Throws a `HushmapError`.
   */
  getRows(request: RowsRequest, onRows: (rows: readonly unknown[]) => boolean): Promise<unknown>;
}

export interface RowsRequest {
  /** Path on the source's origin. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Name of the field that holds the rows. */
  readonly key: string;
  /** Sent by POST. The one place beside headers where a key may stand. */
  readonly body?: string | URLSearchParams;
  readonly headers?: Readonly<Record<string, string>>;
  /** Reads an answer of this content type; one JSON object where left out. */
  readonly reader?: (contentType: string, onRows: OnRows) => RowReader;
}

type OnRows = (rows: readonly unknown[]) => boolean;

/**
 * Where a source wants its key. `bearer`: the `Authorization` header. `own`: the source puts it into
 * its own headers or body. `none`: it was set up without one.
 */
export type KeyPlace = 'bearer' | 'own' | 'none';

/**
 * Runs `work` with a call to `origin`, authorised by the key at its place and nowhere else. No redirect is followed, not even within the origin: a browser does not tell where
 * it would lead, and the key must not travel. Errors name the host and never carry the key, a URL
 * or the network's own error, which may quote either. An aborted caller gets its signal's reason,
 * except from a signal that timed out: that is a slow source, and a person should hear of it.
 */
export async function withCall<T>(
  origin: string,
  ports: SourcePorts,
  limits: HttpLimits,
  work: (call: Call) => Promise<T>,
  keyPlace: KeyPlace = 'bearer',
): Promise<T> {
  const host = new URL(origin).host;
  if (ports.secret === '' && keyPlace !== 'none') throw new HushmapError('vault.noSecret', [host]);
  // Anything else makes fetch throw an error that quotes the whole header.
  if (!/^[\x21-\x7e]*$/.test(ports.secret)) throw new HushmapError('source.badKey', [host]);
  ports.signal.throwIfAborted();

  const stop = new AbortController();
  const started = ports.clock.now();
  let slowMs: number | null = null;
  const expire = (ms: number) => {
    slowMs ??= ms;
    stop.abort();
  };
  const deadline = setTimeout(expire, limits.totalMs, limits.totalMs);
  const onAbort = () => stop.abort();
  ports.signal.addEventListener('abort', onAbort);

  const authorization: Readonly<Record<string, string>> =
    keyPlace === 'bearer' ? { authorization: `Bearer ${ports.secret}` } : {};
  const getRows: Call['getRows'] = async (request, onRows) => {
    const { path, query = {}, key, body, headers } = request;
    let silence: ReturnType<typeof setTimeout> | undefined;
    const heard = () => {
      clearTimeout(silence);
      silence = setTimeout(expire, limits.silenceMs, limits.silenceMs);
    };
    heard();
    let answered = false;
    try {
      const url = new URL(path, origin);
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
      const response = await ports.fetch(url.href, {
        ...(body !== undefined && { method: 'POST', body }),
        headers: { accept: 'application/json', ...headers, ...authorization },
        redirect: 'manual',
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        signal: stop.signal,
      });
      answered = true;
      heard();
      const answer = checkedBody(response, origin, host, ports.clock.now());
      const type = response.headers.get('content-type') ?? '';
      const rows = request.reader?.(type, onRows) ?? createRowReader({ key, onRows });
      return await readRows(answer, rows, limits.bytes, heard);
    } catch (cause) {
      if (isTimeout(ports.signal.reason)) slowMs ??= ports.clock.now() - started;
      else ports.signal.throwIfAborted();
      if (slowMs !== null) {
        throw new HushmapError('source.slow', [host, Math.max(1, Math.round(slowMs / 1000))]);
      }
      throw named(cause, host, answered, limits);
    } finally {
      clearTimeout(silence);
    }
  };

  try {
    return await work({ getRows });
  } finally {
    clearTimeout(deadline);
    ports.signal.removeEventListener('abort', onAbort);
    // Where one of several requests failed, the others are of no use.
    stop.abort();
  }
}

const isTimeout = (reason: unknown): boolean =>
  reason instanceof Error && reason.name === 'TimeoutError';

function checkedBody(
  response: Response,
  origin: string,
  host: string,
  now: number,
): ReadableStream<Uint8Array> {
  const error = refusal(response, origin, host, now);
  if (error === null && response.body !== null) return response.body;
  response.body?.cancel().catch(() => {});
  throw error ?? new HushmapError('source.truncated', [host]);
}

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
  if (status === 429) {
    return new HushmapError('source.rateLimited', [host, retryAfter(response, now)]);
  }
  if (!response.ok) return new HushmapError('source.failed', [host, status]);
  return null;
}

/** Seconds to wait, from `Retry-After` as seconds or as a date (RFC 9110, 10.2.3); a minute without. */
function retryAfter(response: Response, now: number): number {
  const said = response.headers.get('retry-after')?.trim() ?? '';
  const seconds = /^\d+$/.test(said) ? Number(said) : (Date.parse(said) - now) / 1000;
  if (!Number.isFinite(seconds)) return 60;
  return Math.min(Math.max(Math.ceil(seconds), 1), 86_400);
}

function named(cause: unknown, host: string, answered: boolean, limits: HttpLimits): unknown {
  if (cause instanceof HushmapError) return cause;
  if (cause instanceof BodyTooLargeError) {
    return new HushmapError('source.tooLarge', [host, Math.round(limits.bytes / 1_000_000)]);
  }
  if (cause instanceof JsonRowsError) {
    if (cause.kind === 'truncated') return new HushmapError('source.truncated', [host]);
    if (cause.kind === 'not-json') return new HushmapError('source.notJson', [host]);
    return new HushmapError('source.badShape', [host, cause.kind]);
  }
  return new HushmapError(answered ? 'source.truncated' : 'source.unreachable', [host]);
}

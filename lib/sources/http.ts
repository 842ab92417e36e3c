import { HushmapError } from '../core/errors';
import { readRows } from './body';
import type { SourcePorts } from './contract';
import { checkedBody, named, type ReadRefusal } from './http-errors';
import { createRowReader, type RowReader } from './json-rows';
import { createSilence, isAskedTooOften, pause, retryAfter } from './waiting';

export interface HttpLimits {
  /** Longest silence: before the first byte, and between two. */
  readonly silenceMs: number;
  /** Longest time for one whole call, all its requests together. */
  readonly totalMs: number;
  /** Longest wait that a server which is asked too often (429) may ask for before it is asked again. */
  readonly waitMs: number;
  /** How often a call may wait for such a server, all its requests together. */
  readonly waits: number;
  /** Bytes of one answer after decompression. */
  readonly bytes: number;
}

/**
 * 25 s: Chromium ends an extension's worker when an answer takes more than 30 s to begin. 120 s stay
 * well under the five minutes that one event may last there. Three waits of 20 s are half of that: longer
 * ones are told to the person. 200 MB hold twice the million rows that PostHog sends at most.
 */
export const HTTP_LIMITS: HttpLimits = {
  silenceMs: 25_000,
  totalMs: 120_000,
  waitMs: 20_000,
  waits: 3,
  bytes: 200_000_000,
};

/** One call to a source: its requests share a deadline, and end with the caller's signal. */
export interface Call {
  /**
   * Asks for an object that holds one long array, by GET or, with a body, by POST, and hands its rows
   * on as they come. Returns the rest of the object, or null where `onRows` has had enough. Throws a
   * `HushmapError`.
   */
  getRows(request: RowsRequest, onRows: (rows: readonly unknown[]) => boolean): Promise<unknown>;
}

export interface RowsRequest {
  /** Path on the source's origin. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Name of the field that holds the rows; null: the answer itself is the array of rows. */
  readonly key: string | null;
  /** Sent by POST. The one place beside headers where a key may stand. */
  readonly body?: string | URLSearchParams;
  readonly headers?: Readonly<Record<string, string>>;
  readonly refused?: ReadRefusal;
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
 * Runs `work` with a call to `origin`, authorised by the key at its place and nowhere else. No
 * redirect is followed, not even within the origin: a browser does not tell where it would lead, and
 * the key must not travel. Errors name the host and never carry the key, a URL or the network's own
 * error, which may quote either. A server that is asked too often (429) is asked again after a short
 * wait that it asked for itself. An aborted caller gets its signal's reason, except from a signal
 * that timed out: that is a slow source, and a person should hear of it.
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
  let waits = limits.waits;
  const ask = (request: RowsRequest): Promise<Response> => {
    const { path, query = {}, body, headers } = request;
    const url = new URL(path, origin);
    // A path such as `//evil.example/x` names another host.
    if (url.origin !== new URL(origin).origin) throw new HushmapError('source.badPath', [host]);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    return ports.fetch(url.href, {
      ...(body !== undefined && { method: 'POST', body }),
      headers: { accept: 'application/json', ...headers, ...authorization },
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: stop.signal,
    });
  };
  /** How long to wait before asking again; null: not at all. */
  const waitFor = (response: Response): number | null => {
    if (!isAskedTooOften(response) || waits === 0) return null;
    const now = ports.clock.now();
    const waitMs = retryAfter(response, now) * 1000;
    if (waitMs > limits.waitMs || now - started + waitMs >= limits.totalMs) return null;
    waits -= 1;
    return waitMs;
  };
  const getRows: Call['getRows'] = async (request, onRows) => {
    const silence = createSilence(limits.silenceMs, expire);
    silence.heard();
    let answered = false;
    try {
      let response = await ask(request);
      for (;;) {
        const waitMs = waitFor(response);
        if (waitMs === null) break;
        silence.end();
        response.body?.cancel().catch(() => {});
        await pause(waitMs, stop.signal);
        silence.heard();
        response = await ask(request);
      }
      answered = true;
      silence.heard();
      const answer = await checkedBody(response, origin, request.refused, ports.clock.now());
      const type = response.headers.get('content-type') ?? '';
      const rows = request.reader?.(type, onRows) ?? createRowReader({ key: request.key, onRows });
      return await readRows(answer, rows, limits.bytes, silence.heard);
    } catch (cause) {
      if (isTimeout(ports.signal.reason)) slowMs ??= ports.clock.now() - started;
      else ports.signal.throwIfAborted();
      if (slowMs !== null) {
        throw new HushmapError('source.slow', [host, Math.max(1, Math.round(slowMs / 1000))]);
      }
      throw named(cause, host, answered, limits.bytes);
    } finally {
      silence.end();
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

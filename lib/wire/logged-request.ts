import type { WireRequest } from './contract';

/** A request as DevTools logs it (HAR 1.2, with Chromium's remarks). */
export interface LoggedBody {
  readonly url: string;
  readonly method: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  /** What was posted, as text; undefined: the log has none. */
  readonly text: string | undefined;
  /** Bytes of the body; -1 or 0 where the log does not know. */
  readonly bodySize: number;
}

export interface ReadableRequest {
  readonly request: WireRequest;
  /** There was a body, and not all of it can be read here. */
  readonly isBodyUnseen: boolean;
}

/**
 * What of a logged request can be read. DevTools hands bodies over as text: bytes that are no UTF-8
 * are lost in it, and bodies of beacons, blobs and workers may be missing. Whatever may have been lost
 * is counted as unseen, never as clean.
 *
 * @param mostText characters of a body that are read; what is longer is unseen as a whole.
 */
export function readLogged(logged: LoggedBody, id: string, mostText: number): ReadableRequest {
  const { url, method, text, bodySize } = logged;
  const headers = Object.fromEntries(logged.headers.map(({ name, value }) => [name, value]));
  const told = lengthTold(logged);
  const size = told ?? Math.max(bodySize, 0);
  const base = { id, url, headers };
  const mayHaveBody = size > 0 || !/^(GET|HEAD|OPTIONS)$/i.test(method);
  if (text === undefined || text === '') {
    return { request: { ...base, unseen: size }, isBodyUnseen: mayHaveBody };
  }
  if (text.length > mostText) {
    return { request: { ...base, unseen: Math.max(size, text.length) }, isBodyUnseen: true };
  }
  // Bytes that are no text come as one character each; the log's own size is then that of the text.
  const isWhole =
    !text.includes(REPLACEMENT) &&
    (size === 0 || bytesOf(text) === size || (told !== null && text.length === told));
  return {
    // A body that was packed is no text any more: reading what is left of it would find nothing.
    request: { ...base, body: text, ...(isWhole ? {} : { unseen: Math.max(size, 1) }) },
    isBodyUnseen: !isWhole,
  };
}

/** What was sent, as the request itself says. */
function lengthTold({ headers }: LoggedBody): number | null {
  const told = headers.find(({ name }) => /^content-length$/i.test(name))?.value ?? '';
  return /^\d{1,12}$/.test(told) ? Number(told) : null;
}

/** Stands for bytes that are no UTF-8. */
const REPLACEMENT = '\uFFFD';

const encoder = new TextEncoder();
const bytesOf = (text: string): number => encoder.encode(text).length;

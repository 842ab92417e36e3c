import { cap } from './cap';
import { isoTime } from './iso-time';
import { redactName } from './redact-name';
import { redactUrl } from './redact-url';

/** A request and its answer, as whoever drives the browser saw them. */
export interface HarRequest {
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly method: string;
  readonly url: string;
  /** 0: no answer came. */
  readonly status: number;
  readonly requestHeaders: readonly HarHeader[];
  readonly responseHeaders: readonly HarHeader[];
  readonly timings: HarTimings;
  readonly mime: string;
  /** Bytes of the answer's body; null: not known. */
  readonly size: number | null;
}

export interface HarHeader {
  readonly name: string;
  readonly value: string;
}

/** Milliseconds; null: not known. */
export interface HarTimings {
  readonly dns: number | null;
  readonly connect: number | null;
  readonly ssl: number | null;
  readonly send: number | null;
  readonly wait: number | null;
  readonly receive: number | null;
}

export type Har = ReturnType<typeof toHar>;

/**
 * Requests as an HTTP Archive 1.2, as browsers and other tools open it: addresses and headers
 * through the redactor, no body, no cookie, and no value but of headers that say nothing of anybody.
 *
 * Source: http://www.softwareishard.com/blog/har-12-spec/
 */
export function toHar(requests: readonly HarRequest[], toolVersion: string) {
  return {
    log: {
      version: '1.2',
      creator: { name: 'hushmap', version: toolVersion },
      comment: 'Bodies are left out, and values are replaced by [redacted].',
      // HAR 1.2 asks for the order of time.
      entries: [...requests].sort((a, b) => a.startedAt - b.startedAt).map(toEntry),
    },
  };
}

const REDACTED_VALUE = '[redacted]';

function toEntry(entry: HarRequest) {
  const url = redactUrl(entry.url);
  const timings = toTimings(entry.timings);
  return {
    startedDateTime: isoTime(entry.startedAt),
    time: Object.values(timings).reduce((sum, ms) => sum + Math.max(ms, 0), 0) - extra(timings),
    request: {
      method: tokenOf(entry.method),
      url,
      httpVersion: 'unknown',
      cookies: [],
      headers: entry.requestHeaders.map(toHeader),
      queryString: queryOf(url),
      headersSize: -1,
      bodySize: -1,
    },
    response: {
      status: entry.status,
      statusText: '',
      httpVersion: 'unknown',
      // Cookies are told by name, step by step, in consent.json.
      cookies: [],
      headers: entry.responseHeaders.map(toHeader),
      content: { size: entry.size ?? -1, mimeType: mimeOf(entry.mime) },
      redirectURL: redirectOf(entry.responseHeaders),
      headersSize: -1,
      bodySize: entry.size ?? -1,
    },
    cache: {},
    timings,
  };
}

/** A method is a token (RFC 9110 §9.1); what is none, a page has made up. */
const tokenOf = (method: string): string => (/^[A-Za-z-]{1,20}$/.test(method) ? method : 'OTHER');

/** The parts of a redacted address are names alone. */
function queryOf(url: string) {
  const query = url.split('?')[1] ?? '';
  const names = query.split('&').filter(Boolean);
  return names.map((name) => ({ name, value: REDACTED_VALUE }));
}

function toHeader({ name, value }: HarHeader): HarHeader {
  const form = HARMLESS[name.toLowerCase()];
  const isKept = form?.test(value) === true;
  return { name: cap(redactName(name), 200), value: isKept ? value : REDACTED_VALUE };
}

const NUMBER = /^\d{1,12}$/;
const DIRECTIVES = /^(?:[a-z-]+(?:=\d{1,10})?(?:,\s*|$)){1,12}$/i;
const MIME = /^[a-z]{1,20}\/[a-z0-9.+-]{1,80}(?:;\s*charset="?[a-z0-9-]{1,20}"?)?$/i;
/** RFC 9110 §5.6.7. */
const DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;
const FETCH = /^\??[a-z0-9-]{1,20}$/;

/** Headers whose value may stay, where it has the form that its standard gives it. */
const HARMLESS: Readonly<Record<string, RegExp | undefined>> = Object.assign(Object.create(null), {
  'content-type': MIME,
  'content-length': NUMBER,
  'content-encoding': /^(?:gzip|br|deflate|zstd|identity)(?:, ?(?:gzip|br|deflate|zstd))?$/i,
  'cache-control': DIRECTIVES,
  pragma: /^no-cache$/i,
  age: NUMBER,
  date: DATE,
  expires: DATE,
  'last-modified': DATE,
  'transfer-encoding': /^chunked$/i,
  'strict-transport-security': /^max-age=\d{1,12}(?:; ?(?:includeSubDomains|preload)){0,2}$/i,
  'sec-gpc': /^[01]$/,
  dnt: /^[01]$/,
  'sec-fetch-site': FETCH,
  'sec-fetch-mode': FETCH,
  'sec-fetch-dest': FETCH,
  'sec-fetch-user': FETCH,
  'upgrade-insecure-requests': /^1$/,
});

const mimeOf = (mime: string): string => {
  const [type = ''] = mime.split(';');
  return MIME.test(type.trim()) ? type.trim() : '';
};

const redirectOf = (headers: readonly HarHeader[]): string => {
  const location = headers.find(({ name }) => name.toLowerCase() === 'location');
  return location ? redactUrl(location.value) : '';
};

/** -1 stands for what is not known; `send`, `wait` and `receive` have to be there. */
const toTimings = (timings: HarTimings) => ({
  blocked: -1,
  dns: timings.dns ?? -1,
  connect: timings.connect ?? -1,
  ssl: timings.ssl ?? -1,
  send: timings.send ?? 0,
  wait: timings.wait ?? 0,
  receive: timings.receive ?? 0,
});

/** The time of the handshake is part of the time to connect, and counts once. */
const extra = ({ connect, ssl }: ReturnType<typeof toTimings>): number =>
  connect >= 0 ? Math.max(ssl, 0) : 0;

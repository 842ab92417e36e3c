import {
  baseUri,
  getterOf,
  indexOf,
  lower,
  NativeURL,
  ownValue,
  slice,
  urlHost,
  urlHref,
  urlPath,
  urlProtocol,
  urlSearch,
} from './natives';

/**
 * What is kept of a request's address: scheme, host, path and the names in its query. Values,
 * fragments and credentials never reach the tape. Empty for what is no request to a host (`data:`,
 * `blob:`) and for what cannot be read without running code of the page.
 */
export function requestUrl(input: unknown): string {
  const raw = rawUrl(input);
  if (raw === null) return '';
  const url = new NativeURL(raw, baseUri?.(document));
  const protocol = urlProtocol?.(url) ?? '';
  if (!isWeb(protocol)) return '';
  const query = queryNames(urlSearch?.(url) ?? '');
  return slice(`${protocol}//${urlHost?.(url)}${urlPath?.(url)}${query}`, 0, MAX_URL);
}

/**
 * `?ip=1&_=2&compression=gzip` becomes `?ip&_&compression`. The only values that stay are fixed
 * words by which two recorders say where a request goes, since nothing else tells a recording.
 */
export function queryNames(search: string): string {
  let names = '';
  let from = 1;
  let count = 0;
  while (from < search.length && count < MAX_NAMES) {
    const end = ends(search, '&', from, search.length);
    const equals = ends(search, '=', from, end);
    const name = slice(search, from, equals);
    // `?alice` is a value with no name; a name that holds other signs may be anything.
    if (equals < end && isPlainName(name)) {
      const route = routingWord(name, slice(search, equals + 1, end));
      names += `${count++ === 0 ? '?' : '&'}${name}${route}`;
    }
    from = end + 1;
  }
  return names;
}

/** The path of an address, without its host and query; empty for what {@link requestUrl} drops. */
export function requestPath(input: unknown): string {
  const address = requestUrl(input);
  return address === '' ? '' : (urlPath?.(new NativeURL(address)) ?? '');
}

/** The method that `fetch(input, init)` will use. */
export function fetchMethod(input: unknown, init: unknown): string {
  const stated = ownValue(init, 'method');
  if (typeof stated === 'string') return slice(stated, 0, 20);
  if (isObject(input) && requestMethod !== null && !isUrl(input)) {
    return tryRead(requestMethod, input) ?? 'GET';
  }
  return 'GET';
}

const MAX_URL = 2_000;
const MAX_NAMES = 50;
const MAX_NAME = 40;

const requestAddress = getterOf<string>(Request.prototype, 'url');
const requestMethod = getterOf<string>(Request.prototype, 'method');

function rawUrl(input: unknown): string | null {
  if (typeof input === 'string') return input;
  if (!isObject(input)) return null;
  return tryRead(urlHref, input) ?? tryRead(requestAddress, input);
}

/** Getters of the platform throw on a foreign receiver, which is how kinds are told apart. */
function tryRead(getter: ((self: object) => string) | null, self: object): string | null {
  if (getter === null) return null;
  try {
    return getter(self);
  } catch {
    return null;
  }
}

const isUrl = (input: object): boolean => tryRead(urlHref, input) !== null;

const isWeb = (protocol: string): boolean =>
  protocol === 'http:' || protocol === 'https:' || protocol === 'ws:' || protocol === 'wss:';

function ends(text: string, mark: string, from: number, limit: number): number {
  const found = indexOf(text, mark, from);
  return found === -1 || found > limit ? limit : found;
}

function isPlainName(name: string): boolean {
  if (name === '' || name.length > MAX_NAME) return false;
  for (let i = 0; i < name.length; i++) {
    if (indexOf(NAME_SIGNS, lower(slice(name, i, i + 1))) === -1) return false;
  }
  return true;
}

function routingWord(name: string, value: string): string {
  if (name === 'type') return value === 'SessionReplay' ? '=SessionReplay' : '';
  if (name !== 'ddforward') return '';
  const path = lower(value);
  for (let i = 0; i < FORWARDS.length; i++) {
    const word = FORWARDS[i] ?? '';
    if (indexOf(path, word) === 0) return `=${word}`;
  }
  return '';
}

/** Where Datadog's proxy is to forward to (docs.datadoghq.com/real_user_monitoring/guide/proxy-rum-data). */
const FORWARDS = ['%2fapi%2fv2%2freplay', '/api/v2/replay', '%2fapi%2fv2%2frum', '/api/v2/rum'];

const NAME_SIGNS = 'abcdefghijklmnopqrstuvwxyz0123456789_-.[]$~';

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

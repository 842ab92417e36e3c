import { REDACTED, redactText } from './redact-text';
import { looksRandom } from './shapes';

/**
 * A URL as it may be shown: origin and path, with personal and generated parts of the path replaced;
 * names in the query without their values; no fragment, no credentials. What is not a web address
 * keeps its scheme alone. Redacting twice changes nothing more.
 */
export function redactUrl(url: string): string {
  const trimmed = url.trim().slice(0, MAX_LENGTH);
  if (/^about:(blank|srcdoc)/i.test(trimmed)) return trimmed.slice(0, trimmed.search(/[?#]|$/));
  if (!/^[a-z][a-z\d+.-]*:/i.test(trimmed)) return relative(trimmed);
  if (/^[a-z][a-z\d+.-]*:‹url›$/i.test(trimmed)) return trimmed;
  const parsed = parse(trimmed);
  if (!parsed) return `${scheme(trimmed)}‹url›`;
  if (!WITH_PATH.has(parsed.protocol)) return `${parsed.protocol}‹url›`;
  return limit(`${parsed.protocol}//${parsed.host}${redactPath(parsed.pathname)}${names(parsed)}`);
}

/** `https://acme.test` of a web address; `null` for what has no origin of its own. */
export function originOf(url: string): string {
  const parsed = parse(url);
  return parsed && WITH_PATH.has(parsed.protocol) ? `${parsed.protocol}//${parsed.host}` : 'null';
}

const MAX_LENGTH = 8192;
const SHOWN_LENGTH = 1900;
const WITH_PATH = new Set([
  'http:',
  'https:',
  'ws:',
  'wss:',
  'chrome-extension:',
  'moz-extension:',
]);

const scheme = (url: string): string => `${url.slice(0, url.indexOf(':')).toLowerCase()}:`;

const limit = (url: string): string =>
  url.length > SHOWN_LENGTH ? `${url.slice(0, SHOWN_LENGTH)}…` : url;

function parse(url: string): URL | null {
  try {
    return new URL(url);
  } catch {
    return null;
  }
}

function relative(url: string): string {
  const end = url.search(/[?#]/);
  const path = redactPath(end < 0 ? url : url.slice(0, end));
  if (end < 0 || url[end] === '#') return limit(path);
  return limit(`${path}${names({ search: url.slice(end).replace(/#.*$/s, '') })}`);
}

function redactPath(path: string): string {
  return path.split('/').map(redactSegment).join('/');
}

function redactSegment(segment: string): string {
  const plain = decode(segment);
  const redacted = looksRandom(plain) ? '‹id›' : redactText(plain);
  if (redacted === plain && !REDACTED.test(plain)) return segment;
  return redacted
    .split(REDACTED)
    .map((part, index) => (index % 2 === 1 ? part : encodeURIComponent(part)))
    .join('');
}

function names({ search }: { readonly search: string }): string {
  const parts = search.replace(/^\?/, '').split('&').filter(Boolean);
  if (parts.length === 0) return '';
  return `?${parts.map((part) => redactSegment(part.split('=', 1)[0] ?? '')).join('&')}`;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

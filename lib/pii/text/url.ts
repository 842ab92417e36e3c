import { message } from '../../core/message';
import { isPersonal, type PiiClass, SPECIAL_CLASSES } from '../../protocol/pii-classes';
import type { TextMatch } from '../contract';
import { vocabulary } from '../fields/vocabulary';
import { toWords } from '../words';
import { isRandom } from './secrets';
import { recogniseValues } from './values';

/** A personal value in a URL. Offsets are those of the value as it stands in the URL, encoded. */
export interface UrlMatch extends TextMatch {
  /** Name of the parameter that holds it; empty for a part of the path. */
  readonly parameter: string;
}

const LONGEST = 8192;

/**
 * Finds personal values in a URL: parameters of the query and of the fragment by their name and
 * by their value, and parts of the path by their value. At most one match a part: the surest.
 */
export function recogniseUrl(url: string): UrlMatch[] {
  if (url.startsWith('data:') || url.startsWith('blob:')) return [];
  const text = url.slice(0, LONGEST);
  const query = text.search(/[?#]/);
  const pathEnd = query < 0 ? text.length : query;
  return [...pathMatches(text, pathEnd), ...(query < 0 ? [] : parameterMatches(text, query + 1))];
}

/** Parameters with a personal name in the addresses that a text holds. */
export function parametersIn(text: string): UrlMatch[] {
  const matches: UrlMatch[] = [];
  for (let at = text.indexOf('?'); at >= 0; at = text.indexOf('?', at + 1)) {
    QUERY.lastIndex = at;
    const query = QUERY.exec(text)?.[0];
    if (!query) continue;
    const inQuery = parameterMatches(query, 1);
    matches.push(...inQuery.map((one) => ({ ...one, start: one.start + at, end: one.end + at })));
    at += query.length - 1;
  }
  return matches;
}

/** `?name=value&name=value#name=value` */
const QUERY = /\?[\w.%[\]-]{1,80}=[^\s"'<>()]{0,4000}/y;

function pathMatches(url: string, end: number): UrlMatch[] {
  const mail = /^mailto:([^?]+)/i.exec(url);
  if (mail?.[1]) return inValue(url, 7, 7 + mail[1].length, '');
  const tel = /^(?:tel|sms):([^?;]+)/i.exec(url);
  if (tel?.[1]) {
    const start = url.indexOf(':') + 1;
    const why = [message('pii.why.phoneForm')];
    return [
      { start, end: start + tel[1].length, pii: 'phone', confidence: 0.9, why, parameter: '' },
    ];
  }
  const start = Math.max(0, url.indexOf('://') + 3);
  const userinfo = /^([^/@\s]+):([^/@\s]+)@/.exec(url.slice(start, end));
  const matches: UrlMatch[] = userinfo?.[2]
    ? [secretOf('password', start + (userinfo[1]?.length ?? 0) + 1, userinfo[2].length)]
    : [];
  for (let at = url.indexOf('/', start); at >= 0 && at < end; ) {
    const next = url.indexOf('/', at + 1);
    const stop = next < 0 || next > end ? end : next;
    matches.push(...inValue(url, at + 1, stop, ''));
    at = next;
  }
  return matches;
}

const secretOf = (pii: PiiClass, start: number, length: number): UrlMatch => ({
  start,
  end: start + length,
  pii,
  confidence: 0.95,
  why: [message('pii.why.urlPath')],
  parameter: '',
});

function parameterMatches(url: string, from: number): UrlMatch[] {
  const matches: UrlMatch[] = [];
  for (let at = from; at < url.length; ) {
    const stop = nextBorder(url, at);
    const equals = url.indexOf('=', at);
    if (equals > at && equals < stop) {
      const name = decode(url.slice(at, equals)).slice(0, 80);
      matches.push(...inParameter(url, name, equals + 1, stop));
    } else matches.push(...inValue(url, at, stop, ''));
    at = stop + 1;
  }
  return matches;
}

function nextBorder(url: string, from: number): number {
  const border = url.slice(from).search(/[&;?#]/);
  return border < 0 ? url.length : from + border;
}

function inParameter(url: string, name: string, start: number, end: number): UrlMatch[] {
  const value = decode(url.slice(start, end));
  if (value.trim() === '') return [];
  const byValue = inValue(url, start, end, name);
  const pii = classOfParameter(name, value);
  if (!pii || (byValue[0] && byValue[0].confidence > 0.85)) return byValue;
  const why = [message('pii.why.parameter', toWords(name).slice(0, 60))];
  return [{ start, end, pii, confidence: 0.8, why, parameter: name }];
}

/** What a parameter's name says of its value, if the value can be that. */
function classOfParameter(name: string, value: string): PiiClass | null {
  const words = toWords(name);
  for (const { pii, names, holds } of PARAMETERS) {
    if (names.test(words) && holds(value)) return pii;
  }
  const hit = vocabulary()
    .find(words)
    .find(({ sure }) => sure);
  if (!hit || !IN_URLS.has(hit.concept)) return null;
  // The set holds classes alone.
  const pii = hit.concept as PiiClass;
  return isPersonal(pii) && /[\p{L}\p{N}]/u.test(value) ? pii : null;
}

interface ParameterRule {
  readonly pii: PiiClass;
  /** Over the name in the form of `toWords`. */
  readonly names: RegExp;
  readonly holds: (value: string) => boolean;
}

const long = (value: string): boolean =>
  value.length >= 8 && /[A-Za-z]/.test(value) && /\d/.test(value);

const PARAMETERS: readonly ParameterRule[] = [
  {
    pii: 'session_token',
    names:
      /(?:^| )(?:session|sess|sessionid|session id|sid|phpsessid|jsessionid|token|access token|id token|refresh token|auth|auth token|authtoken|bearer|ticket|sso|reset token|magic|login token|signature|sig|invite token|confirmation token|reset password token|unsubscribe token|nonce token)$/,
    holds: long,
  },
  {
    pii: 'api_key',
    names: /(?:^| )(?:api key|apikey|client secret|secret|access key|app key|private key|key)$/,
    holds: isRandom,
  },
  {
    pii: 'otp',
    names: /^(?:otp|code|pin|verification code|one time code)$/,
    holds: (value) => /^\d{4,8}$/.test(value),
  },
  {
    pii: 'password',
    names: /(?:^| )(?:password|passwd|pwd|pass)$/,
    holds: (value) => value.length > 0,
  },
];

/** Classes whose names are unmistakable as parameters. */
const IN_URLS: ReadonlySet<string> = new Set<PiiClass>([
  'email',
  'phone',
  'username',
  'name.given',
  'name.family',
  'name.full',
  'address.street',
  'address.postal',
  'dob',
  'gender',
  'card.number',
  'card.cvv',
  'iban',
  'national_id',
  'tax_id',
  'password',
  'otp',
  'income',
  ...SPECIAL_CLASSES,
]);

/** The surest match inside one part of a URL. */
function inValue(url: string, start: number, end: number, parameter: string): UrlMatch[] {
  if (end - start < 5) return [];
  const raw = url.slice(start, end);
  const value = decode(raw);
  const best = recogniseValues(value)
    .filter(({ pii }) => !pii.startsWith('name.') && !pii.startsWith('address.'))
    .sort((a, b) => b.confidence - a.confidence)[0];
  if (!best) return [];
  // Without escapes the offsets are the URL's own; else the whole part is meant.
  const exact = value === raw;
  const from = exact ? start + best.start : start;
  const to = exact ? start + best.end : end;
  return [{ ...best, start: from, end: to, parameter }];
}

/** Decoded twice, as redirects nest; as it stands where it is not valid. */
function decode(text: string): string {
  let decoded = text.replaceAll('+', ' ');
  if (/^ \d/.test(decoded)) decoded = text;
  for (let turn = 0; turn < 2 && decoded.includes('%'); turn++) {
    try {
      decoded = decodeURIComponent(decoded);
    } catch {
      return decoded;
    }
  }
  return decoded;
}

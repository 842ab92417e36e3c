import { message } from '../../core/message';
import { match, named, type TextRecogniser } from './recogniser';

/** Signed tokens: three parts in base64url, the first of which is a JSON object (RFC 7519). */
export const jwt: TextRecogniser = {
  name: 'jwt',
  find(text, found) {
    for (let at = text.indexOf('eyJ'); at >= 0; at = text.indexOf('eyJ', at + 3)) {
      if (/[\w-]/.test(text.charAt(at - 1))) continue;
      TOKEN.lastIndex = at;
      const token = TOKEN.exec(text)?.[0];
      if (!token) continue;
      found(match(at, at + token.length, 'jwt', 0.98, [message('pii.why.jwtForm')]));
      at += token.length - 3;
    }
  },
};

const TOKEN = /eyJ[\w-]{4,4000}\.[\w-]{2,8000}(?:\.[\w-]{0,4000}){0,3}/y;

interface KeyForm {
  readonly vendor: string;
  /** Found first by plain search, since that is fast. */
  readonly prefix: string;
  readonly rest: RegExp;
}

/** Keys that their makers gave a prefix so that they can be found (the vendors' documentation). */
const KEYS: readonly KeyForm[] = [
  { vendor: 'Stripe', prefix: 'sk_live_', rest: /[A-Za-z0-9]{10,200}/y },
  { vendor: 'Stripe', prefix: 'sk_test_', rest: /[A-Za-z0-9]{10,200}/y },
  { vendor: 'Stripe', prefix: 'rk_live_', rest: /[A-Za-z0-9]{10,200}/y },
  { vendor: 'Stripe', prefix: 'pk_live_', rest: /[A-Za-z0-9]{10,200}/y },
  { vendor: 'Stripe', prefix: 'pk_test_', rest: /[A-Za-z0-9]{10,200}/y },
  { vendor: 'Stripe', prefix: 'whsec_', rest: /[A-Za-z0-9+/=]{16,200}/y },
  { vendor: 'AWS', prefix: 'AKIA', rest: /[A-Z0-9]{16}(?![A-Z0-9])/y },
  { vendor: 'AWS', prefix: 'ASIA', rest: /[A-Z0-9]{16}(?![A-Z0-9])/y },
  { vendor: 'Google', prefix: 'AIza', rest: /[\w-]{35}(?![\w-])/y },
  { vendor: 'Google', prefix: 'ya29.', rest: /[\w-]{20,400}/y },
  { vendor: 'GitHub', prefix: 'ghp_', rest: /[A-Za-z0-9]{30,251}/y },
  { vendor: 'GitHub', prefix: 'gho_', rest: /[A-Za-z0-9]{30,251}/y },
  { vendor: 'GitHub', prefix: 'ghs_', rest: /[A-Za-z0-9]{30,251}/y },
  { vendor: 'GitHub', prefix: 'ghu_', rest: /[A-Za-z0-9]{30,251}/y },
  { vendor: 'GitHub', prefix: 'github_pat_', rest: /\w{22,251}/y },
  { vendor: 'GitLab', prefix: 'glpat-', rest: /[\w-]{18,60}/y },
  { vendor: 'Slack', prefix: 'xox', rest: /[abeoprs](?:\.[a-z]+)?-[A-Za-z0-9-]{10,250}/y },
  { vendor: 'SendGrid', prefix: 'SG.', rest: /[\w-]{16,64}\.[\w-]{16,64}/y },
  { vendor: 'OpenAI', prefix: 'sk-', rest: /(?:proj-|svcacct-)?[A-Za-z0-9_-]{20,250}/y },
  { vendor: 'PostHog', prefix: 'phx_', rest: /[A-Za-z0-9]{20,100}/y },
  { vendor: 'npm', prefix: 'npm_', rest: /[A-Za-z0-9]{36}/y },
  { vendor: 'Shopify', prefix: 'shpat_', rest: /[a-fA-F0-9]{32}/y },
  { vendor: 'DigitalOcean', prefix: 'dop_v1_', rest: /[a-f0-9]{64}/y },
  { vendor: 'Mailgun', prefix: 'key-', rest: /[a-f0-9]{32}(?![a-f0-9])/y },
  { vendor: 'Twilio', prefix: 'SK', rest: /[a-f0-9]{32}(?![A-Za-z0-9])/y },
];

export const apiKeys: TextRecogniser = {
  name: 'api keys',
  find(text, found) {
    for (const { vendor, prefix, rest } of KEYS) {
      for (let at = text.indexOf(prefix); at >= 0; at = text.indexOf(prefix, at + prefix.length)) {
        if (/\w/.test(text.charAt(at - 1))) continue;
        rest.lastIndex = at + prefix.length;
        const tail = rest.exec(text)?.[0];
        if (!tail || !/\d/.test(tail)) continue;
        const end = at + prefix.length + tail.length;
        found(match(at, end, 'api_key', 0.97, [message('pii.why.keyPrefix', vendor)]));
      }
    }
  },
};

/** Long random strings that the text itself calls a key, a token, a session or a secret. */
export const namedSecrets: TextRecogniser = {
  name: 'named secrets',
  find(text, found) {
    NAMED.lastIndex = 0;
    for (let hit = NAMED.exec(text); hit; hit = NAMED.exec(text)) {
      const name = hit[1] ?? '';
      const value = hit[2] ?? '';
      const end = hit.index + hit[0].length;
      if (!isRandom(value)) continue;
      const pii = SESSION.test(name) ? 'session_token' : 'api_key';
      found(match(end - value.length, end, pii, 0.8, [message('pii.why.random')]));
    }
  },
};

const NAMED =
  /\b((?:x-)?(?:(?:api|access|auth|secret|client|session|subscription|refresh|id|csrf|xsrf|private|app|user)?[-_. ]?(?:key|token|secret|password)|authorization|(?:j|php|connect\.|asp\.net_)?(?:session|sess)[-_. ]?(?:id|token|key)?|connect\.sid|sid))["']?\s{0,3}(?:[:=]|is)\s{0,3}["']?(?:bearer |basic |token )?([A-Za-z0-9+/_.~-]{16,512}={0,2})/gi;
const SESSION = /sess|sid|auth|access|refresh|csrf|xsrf|token|connect/i;

/** `Authorization: Bearer …` as people paste it. */
export const bearer: TextRecogniser = {
  name: 'bearer tokens',
  find(text, found) {
    BEARER.lastIndex = 0;
    for (let hit = BEARER.exec(text); hit; hit = BEARER.exec(text)) {
      const value = hit[1] ?? '';
      const end = hit.index + hit[0].length;
      if (value.length < 12 || named(/\bthe\b/, text, hit.index, 4)) continue;
      if (!isRandom(value) && !hit[0].startsWith('B')) continue;
      found(match(end - value.length, end, 'session_token', 0.85, [message('pii.why.random')]));
    }
  },
};

const BEARER = /\b(?:bearer|Bearer|Basic) ([A-Za-z0-9+/_.~-]{12,2000}={0,2})/g;

/**
 * Whether a string looks drawn at random: long, mixed, and near the entropy of its alphabet.
 * Identifiers that name things in public (UUIDs) and words do not.
 */
export function isRandom(value: string): boolean {
  if (value.length < 16 || UUID.test(value)) return false;
  if (!/\d/.test(value) || !/[A-Za-z]/.test(value)) return false;
  return entropy(value.slice(0, 200)) >= 3;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{11,12}$/i;

/** Bits per character (Shannon). */
function entropy(value: string): number {
  const counts = new Map<string, number>();
  for (const letter of value) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values())
    bits -= (count / value.length) * Math.log2(count / value.length);
  return bits;
}

import { message } from '../../core/message';
import { match, named, type TextRecogniser, type TokenRecogniser } from './recogniser';

/** Signed tokens: three parts in base64url, the first a JSON object that names an algorithm (RFC 7515, 7519). */
export const jwt: TextRecogniser = {
  name: 'jwt',
  find(text, found) {
    for (let at = text.indexOf('eyJ'); at >= 0; at = text.indexOf('eyJ', at + 3)) {
      if (/[\w-]/.test(text.charAt(at - 1))) continue;
      TOKEN.lastIndex = at;
      const token = TOKEN.exec(text)?.[0];
      if (!token || !isHeader(token.slice(0, token.indexOf('.')))) continue;
      found.push(match(at, at + token.length, 'jwt', 0.98, [message('pii.why.jwtForm')]));
      at += token.length - 3;
    }
  },
};

const TOKEN = /eyJ[\w-]{4,4000}\.[\w-]{2,8000}\.[\w-]{0,4000}(?:\.[\w-]{0,4000}){0,2}/y;

function isHeader(part: string): boolean {
  try {
    return /"alg"/.test(atob(part.replace(/-/g, '+').replace(/_/g, '/')));
  } catch {
    return false;
  }
}

/** Keys that their makers gave a prefix so that they can be found (the vendors' documentation). */
const KEYS: readonly (readonly [vendor: string, form: string])[] = [
  ['Stripe', '[spr]k_(?:live|test)_[A-Za-z0-9]{10,200}|whsec_[A-Za-z0-9+/=]{16,200}'],
  ['AWS', 'A(?:KIA|SIA)[A-Z0-9]{16}(?![A-Z0-9])'],
  ['Google', 'AIza[\\w-]{35}(?![\\w-])|ya29\\.[\\w-]{20,400}|GOCSPX-[\\w-]{20,40}'],
  ['GitHub', 'gh[oprsu]_[A-Za-z0-9]{30,251}|github_pat_\\w{22,251}'],
  ['GitLab', 'glpat-[\\w-]{18,60}'],
  ['Slack', 'xox[abeoprs](?:\\.[a-z]+)?-[A-Za-z0-9-]{10,250}|xapp-\\d-[A-Za-z0-9-]{20,250}'],
  ['SendGrid', 'SG\\.[\\w-]{16,64}\\.[\\w-]{16,64}'],
  ['Anthropic', 'sk-ant-[\\w-]{20,250}'],
  ['OpenAI', 'sk-(?:proj-|svcacct-)?[\\w-]{20,250}'],
  ['Hugging Face', 'hf_[A-Za-z0-9]{30,40}'],
  ['PostHog', 'phx_[A-Za-z0-9]{20,100}'],
  ['npm', 'npm_[A-Za-z0-9]{36}'],
  ['Shopify', 'shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}'],
  ['DigitalOcean', 'do[op]_v1_[a-f0-9]{64}'],
  ['Mailgun', 'key-[a-f0-9]{32}(?![a-f0-9])'],
  ['Twilio', 'SK[a-f0-9]{32}(?![A-Za-z0-9])'],
];
const ANY_KEY = new RegExp(`(?<!\\w)(?:${KEYS.map(([, form]) => `(${form})`).join('|')})`, 'g');

export const apiKeys: TokenRecogniser = {
  name: 'api keys',
  leastLength: 16,
  look({ text, start, end }, found) {
    const token = text.slice(start, Math.min(end, start + LONGEST));
    ANY_KEY.lastIndex = 0;
    for (let hit = ANY_KEY.exec(token); hit; hit = ANY_KEY.exec(token)) {
      const which = hit.slice(1).findIndex((part) => part !== undefined);
      if (!/\d/.test(hit[0])) continue;
      const at = start + hit.index;
      const why = [message('pii.why.keyPrefix', KEYS[which]?.[0] ?? '')];
      found.push(match(at, at + hit[0].length, 'api_key', 0.97, why));
    }
  },
};

const LONGEST = 4096;

/** Long random strings that the text itself calls a key, a token, a session or a secret. */
export const namedSecrets: TokenRecogniser = {
  name: 'named secrets',
  leastLength: 16,
  look({ text, start, end }, found) {
    const stop = Math.min(end, start + LONGEST);
    const from = Math.max(0, start - NAME_BEFORE);
    const around = text.slice(from, stop);
    if (!ANY_NAME.test(around)) return;
    // Pairs of a name and a value may stand inside the token as well.
    NAMED.lastIndex = 0;
    for (let hit = NAMED.exec(around); hit; hit = NAMED.exec(around)) {
      const name = hit[1] ?? '';
      const joint = hit[2] ?? '';
      const value = hit[3] ?? '';
      const last = from + hit.index + hit[0].length;
      if (last <= start || !isRandom(value)) continue;
      // "The token abc…": without a sign in between it must look random beyond doubt.
      if (/^\s+$/.test(joint) && !isMixed(value)) continue;
      const pii = SESSION.test(name) ? 'session_token' : 'api_key';
      found.push(match(last - value.length, last, pii, 0.8, [message('pii.why.random')]));
    }
  },
};

const NAME_BEFORE = 48;
/** Looked for first, since it is cheap. */
const ANY_NAME = /key|token|secret|passw|sess|auth|sid|sig/i;
const NAMED =
  /(?<![A-Za-z])((?:[a-z0-9]{1,16}[-_. ]){0,3}?(?:[a-z]{0,16}(?:key|token|secret|passw(?:or)?d|sess(?:ion)?(?:[-_]?(?:id|key))?)|[a-z]{0,12}auth(?:orization)?|(?:connect\.)?sid|sig(?:nature)?))(\\?["']?\s{0,3}(?:[:=]|is)\s{0,3}\\?["']?(?:bearer |basic |token )?|\\?["'],\s?["']|\s)([A-Za-z0-9+/_.~-]{16,512}={0,2})/gi;
const SESSION = /sess|sid|auth|access[-_ ]?token|refresh|csrf|xsrf|token|connect|sig/i;

/** `Authorization: Bearer …` as people paste it. */
export const bearer: TextRecogniser = {
  name: 'bearer tokens',
  find(text, found) {
    if (!text.includes('earer ') && !text.includes('Basic ')) return;
    BEARER.lastIndex = 0;
    for (let hit = BEARER.exec(text); hit; hit = BEARER.exec(text)) {
      const value = hit[1] ?? '';
      const end = hit.index + hit[0].length;
      if (value.length < 12 || named(/\bthe\b/, text, hit.index, 4)) continue;
      if (!isRandom(value) && !hit[0].startsWith('B')) continue;
      found.push(
        match(end - value.length, end, 'session_token', 0.85, [message('pii.why.random')]),
      );
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

/** Letters and digits that change places often, as in no name of a thing. */
const isMixed = (value: string): boolean =>
  (value.match(/\d(?=[A-Za-z])|[A-Za-z](?=\d)/g)?.length ?? 0) >= 3;

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

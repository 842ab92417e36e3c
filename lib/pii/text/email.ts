import { message } from '../../core/message';
import { match, type TextRecogniser } from './recogniser';

/** RFC 5321: a local part has at most 64 characters, an address 254. */
const LONGEST_LOCAL = 64;
const LONGEST_DOMAIN = 253;

/** Email addresses: an `@`, and outwards from it what may stand in an address. */
export const email: TextRecogniser = {
  name: 'email',
  find(text, found) {
    for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      const start = localStart(text, at);
      if (start === at) continue;
      const end = domainEnd(text, at + 1);
      if (end === 0) continue;
      found.push(match(start, end, 'email', 0.98, [message('pii.why.emailForm')]));
    }
  },
};

function localStart(text: string, at: number): number {
  let start = at;
  const limit = Math.max(0, at - LONGEST_LOCAL);
  while (start > limit && LOCAL.test(text.charAt(start - 1))) start--;
  while (start < at && /[.'’+-]/.test(text.charAt(start))) start++;
  return text[at - 1] === '.' ? at : start;
}

function domainEnd(text: string, from: number): number {
  DOMAIN.lastIndex = from;
  const domain = DOMAIN.exec(text)?.[0];
  if (!domain || domain.length > LONGEST_DOMAIN) return 0;
  const top = domain.slice(domain.lastIndexOf('.') + 1);
  if (FILE_ENDINGS.has(top.toLowerCase())) return 0;
  return from + domain.length;
}

/** What addresses are made of in practice; RFC 5322 allows more, and URLs are full of that. */
const LOCAL = /[\p{L}\p{N}.%'’*+_~-]/u;
/** Labels of letters, digits and inner hyphens; the last one of letters, or punycode. */
const DOMAIN =
  /(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,8}(?:xn--[a-z0-9-]{1,59}|\p{L}{2,24})(?![\p{L}\p{N}_])/uy;
/** `icon@2x.png`, `styles@1.css` are files. */
const FILE_ENDINGS = new Set([
  'png',
  'jpg',
  'jpeg',
  'gif',
  'svg',
  'webp',
  'avif',
  'css',
  'js',
  'mjs',
  'json',
]);

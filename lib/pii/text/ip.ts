import { message } from '../../core/message';
import type { Group } from './numbers';
import { match, type NumberRecogniser, named, type TextRecogniser } from './recogniser';

/** IPv4 addresses; version numbers and section numbers of four parts need a word that says IP. */
export const ipv4: NumberRecogniser = {
  name: 'ipv4',
  leastDigits: 4,
  look({ text, groups }, found) {
    for (let index = 0; index + 3 < groups.length; index++) {
      const first = groups[index];
      const last = groups[index + 3];
      if (!first || !last || last.end - first.start > 15) continue;
      const four = groups.slice(index, index + 4);
      if (!isDotted(text, four)) continue;
      if (!four.every(({ digits }) => OCTET.test(digits))) continue;
      if (
        /[.\p{L}\p{N}_]/u.test(text.charAt(first.start - 1)) ||
        GOES_ON.test(text.slice(last.end, last.end + 2))
      )
        continue;
      if (VERSION.test(text.slice(Math.max(0, first.start - 24), first.start))) continue;
      found.push(match(first.start, last.end, 'ip', 0.9, [message('pii.why.ipForm')], 'ipv4'));
      index += 3;
    }
  },
};

/** One dot between each two, and nothing else. */
function isDotted(text: string, groups: readonly Group[]): boolean {
  return groups.every(
    ({ start, end }, index) =>
      index === groups.length - 1 ||
      (text[end] === '.' && groups[index + 1]?.start === end + 1 && start < end),
  );
}

const OCTET = /^(?:0|[1-9]\d?|1\d\d|2[0-4]\d|25[0-5])$/;
const GOES_ON = /^(?:[\p{L}\p{N}_]|\.\d)/u;
const VERSION =
  /(?:version|release|build|firmware|chrome\/|safari\/|\bv|ver\.?|§|section|chapter)[ :]*$/i;

/** IPv6 addresses, compressed and with an embedded IPv4 address (RFC 4291, 2.2). */
export const ipv6: TextRecogniser = {
  name: 'ipv6',
  find(text, found) {
    for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) {
      let start = at;
      while (start > 0 && at - start < 5 && HEX.test(text.charAt(start - 1))) start--;
      let end = at;
      while (end < text.length && end - start <= 46 && INSIDE.test(text.charAt(end))) end++;
      at = Math.max(at, end - 1);
      while (end > start && /[.]/.test(text.charAt(end - 1))) end--;
      if (text[end - 1] === ':' && text[end - 2] !== ':') end--;
      if (/[\p{L}\p{N}_]/u.test(text.charAt(start - 1)) || /[\p{L}\p{N}_]/u.test(text.charAt(end)))
        continue;
      if (!isIpv6(text.slice(start, end))) continue;
      const value = text.slice(start, end);
      // Short ones are also code and times: there the host of a machine itself, or a word, decides.
      const isTelling =
        value.length > 8 || /[0-9a-f]{3}/i.test(value) || isWholeWord(text, start, end);
      if (!isTelling && named(IP_WORDS, text, start, 24) === null) continue;
      found.push(match(start, end, 'ip', 0.92, [message('pii.why.ipForm')], 'ipv6'));
    }
  },
};

const IP_WORDS =
  /\b(?:ip|ipv6|address|host|dns|gateway|unspecified|src|dst|listen(?:ing)?(?: on)?)\b[^\p{L}\p{N}]{0,8}$/u;

/** `::1`, `fe80::1`: digits after the colons, with nothing of a word or of code around. */
const isWholeWord = (text: string, start: number, end: number): boolean =>
  /^(?:[0-9a-f]{1,4}:)*:{1,2}[0-9a-f]{0,3}\d$/i.test(text.slice(start, end)) &&
  /^[\s([{"'=,;@]?$/.test(text.charAt(start - 1)) &&
  /^(?:[\s)\]}"',;/]|[.:?!](?!\S)|$)/.test(text.slice(end, end + 2));

const HEX = /[0-9a-fA-F]/;
const INSIDE = /[0-9a-fA-F:.]/;

function isIpv6(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const parts = halves.map((half) => (half === '' ? [] : half.split(':')));
  const all = parts.flat();
  let count = all.length;
  const tail = all.at(-1) ?? '';
  if (tail.includes('.')) {
    if (!tail.split('.').every((octet) => OCTET.test(octet)) || tail.split('.').length !== 4)
      return false;
    count += 1;
  }
  const groups = tail.includes('.') ? all.slice(0, -1) : all;
  if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return false;
  return halves.length === 2 ? count <= 7 : count === 8;
}

import { sha256Hex } from '../../core/sha256';
import type { Canary, HitForm } from '../contract';
import { md5Hex } from '../hash/md5';
import { sha1Hex } from '../hash/sha1';
import type { Pattern } from './patterns';

/** What it means to find a pattern. */
export interface Mark {
  readonly canary: Canary;
  readonly form: HitForm;
  readonly hash?: string;
}

const HASHES: readonly (readonly [string, (text: string) => string])[] = [
  ['md5', md5Hex],
  ['sha1', sha1Hex],
  ['sha256', sha256Hex],
];

/** Everything to look for on account of one canary: its value, its parts, and what is hashed of it. */
export function marksOf(canary: Canary): Pattern<Mark>[] {
  const patterns: Pattern<Mark>[] = canary.needles.map(({ text, leastPrefix, isNumber }) => ({
    text,
    least: leastPrefix,
    isExact: false,
    isNumber,
    meaning: { canary, form: 'plain' },
  }));
  for (const text of hashed(canary)) {
    for (const [name, hash] of HASHES) {
      const once = hash(text);
      patterns.push(...digests(canary, name, once));
      for (const [outer, again] of HASHES)
        patterns.push(...digests(canary, `${name} ${outer}`, again(once)));
    }
  }
  return patterns;
}

/** The numbers of a canary, for texts whose separators were taken out. */
export function numbersOf(canary: Canary): Pattern<Mark>[] {
  return canary.needles
    .filter(({ isNumber }) => isNumber)
    .map(({ text, leastPrefix }) => ({
      text,
      least: leastPrefix,
      isExact: false,
      isNumber: true,
      meaning: { canary, form: 'digits' },
    }));
}

/** What senders hash: the value, in either case, and of a number its digits with and without a plus. */
function hashed({ value, needles }: Canary): ReadonlySet<string> {
  const texts = new Set([value, value.toLowerCase(), value.toUpperCase()]);
  for (const { text, isNumber } of needles) {
    texts.add(text);
    texts.add(text.toLowerCase());
    if (isNumber && value.startsWith('+'))
      for (const start of ['1', '+1', '001']) texts.add(start + text);
  }
  return texts;
}

/** A digest in hex of either case, in base64 of either alphabet, and as its bytes. */
function digests(canary: Canary, hash: string, hex: string): Pattern<Mark>[] {
  const raw = String.fromCharCode(
    ...(hex.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16)),
  );
  const base64 = btoa(raw).replace(/=+$/, '');
  const url = base64.replaceAll('+', '-').replaceAll('/', '_');
  const meaning: Mark = { canary, form: 'hash', hash };
  const one = { least: null, isNumber: false, meaning };
  return [
    { ...one, text: hex, isExact: false },
    ...[...new Set([raw, base64, url])].map((text) => ({ ...one, text, isExact: true })),
  ];
}

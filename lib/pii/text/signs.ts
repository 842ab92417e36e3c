/** Signs that kinds of values cannot do without, as bits of one number. */
export const SIGNS = {
  digit: 1,
  at: 2,
  colon: 4,
  question: 8,
  space: 16,
  /** A capital, or any letter past ASCII, after a space or after what is past ASCII. */
  laterCapital: 32,
} as const;

/**
 * The signs that a text has, from one pass over it. Most texts of a page have next to none, and so
 * most recognisers need not look at them.
 */
export function signsOf(text: string): number {
  let signs = 0;
  let previous = MIDWORD;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const kind = code < 128 ? (KINDS[code] ?? 0) : CAPITAL;
    if (kind !== 0) {
      signs |= kind;
      if (kind === CAPITAL && (previous <= 32 || previous >= 128)) signs |= SIGNS.laterCapital;
    }
    previous = code;
  }
  return signs;
}

/** Nothing comes later than what comes first. */
const MIDWORD = 97;
const CAPITAL = 64;

/** By code: the bit of a sign, or 0. */
const KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code);
  if (/\d/.test(sign)) return SIGNS.digit;
  if (/[A-Z]/.test(sign)) return CAPITAL;
  return { '@': SIGNS.at, ':': SIGNS.colon, '?': SIGNS.question, ' ': SIGNS.space }[sign] ?? 0;
});

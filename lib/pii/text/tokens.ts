/** A stretch of a text without spaces, in the alphabet of keys and ids, that has a digit in it. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Visits each token of at least `least` signs, left to right, in one pass. */
export function eachToken(text: string, least: number, visit: (token: Token) => void): void {
  const length = text.length;
  for (let at = 0; at < length; at++) {
    let kind = kindAt(text, at);
    if (kind === 0) continue;
    const start = at;
    let kinds = 0;
    while (kind !== 0) {
      kinds |= kind;
      at++;
      kind = at < length ? kindAt(text, at) : 0;
    }
    if (kinds >= DIGIT && at - start >= least) visit({ text, start, end: at });
  }
}

const SIGN = 1;
const DIGIT = 2;

/** By code: 0 is outside tokens. */
const KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code);
  if (/\d/.test(sign)) return DIGIT;
  return /[A-Za-z+/_.~=-]/.test(sign) ? SIGN : 0;
});

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 128 ? (KINDS[code] ?? 0) : 0;
}

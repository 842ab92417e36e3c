/** Shorter runs hold nothing that could be told from chance. */
export const LEAST_RUN = 12;

/** Calls back with every run in a text that base64 or hex could have written. */
export function eachRun(text: string, found: (run: string) => void): void {
  eachOf(text, IS_ENCODED, found);
}

/** The parts of a run between the signs that join words in paths and names. */
export function eachPart(run: string, found: (part: string) => void): void {
  eachOf(run, IS_ALPHANUMERIC, found);
}

/** By hand: the platform's patterns run out of stack on runs of millions of letters. */
function eachOf(text: string, table: Uint8Array, found: (run: string) => void): void {
  let start = -1;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 0;
    if (code < 128 && table[code] === 1) {
      if (start < 0) start = i;
      continue;
    }
    if (start >= 0 && i - start >= LEAST_RUN) found(text.slice(start, i));
    start = -1;
  }
}

/** Whether a run is hex of one case, in whole bytes. */
export function isHex(run: string): boolean {
  if (run.length < 16 || run.length % 2 === 1) return false;
  let isUpper = false;
  let isLower = false;
  for (let i = 0; i < run.length; i++) {
    const code = run.charCodeAt(i);
    if (code >= 48 && code <= 57) continue;
    if (code >= 97 && code <= 102) isLower = true;
    else if (code >= 65 && code <= 70) isUpper = true;
    else return false;
  }
  return !(isUpper && isLower);
}

const VALUES = new Int8Array(128).fill(-1);
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
for (let i = 0; i < 64; i++) VALUES[ALPHABET.charCodeAt(i)] = i;
VALUES['-'.charCodeAt(0)] = 62;
VALUES['_'.charCodeAt(0)] = 63;

const IS_ENCODED = Uint8Array.from(VALUES, (value) => (value < 0 ? 0 : 1));
const IS_ALPHANUMERIC = Uint8Array.from(VALUES, (value) => (value < 0 || value > 61 ? 0 : 1));

/** Base64 of either alphabet (RFC 4648), without its padding. */
export function fromBase64(text: string, most = text.length): Uint8Array {
  const length = Math.min(text.length, most);
  const bytes = new Uint8Array(Math.floor((length * 3) / 4));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (let i = 0; i < length; i++) {
    held = ((held << 6) | (VALUES[text.charCodeAt(i)] ?? 0)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (held >> bits) & 0xff;
  }
  return bytes.subarray(0, at);
}

export function fromHex(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length >> 1);
  for (let i = 0; i < bytes.length; i++) {
    bytes[i] = (digit(text.charCodeAt(2 * i)) << 4) | digit(text.charCodeAt(2 * i + 1));
  }
  return bytes;
}

const digit = (code: number): number => (code < 58 ? code - 48 : (code & 0xdf) - 55);

/** Whether bytes are words: what a run must say before it is believed to be encoded. */
export function isPlain(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte > 126 || (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13)) return false;
  }
  return true;
}

/** Upper case, lower case and digits in the shares that packed bytes have, unlike words and paths. */
export function looksPacked(run: string): boolean {
  let upper = 0;
  let lower = 0;
  let digits = 0;
  const length = Math.min(run.length, 512);
  for (let i = 0; i < length; i++) {
    const code = run.charCodeAt(i);
    if (code > 96) lower++;
    else if (code > 64) upper++;
    else if (code > 47 && code < 58) digits++;
  }
  return upper > length / 6 && lower > length / 6 && digits > length / 25;
}

/**
 * SHA-256 (FIPS 180-4) and HMAC (RFC 2104), synchronous. `crypto.subtle` does not exist on pages
 * without TLS, which are audited too, and one promise a value is slower than hashing it here.
 */
export function sha256Hex(text: string): string {
  return toHex(digest(INITIAL, utf8(text), 0));
}

/** HMAC-SHA-256 under one key, as a function from text to hex. The key is prepared once. */
export function createHmac(keyHex: string): (text: string) => string {
  const key = blockOf(fromHex(keyHex));
  const inner = compressed(key.map((byte) => byte ^ 0x36));
  const outer = compressed(key.map((byte) => byte ^ 0x5c));
  return (text) => toHex(digest(outer, toBytes(digest(inner, utf8(text), BLOCK)), BLOCK));
}

const BLOCK = 64;
const encoder = new TextEncoder();

const PRIMES = firstPrimes(64);
const fraction = (x: number): number => ((x - Math.floor(x)) * 2 ** 32) | 0;
const INITIAL = Int32Array.from(PRIMES.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));
const K = Int32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)));
const schedule = new Int32Array(64);

const short = new Uint8Array(256);

/** The bytes of a text; for short ones of plain ASCII without a call to the encoder. */
function utf8(text: string): Uint8Array {
  if (text.length > short.length) return encoder.encode(text);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7f) return encoder.encode(text);
    short[i] = code;
  }
  return short.subarray(0, text.length);
}

/** Hashes `bytes` on from `start`, after `before` bytes that are in it already. */
function digest(start: Int32Array, bytes: Uint8Array, before: number): Int32Array {
  const state = start.slice();
  const whole = bytes.length - (bytes.length % BLOCK);
  for (let at = 0; at < whole; at += BLOCK) compress(state, bytes, at);
  const rest = bytes.length - whole;
  const end = rest < 56 ? BLOCK : 2 * BLOCK;
  padding.fill(0, rest, end);
  padding.set(whole === 0 ? bytes : bytes.subarray(whole));
  padding[rest] = 0x80;
  const bits = (before + bytes.length) * 8;
  for (let i = 0; i < 7; i++) padding[end - 1 - i] = Math.floor(bits / 2 ** (8 * i)) & 0xff;
  for (let at = 0; at < end; at += BLOCK) compress(state, padding, at);
  return state;
}

/** The last block or two of a text; one for all, since nothing here waits. */
const padding = new Uint8Array(2 * BLOCK);

function compressed(block: Uint8Array): Int32Array {
  const state = INITIAL.slice();
  compress(state, block, 0);
  return state;
}

function compress(state: Int32Array, bytes: Uint8Array, at: number): void {
  const w = schedule;
  for (let i = 0, from = at; i < 16; i++, from += 4) {
    w[i] =
      (byte(bytes, from) << 24) |
      (byte(bytes, from + 1) << 16) |
      (byte(bytes, from + 2) << 8) |
      byte(bytes, from + 3);
  }
  for (let i = 16; i < 64; i++) {
    const a = word(w, i - 15);
    const b = word(w, i - 2);
    const s0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3);
    const s1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10);
    w[i] = (word(w, i - 16) + s0 + word(w, i - 7) + s1) | 0;
  }
  rounds(state, w);
}

function rounds(state: Int32Array, w: Int32Array): void {
  // Read one by one: taking an array apart goes through its iterator, at ten times the cost.
  let a = word(state, 0);
  let b = word(state, 1);
  let c = word(state, 2);
  let d = word(state, 3);
  let e = word(state, 4);
  let f = word(state, 5);
  let g = word(state, 6);
  let h = word(state, 7);
  for (let i = 0; i < 64; i++) {
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + word(K, i) + word(w, i)) | 0;
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  const sums = [a, b, c, d, e, f, g, h];
  for (let i = 0; i < 8; i++) state[i] = word(state, i) + (sums[i] ?? 0);
}

const rotate = (x: number, by: number): number => (x >>> by) | (x << (32 - by));
const byte = (bytes: Uint8Array, at: number): number => bytes[at] ?? 0;
const word = (words: Int32Array, at: number): number => words[at] ?? 0;

/** A key of at most one block, filled up with zeros; longer ones are hashed first (RFC 2104 §2). */
function blockOf(key: Uint8Array): Uint8Array {
  const block = new Uint8Array(BLOCK);
  block.set(key.length > BLOCK ? toBytes(digest(INITIAL, key, 0)) : key);
  return block;
}

function toBytes(state: Int32Array): Uint8Array {
  const bytes = new Uint8Array(32);
  for (let i = 0; i < 32; i++) bytes[i] = word(state, i >> 2) >>> (24 - 8 * (i & 3));
  return bytes;
}

function toHex(state: Int32Array): string {
  let hex = '';
  for (let i = 0; i < 32; i++) {
    hex += HEX[(word(state, i >> 2) >>> (24 - 8 * (i & 3))) & 0xff] ?? '';
  }
  return hex;
}

const HEX = Array.from({ length: 256 }, (_, value) => value.toString(16).padStart(2, '0'));

function fromHex(hex: string): Uint8Array {
  return Uint8Array.from({ length: hex.length >> 1 }, (_, i) =>
    Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16),
  );
}

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n++) {
    if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  }
  return primes;
}

import { blocksOf, rotate, toHex } from './blocks';

/** SHA-1 (FIPS 180-4) of a text's UTF-8, in hex. It protects nothing; trackers still send it. */
export function sha1Hex(text: string): string {
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0);
  for (const words of blocksOf(text, false)) compress(state, words);
  return toHex(state, false);
}

const K = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6];

function compress(state: Int32Array, block: Int32Array): void {
  const w = new Int32Array(80);
  w.set(block);
  const word = (at: number): number => w[at] ?? 0;
  for (let i = 16; i < 80; i++)
    w[i] = rotate(word(i - 3) ^ word(i - 8) ^ word(i - 14) ^ word(i - 16), 1);
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
  for (let i = 0; i < 80; i++) {
    const round = Math.floor(i / 20);
    const mix =
      round === 0 ? (b & c) | (~b & d) : round === 2 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d;
    const sum = (rotate(a, 5) + mix + e + (K[round] ?? 0) + word(i)) | 0;
    [e, d, c, b, a] = [d, c, rotate(b, 30), a, sum];
  }
  for (const [i, value] of [a, b, c, d, e].entries()) state[i] = (state[i] ?? 0) + value;
}

import { blocksOf, rotate, toHex } from './blocks';

/** MD5 (RFC 1321) of a text's UTF-8, in hex. It protects nothing; trackers still send it. */
export function md5Hex(text: string): string {
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476);
  for (const words of blocksOf(text, true)) compress(state, words);
  return toHex(state, true);
}

const TURNS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
const SINES = Int32Array.from(
  { length: 64 },
  (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32) | 0,
);

function compress(state: Int32Array, words: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0] = state;
  for (let i = 0; i < 64; i++) {
    const round = i >> 4;
    const [mix, at] = mixed(round, i, b, c, d);
    const turn = TURNS[round * 4 + (i & 3)] ?? 0;
    const sum = (a + mix + (SINES[i] ?? 0) + (words[at] ?? 0)) | 0;
    [a, d, c, b] = [d, c, b, (b + rotate(sum, turn)) | 0];
  }
  for (const [i, value] of [a, b, c, d].entries()) state[i] = (state[i] ?? 0) + value;
}

function mixed(round: number, i: number, b: number, c: number, d: number): [number, number] {
  if (round === 0) return [(b & c) | (~b & d), i];
  if (round === 1) return [(d & b) | (~d & c), (5 * i + 1) & 15];
  if (round === 2) return [b ^ c ^ d, (3 * i + 5) & 15];
  return [c ^ (b | ~d), (7 * i) & 15];
}

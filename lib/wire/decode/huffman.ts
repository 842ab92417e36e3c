import type { BitReader } from './bit-reader';

/** The stream says something that no deflate stream can say. */
export class Malformed extends Error {}
/** One for all: most bytes are no stream, and to make an error takes longer than to see that. */
export const MALFORMED = new Malformed();

const LONGEST = 15;
/** Codes up to this long are looked up; a table for all lengths would take longer to fill than a small block to read. */
const QUICK = 9;

/** A canonical Huffman code (RFC 1951, 3.2.2). */
export class Huffman {
  readonly #counts = new Uint16Array(LONGEST + 1);
  readonly #symbols: Uint16Array;
  /** By the next bits: symbol and length, or 0 where the code is longer. */
  readonly #quick = new Uint16Array(1 << QUICK);

  constructor(lengths: Uint8Array) {
    for (const length of lengths) this.#counts[length] = (this.#counts[length] ?? 0) + 1;
    this.#counts[0] = 0;
    const next = new Uint16Array(LONGEST + 2);
    const first = new Uint16Array(LONGEST + 2);
    for (let length = 1, left = 1; length <= LONGEST; length++) {
      const count = this.#counts[length] ?? 0;
      left = 2 * left - count;
      if (left < 0) throw MALFORMED;
      next[length + 1] = (next[length] ?? 0) + count;
      first[length + 1] = ((first[length] ?? 0) + count) << 1;
    }
    this.#symbols = new Uint16Array(lengths.length);
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      const length = lengths[symbol] ?? 0;
      if (length === 0) continue;
      const at = next[length] ?? 0;
      next[length] = at + 1;
      this.#symbols[at] = symbol;
      if (length <= QUICK) this.#fill(first[length] ?? 0, length, symbol);
      first[length] = (first[length] ?? 0) + 1;
    }
  }

  next(bits: BitReader): number {
    const entry = this.#quick[bits.peek(QUICK)] ?? 0;
    if (entry === 0) return this.#slow(bits);
    bits.take(entry & 15);
    return entry >> 4;
  }

  #fill(code: number, length: number, symbol: number): void {
    let reversed = 0;
    for (let i = 0; i < length; i++) reversed |= ((code >> i) & 1) << (length - 1 - i);
    const entry = (symbol << 4) | length;
    for (let at = reversed; at < this.#quick.length; at += 1 << length) this.#quick[at] = entry;
  }

  /** Bit by bit: the codes of each length are consecutive numbers. */
  #slow(bits: BitReader): number {
    let code = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length <= LONGEST; length++) {
      code |= bits.take(1);
      const count = this.#counts[length] ?? 0;
      if (code - count < first) return this.#symbols[index + code - first] ?? 0;
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw MALFORMED;
  }
}

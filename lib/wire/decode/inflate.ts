import { BitReader, Cut } from './bit-reader';
import { Huffman, MALFORMED, Malformed } from './huffman';

/** What came out of a stream, and how it ended. */
export interface Inflated {
  readonly bytes: Uint8Array;
  /** `cut`: the input broke off; `limit`: more would come; `invalid`: it is no such stream, or damaged. */
  readonly end: 'done' | 'cut' | 'limit' | 'invalid';
  /** How much of the input was read. */
  readonly read: number;
}

/**
 * Inflates a raw deflate stream (RFC 1951), synchronously and into at most `most` bytes. What a
 * broken stream has given until its fault is kept: recorders send streams without an end, and a
 * browser's own decompressor would give nothing.
 */
export function inflate(input: Uint8Array, start: number, most: number): Inflated {
  const bits = new BitReader(input, start);
  const out = new Output(most);
  const end = run(bits, out);
  return { bytes: out.done(), end, read: bits.position() - start };
}

function run(bits: BitReader, out: Output): Inflated['end'] {
  try {
    for (let isLast = false; !isLast; ) {
      isLast = bits.take(1) === 1;
      const kind = bits.take(2);
      if (kind === 0) stored(bits, out);
      else if (kind === 1) compressed(bits, out, FIXED_LITERALS, FIXED_DISTANCES);
      else if (kind === 2) compressed(bits, out, ...dynamicCodes(bits));
      else return 'invalid';
    }
    return 'done';
  } catch (cause) {
    if (cause instanceof Cut) return 'cut';
    if (cause instanceof Full) return 'limit';
    if (cause instanceof Malformed) return 'invalid';
    throw cause;
  }
}

function stored(bits: BitReader, out: Output): void {
  bits.align();
  const length = bits.take(16);
  if ((bits.take(16) ^ 0xffff) !== length) throw MALFORMED;
  for (let i = 0; i < length; i++) out.put(bits.take(8));
}

function compressed(bits: BitReader, out: Output, literals: Huffman, distances: Huffman): void {
  for (;;) {
    const symbol = literals.next(bits);
    if (symbol < 256) out.put(symbol);
    else if (symbol === 256) return;
    else {
      const length = longer(bits, symbol - 257, LENGTHS, LENGTH_BITS);
      out.repeat(longer(bits, distances.next(bits), DISTANCES, DISTANCE_BITS), length);
    }
  }
}

function longer(bits: BitReader, index: number, from: Uint16Array, extra: Uint8Array): number {
  const base = from[index];
  if (base === undefined) throw MALFORMED;
  return base + bits.take(extra[index] ?? 0);
}

/** RFC 1951, 3.2.7: the lengths of the codes are themselves coded. */
function dynamicCodes(bits: BitReader): [Huffman, Huffman] {
  const literals = bits.take(5) + 257;
  const distances = bits.take(5) + 1;
  const count = bits.take(4) + 4;
  const lengths = new Uint8Array(19);
  for (let i = 0; i < count; i++) lengths[ORDER[i] ?? 0] = bits.take(3);
  const coded = new Huffman(lengths);
  const all = new Uint8Array(literals + distances);
  for (let at = 0; at < all.length; ) {
    const symbol = coded.next(bits);
    if (symbol < 16) {
      all[at++] = symbol;
      continue;
    }
    if (symbol === 16 && at === 0) throw MALFORMED;
    const value = symbol === 16 ? (all[at - 1] ?? 0) : 0;
    const times =
      symbol === 16 ? 3 + bits.take(2) : symbol === 17 ? 3 + bits.take(3) : 11 + bits.take(7);
    if (at + times > all.length) throw MALFORMED;
    all.fill(value, at, at + times);
    at += times;
  }
  return [new Huffman(all.subarray(0, literals)), new Huffman(all.subarray(literals))];
}

class Full extends Error {}
const FULL = new Full();

/** Bytes that grow as they come, up to a limit. */
class Output {
  #bytes: Uint8Array;
  #length = 0;

  constructor(private readonly most: number) {
    this.#bytes = new Uint8Array(Math.min(most, 1 << 14));
  }

  put(byte: number): void {
    if (this.#length === this.#bytes.length) this.#grow();
    this.#bytes[this.#length++] = byte;
  }

  repeat(distance: number, length: number): void {
    if (distance > this.#length) throw MALFORMED;
    const most = Math.min(length, this.most - this.#length);
    while (this.#length + most > this.#bytes.length) this.#grow();
    const bytes = this.#bytes;
    let at = this.#length;
    for (const end = at + most; at < end; at++) bytes[at] = bytes[at - distance] ?? 0;
    this.#length = at;
    if (most < length) throw FULL;
  }

  done(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  #grow(): void {
    if (this.#length >= this.most) throw FULL;
    const grown = new Uint8Array(Math.min(this.most, this.#length * 2));
    grown.set(this.#bytes);
    this.#bytes = grown;
  }
}

const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const LENGTHS = Uint16Array.of(
  ...[3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31],
  ...[35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258],
);
const LENGTH_BITS = Uint8Array.of(
  ...[0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2],
  ...[3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0],
);
const DISTANCES = Uint16Array.of(
  ...[1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193],
  ...[257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577],
);
const DISTANCE_BITS = Uint8Array.from({ length: 30 }, (_, i) => Math.max(0, (i >> 1) - 1));

const FIXED_LITERALS = new Huffman(
  Uint8Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8)),
);
const FIXED_DISTANCES = new Huffman(new Uint8Array(30).fill(5));

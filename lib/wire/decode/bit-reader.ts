/** The input ended before the stream did. */
export class Cut extends Error {}
const CUT = new Cut();

/** Reads bits as deflate packs them: the lowest of each byte first. */
export class BitReader {
  #held = 0;
  #count = 0;

  constructor(
    private readonly input: Uint8Array,
    private at: number,
  ) {}

  /** The next bits as a number; at most 16. */
  take(count: number): number {
    while (this.#count < count) {
      const byte = this.input[this.at];
      if (byte === undefined) throw CUT;
      this.at++;
      this.#held |= byte << this.#count;
      this.#count += 8;
    }
    const value = this.#held & ((1 << count) - 1);
    this.#held >>>= count;
    this.#count -= count;
    return value;
  }

  /** The next bits without taking them; zeros stand in for what is beyond the end. */
  peek(count: number): number {
    while (this.#count < count) {
      const byte = this.input[this.at];
      if (byte === undefined) break;
      this.at++;
      this.#held |= byte << this.#count;
      this.#count += 8;
    }
    return this.#held & ((1 << count) - 1);
  }

  /** Drops what is left of the current byte. */
  align(): void {
    const odd = this.#count & 7;
    this.#held >>>= odd;
    this.#count -= odd;
  }

  /** The first byte of which nothing was taken. */
  position(): number {
    return this.at - (this.#count >> 3);
  }
}

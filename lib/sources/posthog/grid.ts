/**
 * Rows of one answer in columns, found again by their exact place (relative x, y, fixed). A hash
 * table over typed arrays: a million keys as strings in a `Map` take over 100 MB and twice the time.
 */
export interface Grid {
  readonly length: number;
  relativeX(row: number): number;
  y(row: number): number;
  fixed(row: number): boolean;
  count(row: number): number;
  /** A place that comes twice keeps its larger count: pages of one answer may overlap. */
  add(relativeX: number, y: number, fixed: boolean, count: number): void;
  /** The row at a place, or -1. */
  find(relativeX: number, y: number, fixed: boolean): number;
}

export function createGrid(): Grid {
  let capacity = 1024;
  let xs = new Float64Array(capacity);
  let ys = new Float64Array(capacity);
  let fixeds = new Uint8Array(capacity);
  let counts = new Float64Array(capacity);
  /** Row + 1 by hash, 0 where free; twice as long as the columns, so that it stays half empty. */
  let slots = new Int32Array(capacity * 2);
  let length = 0;
  const hash = createHash();

  const slotOf = (x: number, y: number, fixed: number): number => {
    const mask = slots.length - 1;
    let slot = hash(x, y, fixed) & mask;
    for (;;) {
      const row = (slots[slot] ?? 0) - 1;
      if (row < 0 || (xs[row] === x && ys[row] === y && fixeds[row] === fixed)) return slot;
      slot = (slot + 1) & mask;
    }
  };

  const grow = () => {
    capacity *= 2;
    xs = copied(xs, new Float64Array(capacity));
    ys = copied(ys, new Float64Array(capacity));
    fixeds = copied(fixeds, new Uint8Array(capacity));
    counts = copied(counts, new Float64Array(capacity));
    slots = new Int32Array(capacity * 2);
    for (let row = 0; row < length; row++) {
      slots[slotOf(xs[row] ?? 0, ys[row] ?? 0, fixeds[row] ?? 0)] = row + 1;
    }
  };

  return {
    get length() {
      return length;
    },
    relativeX: (row) => xs[row] ?? 0,
    y: (row) => ys[row] ?? 0,
    fixed: (row) => fixeds[row] === 1,
    count: (row) => counts[row] ?? 0,
    add(relativeX, y, isFixed, count) {
      if (length === capacity) grow();
      const fixed = isFixed ? 1 : 0;
      const slot = slotOf(relativeX, y, fixed);
      const known = (slots[slot] ?? 0) - 1;
      if (known >= 0) {
        counts[known] = Math.max(counts[known] ?? 0, count);
        return;
      }
      xs[length] = relativeX;
      ys[length] = y;
      fixeds[length] = fixed;
      counts[length] = count;
      length += 1;
      slots[slot] = length;
    },
    find: (relativeX, y, fixed) => (slots[slotOf(relativeX, y, fixed ? 1 : 0)] ?? 0) - 1,
  };
}

function copied<T extends Float64Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** Over all bits of both numbers and seeded, so that no answer can be made to collide on purpose. */
function createHash(): (x: number, y: number, fixed: number) => number {
  const seed = (Math.random() * 2 ** 32) | 0;
  const numbers = new Float64Array(2);
  const words = new Uint32Array(numbers.buffer);
  return (x, y, fixed) => {
    // -0 and 0 are one place.
    numbers[0] = x + 0;
    numbers[1] = y + 0;
    let h = seed ^ fixed;
    for (let i = 0; i < 4; i++) {
      h = Math.imul(h ^ (words[i] ?? 0), 0x9e3779b1);
      h ^= h >>> 15;
    }
    h = Math.imul(h, 0x85ebca6b);
    return h ^ (h >>> 13);
  };
}

/**
 * Rows of one answer in columns, found again by their exact place (relative x, y, fixed). A hash
 * table over typed arrays: a million keys as strings in a `Map` take over 100 MB and twice the time.
 * It is kept in 64 parts that grow one by one: to sort a million rows anew at once would hold up
 * whoever waits for an answer.
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

/** An empty grid for one answer: x as a share of the width, y in CSS px. It grows as rows come. */
export function createGrid(): Grid {
  let capacity = 1024;
  let xs = new Float64Array(capacity);
  let ys = new Float64Array(capacity);
  let fixeds = new Uint8Array(capacity);
  let counts = new Float64Array(capacity);
  const parts = Array.from({ length: PARTS }, () => ({ slots: new Int32Array(64), used: 0 }));
  let length = 0;
  const hash = createHash();

  const partOf = (h: number): Part => parts[h >>> PART_SHIFT] ?? { slots: NO_SLOTS, used: 0 };

  const slotOf = ({ slots }: Part, h: number, x: number, y: number, fixed: number): number => {
    const mask = slots.length - 1;
    let slot = h & mask;
    for (;;) {
      const row = (slots[slot] ?? 0) - 1;
      if (row < 0 || (xs[row] === x && ys[row] === y && fixeds[row] === fixed)) return slot;
      slot = (slot + 1) & mask;
    }
  };

  const growColumns = () => {
    capacity *= 2;
    xs = copied(xs, new Float64Array(capacity));
    ys = copied(ys, new Float64Array(capacity));
    fixeds = copied(fixeds, new Uint8Array(capacity));
    counts = copied(counts, new Float64Array(capacity));
  };

  /** Twice as long as before, so that a part stays half empty. */
  const growPart = (part: Part) => {
    const before = part.slots;
    part.slots = new Int32Array(before.length * 2);
    for (const entry of before) {
      if (entry === 0) continue;
      const x = xs[entry - 1] ?? 0;
      const y = ys[entry - 1] ?? 0;
      const fixed = fixeds[entry - 1] ?? 0;
      part.slots[slotOf(part, hash(x, y, fixed), x, y, fixed)] = entry;
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
      const fixed = isFixed ? 1 : 0;
      const h = hash(relativeX, y, fixed);
      const part = partOf(h);
      if (part.used * 2 >= part.slots.length) growPart(part);
      const slot = slotOf(part, h, relativeX, y, fixed);
      const known = (part.slots[slot] ?? 0) - 1;
      if (known >= 0) {
        counts[known] = Math.max(counts[known] ?? 0, count);
        return;
      }
      if (length === capacity) growColumns();
      xs[length] = relativeX;
      ys[length] = y;
      fixeds[length] = fixed;
      counts[length] = count;
      length += 1;
      part.slots[slot] = length;
      part.used += 1;
    },
    find(relativeX, y, isFixed) {
      const fixed = isFixed ? 1 : 0;
      const h = hash(relativeX, y, fixed);
      const part = partOf(h);
      return (part.slots[slotOf(part, h, relativeX, y, fixed)] ?? 0) - 1;
    },
  };
}

interface Part {
  /** Row + 1 by hash, 0 where free. */
  slots: Int32Array<ArrayBuffer>;
  used: number;
}

const PARTS = 64;
/** The upper six bits of a hash choose the part, the lower ones the slot. */
const PART_SHIFT = 26;
const NO_SLOTS = new Int32Array(1);

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

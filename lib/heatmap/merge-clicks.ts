/** Units along each edge of a box, as a power of two. */
const LEVELS = 11;

/** Places along each edge of a box that are told apart. */
export const UNITS = 2 ** LEVELS;

/** Clicks in one box: place in whole units from 0 to 2047 of its two edges, and how many. */
export interface BoxClick {
  readonly x: number;
  readonly y: number;
  readonly count: number;
}

export interface MergedClick {
  /** The middle of the square that its clicks lie in, in units. */
  readonly x: number;
  readonly y: number;
  readonly count: number;
  /** The square's edge, in units: a power of two. */
  readonly size: number;
}

/**
 * Joins the clicks of one box until `k` of them lie together, and no further: where many clicked,
 * places stay exact. The box is cut into quarters, and a quarter again, for as long as one of the
 * four still has `k` clicks (a quadtree: Finkel and Bentley 1974). What the others have too little of
 * goes to the largest of its square, so that no click is lost. Each cell stands for a square of the box,
 * without what other cells inside it stand for, and at its middle: at the mean of its clicks it would tell
 * where a single one was added. For clicks alone, since they add up: people of two cells may be the same.
 *
 * Sorted along the Z-curve (Morton 1966) every square is one stretch of the list, and sums of
 * stretches are differences: a million clicks of one box take a second.
 */
export function mergeClicks(clicks: readonly BoxClick[], k: number): MergedClick[] {
  const merged: Stretch[] = [];
  const box = layOut(clicks);
  divide(box, { from: 0, to: clicks.length, level: LEVELS }, k, merged);
  return merged.map(({ count, key, level }) => {
    const middle = (part: number) => ((unspread(part) >>> level) + 0.5) * 2 ** level;
    return { x: middle(key), y: middle(key >>> 1), count, size: 2 ** level };
  });
}

interface Box {
  /** Place along the Z-curve, ascending. */
  readonly keys: Uint32Array;
  /** How many clicks there are before an index. */
  readonly count: Float64Array;
}

/** What is to be one cell: clicks of the square of 2^level units that a place along the curve lies in. */
interface Stretch {
  count: number;
  readonly key: number;
  level: number;
}

/** A square of 2^level units: the clicks from one index to another. */
interface Square {
  readonly from: number;
  readonly to: number;
  readonly level: number;
}

/**
 * @returns Of the cells that it adds, those that lie in no other.
 */
function divide(box: Box, square: Square, k: number, into: Stretch[]): readonly Stretch[] {
  const { from, to, level } = square;
  if (from === to) return [];
  const isOnePlace = box.keys[from] === box.keys[to - 1];
  const quarters = isOnePlace ? [] : quartersOf(box, square);
  const strong = quarters.filter((quarter) => countOf(box, quarter) >= k);
  const key = box.keys[from] ?? 0;
  if (strong.length === 0) {
    const whole = { count: countOf(box, square), key, level: isOnePlace ? 0 : level };
    into.push(whole);
    return [whole];
  }
  const outer = strong.flatMap((quarter) => divide(box, quarter, k, into));
  const rest: Stretch = { count: 0, key, level };
  for (const quarter of quarters) {
    if (!strong.includes(quarter)) rest.count += countOf(box, quarter);
  }
  if (rest.count === 0) return outer;
  if (rest.count < k) return [absorb(outer, rest)];
  into.push(rest);
  return [rest];
}

/**
 * Adds what is left of a square to the largest of the cells in it, which then stands for the square. Not
 * to one that lies in another: a cell with those in it is all that is there.
 */
function absorb(outer: readonly Stretch[], rest: Stretch): Stretch {
  const largest = outer.reduce(
    (most, one) => (one.count > most.count ? one : most),
    outer[0] ?? rest,
  );
  largest.count += rest.count;
  largest.level = rest.level;
  return largest;
}

function quartersOf({ keys }: Box, { from, to, level }: Square): Square[] {
  const shift = 2 * (level - 1);
  const base = ((keys[from] ?? 0) >>> (2 * level)) * 4;
  const quarters: Square[] = [];
  let start = from;
  for (let quarter = 0; quarter < 4; quarter++) {
    const end = firstFrom(keys, start, to, (base + quarter + 1) * 2 ** shift);
    quarters.push({ from: start, to: end, level: level - 1 });
    start = end;
  }
  return quarters;
}

/** Index of the first key that is at least `key`. */
function firstFrom(keys: Uint32Array, from: number, to: number, key: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? 0) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

const countOf = ({ count }: Box, { from, to }: Square): number =>
  (count[to] ?? 0) - (count[from] ?? 0);

function layOut(clicks: readonly BoxClick[]): Box {
  const { length } = clicks;
  // Key and index in one number, 22 and up to 31 bits: typed arrays sort without a callback.
  const order = Float64Array.from(
    clicks,
    ({ x, y }, i) => (spread(x) | (spread(y) << 1)) * 2 ** 31 + i,
  );
  order.sort();
  const box: Box = {
    keys: new Uint32Array(length),
    count: new Float64Array(length + 1),
  };
  order.forEach((packed, to) => {
    box.keys[to] = Math.floor(packed / 2 ** 31);
    box.count[to + 1] = (box.count[to] ?? 0) + (clicks[packed % 2 ** 31]?.count ?? 0);
  });
  return box;
}

/** The bits of a number below 2048 with a gap behind each. */
function spread(value: number): number {
  let bits = value & 0x7ff;
  bits = (bits | (bits << 8)) & 0x00ff00ff;
  bits = (bits | (bits << 4)) & 0x0f0f0f0f;
  bits = (bits | (bits << 2)) & 0x33333333;
  return (bits | (bits << 1)) & 0x55555555;
}

/** Every second bit, together. */
function unspread(key: number): number {
  let value = key & 0x55555555;
  value = (value | (value >>> 1)) & 0x33333333;
  value = (value | (value >>> 2)) & 0x0f0f0f0f;
  value = (value | (value >>> 4)) & 0x00ff00ff;
  return (value | (value >>> 8)) & 0x0000ffff;
}

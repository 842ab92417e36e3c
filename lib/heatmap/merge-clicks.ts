/** Clicks in one box: place in whole units from 0 to 2047 of its two edges, and how many. */
export interface BoxClick {
  readonly x: number;
  readonly y: number;
  readonly count: number;
}

export interface MergedClick {
  readonly x: number;
  readonly y: number;
  readonly count: number;
  /** Edge of the square that its clicks lie in, in units; 0: they all lie at one place. */
  readonly size: number;
}

/**
 * Joins the clicks of one box until `k` of them lie together, and no further: where many clicked,
 * places stay exact. The box is cut into quarters, and a quarter again, for as long as one of the
 * four still has `k` clicks (a quadtree: Finkel and Bentley 1974). What the others have too little of
 * goes to the largest of its square, so that no click is lost; each cell stands at the mean of its
 * clicks. For clicks alone, since they add up: people of two cells may be the same.
 *
 * Sorted along the Z-curve (Morton 1966) every square is one stretch of the list, and sums of
 * stretches are differences: a million clicks of one box take a second.
 */
export function mergeClicks(clicks: readonly BoxClick[], k: number): MergedClick[] {
  const merged: Stretch[] = [];
  const box = layOut(clicks);
  divide(box, { from: 0, to: clicks.length, level: LEVELS }, k, merged);
  return merged.map(({ count, x, y, size }) => ({ x: x / count, y: y / count, count, size }));
}

/** Units as powers of two: 2^11 = 2048. */
const LEVELS = 11;

interface Box {
  /** Place along the Z-curve, ascending. */
  readonly keys: Uint32Array;
  /** Sums of all clicks before an index: how many, and their places times how many. */
  readonly count: Float64Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** What is to be one cell: sums, not yet means. */
interface Stretch {
  count: number;
  x: number;
  y: number;
  size: number;
}

/** A square of 2^level units: the clicks from one index to another. */
interface Square {
  readonly from: number;
  readonly to: number;
  readonly level: number;
}

function divide(box: Box, square: Square, k: number, into: Stretch[]): void {
  const { from, to, level } = square;
  if (from === to) return;
  const isOnePlace = box.keys[from] === box.keys[to - 1];
  const quarters = isOnePlace ? [] : quartersOf(box, square);
  const strong = quarters.filter((quarter) => sumOf(box, quarter).count >= k);
  if (strong.length === 0) {
    into.push({ ...sumOf(box, square), size: isOnePlace ? 0 : 2 ** level });
    return;
  }
  const before = into.length;
  for (const quarter of strong) divide(box, quarter, k, into);
  const rest: Stretch = { count: 0, x: 0, y: 0, size: 2 ** level };
  for (const quarter of quarters) if (!strong.includes(quarter)) add(rest, sumOf(box, quarter));
  if (rest.count >= k) into.push(rest);
  else if (rest.count > 0) absorb(into, before, rest);
}

/** Adds a stretch to the largest of those from an index on. */
function absorb(stretches: Stretch[], from: number, rest: Stretch): void {
  let largest = stretches[from];
  for (let i = from + 1; i < stretches.length; i++) {
    const one = stretches[i];
    if (one !== undefined && one.count > (largest?.count ?? 0)) largest = one;
  }
  if (largest === undefined) return;
  add(largest, rest);
  largest.size = rest.size;
}

function add(to: Stretch, { count, x, y }: Omit<Stretch, 'size'>): void {
  to.count += count;
  to.x += x;
  to.y += y;
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

const sumOf = (box: Box, { from, to }: Square): Omit<Stretch, 'size'> => ({
  count: (box.count[to] ?? 0) - (box.count[from] ?? 0),
  x: (box.x[to] ?? 0) - (box.x[from] ?? 0),
  y: (box.y[to] ?? 0) - (box.y[from] ?? 0),
});

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
    x: new Float64Array(length + 1),
    y: new Float64Array(length + 1),
  };
  order.forEach((packed, to) => {
    const click = clicks[packed % 2 ** 31];
    const count = click?.count ?? 0;
    box.keys[to] = Math.floor(packed / 2 ** 31);
    box.count[to + 1] = (box.count[to] ?? 0) + count;
    box.x[to + 1] = (box.x[to] ?? 0) + (click?.x ?? 0) * count;
    box.y[to + 1] = (box.y[to] ?? 0) + (click?.y ?? 0) * count;
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

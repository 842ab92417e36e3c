/** Clicks in one box: place in units of the box, from 0 to `extent`, and how many. */
export interface BoxClick {
  readonly x: number;
  readonly y: number;
  readonly count: number;
}

export interface MergedClick {
  x: number;
  y: number;
  count: number;
  /** Edge of the square that its clicks lie in; 0: they all lie at one place. */
  size: number;
}

/**
 * Joins the clicks of one box until `k` of them lie together, and no further: where many clicked,
 * places stay exact. The box is cut into quarters, and a quarter again, for as long as one of the
 * four still has `k` clicks (a quadtree: Finkel and Bentley 1974). What the others have too little of
 * goes to the largest of its square, so that no click is lost; each cell stands at the mean of its
 * clicks. For clicks alone, since they add up: people of two cells may be the same.
 */
export function mergeClicks(clicks: readonly BoxClick[], extent: number, k: number): MergedClick[] {
  const merged: MergedClick[] = [];
  if (clicks.length > 0) divide(clicks, { left: 0, top: 0, size: extent }, k, merged);
  return merged;
}

interface Square {
  readonly left: number;
  readonly top: number;
  readonly size: number;
}

function divide(clicks: readonly BoxClick[], square: Square, k: number, into: MergedClick[]): void {
  const half = square.size / 2;
  const right = square.left + half;
  const lower = square.top + half;
  const isOnePlace = clicks.every(({ x, y }) => x === clicks[0]?.x && y === clicks[0]?.y);
  if (isOnePlace) {
    into.push(joined(clicks, 0));
    return;
  }
  const quarters = [0, 1, 2, 3].map((quarter) => ({
    square: {
      left: quarter % 2 === 1 ? right : square.left,
      top: quarter >= 2 ? lower : square.top,
      size: half,
    },
    clicks: clicks.filter(
      ({ x, y }) => x >= right === (quarter % 2 === 1) && y >= lower === quarter >= 2,
    ),
  }));
  const strong = quarters.filter((quarter) => total(quarter.clicks) >= k);
  // 2 is two units: below it, places differ by less than the source tells apart.
  if (strong.length === 0 || square.size < 2) {
    into.push(joined(clicks, square.size));
    return;
  }
  const before = into.length;
  for (const quarter of strong) divide(quarter.clicks, quarter.square, k, into);
  const rest = quarters.filter((quarter) => !strong.includes(quarter)).flatMap((q) => q.clicks);
  if (rest.length === 0) return;
  if (total(rest) >= k) into.push(joined(rest, square.size));
  else absorb(into, before, joined(rest, square.size));
}

/** Adds a cell to the largest of those from an index on. */
function absorb(cells: MergedClick[], from: number, rest: MergedClick): void {
  const [largest] = cells.slice(from).sort((a, b) => b.count - a.count);
  if (largest !== undefined) Object.assign(largest, joined([largest, rest], rest.size));
}

function joined(clicks: readonly BoxClick[], size: number): MergedClick {
  const count = total(clicks);
  const mean = (of: (click: BoxClick) => number) =>
    clicks.reduce((sum, click) => sum + of(click) * click.count, 0) / count;
  return { x: mean(({ x }) => x), y: mean(({ y }) => y), count, size };
}

const total = (clicks: readonly BoxClick[]): number =>
  clicks.reduce((sum, { count }) => sum + count, 0);

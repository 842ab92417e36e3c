/**
 * Generated clicks of a known distribution. Everything is decided by a seed and by a plan: how many
 * clicks each element gets is computed, not drawn, so that tests can check totals exactly; only
 * where inside its element a click falls, who made it and on which day is drawn.
 */
export interface HeatPlan {
  readonly seed: number;
  readonly events: number;
  readonly visitors: number;
  /** Days up to and including the last; day 0 is the last. */
  readonly days: number;
  readonly groups: readonly PlannedGroup[];
}

/** Clicks on one page at one viewport width. */
export interface PlannedGroup {
  readonly page: string;
  readonly width: number;
  /** Of the page at this width, CSS px. */
  readonly height: number;
  /** Share of all events. Shares need not sum to one: they are weights. */
  readonly weight: number;
  readonly clusters: readonly PlannedCluster[];
}

export interface PlannedCluster {
  readonly name: string;
  readonly weight: number;
  /** Left, top, width, height in CSS px: of the page, or of the viewport where `fixed`. */
  readonly box: readonly [number, number, number, number];
  readonly fixed: boolean;
  /** `box`: on the element; `tail`: anywhere on the page, uniformly; `zero`: at 0, 0 (keyboard). */
  readonly kind: 'box' | 'tail' | 'zero';
}

/** Events in columns, in the order in which they were made. */
export interface EventTable {
  readonly length: number;
  readonly group: Uint8Array;
  /** Which cluster of the group. */
  readonly cluster: Uint8Array;
  readonly visitor: Uint32Array;
  /** Days before the last day. */
  readonly day: Uint8Array;
  /** Hundredths of the viewport's width. */
  readonly x: Uint8Array;
  /** Steps of 16 CSS px. */
  readonly y: Uint16Array;
  readonly fixed: Uint8Array;
}

export const Y_STEP = 16;
export const X_STEPS = 100;

export function generateEvents(plan: HeatPlan): EventTable {
  const random = mulberry32(plan.seed);
  const table = emptyTable(plan.events);
  const counts = allocate(plan);
  const people = visitorRanges(plan);
  let at = 0;
  plan.groups.forEach((group, g) => {
    const range = people.get(group.width) ?? { first: 0, size: 1 };
    group.clusters.forEach((cluster, c) => {
      const n = counts[g]?.[c] ?? 0;
      for (let i = 0; i < n; i++, at++) {
        const [x, y] = place(cluster, group, random);
        table.group[at] = g;
        table.cluster[at] = c;
        table.x[at] = x;
        table.y[at] = y;
        table.fixed[at] = cluster.fixed ? 1 : 0;
        // Squared: few visitors click a lot, many click little.
        table.visitor[at] = range.first + Math.floor(random() ** 2 * range.size);
        table.day[at] = Math.floor(random() * plan.days);
      }
    });
  });
  return table;
}

/** How many events each cluster of each group gets: largest remainders, so the sum is exact. */
export function allocate(plan: HeatPlan): number[][] {
  const flat = plan.groups.flatMap((group, g) => {
    const inGroup = group.clusters.reduce((sum, cluster) => sum + cluster.weight, 0);
    return group.clusters.map((cluster, c) => ({
      g,
      c,
      share: (group.weight * cluster.weight) / inGroup,
    }));
  });
  const total = flat.reduce((sum, { share }) => sum + share, 0);
  const exact = flat.map(({ share }) => (share / total) * plan.events);
  const counts = exact.map(Math.floor);
  const byRemainder = exact
    .map((value, i) => ({ i, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i);
  const missing = plan.events - counts.reduce((sum, n) => sum + n, 0);
  for (const { i } of byRemainder.slice(0, missing)) counts[i] = (counts[i] ?? 0) + 1;
  const nested = plan.groups.map(({ clusters }) => clusters.map(() => 0));
  flat.forEach(({ g, c }, i) => {
    const row = nested[g];
    if (row) row[c] = counts[i] ?? 0;
  });
  return nested;
}

/** A visitor keeps one device, so people of different widths are different people. */
function visitorRanges(plan: HeatPlan): Map<number, { first: number; size: number }> {
  const widths = new Map<number, number>();
  for (const { width, weight } of plan.groups) widths.set(width, (widths.get(width) ?? 0) + weight);
  const total = [...widths.values()].reduce((sum, weight) => sum + weight, 0);
  let first = 0;
  return new Map(
    [...widths].map(([width, weight]) => {
      const size = Math.max(1, Math.floor((weight / total) * plan.visitors));
      const range = { first, size };
      first += size;
      return [width, range];
    }),
  );
}

function place(
  cluster: PlannedCluster,
  group: PlannedGroup,
  random: () => number,
): readonly [number, number] {
  if (cluster.kind === 'zero') return [0, 0];
  if (cluster.kind === 'tail') {
    return [
      Math.round(random() * X_STEPS),
      // From the second row on, so that 0, 0 stays the keyboard's.
      1 + Math.floor((random() * (group.height - 2 * Y_STEP)) / Y_STEP),
    ];
  }
  const [left, top, width, height] = cluster.box;
  const x = within(left, width, group.width / X_STEPS, random);
  const y = within(top, height, Y_STEP, random);
  return [x, y];
}

/**
 * A grid line inside the box: the mean of three uniform draws (a bell around the middle), over the
 * lines that lie inside, so that rounding never moves a click off its element.
 */
function within(start: number, length: number, step: number, random: () => number): number {
  const first = Math.ceil(start / step);
  const last = Math.floor((start + length) / step);
  if (last <= first) return Math.max(0, Math.round((start + length / 2) / step));
  const draw = (random() + random() + random()) / 3;
  return first + Math.min(last - first, Math.floor(draw * (last - first + 1)));
}

function emptyTable(length: number): EventTable {
  return {
    length,
    group: new Uint8Array(length),
    cluster: new Uint8Array(length),
    visitor: new Uint32Array(length),
    day: new Uint8Array(length),
    x: new Uint8Array(length),
    y: new Uint16Array(length),
    fixed: new Uint8Array(length),
  };
}

/** mulberry32 (Tommy Ettinger, public domain): 32 bits of state are plenty for clicks. */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

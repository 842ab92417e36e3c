import { allocate, type HeatPlan, type PlannedCluster } from './events';

/** What the generated clicks add up to over all days: computed from the plan, not from the events. */
export interface HeatTruth {
  readonly events: number;
  readonly groups: readonly GroupTruth[];
}

export interface GroupTruth {
  readonly page: string;
  readonly width: number;
  readonly height: number;
  readonly events: number;
  /** Clicks at 0, 0, which the API hides by default. */
  readonly zero: number;
  /** No cell holds more clicks than this. */
  readonly mostInOneCell: number;
  readonly clusters: readonly ClusterTruth[];
}

export interface ClusterTruth extends PlannedCluster {
  readonly events: number;
}

export function truthOf(plan: HeatPlan): HeatTruth {
  const counts = allocate(plan);
  const groups = plan.groups.map((group, g) => {
    const clusters = group.clusters.map((cluster, c) => ({
      ...cluster,
      events: counts[g]?.[c] ?? 0,
    }));
    return {
      page: group.page,
      width: group.width,
      height: group.height,
      events: total(clusters),
      zero: total(clusters.filter(({ kind }) => kind === 'zero')),
      mostInOneCell: bound(clusters),
      clusters,
    };
  });
  return { events: plan.events, groups };
}

/** A cell can hold at most the clicks of the clusters that meet in one place, plus the tail. */
function bound(clusters: readonly ClusterTruth[]): number {
  const boxes = clusters.filter(({ kind }) => kind === 'box');
  const anywhere = total(clusters.filter(({ kind }) => kind === 'tail'));
  const zero = total(clusters.filter(({ kind }) => kind === 'zero'));
  const meeting = boxes.map((one) => total(boxes.filter((other) => meet(one, other))));
  return Math.max(zero, anywhere + Math.max(0, ...meeting));
}

// A cell's edge beyond the box on each side: two clusters may share the cell between them.
const MARGIN = 32;

function meet(one: PlannedCluster, other: PlannedCluster): boolean {
  if (one.fixed !== other.fixed) return false;
  const [left, top, width, height] = one.box;
  const [left2, top2, width2, height2] = other.box;
  return (
    left - MARGIN < left2 + width2 &&
    left2 - MARGIN < left + width &&
    top - MARGIN < top2 + height2 &&
    top2 - MARGIN < top + height
  );
}

const total = (clusters: readonly ClusterTruth[]): number =>
  clusters.reduce((sum, { events }) => sum + events, 0);

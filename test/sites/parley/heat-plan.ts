import type { HeatPlan } from '../posthog-double/events';
export function parleyHeatPlan(_origin: string): HeatPlan {
  return { seed: 1, events: 0, visitors: 1, days: 28, groups: [] };
}

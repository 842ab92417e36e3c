import type { WalkRequest, WalkStep } from '../../protocol/walk/step';
import type { Walk } from '../../protocol/walk/walk';

/**
 * The walk with what ended too late for a reading in the steps that it began in. What began in none of
 * them (while the site was cleared, or in a step that is not read yet) stays out.
 */
export function withLateRequests(walk: Walk, late: readonly WalkRequest[]): Walk {
  if (late.length === 0) return walk;
  return {
    ...walk,
    scenarios: walk.scenarios.map((scenario) => ({
      ...scenario,
      steps: scenario.steps.map((step) => withLate(step, late)),
    })),
  };
}

function withLate(step: WalkStep, late: readonly WalkRequest[]): WalkStep {
  const own = late.filter(({ t }) => t >= step.startedAt && t < step.endedAt);
  if (own.length === 0) return step;
  const all = [...step.requests, ...own].toSorted((a, b) => a.t - b.t);
  const requests = all.slice(0, MOST);
  const requestsDropped = step.requestsDropped + all.length - requests.length;
  return { ...step, requests, requestsDropped };
}

/** As many as a step may have. */
const MOST = 5_000;

import { type Message, message } from '../../core/message';
import type { StepId } from '../../protocol/walk/scenarios';
import type { Walk } from '../../protocol/walk/walk';
import type { ConsentWalkPolicy } from '../walk-policy';
import { acceptancesOf } from './control';
import { listOf } from './tell';
import type { StepTrace } from './trace';
import { hostOf, isConsentPlatform, isEssentialHost } from './traffic';

/** Whether silence of others than recorders shows that they kept still; if not, why not. */
export interface Quiet {
  readonly isShown: boolean;
  readonly why: readonly Message[];
}

/**
 * What nobody saw was not there only where it would have been seen: no step has a gap, each kind of step
 * that is needed was watched long enough, nothing was sent that nobody can read, and an acceptance was
 * made, after which it would show itself.
 */
export function quietOf(
  walk: Walk,
  traces: readonly StepTrace[],
  needed: readonly StepId[],
  policy: ConsentWalkPolicy,
): Quiet {
  const { watchMs } = policy.thresholds;
  const opaque = opaqueReceivers(traces, policy);
  const gaps = traces.filter(({ watched }) => !watched).length;
  const missing = unseenSteps(traces, needed, watchMs);
  const why = [
    ...(gaps > 0 ? [message('consent.walk.quiet.gaps', gaps, traces.length)] : []),
    ...(missing.length > 0 ? [shortMessage(missing, watchMs)] : []),
    ...(opaque.length > 0
      ? [message('consent.walk.quiet.opaque', opaque.length, listOf(opaque))]
      : []),
    ...(acceptancesOf(walk).length === 0 ? [message('consent.walk.quiet.notAccepted')] : []),
  ];
  return { isShown: why.length === 0, why };
}

/** Who was sent bodies that can't be read, and may hold anything. */
function opaqueReceivers(
  traces: readonly StepTrace[],
  policy: ConsentWalkPolicy,
): readonly string[] {
  const hosts = traces.flatMap(({ step, from }) =>
    step.requests
      .filter(({ payload, recorder }) => payload === 'binary' && recorder === null)
      .filter((request) => request.t >= from && !isConsentPlatform(request))
      .map(({ url }) => hostOf(url)),
  );
  return [...new Set(hosts)].filter((host) => !isEssentialHost(host, policy));
}

/** Steps in which silence counts: watched without a gap, for so many milliseconds from their choice on. */
export const longEnough = (traces: readonly StepTrace[], watchMs: number): readonly StepTrace[] =>
  traces.filter(({ step, from, watched }) => watched && step.endedAt - from >= watchMs);

/** Kinds of steps that are needed, and that were on no run watched for long enough. */
export function unseenSteps(
  traces: readonly StepTrace[],
  needed: readonly StepId[],
  watchMs: number,
): readonly StepId[] {
  const good = longEnough(traces, watchMs);
  return needed.filter((id) => !good.some(({ step }) => step.id === id));
}

export const shortMessage = (missing: readonly StepId[], watchMs: number): Message =>
  message('consent.walk.quiet.short', listOf(missing), watchMs / 1_000);

import type { TimelineEvent } from '../../protocol/timeline';
import type { StepTrace } from './trace';

type Call = Extract<TimelineEvent, { kind: 'call' }>;

/** Calls of one kind in these steps, in order. */
export const callsOf = (
  traces: readonly StepTrace[],
  what: Call['what'],
): readonly { readonly trace: StepTrace; readonly call: Call }[] =>
  traces.flatMap((trace) =>
    trace.timeline.events.flatMap((event) =>
      event.kind === 'call' && event.what === what ? [{ trace, call: event }] : [],
    ),
  );

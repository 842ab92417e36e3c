import { effectiveSignals, type SignalState, summarise } from '../../signals';
import type { StepTrace } from '../../walk/trace';

/**
 * What the Global Privacy Platform says about sale, sharing and targeted ads at a step's end; null: it is
 * not there. That its string knows of the Global Privacy Control (`Gpc`) is no opt-out yet, and an opt-out
 * from other processing is none that the signal asks for.
 */
export function gppState({ step }: StepTrace): SignalState | null {
  const signal = effectiveSignals(step.timeline.events).get('gpp');
  if (signal === undefined) return null;
  const optOuts = Object.entries(signal.states).filter(([name]) => OPT_OUT.test(name));
  return summarise({ ...signal, states: Object.fromEntries(optOuts) });
}

/** `usnat SaleOptOut`: section and field, as the probe names them. */
const OPT_OUT = /(Sale|Sharing|TargetedAdvertising)OptOut$/;

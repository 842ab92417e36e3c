import type { Walk } from '../../../protocol/walk/walk';
import { goesOn } from '../../walk/steps';
import { type StepTrace, tracesOf } from '../../walk/trace';

export interface LateDefault {
  readonly trace: StepTrace;
  /** Milliseconds after the first request that should have known it; null: the page's own word. */
  readonly by: number | null;
}

/**
 * Steps in which Consent Mode was given its default after tags had run: Google's own mark says so
 * (`wasSetLate`), the probe saw a tag run before it (`details.setLate`), or a request with its fields went
 * out before.
 */
export function lateDefaults(walk: Walk): readonly LateDefault[] {
  return tracesOf(walk).flatMap((trace): LateDefault[] => {
    if (goesOn(trace.step.id)) return [];
    const signals = trace.step.timeline.events.filter(
      (event) => event.kind === 'signal' && event.signal === 'consent-mode',
    );
    const set = signals.find((event) => event.kind === 'signal' && event.note === 'default');
    const sent = trace.step.requests
      .filter(({ gcs, gcd }) => gcs !== undefined || gcd !== undefined)
      .map(({ t }) => t);
    const first = Math.min(...sent);
    if (set !== undefined && sent.length > 0 && first < set.t) {
      return [{ trace, by: set.t - first }];
    }
    const isMarked = signals.some(
      (event) =>
        event.kind === 'signal' &&
        (event.note.includes('wasSetLate') || event.details?.setLate === true),
    );
    return isMarked ? [{ trace, by: null }] : [];
  });
}

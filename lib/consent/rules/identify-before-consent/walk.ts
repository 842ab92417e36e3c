import { message } from '../../../core/message';
import type { Finding } from '../../../protocol/findings';
import { callsOf } from '../../walk/calls';
import { isWatched } from '../../walk/steps';
import { listOf, placeOf, teller } from '../../walk/tell';
import { leadUpsOf, tracesOf } from '../../walk/trace';
import type { WalkRule } from '../../walk-contract';

/** Nobody is named to an analytics tool before they agreed, or after they refused. */
export const identifyBeforeConsent: WalkRule = {
  id: 'identify-before-consent',
  title: message('consent.walk.identifyBeforeConsent.title'),
  source: 'GDPR, art. 4(5), 5(1)(c) and 6(1)(a)',
  judge({ walk }) {
    const traces = [...tracesOf(walk), ...leadUpsOf(walk)].filter(
      ({ decided }) => decided === 'unset' || decided === 'denied',
    );
    const calls = callsOf(traces, 'identify');
    const named = calls.filter(({ call }) => call.detail !== 'id');
    const found: Finding[] = [];
    if (named.length > 0) found.push(told('fail', named));
    if (named.length === 0 && calls.length > 0) found.push(told('needs-review', calls));
    if (found.length > 0) return found;
    const isSeen = traces.length > 0 && traces.every(({ step }) => isWatched(step));
    const text = isSeen
      ? message('consent.walk.identifyBeforeConsent.pass', traces.length)
      : message('consent.walk.identifyBeforeConsent.reviewUnseen');
    return [tell(isSeen ? 'pass' : 'needs-review', { text })];
  },
};

const tell = teller('identify-before-consent', 'high');

function told(outcome: 'fail' | 'needs-review', calls: ReturnType<typeof callsOf>): Finding {
  const [first] = calls;
  const form = outcome === 'fail' ? 'fail' : 'review';
  const details = listOf(calls.map(({ call }) => call.detail));
  const by = listOf(
    calls.map(({ call }) => call.by),
    3,
  );
  return tell(outcome, {
    recorder: first?.call.recorder ?? null,
    text: message(`consent.walk.identifyBeforeConsent.${form}`, calls.length, by, details),
    why: [...new Set(calls.map(({ trace }) => trace))].slice(0, 6).map(placeOf),
    at: first?.call.t ?? null,
  });
}

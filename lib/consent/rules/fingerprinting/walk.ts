import { message } from '../../../core/message';
import type { Finding } from '../../../protocol/findings';
import { callsOf } from '../../walk/calls';
import { listOf, placeOf, teller } from '../../walk/tell';
import { tracesOf } from '../../walk/trace';
import type { WalkRule } from '../../walk-contract';

/** Nothing reads what tells one browser from all others without consent. */
export const fingerprinting: WalkRule = {
  id: 'fingerprinting',
  title: message('consent.walk.fingerprinting.title'),
  source:
    'Directive 2002/58/EC, art. 5(3); Article 29 Working Party, opinion 9/2014 on device fingerprinting; EDPB Guidelines 2/2023',
  judge({ walk }) {
    const traces = tracesOf(walk);
    const calls = callsOf(traces, 'fingerprint');
    const early = calls.filter(
      ({ trace: { decided } }) => decided === 'unset' || decided === 'denied',
    );
    if (early.length > 0) return [told(early, true)];
    if (calls.length > 0) return [told(calls, false)];
    const isSeen = traces.length > 0 && traces.every(({ watched }) => watched);
    const text = isSeen
      ? message('consent.walk.fingerprinting.pass', traces.length)
      : message('consent.walk.fingerprinting.reviewUnseen');
    return [tell(isSeen ? 'pass' : 'needs-review', { text })];
  },
};

const tell = teller('fingerprinting', 'high');

/** A recorder that does it without consent fails; another script may be there against fraud. */
function told(calls: ReturnType<typeof callsOf>, isEarly: boolean): Finding {
  const gravest = calls.find(({ call }) => call.recorder !== null) ?? calls[0];
  const recorder = gravest?.call.recorder ?? null;
  const by = listOf(
    calls.map(({ call }) => call.by),
    3,
  );
  const how = listOf(calls.map(({ call }) => call.detail));
  const isFail = isEarly && recorder !== null;
  const form = isEarly ? (isFail ? 'fail' : 'reviewOther') : 'reviewConsented';
  return tell(isFail ? 'fail' : 'needs-review', {
    recorder,
    text: message(`consent.walk.fingerprinting.${form}`, calls.length, by, how),
    why: [...new Set(calls.map(({ trace }) => trace))].slice(0, 6).map(placeOf),
    severity: isFail ? 'high' : 'medium',
    at: gravest?.call.t ?? null,
  });
}

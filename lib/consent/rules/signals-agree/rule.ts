import { type Message, message } from '../../../core/message';
import type { Finding } from '../../../protocol/findings';
import type { SignalEvent } from '../../../protocol/timeline';
import type { ConsentRule } from '../../contract';
import { describeDecision, describeSignal, signalName } from '../../describe';
import { consentFinding } from '../../finding';
import {
  type Decision,
  effectiveSignals,
  isPreference,
  lastDecision,
  type SignalState,
  summarise,
} from '../../signals';

/**
 * The choice and every consent signal say the same. What the browser says on every site (GPC, Do
 * Not Track) is left out: a person may accept on one site what they refuse in general, which is for
 * `gpc-honoured` to judge.
 */
export const signalsAgree: ConsentRule = {
  id: 'signals-agree',
  title: message('consent.rule.signalsAgree.title'),
  source: 'IAB TCF 2.3, CMP API; Google Consent Mode v2, developer guide',
  check({ timeline }) {
    const decision = lastDecision(timeline);
    const signals = [...effectiveSignals(timeline.events).values()].filter(says);
    const why = [
      describeDecision(decision, timeline),
      ...signals.map(describeSignal).filter((said) => said !== null),
    ];
    const findings = [
      ...againstChoice(decision, signals, why),
      ...amongThemselves(decision, signals, why),
      ...setLate(timeline.events.filter((event) => event.kind === 'signal')),
    ];
    return findings.length > 0 ? findings : agreement(decision, signals, why);
  },
};

const says = (signal: SignalEvent): boolean =>
  !isPreference(signal.signal) && summarise(signal) !== 'unset';

function againstChoice(
  decision: Decision | null,
  signals: readonly SignalEvent[],
  why: readonly Message[],
): Finding[] {
  return signals.flatMap((signal) => {
    const state = summarise(signal);
    const text = contradiction(decision, state, signalName(signal.signal));
    if (text === null) return [];
    return [tell(decision?.choice === 'reject' ? 'fail' : 'needs-review', text, why, signal)];
  });
}

function contradiction(
  decision: Decision | null,
  state: SignalState,
  name: string,
): Message | null {
  if (decision?.choice === 'reject') {
    if (state === 'granted') return message('consent.rule.signalsAgree.failChoice', name);
    if (state === 'mixed') return message('consent.rule.signalsAgree.failChoicePartly', name);
  }
  if (decision?.choice === 'accept' && state === 'denied') {
    return message('consent.rule.signalsAgree.reviewChoice', name);
  }
  return null;
}

/** One says granted while another says denied; what the choice settles is told above. */
function amongThemselves(
  decision: Decision | null,
  signals: readonly SignalEvent[],
  why: readonly Message[],
): Finding[] {
  if (decision !== null && decision.choice !== 'unknown') return [];
  const granted = signals.find((signal) => summarise(signal) === 'granted');
  const denied = signals.find((signal) => summarise(signal) === 'denied');
  if (granted === undefined || denied === undefined) return [];
  const text = message(
    'consent.rule.signalsAgree.failSignals',
    signalName(granted.signal),
    signalName(denied.signal),
  );
  return [tell('fail', text, why, granted)];
}

function setLate(signals: readonly SignalEvent[]): Finding[] {
  const late = signals.find(
    ({ note, details }) => note.includes('wasSetLate') || details?.setLate === true,
  );
  if (late === undefined) return [];
  const text = message('consent.rule.signalsAgree.reviewLate', signalName(late.signal));
  return [tell('needs-review', text, [], late, 'late')];
}

function agreement(
  decision: Decision | null,
  signals: readonly SignalEvent[],
  why: readonly Message[],
): Finding[] {
  const [first, second] = signals;
  if (first === undefined) return [];
  if (decision !== null && decision.choice !== 'unknown') {
    const names = signals.map(({ signal }) => signalName(signal)).join(', ');
    return [tell('pass', message('consent.rule.signalsAgree.passChoice', names), why)];
  }
  // One signal alone has nothing to agree with.
  if (second === undefined) return [];
  const [one, other] = [signalName(first.signal), signalName(second.signal)];
  return [tell('pass', message('consent.rule.signalsAgree.passSignals', one, other), why)];
}

function tell(
  outcome: Finding['outcome'],
  text: Message,
  why: readonly Message[],
  signal?: SignalEvent,
  part = '',
): Finding {
  return consentFinding({
    rule: signalsAgree.id,
    outcome,
    severity: outcome === 'fail' ? 'high' : 'medium',
    text,
    why,
    at: signal?.t ?? null,
    part: [signal?.signal ?? '', part].filter((one) => one !== '').join('-'),
  });
}

import { type Message, message } from '../core/message';
import type { SignalEvent, Timeline } from '../protocol/timeline';
import { seconds } from './activity';
import { type Decision, isStored, type SignalName, summarise } from './signals';

/** Names of standards are the same in every language. */
const SIGNAL_NAME: Readonly<Record<SignalName, string>> = {
  tcf: 'TCF',
  'consent-mode': 'Google Consent Mode',
  gpp: 'Global Privacy Platform',
  gpc: 'Global Privacy Control',
  dnt: 'Do Not Track',
  clarity: 'Clarity consent',
  uet: 'UET consent mode',
  shopify: 'Shopify Customer Privacy',
  segment: 'Segment consent',
  klaro: 'klaro',
  onetrust: 'OneTrust',
  cookiebot: 'Cookiebot',
  didomi: 'Didomi',
  usercentrics: 'Usercentrics',
  'vanilla-cookieconsent': 'vanilla-cookieconsent',
  tarteaucitron: 'tarteaucitron',
};

export const signalName = (signal: SignalName): string => SIGNAL_NAME[signal];

/** Which decision a finding rests on, and how it is known. */
export function describeDecision(decision: Decision | null, timeline: Timeline): Message {
  if (decision === null) return message('consent.evidence.noChoice');
  if (isStored(decision, timeline)) {
    return message(`consent.evidence.choiceStored.${decision.choice}`);
  }
  const after = seconds(timeline.startedAt, decision.t);
  return decision.by === 'click'
    ? message(`consent.evidence.choiceClick.${decision.choice}`, after)
    : message(`consent.evidence.choiceSignal.${decision.choice}`, after);
}

/** What a signal says as a whole; null where it says nothing. */
export function describeSignal(signal: SignalEvent): Message | null {
  const name = signalName(signal.signal);
  switch (summarise(signal)) {
    case 'granted':
      return message('consent.evidence.signalGranted', name);
    case 'denied':
      return message('consent.evidence.signalDenied', name);
    case 'mixed':
      return message('consent.evidence.signalMixed', name);
    default:
      return null;
  }
}

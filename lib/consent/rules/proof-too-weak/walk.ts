import { message } from '../../../core/message';
import type { Finding } from '../../../protocol/findings';
import { signalName } from '../../describe';
import { effectiveSignals, type SignalName } from '../../signals';
import { placeOf, teller } from '../../walk/tell';
import { type StepTrace, tracesOf } from '../../walk/trace';
import type { WalkRule } from '../../walk-contract';

/** Who asks for consent can show when it was given, and to which text. */
export const proofTooWeak: WalkRule = {
  id: 'proof-too-weak',
  title: message('consent.walk.proofTooWeak.title'),
  source: 'GDPR, art. 7(1); EDPB Guidelines 05/2020 on consent, §§ 104–108',
  judge({ walk }) {
    const given = tracesOf(walk).filter(({ decided }) => decided === 'granted');
    if (given.length === 0) {
      return [tell('needs-review', { text: message('consent.walk.proofTooWeak.reviewNotWalked') })];
    }
    const found = given.flatMap(judgeStep);
    const worst =
      found.find(({ outcome }) => outcome === 'fail') ??
      found.find(({ outcome }) => outcome === 'needs-review') ??
      found[0];
    return [
      worst ?? tell('needs-review', { text: message('consent.walk.proofTooWeak.reviewNone') }),
    ];
  },
};

const tell = teller('proof-too-weak', 'low');

/** Platforms that keep the choice in a cookie of their own, which we do not read. */
const PLATFORMS: readonly SignalName[] = [
  'onetrust',
  'cookiebot',
  'didomi',
  'usercentrics',
  'klaro',
  'vanilla-cookieconsent',
  'tarteaucitron',
  'segment',
];

function judgeStep(trace: StepTrace): Finding[] {
  const signals = effectiveSignals(trace.step.timeline.events);
  const tcf = signals.get('tcf');
  const why = [placeOf(trace)];
  if (tcf !== undefined) {
    const { created, policyVersion } = tcf.details ?? {};
    if (created === undefined || policyVersion === undefined) {
      const text = message('consent.walk.proofTooWeak.reviewUnread', signalName('tcf'));
      return [tell('needs-review', { text, why, at: tcf.t })];
    }
    const isDated = Number(created) > 0;
    const isVersioned = Number(policyVersion) > 0;
    const form = isDated ? (isVersioned ? 'pass' : 'failVersion') : 'failTime';
    const text = message(`consent.walk.proofTooWeak.${form}`, String(policyVersion));
    return [tell(form === 'pass' ? 'pass' : 'fail', { text, why, at: tcf.t })];
  }
  const platform = PLATFORMS.find((name) => signals.has(name));
  if (platform === undefined) return [];
  const text = message('consent.walk.proofTooWeak.review', signalName(platform));
  return [tell('needs-review', { text, why })];
}

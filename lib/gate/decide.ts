import { type Message, message } from '../core/message';
import type { AuditResult, Finding, Scope, Verdict } from '../protocol/findings';
import type { RecorderState } from '../protocol/recorders';
import type { Timeline } from '../protocol/timeline';
import { isVerified } from '../recorders/judge';
import { recorderName } from '../recorders/names';
import { setupIdIn, setupIdOf, setupName } from '../recorders/setups';
import { type Answer, isBlocking, isExcepted, isOpen, withAnswers } from './answers';

export interface Evidence {
  readonly findings: readonly Finding[];
  readonly recorders: readonly RecorderState[];
  readonly coverage: AuditResult['coverage'];
  readonly partial: boolean;
  /** Nobody chose a recorder and the page has none: one was taken for it. */
  readonly standIn?: boolean;
  readonly resolutions: readonly Answer[];
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** What was seen of consent; without it, some finding of the consent half must be there. */
  readonly timeline?: Timeline | null;
  /** `masking`: consent is not part of this audit, and its verdict says nothing of it. */
  readonly scope?: Scope;
}

export interface Decision {
  readonly verdict: Verdict;
  readonly headline: Message;
  readonly nextStep: Message;
}

/**
 * The verdict, fail closed: blocked where anything failed, clear only where everything that a
 * verdict rests on was seen and nothing is left open, and "needs proof" for all the rest.
 */
export function decide(evidence: Evidence): Decision {
  const findings = withAnswers(evidence.findings, evidence.resolutions, evidence.now);
  return blocked(findings, evidence) ?? needsProof(findings, evidence) ?? clear(findings, evidence);
}

function blocked(findings: readonly Finding[], { recorders }: Evidence): Decision | null {
  const blocking = findings.filter(isBlocking);
  const of = (half: Finding['half']) => blocking.filter((finding) => finding.half === half);
  const [masking, consent, coverage] = [of('masking'), of('consent'), of('coverage')];
  if (blocking.length === 0) return null;
  const names = namesOf(masking.length > 0 ? recordersOf(masking, recorders) : recorders);
  const verdict = 'blocked';
  if (masking.length > 0) {
    const headline =
      consent.length > 0
        ? message('audit.verdict.blockedBoth', masking.length, names, consent.length)
        : message('audit.verdict.blockedMasking', masking.length, names);
    return { verdict, headline, nextStep: message('audit.next.mend') };
  }
  if (consent.length > 0) {
    const headline = message('audit.verdict.blockedConsent', consent.length);
    return { verdict, headline, nextStep: message('audit.next.mendConsent') };
  }
  const headline = message('audit.verdict.blockedFrames', coverage.length, names);
  return { verdict, headline, nextStep: message('audit.next.readFrame') };
}

function needsProof(findings: readonly Finding[], evidence: Evidence): Decision | null {
  const say = (headline: Message, nextStep: Message): Decision => ({
    verdict: 'needs-proof',
    headline,
    nextStep,
  });
  if (evidence.partial) return say(message('audit.verdict.partial'), message('audit.next.grant'));
  if (evidence.recorders.length === 0) {
    return say(message('audit.verdict.noRecorder'), message('audit.next.chooseRecorder'));
  }
  if (evidence.scope !== 'masking' && !consentWasSeen(findings, evidence.timeline)) {
    return say(message('audit.verdict.timeline'), message('audit.next.reload'));
  }
  const open = findings.filter(isOpen);
  const first = open[0];
  if (first) return say(message('audit.verdict.needsProof', open.length), stepFor(first, evidence));
  // The rules say so too; a caller that left their findings out must not get a clear verdict.
  const unproven = evidence.recorders.find((state) => !isSettled(state, findings));
  if (!unproven) return null;
  const name = setupName(unproven);
  return say(message('audit.verdict.needsProof', 1), message('audit.next.confirmOptions', name));
}

function clear(findings: readonly Finding[], { coverage, recorders, scope }: Evidence): Decision {
  const names = namesOf(recorders);
  const excepted = findings.filter(isExcepted).length;
  if (excepted > 0) {
    const which = scope === 'masking' ? 'clearMaskingExcept' : 'clearExcept';
    const headline = message(`audit.verdict.${which}`, excepted, names);
    return { verdict: 'clear', headline, nextStep: message('audit.next.exceptions') };
  }
  if (scope === 'masking') {
    const headline = message('audit.verdict.clearMasking', names, coverage.personal);
    return { verdict: 'clear', headline, nextStep: message('audit.next.consent') };
  }
  const headline =
    coverage.personal > 0
      ? message('audit.verdict.clear', names, coverage.personal)
      : message('audit.verdict.clearNoData', names);
  return { verdict: 'clear', headline, nextStep: message('audit.next.record') };
}

/** A recorder is settled by known rules and options read from the page, or by a person's answers. */
function isSettled(state: RecorderState, findings: readonly Finding[]): boolean {
  if (state.optionSource === 'read' && isVerified(state)) return true;
  const judged = (rule: string) =>
    findings.some((finding) => finding.rule === rule && isAbout(finding, state));
  return judged('options-assumed') && judged('recorder-unknown');
}

function consentWasSeen(findings: readonly Finding[], timeline?: Timeline | null): boolean {
  if (timeline) return timeline.fromStart;
  return timeline === undefined && findings.some(({ half }) => half === 'consent');
}

/** The step that settles an open finding, by its rule. */
function stepFor({ rule, recorder }: Finding, { standIn }: Evidence): Message {
  const name = recorder ? recorderName(recorder) : '';
  if (rule === 'options-assumed' && standIn) return message('audit.next.chooseRecorder');
  if (rule === 'options-assumed') return message('audit.next.confirmOptions', name);
  if (rule === 'recorder-unknown') return message('audit.next.proveOnWire', name);
  if (rule === 'frame-not-audited') return message('audit.next.readFrame');
  if (rule === 'evidence-truncated') return message('audit.next.smallerPage');
  return message('audit.next.review');
}

function recordersOf(
  findings: readonly Finding[],
  recorders: readonly RecorderState[],
): readonly RecorderState[] {
  const named = recorders.filter((state) => findings.some((finding) => isAbout(finding, state)));
  return named.length > 0 ? named : recorders;
}

const namesOf = (recorders: readonly RecorderState[]): string =>
  recorders.map(setupName).join(', ');

/** Whether a finding is about a setup. */
export const isAbout = ({ recorder, setup }: Finding, state: RecorderState): boolean =>
  recorder !== null && setupIdIn({ recorder, setup }) === setupIdOf(state);

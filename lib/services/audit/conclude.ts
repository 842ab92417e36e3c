import { runConsentRules } from '../../consent/rules';
import { buildTimeline } from '../../consent/timeline';
import { randomId } from '../../core/ids';
import { type Answer, withAnswers, withExceptions } from '../../gate/answers';
import { decide } from '../../gate/decide';
import { setupStandings } from '../../gate/setup-standings';
import { compareSetups } from '../../masking/compare-setups';
import type { MaskingArtifacts } from '../../masking/contract';
import { coverageOf } from '../../masking/coverage';
import { fidelityOf } from '../../masking/fidelity';
import { auditedFrames } from '../../masking/frames';
import { coverageMatrix } from '../../masking/matrix';
import { RULE_SET, runMaskingRules } from '../../masking/registry';
import { exposureSignature } from '../../masking/signature';
import type { Exception } from '../../protocol/exceptions';
import type { AuditResult } from '../../protocol/findings';
import type { RequestEvent, Timeline } from '../../protocol/timeline';
import { redactText } from '../../report/redact-text';
import { redactUrl } from '../../report/redact-url';

/** Everything that an audit rests on, wherever it was gathered. */
export interface AuditCase {
  readonly url: string;
  readonly title: string;
  readonly artifacts: MaskingArtifacts;
  /** What was seen of consent; null: only the masking half is audited. */
  readonly consent: ConsentCase | null;
  readonly answers: readonly Answer[];
  /** Findings that the team has accepted (`hushmap.exceptions.json`). */
  readonly exceptions?: readonly Exception[];
  /** Milliseconds since the epoch. */
  readonly now: number;
}

export interface ConsentCase {
  readonly timelines: readonly (Timeline | null)[];
  readonly network: readonly RequestEvent[];
  /** The log of requests is full, so some are missing. */
  readonly isCut: boolean;
}

/** From what was gathered to findings and the verdict. The same in the panel, the CLI and tests. */
export function concludeAudit(audit: AuditCase): AuditResult {
  const { artifacts, answers, now } = audit;
  const { recorders, partial, standIn = false } = artifacts;
  const detected = recorders.filter((recorder) => recorder.detected);
  const timeline = timelineOf(
    audit.consent,
    detected.map(({ id }) => id),
  );
  const found = [
    ...runMaskingRules(artifacts),
    ...(audit.consent ? runConsentRules({ timeline, recorders: detected, readAt: now }) : []),
  ];
  const excepted = withExceptions(found, redactUrl(audit.url), audit.exceptions ?? [], now);
  const findings = withAnswers(excepted, answers, now);
  const coverage = {
    ...coverageOf(artifacts),
    matrix: coverageMatrix(artifacts),
    fidelity: fidelityOf(artifacts),
  };
  const scope = audit.consent ? 'whole' : 'masking';
  const evidence = { findings, recorders, coverage, partial, resolutions: answers, standIn, now };
  const decision = decide({ ...evidence, timeline, scope });
  return {
    auditId: randomId('audit'),
    url: redactUrl(audit.url),
    title: redactText(audit.title).slice(0, 300),
    time: now,
    ...decision,
    scope,
    partial,
    recorders: [...recorders],
    frames: auditedFrames(artifacts),
    coverage,
    findings,
    ...(recorders.length > 1 && {
      comparison: { setups: setupStandings(evidence), pairs: compareSetups(artifacts) },
    }),
    exposureSignature: exposureSignature(artifacts),
    ruleSet: RULE_SET,
    timeline,
    clearance: null,
  };
}

function timelineOf(consent: ConsentCase | null, recorders: Parameters<typeof buildTimeline>[2]) {
  const { timelines, network, isCut } = consent ?? { timelines: [], network: [], isCut: false };
  const seen = buildTimeline(timelines, network, recorders);
  return isCut ? { ...seen, dropped: seen.dropped + 1 } : seen;
}

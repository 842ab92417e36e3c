import type { Message, Translate } from '../core/message';
import type { AuditResult, Clearance, Finding } from '../protocol/findings';
import type { RecorderState } from '../protocol/recorders';
import { recorderName } from '../recorders/names';
import type { AuditFile, AuditFileFinding, FileRecorder } from './audit-file-schema';
import { redactSelector } from './redact-selector';
import { redactText } from './redact-text';
import { redactUrl } from './redact-url';

export { type AuditFile, AuditFileSchema } from './audit-file-schema';

/**
 * The outcome of an audit as `audit.json`, sentences in the reader's language. Everything in it goes
 * through the redactor once more, whatever it went through before: it is made to be handed on.
 */
export function toAuditFile(result: AuditResult, translate: Translate): AuditFile {
  const say = ({ id, params }: Message) => redactText(translate(id, params));
  return {
    format: 'hushmap-audit',
    version: 1,
    url: redactUrl(result.url),
    title: redactText(result.title),
    time: new Date(result.time).toISOString(),
    verdict: result.verdict,
    headline: say(result.headline),
    nextStep: say(result.nextStep),
    scope: result.scope ?? 'whole',
    partial: result.partial,
    ruleSet: result.ruleSet,
    exposureSignature: result.exposureSignature,
    recorders: result.recorders.map(toFileRecorder),
    frames: result.frames.map((frame) => ({ ...frame, url: frameUrl(frame.url) })),
    coverage: {
      ...result.coverage,
      matrix: result.coverage.matrix ?? [],
      fidelity: result.coverage.fidelity ?? {},
    },
    findings: result.findings.map((finding) => toFileFinding(finding, say)),
    clearance: result.clearance && {
      ...result.clearance,
      scope: result.clearance.scope ?? 'whole',
      issued: new Date(result.clearance.issued).toISOString(),
      expires: new Date(result.clearance.expires).toISOString(),
    },
  };
}

export function toFileRecorder(state: RecorderState): FileRecorder {
  const { id, version, optionSource, detected, setup } = state;
  return {
    name: recorderName(id),
    id,
    version,
    options: optionSource,
    detected,
    ...(setup && { setup }),
  };
}

/** @param say renders a sentence, and redacts it. */
export function toFileFinding(
  finding: Finding,
  say: (message: Message) => string,
): AuditFileFinding {
  const { fix, resolution, exception = null } = finding;
  return {
    id: finding.id,
    rule: finding.rule,
    half: finding.half,
    outcome: finding.outcome,
    severity: finding.severity,
    target: { frame: finding.target.frame, selector: redactSelector(finding.target.selector) },
    channel: finding.channel,
    attribute: finding.attribute,
    pii: finding.pii,
    recorder: finding.recorder,
    ...(finding.setup !== undefined && { setup: finding.setup }),
    capture: finding.capture,
    text: say(finding.text),
    why: finding.why.map(say),
    fix: fix && { kind: fix.kind, text: redactText(fix.text), effect: say(fix.effect) },
    places: finding.places,
    at: finding.at === null ? null : new Date(finding.at).toISOString(),
    exception: exception && {
      ...exception,
      reason: redactText(exception.reason),
      owner: redactText(exception.owner),
    },
    resolution: resolution && {
      answer: resolution.answer,
      reason: redactText(resolution.reason),
      expires: new Date(resolution.expires).toISOString(),
    },
  };
}

/** Frames that were not read are known by their origin alone, which is `null` for an opaque one. */
const frameUrl = (url: string): string => (url === 'null' ? url : redactUrl(url));

/** The clearance of an `audit.json`, as the gate checks it; null: it has none. */
export function clearanceOfFile({ clearance }: AuditFile): Clearance | null {
  return (
    clearance && {
      ...clearance,
      issued: Date.parse(clearance.issued),
      expires: Date.parse(clearance.expires),
    }
  );
}

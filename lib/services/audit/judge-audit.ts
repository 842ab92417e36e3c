import { runConsentRules } from '../../consent/rules';
import { buildTimeline } from '../../consent/timeline';
import { randomId } from '../../core/ids';
import { withAnswers } from '../../gate/answers';
import { holds, issueClearance } from '../../gate/clearance';
import { decide } from '../../gate/decide';
import type { MaskingArtifacts } from '../../masking/contract';
import { coverageOf } from '../../masking/coverage';
import { auditedFrames, unreadFrames } from '../../masking/frames';
import { RULE_SET, runMaskingRules } from '../../masking/registry';
import { exposureSignature } from '../../masking/signature';
import type { AuditResult, Clearance } from '../../protocol/findings';
import { redactText } from '../../report/redact-text';
import { redactUrl } from '../../report/redact-url';
import type { Artifacts } from './gather';
import { type AuditPorts, MOST_REQUESTS } from './ports';

export interface Gathered extends Artifacts {
  /** A look without a grant. */
  readonly partial: boolean;
}

interface Case {
  readonly tabId: number;
  readonly url: string;
  readonly title: string;
  readonly gathered: Gathered;
}

/** From what was gathered to the verdict, and to a clearance where everything is clear. */
export async function judgeAudit(audit: Case, ports: AuditPorts): Promise<AuditResult> {
  const { gathered } = audit;
  const now = ports.clock.now();
  const artifacts = await artifactsOf(audit, ports);
  const detected = gathered.recorders.filter((recorder) => recorder.detected);
  const network = (await ports.network.read(audit.tabId)) ?? [];
  const seen = buildTimeline(
    gathered.timelines,
    network,
    detected.map(({ id }) => id),
  );
  const isCut = network.length >= MOST_REQUESTS;
  const timeline = isCut ? { ...seen, dropped: seen.dropped + 1 } : seen;
  const resolutions = await ports.resolutions.forOrigin(originOf(audit.url), now);
  const found = [
    ...runMaskingRules(artifacts),
    ...runConsentRules({ timeline, recorders: detected, readAt: now }),
  ];
  const findings = withAnswers(found, resolutions, now);
  const coverage = coverageOf(artifacts);
  const { recorders, partial } = gathered;
  const decision = decide({ findings, recorders, coverage, partial, resolutions, now, timeline });
  const result: AuditResult = {
    auditId: randomId('audit'),
    url: redactUrl(audit.url),
    title: redactText(audit.title).slice(0, 300),
    time: now,
    ...decision,
    partial,
    recorders: [...recorders],
    frames: auditedFrames(artifacts),
    coverage,
    findings,
    exposureSignature: exposureSignature(artifacts),
    ruleSet: RULE_SET,
    timeline,
    clearance: null,
  };
  return { ...result, clearance: await clearanceOf(result, ports) };
}

/** Frames are allowed by number; the rules know them by a key that holds in the next scan too. */
async function artifactsOf(audit: Case, ports: AuditPorts): Promise<MaskingArtifacts> {
  const { frames, recorders, partial } = audit.gathered;
  const artifacts = { frames, recorders, partial, allowedFrames: [] };
  const allowed = (await ports.allowedFrames.read(audit.tabId)) ?? [];
  const keys = unreadFrames(artifacts).filter(({ id }) => allowed.includes(id));
  return { ...artifacts, allowedFrames: keys.map(({ key }) => key) };
}

/** The clearance that still holds, or a new one where the verdict is clear. */
async function clearanceOf(result: AuditResult, ports: AuditPorts): Promise<Clearance | null> {
  // A clearance never stands beside a verdict that is not clear.
  if (result.verdict !== 'clear' || result.partial) return null;
  const now = ports.clock.now();
  const earlier = await ports.clearances.forOrigin(originOf(result.url));
  const holding = earlier.find((clearance) => holds(clearance, result, now).holds);
  if (holding !== undefined) return holding;
  const issued = issueClearance(result, { id: randomId('clearance'), now });
  if (issued === null) return null;
  // One that cannot be saved is none: the verdict stays, and the next audit issues it.
  return ports.clearances.put(issued).then(
    () => issued,
    () => null,
  );
}

const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : '');

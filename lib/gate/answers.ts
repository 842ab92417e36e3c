import { isResolvable } from '../masking/registry';
import type { Finding } from '../protocol/findings';

/** A person's answer to a finding that needed review. */
export interface Answer {
  readonly findingId: string;
  /** `accepted`: looked at, and it is fine. `confirmed`: looked at, and it is an exposure. */
  readonly answer: 'accepted' | 'confirmed';
  readonly reason: string;
  /** Milliseconds since the epoch; from then on the finding is open again. */
  readonly expires: number;
}

/**
 * Findings with the answers that still hold. Only what needs review can be answered: a fail is
 * mended, and what was never looked at cannot be vouched for. An answer without a reason is none.
 */
export function withAnswers(
  findings: readonly Finding[],
  answers: readonly Answer[],
  now: number,
): Finding[] {
  const byId = new Map(answers.map((answer) => [answer.findingId, answer]));
  return findings.map((finding) => {
    const answer = byId.get(finding.id) ?? finding.resolution;
    const counts = answer && mayAnswer(finding) && answer.expires > now && answer.reason.trim();
    return { ...finding, resolution: counts ? pick(answer) : null };
  });
}

/** Whether a finding blocks: it failed, or a person confirmed that it is an exposure. */
export const isBlocking = ({ outcome, resolution }: Finding): boolean =>
  outcome === 'fail' || resolution?.answer === 'confirmed';

/** Whether a finding still waits for an answer. */
export const isOpen = ({ outcome, resolution }: Finding): boolean =>
  outcome === 'needs-review' && resolution === null;

const mayAnswer = ({ outcome, rule }: Finding): boolean =>
  outcome === 'needs-review' && isResolvable(rule);

const pick = ({ answer, reason, expires }: NonNullable<Finding['resolution']>) => ({
  answer,
  reason,
  expires,
});

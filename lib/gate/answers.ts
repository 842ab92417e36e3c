import { isResolvable } from '../masking/registry';
import type { Exception } from '../protocol/exceptions';
import type { Finding } from '../protocol/findings';
import { exceptionFor } from './exceptions';

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
export const isBlocking = (finding: Finding): boolean =>
  !isExcepted(finding) &&
  (finding.outcome === 'fail' || finding.resolution?.answer === 'confirmed');

/** Whether an exception of the team's covers a finding. */
export const isExcepted = ({ exception }: Finding): boolean => exception?.void === null;

/** Whether a finding still waits for an answer. */
export const isOpen = (finding: Finding): boolean =>
  finding.outcome === 'needs-review' && finding.resolution === null && !isExcepted(finding);

/** Findings with the exceptions that fit them. */
export const withExceptions = (
  findings: readonly Finding[],
  url: string,
  exceptions: readonly Exception[],
  now: number,
): Finding[] =>
  findings.map((finding) => {
    const fitting = exceptionFor(finding, url, exceptions, now);
    if (!fitting) return finding;
    const { reason, owner, expires } = fitting.exception;
    return { ...finding, exception: { reason, owner, expires, void: fitting.because } };
  });

const mayAnswer = ({ outcome, rule }: Finding): boolean =>
  outcome === 'needs-review' && isResolvable(rule);

const pick = ({ answer, reason, expires }: NonNullable<Finding['resolution']>) => ({
  answer,
  reason,
  expires,
});
